import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../src/vscode/activate.ts';
import { pem, summed } from '../../unit/support/made-secrets.ts';
import { writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, openedPath, openEditor, until } from '../support.ts';

const shapes = {
  table: '| Time (UTC) | Event |\n| --- | --- |\n| hh:mm | <what happened> |\n',
  list: 'All times in UTC.\n\n- **hh:mm** – <what happened>\n',
  heading: 'All times in UTC.\n\n### hh:mm\n\n<What happened?>\n',
} as const;
type Shape = keyof typeof shapes;

const recordPath = ['incidents', '2026-11-21-checkout-fails-for-all-cards.md'] as const;
const runbookPath = ['runbooks', 'checkout-refuses-cards.md'] as const;
const recordUri = (): vscode.Uri => fileUri(...recordPath);

function template(shape: Shape): string {
  return `---
runbook-lens:
  kind: postmortem
  name: Incident
  path: incidents/\${date}-\${slug}.md
title: \${title}
date: \${date}
status: draft
severity: \${severity}
services:
  - \${service}
---

# \${title}

## Summary

## Impact

## Detection

## Timeline

${shapes[shape]}
## Causes

## Resolution

## Action Items
`;
}

/** What somebody else does between any two commands. */
type Between = () => Promise<void>;

/** What the author writes where the draft asks. */
const written: Readonly<Record<string, string>> = {
  '## Impact\n': 'No card could be charged; about 1,900 orders failed.\n',
  '## Causes\n':
    'The certificate of the payment gateway expired, and its renewal had failed for weeks without an alert.\n',
  '## Resolution\n': 'The former certificate was put back, which is valid for another month.\n',
  '## Action Items\n': '- [ ] Alert on certificates that expire within two weeks\n- [ ] Renew the certificate OPS-13\n',
};

async function run(command: string, answers: object): Promise<void> {
  await vscode.commands.executeCommand(`runbookLens.${command}`, answers);
}

async function textOf(parts: readonly string[]): Promise<string> {
  return readFile(fileUri(...parts).fsPath, 'utf8');
}

/** Plays an incident from its declaration to the draft of its postmortem. */
async function respond(api: Api, shape: Shape, between: Between = () => Promise.resolve()): Promise<void> {
  const at = (time: string): void => {
    api.clock.now = () => new Date(time);
  };
  const step = async (command: string, answers: object): Promise<void> => {
    await between();
    await run(command, { record: recordUri().toString(), ...answers });
  };
  const log = (text: string, more: object = {}): Promise<void> => step('logEntry', { text, ...more });
  await writeTree(openedPath(), { '.runbook-lens/templates/incident.md': template(shape) });
  await until('the template', () => api.index.catalog.teamFiles().length === 1);
  at('2026-11-21T22:40:10Z');
  await run('declareIncident', { title: 'Checkout fails for all cards', severity: 'SEV-2', service: 'checkout' });
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), recordUri().toString());
  await log('22:31 CheckoutErrorsHigh pages');
  at('2026-11-21T22:44:00Z');
  await log('All instances of the payment gateway refuse connections');
  await step('assignRole', { role: 'Scribe', person: 'Tomasz Wrona' });
  at('2026-11-21T22:52:00Z');
  await step('changeSeverity', { severity: 'SEV-1' });
  at('2026-11-21T23:20:00Z');
  await log('Ran `kubectl get pods`: none is ready', {
    quote: '$ kubectl get pods\ngateway-1 0/1\n',
    from: 'the terminal',
  });
  at('2026-11-22T00:05:00Z');
  await step('changeStatus', { status: 'identified' });
  await log('23:50 The certificate of the gateway | its chain expired at midnight CET');
  await step('handOver', {
    role: 'Incident Commander',
    person: 'Aoife Kerrigan',
    known: 'The certificate expired',
    inProgress: 'Tomasz puts the old one back',
    next: 'Look at 00:30',
  });
  at('2026-11-22T00:30:00Z');
  await log('Rolled the certificate back; connections return');
  await step('changeStatus', { status: 'mitigated' });
  at('2026-11-22T01:10:00Z');
  await log('No errors for half an hour');
  await step('resolveIncident', {
    start: '2026-11-21 22:29',
    detected: '2026-11-21 22:31',
    resolved: '2026-11-22 01:10',
  });
  await until('the record to be a draft', () => documentAt(api, ...recordPath)?.metadata.status === 'draft');
}

