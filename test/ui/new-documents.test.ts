import assert from 'node:assert/strict';
import { chmod, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import { poll } from '../support/poll.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** A file's text as soon as it contains something. */
function savedText(file: string, part: string): Promise<string> {
  return poll(
    () => readFile(file, 'utf8'),
    (text) => text.includes(part),
    `"${part}" in ${path.basename(file)}`,
  );
}

/** The wizards and the quick pick of the packaged extension, driven by keyboard. */
export default function newDocumentTests(session: Session): void {
  describe('new documents', () => {
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
    const line = (text: string) => workbench.page.locator('.editor-instance .view-line', { hasText: text }).first();
    const enter = (): Promise<void> => workbench.page.keyboard.press('Enter');

    const input = () => workbench.quickInput().locator('input').first();
    const asked = (placeholder: string): Promise<void> =>
      workbench.quickInput().locator(`input[placeholder^="${placeholder}"]`).waitFor();

    it("makes a postmortem from three answers, with the repository's own template", async () => {
      await workbench.runCommand('Runbook Lens: New Postmortem…');
      await workbench.quickInput().getByText('(1/3)').waitFor();
      await workbench.answerQuickInput('Labels come out blank');
      await workbench.quickInput().getByText('(2/3)').waitFor();
      assert.deepEqual(await workbench.quickInputLabels(), ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']);
      // Nothing is selected: Enter alone chooses nothing.
      await enter();
      await workbench.quickInput().getByText('(2/3)').waitFor();
      await workbench.pickQuickInput('SEV-3');
      await asked('Choose a service');
      await workbench.screenshot('new-postmortem-service');
      await enter();
      await asked('Choose a service');
      // Half a name is the known name, not a new one.
      await workbench.answerQuickInput('notif');
      const today = new Date().toISOString().slice(0, 10);
      const name = `${today}-labels-come-out-blank.md`;
      await workbench.page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
      const text = await savedText(path.join(folder, 'postmortems', today.slice(0, 4), name), '## Summary');
      assert.match(
        text,
        new RegExp(
          `^---\\ntitle: Labels come out blank\\ndate: ${today}\\nseverity: SEV-3\\nstatus: Draft\\nservices: \\[notifier\\]\\nauthors: \\[Robin Example\\]\\nstart_time: <`,
        ),
      );
      assert.match(text, /\n# Labels come out blank\n/);
    });

    it('asks for no service that the title names, and lets it be changed', async () => {
      await workbench.runCommand('Runbook Lens: New Postmortem…');
      await workbench.answerQuickInput('parcel-api answers 500');
      await workbench.quickInput().getByText('(2/2)').waitFor();
      await workbench.quickInput().getByText('Service: parcel-api').first().waitFor();
      await workbench.page.keyboard.press('Escape');
    });

    it("asks for a postmortem's other facts on request, with a way back, and opens it with tab stops", async () => {
      await workbench.runCommand('Runbook Lens: New Postmortem…');
      await step(1);
      await workbench.answerQuickInput('Lockers "beep": all night');
      await step(2);
      await workbench.quickInput().locator('.codicon-quick-input-back').click();
      await step(1);
      assert.equal(await input().inputValue(), 'Lockers "beep": all night');
      await enter();
      await step(2);
      await workbench.pickQuickInput('SEV-3');
      await asked('Choose a service');
      await workbench.answerQuickInput('More…');
      await workbench.quickInput().getByText('(3/8)').waitFor();
      await workbench.answerQuickInput('beeper');
      await step(4);
      assert.deepEqual(await workbench.quickInputLabels(), [
        'TEMPLATE.md',
        'SRE book',
        'PagerDuty style',
        'Atlassian style',
        'Short',
      ]);
      await workbench.screenshot('new-postmortem-4-template');
      await workbench.pickQuickInput('SRE book');
      await step(5);
      await workbench.answerQuickInput('2026-13-40 25:00');
      await workbench.quickInput().getByText('Not a valid time, for example 14:05 or -10m.').waitFor();
      await workbench.typeInQuickInput('20 November 2026 02:14');
      await workbench.quickInput().getByText('Means 2026-11-20 02:14 UTC').waitFor();
      await workbench.screenshot('new-postmortem-5-start');
      await enter();
      await step(6);
      await workbench.pickQuickInput('UTC');
      await step(7);
      await workbench.pickQuickInput('Robin Example');
      await step(8);
      assert.equal(await input().inputValue(), 'postmortems/2026/2026-11-20-lockers-beep-all-night.md');
      await workbench.answerQuickInput('../outside.md');
      await workbench.quickInput().getByText('must not contain').waitFor();
      await workbench.screenshot('new-postmortem-8-bad-path');
      await workbench.answerQuickInput('postmortems/2026/2026-11-18-belgian-lockers-offline.md');
      await workbench.quickInput().getByText('already exists').waitFor();
      await workbench.answerQuickInput('postmortems/2026/2026-11-20-lockers-beep-all-night.md');
      await workbench.page
        .locator('.tabs-container .tab.active', { hasText: '2026-11-20-lockers-beep-all-night.md' })
        .waitFor();
      await workbench.page.locator('.view-line', { hasText: '## Summary' }).waitFor();
      await workbench.page.keyboard.type('They beeped.');
      await workbench.page.keyboard.press('Tab');
      await workbench.page.keyboard.type('Neighbours woke up.');
      await workbench.screenshot('new-postmortem-done');
      await workbench.page.keyboard.press('ControlOrMeta+s');
      const text = await savedText(
        path.join(folder, 'postmortems/2026/2026-11-20-lockers-beep-all-night.md'),
        'Neighbours',
      );
      assert.match(
        text,
        /^---\ntitle: 'Lockers "beep": all night'\ndate: 2026-11-20\nstart_time: 2026-11-20T02:14:00Z\nseverity: SEV-3\nstatus: draft\nservices:\n {2}- beeper\nauthors:\n {2}- Robin Example\n---\n\n# Lockers "beep": all night\n/,
      );
      assert.match(
        text,
        /## Summary\n\n<!-- .* -->\nThey beeped\.\n\n## Impact\n\n<!-- .* -->\nNeighbours woke up\.\n\n## Root Causes/,
      );
      assert.equal((await readdir(path.join(folder, '..'))).includes('outside.md'), false);
    });

    it('shows it in the tree as something still to be written, without warnings', async () => {
      await workbench.waitForTreeRows('Postmortems', (all) =>
        all.some(
          ({ accessibleName }) =>
            accessibleName.includes('"beep"') && accessibleName.includes('some sections are not written yet'),
        ),
      );
    });

    it('puts a new alert runbook beside those of its service, from the own template', async () => {
      await workbench.runCommand('Runbook Lens: New Runbook…');
      await workbench.quickInput().getByText('(1/3)').waitFor();
      await workbench.answerQuickInput('NotifierPushTokensExpired');
      await step(2);
      await workbench.pickQuickInput('notifier');
      await step(3);
      assert.equal(await input().inputValue(), 'runbooks/alerts/notifier/NotifierPushTokensExpired.md');
      await enter();
      await workbench.page
        .locator('.tabs-container .tab.active', { hasText: 'NotifierPushTokensExpired.md' })
        .waitFor();
      await line('service: notifier').waitFor();
      await line('# NotifierPushTokensExpired').waitFor();
    });

    it('suggests a new folder for a new service, and no other service’s', async () => {
      await workbench.runCommand('Runbook Lens: New Runbook…');
      await workbench.answerQuickInput('KafkaDiskFull');
      await step(2);
      await workbench.answerQuickInput('kafka');
      await step(3);
      assert.equal(await input().inputValue(), 'runbooks/alerts/kafka/KafkaDiskFull.md');
      await workbench.page.keyboard.press('Escape');
    });

    it('says so when the folder may not be written to, and keeps what was typed', async function () {
      const readOnly = path.join(folder, 'runbooks', 'tasks');
      await chmod(readOnly, 0o555);
      // Nothing is read-only to root, so there the answer is a folder's name taken by a file.
      const target = process.getuid?.() === 0 ? 'CHANGELOG.md/new.md' : 'runbooks/tasks/new.md';
      await workbench.runCommand('Runbook Lens: New Runbook…');
      await workbench.answerQuickInput('Polish the lockers');
      await step(2);
      await workbench.answerQuickInput('More…');
      await workbench.quickInput().getByText('(2/4)').waitFor();
      await workbench.pickQuickInput('No service');
      await step(3);
      await workbench.pickQuickInput('Task runbook');
      await step(4);
      await workbench.answerQuickInput(target);
      await workbench.waitForNotification('could not be created');
      await step(4);
      assert.equal(await input().inputValue(), target);
      await workbench.page.keyboard.press('Escape');
      await chmod(readOnly, 0o755);
    });

    it('makes a built-in template the team’s own, and new documents from it', async () => {
      await workbench.runCommand('Runbook Lens: Customize Template…');
      await workbench
        .quickInput()
        .getByPlaceholder(/^Choose a template/)
        .waitFor();
      await workbench.screenshot('customize-template');
      await workbench.pickQuickInput('Alert runbook');
      await workbench.quickInput().getByText('runbooks/alerts/').waitFor();
      await workbench.screenshot('customize-template-folders');
      await workbench.pickQuickInput('Only Where Documents Follow It Already');
      await workbench.page.locator('.tabs-container .tab.active', { hasText: 'alert.md' }).waitFor();
      await line('name: Alert runbook').click();
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.type(' of Tarnbox');
      await workbench.page.keyboard.press('ControlOrMeta+s');
      const own = workbench.quickInput().locator('.monaco-list-row', { hasText: 'Alert runbook of Tarnbox' });
      // A list that opened before the new file was read does not change any more.
      await workbench.insist(
        async () => {
          await workbench.page.keyboard.press('Escape');
          await workbench.runCommand('Runbook Lens: New Runbook…');
          await workbench.answerQuickInput('CourierQueueStuck');
          await step(2);
          await workbench.answerQuickInput('More…');
          await workbench.quickInput().getByText('(2/4)').waitFor();
          await workbench.pickQuickInput('notifier');
          await step(3);
        },
        own,
        "the team's template in the list",
      );
      await workbench.screenshot('team-template-in-wizard');
      await workbench.answerQuickInput('Alert runbook of Tarnbox');
      await step(4);
      await enter();
      await workbench.page.locator('.tabs-container .tab.active', { hasText: 'CourierQueueStuck.md' }).waitFor();
      await line('## Mitigation').waitFor();
      assert.equal(await line('runbook-lens:').count(), 0);
    });
  });
}
