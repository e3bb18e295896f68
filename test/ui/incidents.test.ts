import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import { ExtensionHost } from './support/extension-host.ts';
import {
  askForEntry,
  assertOnce,
  declareIncident,
  eventsIn,
  foldOtherViews,
  inputValue,
  logEntry,
  RecordFile,
  statusItem,
  waitForStatus,
  waitForStep,
} from './support/incidents.ts';
import { poll } from '../support/poll.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

/** Incidents in the packaged extension, from the declaration to the draft, also in two windows and through crashes. */
export default function incidentTests(session: Session): void {
  describe('an incident', () => {
    /** Opens a window on a fresh copy of the sample repository. */
    async function openFresh(): Promise<{ workbench: Workbench; operations: string }> {
      let operations = '';
      const workbench = await session.open(async (folder) => {
        operations = path.join(folder, 'tarnbox-operations');
        await createSampleRepository(operations);
        return operations;
      });
      return { workbench, operations };
    }

    const tab = (workbench: Workbench, name: string) =>
      workbench.page.locator('.tabs-container .tab.active', { hasText: name });
    const line = (workbench: Workbench, text: string) =>
      workbench.page.locator('.editor-instance .view-line', { hasText: text }).first();

    describe('that is declared', () => {
      let workbench: Workbench;
      let operations: string;

      before(async () => {
        ({ workbench, operations } = await openFresh());
        await workbench.openView('Runbook Lens');
        await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 3);
      });

      it('needs two keys from the palette', async () => {
        await workbench.runCommand('Runbook Lens: Declare Incident…');
        await waitForStep(workbench, 1, 2);
        const title = await inputValue(workbench);
        assert.match(title, /^Incident at \d\d:\d\d UTC$/);
        await workbench.page.keyboard.press('Enter');
        await waitForStep(workbench, 2, 2);
        await workbench.page.keyboard.press('Enter');
        const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
        await tab(workbench, slug).waitFor();
        const text = await (await RecordFile.called(operations, slug)).text();
        assert.match(text, new RegExp(`^title: ${title}\n(?:.*\n)*severity: SEV-1\nstatus: Investigating\n`, 'm'));
        assert.match(text, /^incident_commander: Robin Example$/m);
        assert.deepEqual(eventsIn(text), ['Incident declared']);
        await waitForStatus(workbench, /SEV-1, \d+ min, Investigating\. Shows the incident commands\.$/);
      });

      it('shows its roles and its checklist', async () => {
        const rows = await workbench.waitForTreeRows('Incident', (all) => all.length > 4);
        assert.match(rows[0]?.accessibleName ?? '', /SEV-1 · Investigating$/);
        await foldOtherViews(workbench);
        await workbench.expandRow('Incident', 'Roles');
        const named = await workbench.waitForTreeRows('Incident', (all) => all.some(({ label }) => label === 'Scribe'));
        const names = named.map(({ accessibleName }) => accessibleName);
        const roles = names.indexOf('Roles 1 of 5');
        assert.deepEqual(names.slice(roles + 1, roles + 3), [
          'Incident Commander: Robin Example',
          'Deputy: unassigned',
        ]);
        // Its severity is set.
        assert.ok(names.includes('Checklist 1 of 11'), names.join('\n'));
      });

      it('gets its service from its title', async () => {
        await declareIncident(workbench, 'parcel-api answers 500');
        const text = await (await RecordFile.called(operations, 'parcel-api-answers-500')).text();
        assert.match(text, /^title: parcel-api answers 500$/m);
        assert.match(text, /^services: \[parcel-api\]$/m);
      });

      for (const from of ['its menu', 'the editor'] as const) {
        it(`knows the runbook that it is declared from, by ${from}`, async () => {
          const name = from === 'its menu' ? 'CertificateExpiresSoon' : 'PostgresReplicationLag';
          const folder = from === 'its menu' ? 'ingress' : 'postgres';
          // VS Code forgets the row of a menu when the tree changes at that moment, as it does right after a declaration.
          const title = await poll(
            async () => {
              if (from === 'its menu') {
                await workbench.page.keyboard.press('Escape');
                await workbench.chooseInRowMenu('Runbooks', name, 'Declare Incident…');
              } else {
                await workbench.openFile(`${name}.md`);
                await workbench.runCommand('Runbook Lens: Declare Incident…');
              }
              await waitForStep(workbench, 1, 2);
              return inputValue(workbench);
            },
            (suggested) => suggested === name || from === 'the editor',
            'the row that the menu was opened on',
          );
          assert.equal(title, name);
          await workbench.page.keyboard.press('Enter');
          await waitForStep(workbench, 2, 2);
          await workbench.page.keyboard.press('Enter');
          const record = await RecordFile.called(operations, name.toLowerCase());
          const text = await record.text();
          assert.match(text, new RegExp(String.raw`^services: \[${folder}\]$`, 'm'));
          const link = `[${name}](../../runbooks/alerts/${folder}/${name}.md)`;
          assert.deepEqual(eventsIn(text), [`Incident declared from the runbook ${link}`]);
          const runbook = new RecordFile(path.join(operations, 'runbooks', 'alerts', folder, `${name}.md`));
          await runbook.waitForOnce(`(../../../postmortems/2026/${path.basename(record.file)})`);
        });
      }
    });

    describe('that goes on', () => {
      let workbench: Workbench;
      let operations: string;
      let record: RecordFile;

      before(async () => {
        ({ workbench, operations } = await openFresh());
        await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        await workbench.openView('Runbook Lens');
        await workbench.waitForTreeRows('Runbooks', (rows) => rows.length > 3);
        await declareIncident(workbench, 'Lockers refuse pickup codes');
        record = await RecordFile.called(operations, 'lockers-refuse-pickup-codes');
        await statusItem(workbench).waitFor();
      });

      const keyboard = () => workbench.page.keyboard;
      const view = () => workbench.page.locator('.pane', { has: workbench.page.locator('[aria-label^="Incident"]') });
      const clipboard = () => workbench.page.evaluate<string>('navigator.clipboard.readText()');

      it('takes entries by two keys, in the order of time', async () => {
        await logEntry(workbench, record, 'Support calls');
        await logEntry(workbench, record, '-10m First complaint');
        assert.deepEqual(await record.events(), ['First complaint', 'Incident declared', 'Support calls']);
      });

      it('does not log a time that does not exist without a warning', async () => {
        await askForEntry(workbench, '25:99 nonsense');
        await workbench.quickInput().getByText('"25:99" is not a valid time').waitFor();
        await keyboard().press('Enter');
        await workbench.quickInput().getByText('"25:99" is not a valid time').waitFor();
        await workbench.typeInQuickInput('503s are back');
        await keyboard().press('Enter');
        await record.waitForOnce('503s are back');
        assert.ok(!(await record.text()).includes('25:99'));
      });

      it('takes entries while its record is closed, and gives them back by Undo', async () => {
        await workbench.runCommand('View: Close All Editors');
        const before = await record.text();
        await logEntry(workbench, record, 'Typed by mistake');
        await workbench.openFile(path.basename(record.file));
        await keyboard().press('ControlOrMeta+End');
        await line(workbench, 'Typed by mistake').waitFor();
        await keyboard().press('ControlOrMeta+z');
        await line(workbench, 'Typed by mistake').waitFor({ state: 'detached' });
        await keyboard().press('ControlOrMeta+s');
        assert.equal(await record.waitFor((text) => !text.includes('Typed by mistake'), 'no mistake'), before);
      });

      it('keeps what is selected in an editor as a code block', async () => {
        await workbench.openFile('PostgresReplicationLag.md');
        const title = line(workbench, '# PostgresReplicationLag');
        await title.click();
        await keyboard().press('Home');
        await keyboard().press('Shift+End');
        await askForEntry(workbench, 'Followed the runbook');
        await workbench
          .quickInput()
          .getByText('Includes the selection from PostgresReplicationLag.md (1 line).')
          .waitFor();
        await keyboard().press('Enter');
        const text = await record.waitForOnce('Followed the runbook', '\n```text\n# PostgresReplicationLag\n```\n');
        assert.match(text, /\| Followed the runbook – output below \(Robin Example\) \|/);
      });

      it('keeps what is selected in a terminal, and leaves the clipboard as it was', async () => {
        await workbench.page.evaluate("navigator.clipboard.writeText('kept as it was')");
        await workbench.runCommand('Terminal: Create New Terminal');
        const terminal = workbench.page.locator('.terminal-wrapper.active');
        const focus = terminal.locator('.xterm-helper-textarea:focus');
        await focus.waitFor({ state: 'attached' });
        // What is typed does not hold what is printed, and leaves a file behind when it has been.
        const done = path.join(path.dirname(operations), 'printed');
        await keyboard().type(`printf '%s-%s\\n' gateway down; touch ../printed`);
        await keyboard().press('Enter');
        await poll(
          () => Promise.resolve(existsSync(done)),
          (ended) => ended,
          'the command to end',
        );
        const outputs = (text: string): number => text.split('\ngateway-down\n').length - 1;
        await workbench.runCommand('Terminal: Select All');
        const selection = workbench.quickInput().getByText('Includes the selection from the terminal');
        // The palette gives the focus back before all is selected.
        await workbench.insist(
          async () => {
            // In the terminal itself the key would end the selection.
            if (await workbench.quickInput().isVisible()) {
              await keyboard().press('Escape');
              await workbench.quickInput().waitFor({ state: 'hidden' });
            }
            await focus.waitFor({ state: 'attached' });
            await askForEntry(workbench, 'Asked the gateway');
          },
          selection,
          'the question with the selection',
        );
        await keyboard().press('Enter');
        await record.waitFor((text) => outputs(text) === 1, 'the output');
        await focus.waitFor({ state: 'attached' });
        // Not by `runCommand`, whose Escape would end the selection.
        const command = 'Runbook Lens: Log Terminal Selection to the Timeline…';
        await keyboard().press('F1');
        await workbench.quickInput().locator('input:focus').waitFor();
        await workbench.typeInQuickInput(`>${command}`);
        await workbench.pickQuickInput(command);
        await selection.waitFor();
        await workbench.answerQuickInput('Asked it again');
        await record.waitFor((text) => outputs(text) === 2, 'the output of the second time');
        assert.equal(await clipboard(), 'kept as it was');
        await workbench.runCommand('View: Toggle Panel Visibility');
      });

      it('has its roles, severity and status changed', async () => {
        await workbench.openView('Runbook Lens');
        await foldOtherViews(workbench);
        await workbench.expandRow('Incident', 'Roles');
        await workbench.clickRow('Incident', 'Scribe');
        await workbench.quickInput().locator('input[placeholder^="Who takes the role Scribe"]').waitFor();
        await workbench.pickQuickInput('Tomasz Wrona');
        await record.waitForOnce('\nscribe: Tomasz Wrona\n', 'Tomasz Wrona takes the role of Scribe');
        await workbench.waitForTreeRows('Incident', (rows) =>
          rows.some(({ accessibleName }) => accessibleName === 'Scribe: Tomasz Wrona'),
        );
        await workbench.runCommand('Runbook Lens: Change Incident Severity…');
        await workbench.quickInput().locator('input[placeholder="Choose the new severity."]').waitFor();
        await workbench.pickQuickInput('SEV-2');
        await record.waitForOnce('\nseverity: SEV-2\n', 'Severity changed from SEV-1 to SEV-2');
        await workbench.runCommand('Runbook Lens: Change Incident Status…');
        await workbench.quickInput().locator('input[placeholder="Incident status"]').waitFor();
        await workbench.pickQuickInput('mitigated');
        await record.waitForOnce('\nstatus: Mitigated\n', 'Status changed from Investigating to Mitigated');
        await waitForStatus(workbench, /SEV-2, \d+ min, Mitigated/);
      });

      it('is handed over', async () => {
        await workbench.runCommand('Runbook Lens: Hand Over Incident Role…');
        await waitForStep(workbench, 1, 5);
        await workbench.pickQuickInput('Incident Commander');
        await waitForStep(workbench, 2, 5);
        await workbench.pickQuickInput('Priya Nandakumar');
        const told = ['Half of the gateways are back', 'Tomasz restarts the others', 'Look again at noon'];
        for (const [index, text] of told.entries()) {
          await waitForStep(workbench, index + 3, 5);
          await workbench.answerQuickInput(text);
        }
        await record.waitForOnce('\nincident_commander: Priya Nandakumar\n', ...told);
      });

      it('gives a status update, in the clipboard and in the timeline', async () => {
        await workbench.runCommand('Runbook Lens: Draft Status Update…');
        const said = ['A third of the lockers', 'Restarting gateways', 'Nothing', '13:00 UTC'];
        for (const [index, text] of said.entries()) {
          await waitForStep(workbench, index + 1, 4);
          await workbench.answerQuickInput(text);
        }
        await workbench.quickInputRow('What we know: A third of the lockers').waitFor();
        await workbench.screenshot('status-update-preview');
        // Nothing is selected, so one Enter too many sends nothing.
        await keyboard().press('Enter');
        assert.ok(!(await record.text()).includes('What we know'));
        await workbench.quickInput().locator('.monaco-list-row', { hasText: 'Copy and Log' }).click();
        await record.waitForOnce('What we know: A third of the lockers');
        await workbench.page.locator('.part.statusbar').getByText('Status update copied to the clipboard').waitFor();
        assert.match(
          await clipboard(),
          /^\[SEV-2\] Lockers refuse pickup codes \(Mitigated, \d+ min\)\nWhat we know: A third of the lockers\nWhat we are doing: Restarting gateways\nWhat we need: Nothing\nNext update: 13:00 UTC$/,
        );
      });

      it('opens a runbook', async () => {
        await workbench.runCommand('Runbook Lens: Open Runbook for This Incident…');
        await workbench.quickInput().locator('input[placeholder^="Choose a runbook."]').waitFor();
        await workbench.answerQuickInput('LockerOfflineRatio');
        await tab(workbench, 'LockerOfflineRatioHigh.md').waitFor();
      });

      it('keeps the check marks of its checklist in its record', async () => {
        await foldOtherViews(workbench);
        const box = (text: string) =>
          view().locator('.monaco-list-row', { hasText: text }).locator('.custom-view-tree-node-item-checkbox');
        await workbench.expandRow('Incident', 'Checklist');
        // A view that is drawn anew meanwhile loses a click.
        const tick = (text: string): Promise<boolean> =>
          poll(
            async () => {
              if ((await box(text).getAttribute('aria-checked')) !== 'true') {
                await box(text).click();
              }
              await workbench.page.waitForTimeout(1000);
              return (await record.text()).includes(`- [x] ${text}`);
            },
            (ticked) => ticked,
            `"${text}" to be ticked`,
          );
        const [ask, help] = ['Ask what changed recently and what can be rolled back', 'Get help: service owners'];
        await tick(ask);
        const first = await record.waitForOnce(`- [x] ${ask}`);
        assert.doesNotMatch(first, new RegExp(help), 'what nobody used is no part of the record');
        await workbench.waitForTreeRows('Incident', (rows) =>
          rows.some(({ accessibleName }) => /^Checklist [23] of 11$/.test(accessibleName)),
        );
        await tick(help);
        const second = await record.waitForOnce(`- [x] ${help}`);
        assert.ok(second.startsWith(first.trimEnd()), second);
      });

      it('loses no entry of two windows, wherever its record is open', async () => {
        const other = await session.open(() => Promise.resolve(operations));
        await statusItem(other).waitFor();
        const windows = [workbench, other];
        const logged: string[] = [];
        for (const open of [[workbench, other], [other], []]) {
          for (const each of windows) {
            await each.runCommand('View: Close All Editors');
          }
          for (const each of open) {
            await each.openFile(path.basename(record.file));
          }
          for (const [index, each] of windows.entries()) {
            const entry = `In turn ${index + 1} with ${open.length} open`;
            logged.push(entry);
            await logEntry(each, record, entry);
          }
          const entries = windows.map((_, index) => `At once ${index + 1} with ${open.length} open`);
          logged.push(...entries);
          await Promise.all(windows.map((each, index) => askForEntry(each, entries[index] ?? '')));
          await Promise.all(windows.map((each) => each.page.keyboard.press('Enter')));
          await Promise.all(windows.map((each) => each.quickInput().waitFor({ state: 'hidden' })));
          await record.waitForOnce(...entries);
        }
        assertOnce(await record.text(), logged);
      });

      it('is not touched while it has a merge conflict, and says so', async () => {
        await workbench.runCommand('View: Close All Editors');
        const before = await record.text();
        const conflict = '<<<<<<< HEAD\nstatus: Mitigated\n=======\nstatus: Identified\n>>>>>>> other\n';
        const conflicted = before.replace('status: Mitigated\n', conflict);
        assert.notEqual(conflicted, before);
        await writeFile(record.file, conflicted);
        await waitForStatus(workbench, /^Lockers refuse pickup codes, incident: merge conflict\. Opens the record\.$/);
        const rows = await workbench.waitForTreeRows('Incident', (all) => all.length === 1);
        assert.equal(rows[0]?.description, 'merge conflict');
        await askForEntry(workbench, 'Into the conflict');
        await keyboard().press('Enter');
        await workbench.waitForNotification('has a merge conflict. Resolve it in the editor first, then try again.');
        assert.equal(await readFile(record.file, 'utf8'), conflicted);
        await writeFile(record.file, before);
        await waitForStatus(workbench, /SEV-2, \d+ min, Mitigated/);
      });

      it('becomes the draft of a postmortem, after questions only for what is not known', async () => {
        await workbench.runCommand('Runbook Lens: Resolve Incident…');
        // An entry is older than the declaration; when the harm had stopped the timeline tells.
        for (const [index, question] of [
          'When did it start?',
          'When was it detected?',
          'When was it resolved?',
        ].entries()) {
          await waitForStep(workbench, index + 1, 3);
          await workbench.quickInput().getByText(question).waitFor();
          await keyboard().press('Enter');
        }
        const text = await record.waitForOnce('\nstatus: Draft\n', 'Incident resolved');
        assert.match(text, /^mitigated_at: \d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/m);
        await workbench.quickInput().getByText('Time to resolve:').first().waitFor();
        await workbench.quickInput().locator('.monaco-list-row', { hasText: 'Schedule Retrospective…' }).waitFor();
        await workbench.screenshot('resolved-card');
        await keyboard().press('Escape');
        await statusItem(workbench).waitFor({ state: 'detached' });
        await view().waitFor({ state: 'detached' });
      });
    });

    describe('in a window whose extensions crash', () => {
      let workbench: Workbench;
      let host: ExtensionHost;
      let record: RecordFile;

      before(async () => {
        let operations = '';
        [workbench, host] = await ExtensionHost.opening(session, async () => {
          const opened = await openFresh();
          ({ operations } = opened);
          return opened.workbench;
        });
        await declareIncident(workbench, 'Labels are not printed');
        record = await RecordFile.called(operations, 'labels-are-not-printed');
        await statusItem(workbench).waitFor();
      });

      async function crash(): Promise<void> {
        const before = await record.text();
        host.kill();
        await host.restarted();
        assert.equal(await record.text(), before);
      }

      it('has lost nothing after each command, and goes on', async () => {
        await crash();
        await logEntry(workbench, record, 'First after a crash');
        await crash();
        await workbench.runCommand('Runbook Lens: Change Incident Status…');
        await workbench.quickInput().locator('input[placeholder="Incident status"]').waitFor();
        await workbench.pickQuickInput('identified');
        await record.waitForOnce('\nstatus: Identified\n', 'Status changed from Investigating to Identified');
        await crash();
        await workbench.runCommand('Runbook Lens: Assign Incident Role…');
        await waitForStep(workbench, 1, 2);
        await workbench.pickQuickInput('Scribe');
        await waitForStep(workbench, 2, 2);
        await workbench.pickQuickInput('Aoife Kerrigan');
        await record.waitForOnce('\nscribe: Aoife Kerrigan\n', 'Aoife Kerrigan takes the role of Scribe');
        await crash();
        await logEntry(workbench, record, 'Last after a crash');
        assert.deepEqual(await record.events(), [
          'Incident declared',
          'First after a crash',
          'Status changed from Investigating to Identified',
          'Aoife Kerrigan takes the role of Scribe',
          'Last after a crash',
        ]);
      });

      it('lacks at most the entry that was being written', async () => {
        const before = await record.events();
        await askForEntry(workbench, 'In flight');
        await workbench.page.keyboard.press('Enter');
        host.kill();
        await host.restarted();
        await logEntry(workbench, record, 'After the flight');
        const after = await record.events();
        assert.deepEqual(
          after.filter((event) => event !== 'In flight'),
          [...before, 'After the flight'],
        );
        assert.ok(after.filter((event) => event === 'In flight').length <= 1, after.join('\n'));
        assert.match(await record.text(), /^---\ntitle: Labels are not printed\n(?:.*\n)*## Timeline\n/);
      });
    });
  });
}