/** Writes what the draft asks for, as its author does, and saves. */
async function writeUp(): Promise<void> {
  const { document } = await openEditor(...recordPath);
  const edit = new vscode.WorkspaceEdit();
  for (const [heading, text] of Object.entries(written)) {
    const offset = document.getText().indexOf(heading);
    const below = document.positionAt(offset + heading.length);
    // Questions stand below the heading, and go when they are answered.
    const rest = document.getText().slice(offset + heading.length);
    const asked = /^\s*<!--[^]*?-->\n?/.exec(rest)?.[0].length ?? 0;
    const end = document.positionAt(offset + heading.length + asked);
    edit.replace(document.uri, new vscode.Range(below, end), `\n${text}`);
  }
  const rest = /<!--[^]*?-->\n\n/.exec(document.getText().slice(0, document.getText().indexOf('## Impact')));
  if (rest !== null) {
    edit.delete(
      document.uri,
      new vscode.Range(document.positionAt(rest.index), document.positionAt(rest.index + rest[0].length)),
    );
  }
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.ok(await document.save());
}

async function expectedText(name: string): Promise<string> {
  const extension = vscode.extensions.getExtension('runbook-lens.runbook-lens');
  assert.ok(extension);
  return readFile(path.join(extension.extensionPath, 'test', 'fixtures', 'incidents', name), 'utf8');
}

async function cleanUp(api: Api): Promise<void> {
  await closeEditors();
  for (const folder of ['incidents', '.runbook-lens', path.join(...runbookPath)]) {
    await rm(fileUri(folder).fsPath, { recursive: true, force: true });
  }
  await until(
    'nothing to be left',
    () =>
      api.index.catalog.teamFiles().length === 0 &&
      [recordPath, runbookPath].every((parts) => documentAt(api, ...parts) === undefined),
  );
}

