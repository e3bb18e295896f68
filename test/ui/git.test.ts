import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import { poll } from '../support/poll.ts';
import { git } from '../support/workspaces.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** A record that is committed, and one in conflict, as the person on call meets them. */
export default function gitTests(session: Session): void {
  describe('git', () => {
    const record = '2026-11-18-belgian-lockers-offline.md';
    let folder = '';
    let file = '';
    let workbench: Workbench;

    before(async () => {
      workbench = await session.open(async (empty) => {
        folder = path.join(empty, 'tarnbox-operations');
        await createSampleRepository(folder);
        const paths = await readdir(folder, { recursive: true });
        file = paths.find((name) => path.basename(name) === record)?.replaceAll(path.sep, '/') ?? '';
        return folder;
      });
    });

    const keyboard = () => workbench.page.keyboard;
    const input = () => workbench.quickInput().locator('input').first();

    it('commits a record on a new branch, after two questions', async () => {
      await workbench.openFile(record);
      await keyboard().press('ControlOrMeta+End');
      await keyboard().type('One more thing.');
      await workbench.runCommand('Runbook Lens: Commit Incident Record…');
      await workbench.quickInput().getByText('1/2').waitFor();
      assert.match(await input().inputValue(), /^Update incident record: .*Belgian/i);
      await workbench.screenshot('commit-1-message');
      await workbench.answerQuickInput('Tell one more thing');
      await workbench.quickInput().getByText('On a New Branch…').waitFor();
      await workbench.screenshot('commit-2-branch');
      await workbench.pickQuickInput('On a New Branch…');
      await workbench.quickInput().getByText('Name of the new branch').waitFor();
      assert.match(await input().inputValue(), /^incident\/2026-11-18-/);
      await workbench.answerQuickInput('main');
      await workbench.quickInput().getByText('the branch "main" already exists').waitFor();
      await workbench.screenshot('commit-3-taken');
      await workbench.answerQuickInput('incident/lockers');
      // The card stays until it is used or left.
      await workbench.quickInput().getByText('Committed on incident/lockers').waitFor();
      await workbench.quickInput().locator('.monaco-list-row', { hasText: 'Review…' }).waitFor();
      await workbench.screenshot('commit-done');
      const shown = await git(folder, ['show', '--format=%D%n%s', '--name-only', 'HEAD']);
      assert.equal(shown, `HEAD -> incident/lockers\nTell one more thing\n\n${file}`);
      await keyboard().press('Escape');
    });

    it('shows a conflict as one', async () => {
      const text = await readFile(path.join(folder, file), 'utf8');
      const conflict = '<<<<<<< HEAD\nstatus: closed\n=======\nstatus: in review\n>>>>>>> incident/lockers\n';
      await writeFile(path.join(folder, file), text.replace(/^status: .*\n/m, conflict));
      await workbench.openView('Runbook Lens');
      const rows = await workbench.waitForTreeRows('Postmortems', (all) =>
        all.some(({ description }) => description === 'merge conflict'),
      );
      const row = rows.find(({ description }) => description === 'merge conflict');
      assert.match(row?.accessibleName ?? '', /postmortem, merge conflict$/);
      await workbench.waitForProblems((problems) => problems.some((problem) => problem.includes('Merge conflict')));
      await workbench.screenshot('merge-conflict');
    });

    it('is told of where it cannot be asked, and nothing in a document is an icon', async () => {
      const damaged = await session.open(async (empty) => {
        const repository = path.join(empty, 'tarnbox-operations');
        await createSampleRepository(repository);
        await writeFile(path.join(repository, '.git', 'HEAD'), 'garbage\n');
        await writeFile(
          path.join(repository, 'postmortems', '2026', '2026-11-20-burn.md'),
          '---\ntitle: $(flame) burns\ndate: 2026-11-20\nseverity: $(zap)\nstatus: Investigating\n---\n\n# $(flame) burns\n\n## Timeline\n\n- 10:00 UTC Declared\n',
        );
        return repository;
      });
      await damaged.openView('Runbook Lens');
      await damaged.waitForTreeRows('Postmortems', (all) => all.some(({ label }) => label === '$ (flame) burns'));
      await damaged.page
        .locator('.pane', { hasText: 'Runbooks' })
        .getByText('Git cannot be used: .git/HEAD is damaged')
        .waitFor();
      await damaged.waitForTreeRows('Runbooks', (all) => all.length > 3);
      const item = damaged.page.locator('.part.statusbar .statusbar-item[id$="runbookLens.incident.0"]');
      await poll(
        () => item.innerText(),
        (text) => text.includes('(flame) burns'),
        'the status bar to name the incident',
      );
      assert.equal(await item.locator('.codicon-flame').count(), 1, 'the one that is ours');
      assert.equal(await item.locator('.codicon-zap').count(), 0);
      await damaged.screenshot('git-damaged');
    });
  });
}
