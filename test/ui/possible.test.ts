import assert from 'node:assert/strict';
import { alertRunbook, possiblePostmortem, possibleRunbook, postmortem } from '../support/documents.ts';
import { writeTree } from '../support/workspaces.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** The documents that are possibly runbooks or postmortems, and how somebody says what they are. */
export default function possibleTests(session: Session): void {
  describe('possible documents', () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await session.open(async (folder) => {
        const alerts = ['ApiErrorsHigh', 'DiskFillingUp', 'ReplicaLag'];
        await writeTree(folder, {
          ...Object.fromEntries(alerts.map((name) => [`runbooks/${name}.md`, alertRunbook(name)])),
          'postmortems/2026-01-13-card-payments.md': postmortem({
            title: 'Card payments failed',
            date: '2026-01-13',
            severity: 'SEV-1',
            service: 'payments',
          }),
          'services/docs/queue-workers.md': possibleRunbook('Queue workers'),
          'services/docs/cache-nodes.md': possibleRunbook('Cache nodes'),
          'handbook/docs/print-servers.md': possibleRunbook('Print servers'),
          'handbook/mail-2025-03-02.md': possiblePostmortem,
        });
        return folder;
      });
      await workbench.openView('Runbook Lens');
    });

    const group = 'Possibly Runbooks';

    it('are in a folded group at the end of each view', async () => {
      const rows = await workbench.waitForTreeRows('Runbooks', (all) => all.some(({ label }) => label === group));
      assert.equal(rows.at(-1)?.label, group);
      assert.deepEqual([rows.at(-1)?.expanded, rows.at(-1)?.description], [false, '3']);
      await workbench.expandRow('Postmortems', 'Possibly Postmortems');
      await workbench.waitForTreeRows('Postmortems', (all) =>
        all.some(({ label }) => label.startsWith('Mail was slow')),
      );
    });

    it('are told with their likelihood, and in a tooltip with the reasons', async () => {
      await workbench.setTheme('Dark 2026');
      await workbench.expandRow('Runbooks', group);
      const rows = await workbench.waitForTreeRows('Runbooks', (all) =>
        all.some(({ label }) => label === 'Print servers'),
      );
      const nodes = rows.find(({ label }) => label === 'Cache nodes');
      assert.match(nodes?.description ?? '', /^\d+ %$/);
      assert.match(nodes?.accessibleName ?? '', /^Cache nodes, Possibly a runbook, \d+ % likely$/);
      const tooltip = workbench.page.locator('.monaco-hover:visible', { hasText: 'Possibly a runbook' });
      const label = workbench.page.locator('.pane .monaco-list-row .label-name', { hasText: 'Cache nodes' }).first();
      await workbench.insist(
        async () => {
          await workbench.page.mouse.move(0, 0);
          await label.hover();
        },
        tooltip,
        'the tooltip',
      );
      assert.match(await tooltip.innerText(), /Because: \S/);
      await workbench.screenshot('possible');
      await workbench.page.mouse.move(0, 0);
      await tooltip.waitFor({ state: 'hidden' });
    });

    it('are told by the status of the editor, which asks for the kind', async () => {
      await workbench.openFile('cache-nodes.md');
      const told = workbench.page.locator('.hover-language-status:visible', { hasText: 'Possibly a runbook' });
      const status = workbench.page.locator('[id="status.languageStatus"]');
      await status.waitFor();
      await workbench.insist(async () => status.hover(), told, 'the status');
      await workbench.screenshot('possible-status');
      await workbench.page.mouse.move(0, 0);
    });

    it('become what somebody says they are', async () => {
      await workbench.clickRowAction('Runbooks', 'Print servers', 'This Is a Runbook');
      await workbench.waitForNotification('handbook/docs/print-servers.md is now a runbook');
      await workbench.waitForTreeRows('Runbooks', (all) => all.some(({ label }) => label === 'handbook/docs'));
      await workbench.chooseInRowMenu('Runbooks', 'services/docs', 'Neither');
      await workbench.waitForNotification('services/docs is now neither');
      await workbench.waitForTreeRows('Runbooks', (all) => all.every(({ label }) => label !== group));
      await workbench.screenshot('possible-done');
    });
  });
}