/** A whole incident, from the declaration to the closed review. */
export function incidentTests(): void {
  describe('an incident', () => {
    let api: Api;
    beforeEach(async () => {
      api = await indexed();
    });
    afterEach(async () => cleanUp(api));

    for (const shape of ['table', 'list', 'heading'] as const) {
      it(`is played to its end in a ${shape}`, async () => {
        await respond(api, shape);
        const review = async (status: string): Promise<void> => {
          await run('changeReviewStatus', { uri: recordUri().toString(), status });
          await until(`the review to be ${status}`, async () =>
            (await textOf(recordPath)).includes(`status: ${status}`),
          );
        };
        const edit = async (text: string, command: string, answers: object): Promise<void> => {
          await until('the item to be known', () => documentAt(api, ...recordPath)?.text.includes(text) === true);
          const line = (await textOf(recordPath)).split('\n').findIndex((other) => other.includes(text));
          await run(command, { uri: recordUri().toString(), line, ...answers });
        };
        await writeUp();
        await review('in review');
        await review('reviewed');
        await edit('expire within two weeks', 'setActionItemOwner', { owner: 'Tomasz Wrona' });
        await edit('expire within two weeks', 'setActionItemDue', { due: '2026-12-05' });
        await edit('Renew the certificate', 'toggleActionItem', { done: true });
        // An open item without a ticket keeps a record from being closed.
        const closing = run('changeReviewStatus', { uri: recordUri().toString(), status: 'closed' });
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        const { document } = await openEditor(...recordPath);
        assert.match(document.getText(), /^status: reviewed$/m);
        const item = document.getText().indexOf('two weeks');
        const ticket = new vscode.WorkspaceEdit();
        ticket.insert(document.uri, document.positionAt(item + 'two weeks'.length), ' OPS-12');
        assert.ok(await vscode.workspace.applyEdit(ticket));
        await run('draftRunbook', {
          record: recordUri().toString(),
          title: 'Checkout refuses cards',
          template: 'alert',
          path: runbookPath.join('/'),
        });
        await until('the runbook', () => documentAt(api, ...runbookPath) !== undefined);
        await review('closed');
        await Promise.race([closing, Promise.resolve()]);
        assert.equal(await textOf(recordPath), await expectedText(`${shape}.md`));
        assert.equal(await textOf(runbookPath), await expectedText(`${shape}-runbook.md`));
      });
    }

    it('is the same with the record closed after each command', async () => {
      await respond(api, 'table', closeEditors);
      assert.equal(await textOf(recordPath), await expectedText('table-draft.md'));
    });

    it('is the same while somebody types in the record', async () => {
      await respond(api, 'list', async () => {
        const editor = await openEditor(...recordPath);
        const title = editor.document.getText().indexOf('\n\n## Summary');
        assert.ok(await editor.edit((edit) => edit.insert(editor.document.positionAt(title), '·')));
        assert.equal(editor.document.isDirty, true);
      });
      const text = await textOf(recordPath);
      assert.equal(text.split('·').length - 1, 12);
      assert.equal(text.replaceAll('·', ''), await expectedText('list-draft.md'));
    });

    it('is the same while another process writes to the record', async () => {
      await respond(api, 'heading', async () => {
        const current = await textOf(recordPath);
        await writeFile(recordUri().fsPath, current.replace('\n## Summary', '<!-- seen -->\n\n## Summary'));
      });
      const text = await textOf(recordPath);
      assert.equal(text.split('<!-- seen -->\n').length - 1, 12);
      assert.equal(text.replace(/(?:<!-- seen -->\n\n?)+/, '\n'), await expectedText('heading-draft.md'));
    });

    it('has no secret of a text or its output, unless the user keeps it', async () => {
      api.clock.now = () => new Date('2026-11-21T22:40:10Z');
      await writeTree(openedPath(), { '.runbook-lens/templates/incident.md': template('list') });
      await until('the template', () => api.index.catalog.teamFiles().length === 1);
      await run('declareIncident', { title: 'Checkout fails for all cards', severity: 'SEV-2', service: 'checkout' });
      const token = summed(['ghp', ''].join('_'));
      const log = (more: object): Promise<void> =>
        run('logEntry', {
          record: recordUri().toString(),
          text: `Ran \`curl -u "ada:${token}"\``,
          quote: `Hello ada\nx-token: ${token}\n`,
          from: 'the terminal',
          ...more,
        });
      const before = await textOf(recordPath);
      // Nobody answers the question: whether it waits or is refused, nothing is written.
      await Promise.race([log({}), new Promise((resolve) => setTimeout(resolve, 2000))]);
      assert.equal(await textOf(recordPath), before);
      await log({ secrets: 'remove' });
      const without = await textOf(recordPath);
      assert.ok(without.includes('Ran `curl -u "ada:[secret removed]"`'), without);
      assert.match(without, /Hello ada\n *x-token: \[secret removed\]\n/);
      assert.ok(!without.includes(token));
      await log({ secrets: 'keep' });
      assert.equal((await textOf(recordPath)).split(token).length - 1, 2);
      // Of long output, the beginning of a key may be left out and its end not.
      const lines = Array.from({ length: 30 }, (_, index) => `Line ${index}`);
      const quote = [...lines, pem(), ...lines.slice(0, 5)].join('\n');
      await log({ secrets: 'remove', quote, shorten: true });
      const cut = await textOf(recordPath);
      assert.match(cut, /… \d+ lines …/);
      assert.ok(
        pem()
          .split('\n')
          .every((line) => !cut.includes(line)),
        cut,
      );
    });

    it('is the same in CRLF', async () => {
      let first = true;
      await respond(api, 'table', async () => {
        if (first) {
          first = false;
          await writeFile(recordUri().fsPath, (await textOf(recordPath)).replaceAll('\n', '\r\n'));
        }
      });
      assert.equal(await textOf(recordPath), (await expectedText('table-draft.md')).replaceAll('\n', '\r\n'));
    });
  });
}
