import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import { poll } from '../support/poll.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** What a test uses of an element of the page. */
interface DrawnElement {
  readonly textContent: string | null;
  closest(selector: string): DrawnElement | null;
  getBoundingClientRect(): { readonly left: number; readonly right: number };
}

/** The sidebar of the packaged extension on the sample repository. */
export default function sidebarTests(session: Session): void {
  describe('the sidebar', () => {
    let workbench: Workbench;
    let operations = '';

    before(async () => {
      workbench = await session.open(async (folder) => {
        operations = path.join(folder, 'tarnbox-operations');
        await createSampleRepository(operations);
        return operations;
      });
      await workbench.openView('Runbook Lens');
    });

    it('shows runbooks by folder and postmortems by year, with severity and age', async () => {
      const runbooks = await workbench.waitForTreeRows(
        'Runbooks',
        (rows) => rows.length > 8 && rows.some(({ label }) => label === 'alerts/ingress'),
      );
      assert.equal(runbooks.find(({ label }) => label === 'alerts/ingress')?.level, 1);
      const postmortems = await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 8);
      assert.equal(postmortems[0]?.label, '2026');
      assert.match(postmortems[1]?.description ?? '', /^S1 · (?:today|\d+\w+)$/);
    });

    it('says to a screen reader what each item is and how it fares', async () => {
      const runbooks = await workbench.waitForTreeRows('Runbooks', (rows) =>
        rows.some(({ accessibleName }) => accessibleName.includes('LockerCommandAckSlow, runbook, 1 problem')),
      );
      assert.ok(runbooks.every(({ accessibleName }) => accessibleName !== ''));
    });

    it('shows last changes from git', async () => {
      const rows = await workbench.waitForTreeRows('Runbooks', (all) =>
        all.some(({ description }) => /^\d+(?:d|mo|y)/.test(description)),
      );
      assert.ok(rows.length > 0);
    });

    it('shows severity, age and owner in a side bar of 260 pixels', async () => {
      await workbench.setSideBarWidth(260);
      await workbench.screenshot('sidebar-260');
      const cut = await workbench.page
        .locator('.pane .monaco-list-row .label-description')
        .evaluateAll((descriptions: readonly DrawnElement[]) =>
          descriptions
            .map((description) => ({
              text: description.textContent ?? '',
              room: description.closest('.monaco-icon-label-container')?.getBoundingClientRect().right ?? 0,
              end: description.getBoundingClientRect().right,
            }))
            .filter(({ text, end, room }) => /^(?:S\d · )?\d+\w+$/.test(text) && end > room + 1),
        );
      assert.deepEqual(cut, [], 'severities and ages that are cut off');
      await workbench.setSideBarWidth(300);
    });

    it('selects the document of the active editor', async () => {
      await workbench.openFile('LockerFirmwareRolloutStalled.md');
      const selected = workbench.page.locator(
        '.pane .monaco-list-row.selected[aria-label^="LockerFirmwareRolloutStalled"]',
      );
      await selected.waitFor();
    });

    it('groups as chosen, and filters', async () => {
      await workbench.runCommand('Runbook Lens: Group Postmortems By…');
      await workbench.pickQuickInput('by severity');
      const bySeverity = await workbench.waitForTreeRows('Postmortems', (rows) => rows[0]?.label === 'SEV-1');
      assert.match(bySeverity[0]?.description ?? '', /^\d+/);
      await workbench.runCommand('Runbook Lens: Filter Runbooks…');
      await workbench.answerQuickInput('postgres');
      await workbench.waitForTreeRows(
        'Runbooks',
        (rows) =>
          rows.length > 2 &&
          rows.every(({ accessibleName, level }) => level === 1 || /postgres|drain/i.test(accessibleName)),
      );
      await workbench.runCommand('Runbook Lens: Filter Runbooks…');
      await workbench.answerQuickInput('no such thing');
      await workbench.page.getByText('No runbook matches the filter.').waitFor();
      await workbench.runCommand('Runbook Lens: Clear Runbooks Filter');
      await workbench.waitForTreeRows('Runbooks', (rows) => rows.length > 8);
      await workbench.runCommand('Runbook Lens: Group Postmortems By…');
      await workbench.pickQuickInput('by year');
      await workbench.waitForTreeRows('Postmortems', (rows) => rows[0]?.label === '2026');
    });

    it('can be used with the keyboard alone', async () => {
      await workbench.runCommand('Runbook Lens: Focus on Runbooks View');
      await workbench.page.locator('.pane .monaco-list:focus').waitFor();
      const focused = workbench.page.locator('.pane .monaco-list:focus .monaco-list-row.focused');
      await workbench.page.keyboard.press('Home');
      await focused.filter({ hasText: 'alerts/ingress' }).waitFor();
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page
        .locator('.pane .monaco-list:focus .monaco-list-row.focused[aria-label^="CertificateExpiresSoon"]')
        .waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.tabs-container .tab.active', { hasText: 'CertificateExpiresSoon.md' }).waitFor();
    });

    it('collapses and expands all groups by two buttons', async () => {
      const pane = workbench.page.locator('.pane').filter({ has: workbench.page.locator('[aria-label^="Runbooks"]') });
      await pane.hover();
      await pane.getByRole('button', { name: 'Collapse All' }).click();
      await workbench.waitForTreeRows('Runbooks', (rows) => rows.every(({ level }) => level === 1));
      await pane.hover();
      await pane.getByRole('button', { name: 'Expand All' }).click();
      await workbench.waitForTreeRows('Runbooks', (rows) => rows.filter(({ level }) => level === 2).length > 3);
      await workbench.screenshot('header-of-runbooks');
    });

    it('tells in a tooltip what is there and what is missing', async () => {
      const row = workbench.page.locator('.pane .monaco-list-row[aria-label^="LockerFirmwareRolloutStalled"]').first();
      const tooltip = workbench.page.locator('.monaco-hover:visible', { hasText: 'Sections missing' });
      // A tree that changes meanwhile shows none.
      await workbench.insist(
        async () => {
          await workbench.page.mouse.move(0, 0);
          await row.hover();
        },
        tooltip,
        'the tooltip',
      );
      assert.match(await tooltip.innerText(), /Sections missing: Mitigation/);
      await workbench.screenshot('tooltip');
      await workbench.page.keyboard.press('Escape');
    });

    it('renames a document by its menu, and deletes it', async () => {
      const name = 'NotifierQueueBacklog';
      await workbench.insist(
        () => workbench.chooseInRowMenu('Runbooks', name, 'Rename…'),
        workbench.quickInput(),
        'the question for a name',
      );
      await workbench.answerQuickInput('NotifierSmsDeliveryLow.md');
      await workbench.quickInput().getByText('already exists').waitFor();
      await workbench.answerQuickInput('NotifierQueueFull.md');
      const names = (): Promise<string[]> => readdir(path.join(operations, 'runbooks', 'alerts', 'notifier'));
      await poll(names, (all) => all.includes('NotifierQueueFull.md'), 'the new name');
      const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'NotifierQueueFull.md' });
      await workbench.insist(
        async () => {
          if (!(await dialog.isVisible())) {
            // The row may still be that of the old name.
            await workbench.page.keyboard.press('Escape');
            await workbench.chooseInRowMenu('Runbooks', name, 'Delete');
          }
        },
        dialog,
        'the question whether to delete',
      );
      await workbench.screenshot('delete-document');
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await workbench.waitForTreeRows('Runbooks', (rows) =>
        rows.every(({ accessibleName }) => !accessibleName.startsWith(name)),
      );
      await poll(names, (all) => all.join() === 'NotifierSmsDeliveryLow.md', 'the file to be gone');
    });

    for (const theme of ['Light 2026', 'Dark 2026', 'Dark High Contrast']) {
      it(`is legible in ${theme}`, async () => {
        await workbench.setTheme(theme);
        await workbench.openFile('2026-11-18-belgian-lockers-offline.md');
        await workbench.waitForProblems((rows) => rows.length > 5);
        await workbench.screenshot(`overview-${theme.toLowerCase().replaceAll(' ', '-')}`);
      });
    }
  });
}
