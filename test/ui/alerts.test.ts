import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { poll } from '../support/poll.ts';
import { alertRules, alertRunbook } from '../support/documents.ts';
import { git, gitInit, writeTree } from '../support/workspaces.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** Alerts as somebody sees them: the view, the rule file, and what is offered when runbooks are renamed. */
export default function alertTests(session: Session): void {
  describe('alerts', () => {
    let workbench: Workbench;
    let folder = '';

    const rules = (): Promise<string> => readFile(path.join(folder, 'rules', 'storage.yaml'), 'utf8');
    const waitForRules = (what: string, pattern: RegExp): Promise<string> =>
      poll(rules, (text) => pattern.test(text), what);
    const button = (name: string) =>
      workbench.page.locator('.notifications-toasts .monaco-button:visible', { hasText: name }).first();

    before(async () => {
      workbench = await session.open(async (opened) => {
        folder = opened;
        const names = ['ApiErrorsHigh', 'DiskFillingUp', 'QueueBacklog', 'ReplicaLag', 'CacheDown'];
        await writeTree(opened, {
          ...Object.fromEntries(names.map((name) => [`runbooks/alerts/${name}.md`, alertRunbook(name)])),
          ...alertRules,
        });
        await gitInit(opened);
        await git(opened, ['remote', 'add', 'origin', 'https://github.com/acme/shop.git']);
        return opened;
      });
      await workbench.openView('Runbook Lens');
    });

    it('are in a view of their own, with how many have a runbook', async () => {
      // The view is closed at first. It gets the room of another one.
      await workbench.waitForTreeRows('Runbooks', (all) => all.length === 5);
      await workbench.page.locator('.pane-header[aria-label^="Runbooks"]').click();
      const rows = await workbench.waitForTreeRows('Alerts', (all) => all.some(({ label }) => label === 'ReplicaLag'));
      const groups = rows.filter(({ level }) => level === 1).map(({ label, description }) => [label, description]);
      assert.deepEqual(groups, [
        ['Dead link', '1'],
        ['No runbook', '1'],
        ['Heading missing', '1'],
        ['Elsewhere', '1'],
        ['Runbook', '3'],
        ['Runbooks Without Alerts', '2'],
      ]);
      await workbench.clickRow('Alerts', 'ReplicaLag');
      const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'Dead link: Link to…' });
      await lens.waitFor();
      await workbench.screenshot('alerts');
    });

    it('are linked to the runbook that is chosen, above the alert', async () => {
      await workbench.page.locator('.codelens-decoration a', { hasText: 'Dead link: Link to…' }).click();
      await poll(
        () => workbench.quickInputLabels(),
        (labels) => labels[0] === 'ReplicaLag',
        'the likely runbook to be first',
      );
      await workbench.screenshot('alerts-link');
      await workbench.page.keyboard.press('Enter');
      await waitForRules('the link', /alerts\/ReplicaLag\.md/);
      await workbench.waitForTreeRows('Alerts', (all) => all.every(({ label }) => label !== 'Dead link'));
    });

    it('are known to Find Runbook, by names that their runbook does not have', async () => {
      await workbench.runCommand('Runbook Lens: Find Runbook…');
      await workbench.typeInQuickInput('VolumeNearlyFull');
      await poll(
        () => workbench.quickInputLabels(),
        ([first]) => first === 'DiskFillingUp',
        'the runbook that the alert links to',
      );
      await workbench.quickInput().getByText('alert VolumeNearlyFull links here').waitFor();
      await workbench.screenshot('alerts-find');
      await workbench.page.keyboard.press('Escape');
    });

    it('offer to update their links when a runbook is renamed', async () => {
      await workbench.chooseInRowMenu('Runbooks', 'DiskFillingUp', 'Rename…');
      await workbench.answerQuickInput('DiskIsFull.md');
      await workbench.waitForNotification('2 links of alerts lead to runbooks/alerts/DiskFillingUp.md. Update them?');
      await workbench.screenshot('alerts-rename');
      await button('Update Links').click();
      await waitForRules('the link', /alerts\/DiskIsFull\.md\n/);
    });

    it('offer to update their links when a heading is renamed by F2', async () => {
      await workbench.openFile('ApiErrorsHigh.md');
      await workbench.page.locator('.view-line', { hasText: '## Diagnosis' }).first().click();
      const box = workbench.page.locator('.rename-box input:visible');
      await workbench.insist(() => workbench.page.keyboard.press('F2'), box, 'the box for a new name');
      await box.fill('Find the Cause');
      await workbench.page.keyboard.press('Enter');
      await workbench.waitForNotification('1 link of an alert leads to Diagnosis. Update it?');
      await button('Update Links').click();
      await waitForRules('the link', /ApiErrorsHigh\.md#find-the-cause\n/);
    });

    it('get a runbook from the light bulb', async () => {
      await workbench.clickRow('Alerts', 'CertificateExpires');
      const fix = workbench.page.locator('.action-widget .monaco-list-row', {
        hasText: 'Create Runbook for This Alert',
      });
      await workbench.insist(() => workbench.page.keyboard.press('Control+.'), fix, 'the light bulb');
      await workbench.screenshot('alerts-fix');
      await fix.click();
      await waitForRules('the link', /alerts\/CertificateExpires\.md/);
      await workbench.page.locator('.tab', { hasText: 'CertificateExpires.md' }).waitFor();
      await workbench.screenshot('alerts-new');
    });
  });
}
