import assert from 'node:assert/strict';
import { openOperations } from './support/operations.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** A postmortem's review, as those who lead it meet it. */
export default function reviewTests(session: Session): void {
  describe('a review', () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openOperations(session);
      await workbench.openFile('2026-09-29-kafka-disk-full.md');
    });

    const keyboard = () => workbench.page.keyboard;

    it('says of each step what stands in its way, and shows it', async () => {
      await workbench.runCommand('Runbook Lens: Change Review Status…');
      await workbench.quickInput().getByText('3 things are missing').waitFor();
      await workbench.screenshot('review-status');
      await workbench.pickQuickInput('Closed');
      await workbench.quickInput().getByText('Empty section: Detection').waitFor();
      await workbench.screenshot('review-blockers');
      await keyboard().press('Escape');
    });

    it('schedules the retrospective in two questions', async () => {
      await workbench.runCommand('Runbook Lens: Schedule Retrospective…');
      const box = workbench.quickInput().locator('input.input');
      await box.waitFor();
      await workbench.screenshot('retrospective-date');
      assert.match(await box.inputValue(), /^\d{4}-\d{2}-\d{2} 10:00$/);
      await workbench.answerQuickInput('2031-03-12 10:00');
      await workbench.quickInput().locator('input[placeholder^="Time zone of 2031-03-12 10:00"]').waitFor();
      await workbench.screenshot('retrospective-zone');
      await workbench.pickQuickInput('UTC');
      await workbench.waitForNotification('2026-09-29-kafka-disk-full-retrospective.ics was created');
      await workbench.screenshot('retrospective-written');
    });

    it('asks before it changes the date', async () => {
      await workbench.runCommand('Runbook Lens: Schedule Retrospective…');
      const dialog = workbench.page.locator('.monaco-dialog-box');
      await dialog.getByText('A retrospective is already scheduled for 2031-03-12 10:00').waitFor();
      await workbench.screenshot('retrospective-again');
      await keyboard().press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });

    it('opens the guide beside the record', async () => {
      await workbench.openFile('2026-09-29-kafka-disk-full.md');
      await workbench.runCommand('Runbook Lens: Facilitate Retrospective');
      await workbench.page.locator('.tabs-container .tab', { hasText: '(guide)' }).waitFor();
      const preview = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
      await preview.getByText('The record, part by part').waitFor();
      await workbench.screenshot('retrospective-guide');
      await preview.getByText('Moments worth asking about').scrollIntoViewIfNeeded();
      await workbench.screenshot('retrospective-guide-moments');
    });
  });
}
