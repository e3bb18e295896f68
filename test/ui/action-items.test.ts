import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import { poll } from '../support/poll.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

const record = 'postmortems/2026/2026-10-20-slow-allocation-after-index-drop.md';
const item = 'Keep index use over fail-overs, by copying it every night';

/** The tree of action items in the packaged extension on the sample repository. */
export default function actionItemTests(session: Session): void {
  describe('the action items', () => {
    let workbench: Workbench;
    let file = '';

    before(async () => {
      workbench = await session.open(async (folder) => {
        const operations = path.join(folder, 'tarnbox-operations');
        await createSampleRepository(operations);
        file = path.join(operations, record);
        return operations;
      });
      await workbench.openView('Runbook Lens');
    });

    const row = () =>
      workbench.page
        .locator('.pane', { hasText: 'Action Items' })
        .locator(`.monaco-list-row[aria-label^=${JSON.stringify(item)}]`)
        .first();

    /** Chooses a command in the item's menu, and again where the tree changed under the menu, till a question is asked. */
    async function choose(title: string, label: string): Promise<void> {
      await workbench.insist(
        () => workbench.chooseInRowMenu('Action Items', label, title),
        workbench.quickInput(),
        `the question of ${title}`,
      );
    }

    /** Waits until the record on disk has a line. */
    async function waitForLine(line: string): Promise<void> {
      await poll(
        () => readFile(file, 'utf8'),
        (text) => text.split('\n').includes(line),
        `the line ${line}`,
      );
    }

    it('stand under their postmortems, the newest first, with their owner', async () => {
      // The other views are made small, so that rows show.
      for (const view of ['Runbooks', 'Postmortems']) {
        await workbench.page
          .locator('.pane-header', { hasText: view })
          .first()
          .click({ position: { x: 20, y: 10 } });
      }
      const rows = await workbench.waitForTreeRows('Action Items', (all) =>
        all.some(({ accessibleName }) => accessibleName.startsWith(item)),
      );
      const found = rows.find(({ accessibleName }) => accessibleName.startsWith('Find out why the second SIM'));
      assert.match(found?.description ?? '', /^TW(?: ·|$)/);
      assert.match(found?.accessibleName ?? '', /open, Tomasz Wrona/);
      await workbench.screenshot('action-items');
    });

    it('get an owner in the form of the record, from a menu', async () => {
      await choose('Set Owner…', item);
      await workbench.typeInQuickInput('Somebody New');
      await workbench.screenshot('action-item-owner');
      await workbench.page.keyboard.press('Enter');
      await waitForLine(`- [ ] ${item} (Somebody New)`);
      await workbench.waitForTreeRows('Action Items', (rows) => rows.some(({ description }) => description === 'SN'));
    });

    it('get the known owner for half a name', async () => {
      await choose('Set Owner…', `${item} (Somebody New)`);
      await workbench.typeInQuickInput('aoife');
      await workbench.quickInputRow('aoife').waitFor();
      assert.deepEqual(await workbench.quickInputLabels(), ['Aoife Kerrigan', 'aoife']);
      await workbench.page.keyboard.press('Enter');
      await waitForLine(`- [ ] ${item} (Aoife Kerrigan)`);
      await choose('Set Owner…', `${item} (Aoife Kerrigan)`);
      await workbench.answerQuickInput('Somebody New');
      await waitForLine(`- [ ] ${item} (Somebody New)`);
    });

    it('get a due date, and stand out when it has passed', async () => {
      await choose('Set Due Date…', `${item} (Somebody New)`);
      await workbench.answerQuickInput('2026-02-30');
      await workbench.page
        .locator('.quick-input-widget', { hasText: 'Not a valid date, for example next Friday' })
        .waitFor();
      await workbench.answerQuickInput('2020-10-31');
      await workbench.waitForTreeRows('Action Items', (rows) =>
        rows.some(({ description }) => /^\d+\w+ late · SN$/.test(description)),
      );
      await workbench.screenshot('action-item-overdue');
    });

    it('are changed together, after one question', async () => {
      const rows = workbench.page
        .locator('.pane', { hasText: 'Action Items' })
        .locator('[role="treeitem"][aria-level="2"]');
      await workbench.insist(
        async () => {
          await workbench.page.keyboard.press('Escape');
          await rows.nth(0).click();
          await rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
          await rows.nth(1).click({ button: 'right' });
          // The menu takes no click as soon as it is there, and a tree that changes meanwhile closes it.
          await workbench.page
            .locator('.context-view .action-label', { hasText: /^Set Due Date…$/ })
            .hover({ timeout: 5000 })
            .catch(() => undefined);
          await workbench.page.keyboard.press('Enter');
        },
        workbench.quickInput().getByText('Due date of 2 action items'),
        'one question for two action items',
      );
      await workbench.screenshot('action-items-together');
      await workbench.answerQuickInput('2031-01-31');
      await workbench.waitForTreeRows(
        'Action Items',
        (all) => all.filter(({ accessibleName }) => accessibleName.includes('due 2031-01-31')).length === 2,
      );
    });

    it('are ticked by their box, in the record', async () => {
      const isTicked = async (): Promise<boolean> =>
        (await readFile(file, 'utf8')).includes('\n- [x] Keep index use over fail-overs');
      // A tree that changes under the pointer takes no click.
      await poll(
        async () => {
          await row().locator('.custom-view-tree-node-item-checkbox').click();
          return poll(isTicked, (ticked) => ticked, 'the box to be ticked', 5000).catch(() => false);
        },
        (ticked) => ticked,
        'the box to be ticked in the record',
      );
      await workbench.waitForTreeRows('Action Items', (rows) =>
        rows.every(({ accessibleName }) => !accessibleName.startsWith(item)),
      );
    });
  });
}
