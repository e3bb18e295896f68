import assert from 'node:assert/strict';
import { openOperations } from './support/operations.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** Warnings and quick fixes of the packaged extension, as somebody who edits meets them. */
export default function editingTests(session: Session): void {
  describe('an editor', () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openOperations(session);
    });

    it('lists findings of documents that are not open in the Problems panel', async () => {
      // Documents are checked in batches, so one finding may be listed before the other.
      await workbench.waitForProblems((all) =>
        ['Missing section: Trigger', 'Empty section: Detection'].every((text) => all.some((row) => row.includes(text))),
      );
    });

    it('says in a hover what is missing and why, and offers the fix', async () => {
      await workbench.openFile('LockerFirmwareRolloutStalled.md');
      await workbench.page.locator('.squiggly-warning').first().waitFor();
      const offer = workbench.page.locator('.monaco-hover:visible').getByText(/^Quick Fix/);
      let hover = '';
      // While other extensions are still being activated, the editor may drop the actions that it asked for.
      await workbench.insist(
        async () => {
          await workbench.page.keyboard.press('Escape');
          hover = await workbench.hoverText('LockerFirmwareRolloutStalled', /Missing section/);
        },
        offer,
        'the quick fix in the hover',
      );
      assert.match(hover, /Missing section: Mitigation \(.*15 of 16 runbooks in runbooks\/alerts\/ have it\)/);
      await workbench.screenshot('hover');
    });

    it("opens the rule's page from the code", async () => {
      await workbench.page.locator('.monaco-hover:visible a', { hasText: 'missing-section' }).first().click();
      await workbench.page.locator('.tabs-container .tab', { hasText: 'missing-section.md' }).waitFor();
      await workbench.page.keyboard.press('ControlOrMeta+w');
    });

    it('inserts the section by quick fix, and one undo takes it back', async () => {
      await workbench.openFile('LockerFirmwareRolloutStalled.md');
      await workbench.page.keyboard.press('ControlOrMeta+Home');
      const action = workbench.page.locator('.action-widget .monaco-list-row', {
        hasText: 'Insert section Mitigation',
      });
      await workbench.insist(
        async () => {
          await workbench.page.keyboard.press('Escape');
          await workbench.page.keyboard.press('ControlOrMeta+.');
        },
        action,
        'the quick fix',
      );
      await workbench.screenshot('quick-fix');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
      await workbench.page.keyboard.press('ControlOrMeta+End');
      await workbench.page.locator('.view-line', { hasText: '## Mitigation' }).waitFor();
      await workbench.screenshot('quick-fix-done');
      await workbench.page.keyboard.press('ControlOrMeta+z');
      await workbench.page.locator('.view-line', { hasText: '## Mitigation' }).waitFor({ state: 'detached' });
    });
  });
}
