import assert from 'node:assert/strict';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import { poll } from '../support/poll.ts';
import { declareIncident, foldOtherViews, logEntry, RecordFile, waitForStatus } from './support/incidents.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** What the workbench shows of an incident while it goes on. */
export default function cockpitTests(session: Session): void {
  describe('the cockpit of an incident', () => {
    let workbench: Workbench;
    let operations: string;
    let record: RecordFile;

    before(async () => {
      workbench = await session.open(async (folder) => {
        operations = path.join(folder, 'tarnbox-operations');
        await createSampleRepository(operations);
        return operations;
      });
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 3);
    });

    const labels = async (accept: (all: readonly string[]) => boolean): Promise<readonly string[]> => {
      const rows = await workbench.waitForTreeRows('Incident', (all) => accept(all.map(({ label }) => label)));
      return rows.map(({ label }) => label);
    };

    it('has the record pinned, the cursor at the next entry, and the runbook beside it', async () => {
      await declareIncident(workbench, 'LockerOfflineRatioHigh in Belgium');
      const { page } = workbench;
      await page.locator('.tabs-container .tab', { hasText: 'LockerOfflineRatioHigh' }).first().waitFor();
      const tab = page.locator('.tabs-container .tab.active', { hasText: 'lockerofflineratiohigh-in-belgium' });
      await tab.waitFor();
      assert.doesNotMatch((await tab.locator('.monaco-icon-label').getAttribute('class')) ?? '', /italic/);
      const groups = page.locator('.editor-group-container');
      await poll(
        () => groups.count(),
        (count) => count === 2,
        'two groups of editors',
      );
      record = await RecordFile.called(operations, 'lockerofflineratiohigh-in-belgium');
      await page.keyboard.type('typed here');
      await page.keyboard.press('ControlOrMeta+s');
      const text = await record.waitFor((now) => now.includes('typed here'), 'what was typed');
      const lines = text.split('\n');
      const at = lines.findIndex((line) => line.includes('typed here'));
      assert.match(lines[at - 1] ?? '', /Incident declared/);
      for (const part of [' here', 'typed']) {
        await page.keyboard.press('ControlOrMeta+z');
        await page.keyboard.press('ControlOrMeta+s');
        await record.waitFor((now) => !now.includes(part), 'its text without what was typed');
      }
      await workbench.screenshot('cockpit');
    });

    it('says how long it has been open, what was logged, which runbooks and past incidents are like it', async () => {
      await foldOtherViews(workbench);
      const shown = await labels((all) => all.includes('Similar Incidents') && all.includes('Checklist'));
      await workbench.screenshot('cockpit-view');
      assert.match(shown[1] ?? '', /^\d+ min · Investigating$/);
      assert.equal(shown[2], 'No status update yet');
      assert.ok(
        shown.some((label) => /^\d\d:\d\d Incident declared/.test(label)),
        shown.join('\n'),
      );
      assert.equal(shown[shown.indexOf('Runbooks') + 1], 'LockerOfflineRatioHigh');
      const similar = shown.slice(shown.indexOf('Similar Incidents') + 1, shown.indexOf('Roles'));
      assert.ok(similar.includes('A third of the Belgian lockers offline'), similar.join('\n'));
    });

    it('opens a past incident where it says what fixed it', async () => {
      const rows = await workbench.treeRows('Incident');
      const past = rows.findIndex(({ label }) => label === 'A third of the Belgian lockers offline');
      const fixed = rows[past + 1]?.label ?? '';
      assert.match(fixed, /^We followed LockerOfflineRatioHigh/);
      await workbench.clickRow('Incident', fixed);
      await workbench.page.locator('.tabs-container .tab.active', { hasText: 'belgian-lockers' }).waitFor();
    });

    it('warns when a status update is overdue', async () => {
      await logEntry(workbench, record, '-50m Status update: half the lockers answer. Next update in 20 min');
      await labels((all) => all.some((label) => /^Update overdue by \d+ min$/.test(label)));
      await waitForStatus(workbench, /Update overdue by \d+ min\. Shows the incident commands\.$/);
      await workbench.screenshot('cockpit-overdue');
    });

    it('puts the incident first that was used last', async () => {
      await declareIncident(workbench, 'parcel-api answers 500');
      await labels((all) => all[0] === 'parcel-api answers 500');
      await logEntry(workbench, await RecordFile.called(operations, 'parcel-api-answers-500'), 'looked at it');
      await workbench.page.locator('.tabs-container .tab', { hasText: 'lockerofflineratiohigh-in-belgium' }).click();
      await logEntry(workbench, record, 'half of them are back');
      await labels((all) => all[0] === 'LockerOfflineRatioHigh in Belgium');
    });
  });
}
