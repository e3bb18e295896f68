import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import { poll } from '../support/poll.ts';
import { writeTree } from '../support/workspaces.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

const record = `---
title: Lockers refuse codes
date: 2026-11-24
severity: SEV-2
status: draft
---

# Lockers refuse codes

## Timeline

| Time (UTC) | Event |
| --- | --- |
| 22:01 | Paged (Ada Example) |

## Causes
`;

const thread = `Ada Example
  11:01 PM
Paged
11:05
Every third code is refused, see the dashboard
Ben Okafor
  11:06 PM
joined #inc-42.
Locker Bot
APP  11:07 PM
Firmware 4.2 is on all gateways in Belgium, the Netherlands and Denmark, and the rollout goes on
Ben Okafor
  12:10 AM
Rolled the firmware back (edited)
:tada:
3
`;

/** Messages from elsewhere in the timeline of a postmortem. */
export default function importTests(session: Session): void {
  describe('the import into a timeline', () => {
    let workbench: Workbench;
    let file = '';
    const text = (): Promise<string> => readFile(file, 'utf8');
    const command = 'Runbook Lens: Import into the Timeline…';
    const copy = (copied: string): Promise<void> =>
      workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(copied)})`);
    const input = (placeholder: string) => workbench.quickInput().locator(`input[placeholder^="${placeholder}"]`);

    before(async () => {
      workbench = await session.open(async (folder) => {
        const operations = path.join(folder, 'tarnbox-operations');
        await createSampleRepository(operations);
        file = path.join(operations, 'postmortems', '2026', '2026-11-24-lockers-refuse-codes.md');
        await writeTree(operations, { 'postmortems/2026/2026-11-24-lockers-refuse-codes.md': record });
        return operations;
      });
      await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 3);
      await workbench.openFile(path.basename(file));
    });

    it('shows what is in the clipboard, with what is there and what is no event unchecked', async () => {
      await copy(thread);
      await workbench.runCommand(command);
      await workbench.quickInput().getByText('Day of the first message').first().waitFor();
      await workbench.page.keyboard.press('Enter');
      await input('Time zone of the messages').waitFor();
      await workbench.answerQuickInput('Europe/Berlin');
      await input('5 messages of 3 people, 22:01–23:10 UTC, from the clipboard').waitFor();
      const row = (label: string) => workbench.quickInput().locator('.monaco-list-row', { hasText: label });
      await row('Rolled the firmware back').waitFor();
      await workbench.screenshot('import-preview');
      const checked = async (label: string): Promise<string | null> =>
        row(label).locator('[aria-checked]').first().getAttribute('aria-checked');
      assert.equal(await checked('22:01'), 'false');
      assert.equal(await checked('22:05'), 'true');
      assert.equal(await checked('joined'), 'false');
      assert.equal(await checked('23:10'), 'true');
      assert.match((await row('22:01').textContent()) ?? '', /already in the timeline/);
    });

    it('adds what is checked, and takes it back', async () => {
      await workbench.page.keyboard.press('Enter');
      await workbench.waitForNotification('3 entries added to the timeline');
      const added = [
        '| 22:01 | Paged (Ada Example) |',
        '| 22:05 | Every third code is refused, see the dashboard (Ada Example) |',
        '| 22:07 | Firmware 4.2 is on all gateways in Belgium, the Netherlands and Denmark, and the rollout goes on (Locker Bot) |',
        '| 23:10 | Rolled the firmware back (Ben Okafor) |',
      ];
      await poll(text, (now) => now.includes(`${added.join('\n')}\n`), 'the entries');
      await workbench.screenshot('import-done');
      await workbench.page.locator('.notification-list-item').getByText('Undo', { exact: true }).first().click();
      await poll(text, (now) => now === record, 'the record as it was');
    });

    it('says what to do where nothing can be read', async () => {
      await copy('nothing with a time');
      await workbench.runCommand(command);
      await input('Copy a thread with its times').waitFor();
      assert.deepEqual(await workbench.quickInputLabels(), [
        'Choose a File…',
        'Paste Into an Editor…',
        'Read the Clipboard Again',
      ]);
      await workbench.pickQuickInput('Read the Clipboard Again');
      await workbench.waitForNotification('No messages with times found.');
    });

    it('takes what is pasted into an editor instead, by the way back', async () => {
      await copy('22:02 UTC not this');
      await workbench.openFile(path.basename(file));
      await workbench.runCommand(command);
      await workbench.quickInput().getByText('Day of the first message').first().waitFor();
      await workbench.quickInput().locator('.codicon-quick-input-back').click();
      await input('Copy a thread with its times').waitFor();
      await workbench.pickQuickInput('Paste Into an Editor…');
      await workbench.waitForNotification('Paste the messages into this editor');
      await workbench.page.locator('.editor-group-container.active .monaco-editor').last().click();
      await workbench.page.keyboard.insertText('2026-11-24 22:40 UTC Gateways restarted');
      await workbench.page
        .locator('.notification-list-item', { hasText: 'Paste the messages' })
        .getByText('Import', { exact: true })
        .click();
      await input('1 message, 22:40 UTC, from the editor').waitFor();
      await workbench.page.keyboard.press('Enter');
      await poll(text, (now) => now.includes('| 22:40 | Gateways restarted |\n'), 'the entry');
    });
  });
}
