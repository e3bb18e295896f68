import assert from 'node:assert/strict';
import { createSampleRepository } from '../../sample/create.ts';
import { poll } from '../support/poll.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** The box that finds runbooks, driven by keyboard. */
export default function findTests(session: Session): void {
  describe('finding', () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await session.open(async (folder) => {
        await createSampleRepository(folder);
        return folder;
      });
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 8);
    });

    const press = (keys: string): Promise<void> => workbench.page.keyboard.press(keys);
    const labels = (text: string, accept: (labels: readonly string[]) => boolean): Promise<string[]> =>
      poll(() => workbench.quickInputLabels(), accept, text);
    const typed = async (text: string, first: string): Promise<void> => {
      await workbench.typeInQuickInput(text);
      await labels(`${first} for ${text}`, ([label]) => label === first);
    };
    const openBox = async (): Promise<void> => {
      await workbench.insist(
        async () => {
          await press('Escape');
          await press('Control+k');
          await press('Control+g');
        },
        workbench.quickInput().getByPlaceholder(/^Name, symptom/),
        'the box',
      );
    };
    const activeTab = (name: string) => workbench.page.locator('.tabs-container .tab.active', { hasText: name });

    it('takes parts of names, slips, other words, symptoms and severities', async () => {
      await openBox();
      await typed('crashloop', 'ParcelApiPodsCrashLooping');
      await typed('offline ratio', 'LockerOfflineRatioHigh');
      await typed('replcation', 'PostgresReplicationLag');
      await typed('how do i fail over postgres', 'Fail over the Postgres primary');
      await workbench.screenshot('find-symptom');
      await typed('oom', 'ParcelApiPodsCrashLooping');
      await typed('SEV-1', 'Reconnect storm after a broker restart');
      await workbench.screenshot('find-severity');
    });

    it('takes a pasted alert, with its line breaks from the clipboard', async () => {
      // On one line, as the box shows it, the labels would count as much as the first line.
      const alert =
        'Replication lag of postgres\n- job = kafka notifier queue backlog\n- note = sms delivery low notifier queue';
      await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await workbench.typeInQuickInput('');
      await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(alert)})`);
      await press('Control+v');
      await labels('the alert', ([label]) => label === 'PostgresReplicationLag');
      await workbench.screenshot('find-pasted-alert');
    });

    it('shows a document while one moves to it, and puts back what was there', async () => {
      await typed('rollback', 'Restore Postgres from a backup');
      await press('ArrowDown');
      await activeTab('rotate-locker-mqtt-credentials.md').waitFor();
      await workbench.screenshot('find-preview');
      await press('Escape');
      await activeTab('rotate-locker-mqtt-credentials.md').waitFor({ state: 'detached' });
    });

    it('opens the section that answers', async () => {
      await openBox();
      await typed('rollback', 'Restore Postgres from a backup');
      await workbench.quickInput().getByText('§ Roll back').first().waitFor();
      await press('Enter');
      await activeTab('restore-postgres-from-backup.md').waitFor();
      await workbench.page.locator('.view-line', { hasText: '## Roll back' }).waitFor();
    });

    it('never comes up empty', async () => {
      await openBox();
      await workbench.typeInQuickInput('xyzzyx');
      const shown = await labels('what else can be done', (rows) => rows.includes('New Runbook "xyzzyx"…'));
      assert.equal(shown.at(-2), 'Search in Files for "xyzzyx"');
      assert.ok(shown.length > 3, 'the nearest names come first');
      await workbench.quickInput().getByText('no match – nearest names').waitFor();
      await workbench.screenshot('find-nothing');
      await press('ArrowUp');
      await press('Enter');
      // The name is filled in.
      await workbench.quickInput().locator('.quick-input-title', { hasText: 'New Runbook' }).waitFor();
      assert.equal(await workbench.quickInput().locator('input').first().inputValue(), 'xyzzyx');
      await press('Escape');
    });

    it('is in the title of a runbook’s editor', async () => {
      await workbench.page.locator('.editor-actions .action-label[aria-label^="Find Runbook"]').first().click();
      await workbench.quickInput().getByPlaceholder('Name, symptom, error message, or a pasted alert').waitFor();
      await press('Escape');
    });
  });
}
