import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** From a postmortem to a runbook, as the one who wrote the postmortem meets it. */
export default function lessonTests(session: Session): void {
  describe('what a postmortem teaches', () => {
    let workbench: Workbench;
    let folder: string;

    before(async () => {
      workbench = await session.open(async (empty) => {
        folder = empty;
        await createSampleRepository(empty);
        return empty;
      });
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 8);
    });

    const step = (number: number): Promise<void> => workbench.quickInput().getByText(`(${number}/`).waitFor();
    const input = () => workbench.quickInput().locator('input[type="text"], input:not([type])').first();
    const preview = () =>
      workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe').locator('.markdown-body');

    it('becomes the draft of a runbook, shown as readers will see it', async () => {
      await workbench.openFile('2026-03-03-redis-eviction-lost-reservations.md');
      await workbench.runCommand('Runbook Lens: Draft Runbook from This Postmortem…');
      await step(1);
      assert.equal(await input().inputValue(), 'Redis evicted reservations');
      await workbench.answerQuickInput('SlotAllocatorReservationsEvicted');
      await step(2);
      await workbench.screenshot('draft-runbook-template');
      await workbench.pickQuickInput('Alert runbook');
      await step(3);
      const suggested = 'runbooks/alerts/slot-allocator/SlotAllocatorReservationsEvicted.md';
      assert.equal(await input().inputValue(), suggested);
      await workbench.page.keyboard.press('Enter');
      await preview().getByText('Past incidents').waitFor();
      await workbench.screenshot('draft-runbook');
      const text = await readFile(path.join(folder, suggested), 'utf8');
      assert.match(text, /> - policy set to `noeviction` — \[12:58 UTC, line 77\]/);
    });

    it('is added to a runbook that exists, what was chosen only', async () => {
      await workbench.runCommand('View: Close All Editors');
      await workbench.openFile('2026-04-14-courier-retries-overload-api.md');
      await workbench.runCommand('Runbook Lens: Add What We Learned to a Runbook…');
      await step(1);
      await workbench.screenshot('add-to-runbook');
      assert.deepEqual((await workbench.quickInputLabels()).slice(0, 2).toSorted(), [
        'ParcelApiHighErrorRate',
        'ParcelApiLatencyHigh',
      ]);
      await workbench.pickQuickInput('ParcelApiHighErrorRate');
      await step(2);
      await workbench.screenshot('add-to-runbook-what');
      await workbench.quickInputRow('scaled from 8 to 12 pods').click();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.tabs-container .tab.active', { hasText: 'ParcelApiHighErrorRate.md' }).waitFor();
      await workbench.screenshot('added-to-runbook');
      const file = path.join(folder, 'runbooks', 'alerts', 'parcel-api', 'ParcelApiHighErrorRate.md');
      const text = await readFile(file, 'utf8');
      assert.match(text, /> - limit at the ingress, latency normal — /);
      assert.doesNotMatch(text, /scaled from 8 to 12 pods/);
    });

    it('is told in the hover of the title and counted in the tree', async () => {
      await workbench.page.keyboard.press('ControlOrMeta+Home');
      const told = await workbench.hoverText('ParcelApiHighErrorRate', /Past incidents:/);
      assert.match(told, /2026-04-14, SEV-3: A courier's retries took half of the API's capacity/);
      await workbench.screenshot('hover-past-incidents');
      const rows = await workbench.waitForTreeRows('Runbooks', (all) =>
        all.some(({ description }) => /\d incidents/.test(description)),
      );
      assert.ok(rows.length > 0);
    });
  });
}
