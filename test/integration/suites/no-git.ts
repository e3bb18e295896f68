import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentAt, indexed, messagesAt, until } from '../support.ts';

/** Tests in a window on a folder that no git repository holds. */
export function noGitTests(): void {
  describe('a folder without git', () => {
    it("is indexed by the editor's own search, without last changes", async () => {
      const api = await indexed();
      assert.equal(api.index.catalog.documents('runbook').length, 8);
      assert.equal(api.index.catalog.documents('postmortem').length, 2);
      const document = documentAt(api, 'runbooks', 'alerts', 'CacheDown.md');
      assert.ok(document);
      assert.equal(api.index.catalog.lastChange(document), undefined);
    });

    it('has no history that could speak against a runbook, and that is said', async () => {
      const api = await indexed();
      const { staleness } = await api.services();
      const { suspects, notes, hasLooked } = await staleness.find(new AbortController().signal);
      assert.deepEqual(suspects, []);
      assert.equal(hasLooked, false);
      assert.equal(notes.length, 1);
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.equal(
        notes[0],
        `${folder?.name}: There is no git history here, so nothing can be said about the age of runbooks.`,
      );
    });

    it('is checked like any other', async () => {
      await indexed();
      await until('the diagnostics', () => messagesAt('runbooks', 'alerts', 'CacheDown.md').length === 1);
    });
  });
}
