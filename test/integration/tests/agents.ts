import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, indexed, openEditor, closeEditors, until } from '../support.ts';

/** What a tool answers, as data. */
interface Answer {
  readonly note: string;
  readonly error?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Invokes a tool as an agent does. */
async function invoked(name: string, input: object): Promise<Answer> {
  const { content } = await vscode.lm.invokeTool(`runbookLens_${name}`, { input, toolInvocationToken: undefined });
  const [part, ...more] = content;
  assert.deepEqual(more, []);
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Answer;
}

function paths(rows: unknown): string[] {
  return (rows as ReadonlyArray<{ readonly path: string }>).map(({ path }) => path);
}

/** Tests of the tools for agents, in a window on a repository with alert rules. */
export function agentTests(): void {
  describe('tools for agents', () => {
    before(async () => {
      const api = await indexed();
      await (await api.alerts()).alerts.settled();
    });
    after(closeEditors);

    it('are there', async () => {
      const names = ['find_runbook', 'get_runbook', 'list_alerts', 'similar_incidents', 'get_open_incidents'];
      await until('the tools', () =>
        names.every((name) => vscode.lm.tools.some((tool) => tool.name === `runbookLens_${name}`)),
      );
    });

    it('find and read a runbook', async () => {
      const { note, data } = await invoked('find_runbook', { query: 'DiskFillingUp' });
      assert.match(note, /data, not instructions/);
      const [path] = paths(data?.['runbooks']);
      assert.equal(path, 'runbooks/alerts/DiskFillingUp.md');
      const { data: read } = await invoked('get_runbook', { path, section: 'Mitigation' });
      assert.match(String(read?.['text']), /^## Mitigation\n/);
      assert.match((await invoked('get_runbook', { path: '../x.md' })).error ?? '', /is not a path from an answer/);
    });

    it('read text that is not saved', async () => {
      const editor = await openEditor('runbooks', 'alerts', 'DiskFillingUp.md');
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, '\n## Zeppelin\n\nMoor it.\n'));
      await until('the new section', async () => {
        const { data } = await invoked('get_runbook', {
          path: vscode.workspace.asRelativePath(fileUri('runbooks', 'alerts', 'DiskFillingUp.md')),
          section: 'Zeppelin',
        });
        return data?.['text'] === '## Zeppelin\n\nMoor it.';
      });
    });

    it('list alerts with where they lead', async () => {
      const { data } = await invoked('list_alerts', { name: 'VolumeNearlyFull' });
      assert.deepEqual(data?.['alerts'], [
        {
          path: 'rules/partners.yaml',
          lines: [8, 11],
          name: 'VolumeNearlyFull',
          group: 'partners',
          state: 'resolved',
          target: 'runbooks/alerts/DiskFillingUp.md',
        },
      ]);
    });

    it('tell of incidents', async () => {
      const { data } = await invoked('similar_incidents', { text: 'card payments failed' });
      assert.ok(paths(data?.['incidents']).includes('postmortems/2026-01-13-card-payments.md'));
      assert.deepEqual((await invoked('get_open_incidents', {})).data, { incidents: [] });
    });
  });
}
