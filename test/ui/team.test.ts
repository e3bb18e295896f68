import assert from 'node:assert/strict';
import { openOperations } from './support/operations.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** Templates, configuration, fixes for all and help while writing, as a team's people meet them. */
export default function teamTests(session: Session): void {
  describe('a team', () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openOperations(session);
    });

    const keyboard = () => workbench.page.keyboard;
    const line = (text: string) => workbench.page.locator('.editor-instance .view-line', { hasText: text }).first();

    it('offers missing sections first where a heading is begun', async () => {
      await workbench.openFile('LockerFirmwareRolloutStalled.md');
      await workbench.page.locator('.squiggly-warning').first().waitFor();
      await keyboard().press('ControlOrMeta+End');
      await keyboard().press('Enter');
      await keyboard().type('## ');
      const first = workbench.page.locator('.suggest-widget .monaco-list-row').first();
      await first.waitFor();
      assert.match((await first.getAttribute('aria-label')) ?? '', /^Mitigation/);
      await workbench.screenshot('completion-section');
      await keyboard().press('Enter');
      await line('## Mitigation').waitFor();
      await workbench.runCommand('File: Revert File');
    });

    it('adopts the convention of a folder, and looks at the template', async () => {
      await workbench.openFile('LockerFirmwareRolloutStalled.md');
      await workbench.runCommand('Runbook Lens: Adopt the Convention of This Folder');
      await workbench.page.locator('.tabs-container .tab.active', { hasText: 'runbook-runbooks-alerts.md' }).waitFor();
      await line('runbook-lens:').waitFor();
      await workbench.screenshot('adopted-template');
    });

    it('says what belongs into a section, and what a key means', async () => {
      await workbench.openFile('2026-11-18-belgian-lockers-offline.md');
      await line('## Summary').hover({ position: { x: 30, y: 8 } });
      await workbench.page
        .locator('.monaco-hover')
        .getByText(/Expected|Optional/)
        .first()
        .waitFor();
      await workbench.screenshot('hover-section');
      await keyboard().press('Escape');
      await line('severity:').hover({ position: { x: 20, y: 8 } });
      await workbench.page.locator('.monaco-hover').getByText('In use:').first().waitFor();
      await workbench.screenshot('hover-key');
    });

    it('offers the values that are in use, and people from history', async () => {
      const offered = async (key: string, value: string): Promise<void> => {
        await line(`${key}:`).click();
        await keyboard().press('End');
        await keyboard().press('Shift+Home');
        await keyboard().type(`${key}: `);
        await keyboard().press('ControlOrMeta+Space');
        await workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: value }).first().waitFor();
        await workbench.screenshot(`completion-${key}`);
        await keyboard().press('Escape');
      };
      await offered('severity', 'SEV-2');
      await offered('authors', 'Tomasz Wrona');
      await workbench.runCommand('File: Revert File');
    });

    it('says what a document is', async () => {
      await workbench.openFile('incident-process.md');
      await workbench.runCommand('Runbook Lens: Set Kind of This Document…');
      await workbench.quickInput().getByText('Detect from the Document').waitFor();
      await workbench.screenshot('set-kind');
      await workbench.pickQuickInput('Runbook');
      await workbench.waitForNotification('is now a runbook');
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Runbooks', (rows) => rows.some(({ label }) => /incident/i.test(label)));
      await workbench.screenshot('set-kind-done');
    });

    it('reviews what would be fixed in all documents before it is', async () => {
      await workbench.openFile('LockerFirmwareRolloutStalled.md');
      await workbench.runCommand('Runbook Lens: Fix All Problems…');
      const preview = workbench.page.locator('.refactor-preview, .bulk-edit-panel').first();
      await preview.getByRole('checkbox', { checked: true }).first().waitFor();
      await workbench.screenshot('fix-all-preview');
      await preview.getByRole('button', { name: 'Apply' }).click();
      await line('## Mitigation').waitFor();
      await workbench.screenshot('fix-all-done');
    });

    it('writes its configuration with completion and checks', async () => {
      await workbench.runCommand('Runbook Lens: Open Team Configuration');
      await workbench.page.locator('.tabs-container .tab.active', { hasText: '.runbook-lens.json' }).waitFor();
      await line('}').waitFor();
      await keyboard().press('ControlOrMeta+Home');
      await keyboard().press('End');
      await keyboard().press('Enter');
      const offered = workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'severities' });
      // Until the editor's JSON support has read the schema, it offers what it knows without one.
      await workbench.insist(
        async () => {
          await keyboard().press('Escape');
          await keyboard().press('ControlOrMeta+Space');
        },
        offered,
        'the completion of the setting',
      );
      await workbench.screenshot('configuration-completion');
      await keyboard().press('Escape');
      await keyboard().type('"severitys": [');
      await workbench.waitForProblems((rows) => rows.some((row) => /severitys/.test(row)));
      const rows = await workbench.problems();
      assert.equal(rows.filter((row) => /severitys/.test(row)).length, 1, rows.join('\n'));
      await workbench.screenshot('configuration-mistake');
    });
  });
}
