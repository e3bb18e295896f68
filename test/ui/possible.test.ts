import assert from 'node:assert/strict';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import { possiblePostmortem, possibleRunbook } from '../support/documents.ts';
import { writeTree } from '../support/workspaces.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** The documents that are possibly runbooks or postmortems, and how somebody says what they are. */
export default function possibleTests(session: Session): void {
  describe('possible documents', () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await session.open(async (folder) => {
        const operations = path.join(folder, 'tarnbox-operations');
        await createSampleRepository(operations);
        await writeTree(operations, {
          'services/ops/queue-workers.md': possibleRunbook('Queue workers'),
          'services/ops/search-nodes.md': possibleRunbook('Search nodes'),
          'handbook/ops/mail-relays.md': possibleRunbook('Mail relays'),
          'handbook/mail-2025-03-02.md': possiblePostmortem,
        });
        return operations;
      });
      await workbench.openView('Runbook Lens');
    });

    const group = 'Possibly Runbooks';

    it('are in a folded group at the end of each view', async () => {
      const rows = await workbench.waitForTreeRows('Runbooks', (all) => all.some(({ label }) => label === group));
      assert.equal(rows.at(-1)?.label, group);
      assert.deepEqual([rows.at(-1)?.expanded, rows.at(-1)?.description], [false, '3']);
    });

    it('are told with their likelihood, and in a tooltip with the reasons', async () => {
      await workbench.setTheme('Dark 2026');
      await workbench.clickRow('Runbooks', group);
      const rows = await workbench.waitForTreeRows('Runbooks', (all) =>
        all.some(({ label }) => label === 'Mail relays'),
      );
      const nodes = rows.find(({ label }) => label === 'Search nodes');
      assert.match(nodes?.description ?? '', /^\d+ % likely$/);
      assert.match(nodes?.accessibleName ?? '', /^Search nodes, Possibly a runbook, \d+ % likely$/);
      await workbench.page.locator('.pane .monaco-list-row', { hasText: 'Search nodes' }).first().hover();
      const tooltip = workbench.page.locator('.monaco-hover:visible', { hasText: 'Possibly a runbook' });
      await tooltip.waitFor();
      assert.match(await tooltip.innerText(), /Because: it is in ops\//);
      await workbench.screenshot('possible');
      await workbench.page.keyboard.press('Escape');
    });

    it('become what somebody says they are', async () => {
      await workbench.clickRowAction('Runbooks', 'Mail relays', 'This Is a Runbook');
      await workbench.waitForNotification('handbook/ops/mail-relays.md is now a runbook');
      await workbench.waitForTreeRows('Runbooks', (all) => all.some(({ label }) => label === 'handbook/ops'));
      await workbench.chooseInRowMenu('Runbooks', 'services/ops', 'Neither');
      await workbench.waitForNotification('services/ops is now neither');
      await workbench.waitForTreeRows('Runbooks', (all) => all.every(({ label }) => label !== group));
      await workbench.screenshot('possible-done');
    });
  });
}
