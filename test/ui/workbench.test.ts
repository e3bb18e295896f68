import assert from 'node:assert/strict';
import { commitAll, gitInit, writeTree } from '../support/workspaces.ts';
import type { Session } from './support/session.ts';

/** The packaged extension in a window on a git repository. */
export default function workbenchTests(session: Session): void {
  describe('a window with the packaged extension', () => {
    it('lists the extension as installed', async () => {
      const workbench = await session.open(async (folder) => {
        await writeTree(folder, { 'runbooks/restart.md': '# Restart the service\n' });
        await gitInit(folder);
        await commitAll(folder, {
          message: 'Add the first runbook',
          date: '2025-01-15T09:00:00Z',
          author: 'Ada Example <ada@example.com>',
        });
        return folder;
      });
      await workbench.runCommand('Extensions: Show Installed Extensions');
      const installed = workbench.page.locator('.extension-list-item').filter({ hasText: 'runbook-lens' });
      await installed.first().waitFor();
      assert.match(await installed.first().innerText(), /runbook.?lens/i);
      await workbench.screenshot('extension');
    });
  });
}
