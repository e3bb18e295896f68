import assert from 'node:assert/strict';
import { openOperations } from './support/operations.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** Services as somebody new to them meets them: the view, a page, and what they have read. */
export default function serviceTests(session: Session): void {
  describe('services', () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openOperations(session);
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 8);
      // The view is closed at first. It gets the room of others.
      for (const other of ['Runbooks', 'Postmortems', 'Action Items']) {
        await workbench.page.locator(`.pane-header[aria-label^="${other}"]`).click();
      }
    });

    it('are listed with what is to be done about them', async () => {
      const rows = await workbench.waitForTreeRows('Services', (all) =>
        all.some(({ accessibleName }) => accessibleName.startsWith('locker-gateway, 2 alerts have no runbook.')),
      );
      assert.deepEqual(
        rows.slice(0, 4).map(({ label }) => label),
        ['firmware', 'ingress', 'kafka', 'locker-gateway'],
      );
      await workbench.expandRow('Services', 'parcel-api');
      await workbench.expandRow('Services', 'Runbooks');
      const below = await workbench.waitForTreeRows('Services', (all) => all.some(({ level }) => level === 3));
      assert.ok(below.some(({ label }) => label.startsWith('ParcelApi')));
      await workbench.screenshot('services');
    });

    it('have a page with their owners, alerts, runbooks, incidents and open action items', async () => {
      await workbench.clickRowAction('Services', 'parcel-api', 'Open Service Page');
      const page = await workbench.readingView('parcel-api');
      for (const heading of ['Alerts', 'Runbooks', 'Incidents', 'Open action items']) {
        await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      }
      await workbench.screenshot('service-page');
      await page.getByRole('link', { name: 'ParcelApiLatencyHigh' }).first().click();
      await workbench.page.locator('.tabs-container .tab', { hasText: 'parcel.rules.yaml' }).waitFor();
      await workbench.clickRowAction('Services', 'parcel-api', 'Open Service Page');
      const again = await workbench.readingView('parcel-api');
      await again.getByRole('link', { name: 'ParcelApiLatencyHigh' }).nth(2).click();
      await workbench.readingView('ParcelApiLatencyHigh');
    });

    it('have dashboards, which open at the time of an incident', async () => {
      await workbench.openFile('2026-10-20-slow-allocation-after-index-drop.md');
      await workbench.runCommand("Runbook Lens: Open Dashboard at the Incident's Time…");
      await workbench.screenshot('dashboards');
      await workbench.pickQuickInput('Parcel API / Request breakdown');
      const asked = workbench.page.locator('.monaco-dialog-box', { hasText: 'grafana.tarnbox.example' });
      await asked.waitFor();
      const [from, to] = ['2026-10-20T07:59:45Z', '2026-10-20T10:55:15Z'].map((time) => Date.parse(time));
      assert.match(await asked.innerText(), new RegExp(`/d/parcel-api/request-breakdown\\?from=${from}&to=${to}`));
      await workbench.page.keyboard.press('Escape');
    });

    it('have runbooks that the history speaks against, with the reason', async () => {
      await workbench.runCommand('Runbook Lens: Find Stale Runbooks…');
      await workbench.quickInputRow('NotifierQueueBacklog').waitFor();
      await workbench.screenshot('stale');
      // By keyboard: the path of a row that the mouse is over by chance covers what is below it.
      await workbench.page.mouse.move(0, 0);
      await workbench.page.keyboard.press('Enter');
      await workbench.quickInput().getByText('and nobody has changed it since 2026-01-20').first().waitFor();
      await workbench.quickInput().getByText('Open the runbook').first().waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.tabs-container .tab', { hasText: 'NotifierQueueBacklog.md' }).waitFor();
      await workbench.waitForTreeRows('Services', (all) =>
        all.some(({ accessibleName }) => /^notifier, .*2 runbooks are suspect\./.test(accessibleName)),
      );
    });

    it('remember what was read', async () => {
      await workbench.expandRow('Services', 'Readiness');
      const box = workbench.page.locator('.pane-body [role=treeitem] .custom-view-tree-node-item-checkbox').first();
      await box.click();
      const rows = await workbench.waitForTreeRows('Services', (all) =>
        all.some(({ label, description }) => label === 'Readiness' && description === '1 of 3 read'),
      );
      assert.ok(rows.some(({ description }) => /^read \d{4}-\d\d-\d\d$/.test(description)));
      await workbench.screenshot('readiness');
    });
  });
}
