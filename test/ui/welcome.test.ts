import assert from 'node:assert/strict';
import { alertRunbook } from '../support/documents.ts';
import { poll } from '../support/poll.ts';
import { writeTree } from '../support/workspaces.ts';
import type { Session } from './support/session.ts';

/** What the packaged extension says where there is nothing, or little, to show. */
export default function welcomeTests(session: Session): void {
  describe('the views', () => {
    it('offer to create the first documents in a folder without any', async () => {
      const workbench = await session.open((folder) => Promise.resolve(folder));
      await workbench.openView('Runbook Lens');
      await workbench.page.getByRole('button', { name: 'Create Your First Runbook' }).waitFor();
      await workbench.page.getByRole('button', { name: 'Create Your First Postmortem' }).waitFor();
      await workbench.page.getByRole('button', { name: 'Declare Incident' }).waitFor();
      assert.equal(await workbench.page.locator('.pane-header[aria-label^="Postmortems"]').count(), 0);
      await workbench.screenshot('welcome-nothing');
      await workbench.page.getByRole('button', { name: 'Create Your First Runbook' }).click();
      await workbench.quickInput().locator('.quick-input-title', { hasText: 'New Runbook' }).waitFor();
      await workbench.page.keyboard.press('Escape');
    });

    it('ask for a folder where none is open', async () => {
      const workbench = await session.open(() => Promise.resolve(undefined));
      await workbench.openView('Runbook Lens');
      await workbench.page.getByText("Open the folder that holds your team's runbooks and postmortems.").waitFor();
      await workbench.runCommand('Runbook Lens: New Postmortem…');
      await workbench.waitForNotification('Open a folder first');
      await workbench.screenshot('welcome-no-folder');
    });

    it('leave the room to runbooks where there are no postmortems', async () => {
      const workbench = await session.open(async (folder) => {
        await writeTree(folder, { 'runbooks/DiskFull.md': alertRunbook('DiskFull') });
        return folder;
      });
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Runbooks', (all) => all.some(({ label }) => label === 'DiskFull'));
      await workbench.screenshot('runbooks-only');
      const views = workbench.page.locator('.part.sidebar .pane-header');
      await poll(
        () => views.count(),
        (count) => count === 1,
        'one view',
      );
    });

    it('are explained by a walkthrough', async () => {
      const workbench = await session.open((folder) => Promise.resolve(folder));
      await workbench.openView('Runbook Lens');
      await workbench.page.getByText('Get started').first().click();
      await workbench.page.getByText('Declare an incident').first().waitFor();
      await workbench.page.getByText('Find a runbook').first().click();
      await workbench.screenshot('walkthrough-find');
      await workbench.page.getByText('Learn from it').first().click();
      await workbench.screenshot('walkthrough-learn');
    });

    it('work in Restricted Mode, and say what is left out', async () => {
      const restricted = await session.restricted();
      try {
        const workbench = await restricted.open(async (folder) => {
          await writeTree(folder, { 'runbooks/DiskFull.md': alertRunbook('DiskFull') });
          return folder;
        });
        await workbench.openView('Runbook Lens');
        const rows = await workbench.waitForTreeRows('Runbooks', (all) => all.length > 0);
        assert.equal(rows.at(-1)?.label, 'DiskFull');
        await workbench.page.getByRole('button', { name: 'Manage Workspace Trust' }).first().waitFor();
        await workbench.screenshot('restricted');
      } finally {
        await restricted.end();
      }
    });
  });
}
