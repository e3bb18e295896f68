import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, openedPath, openEditor, until } from '../support.ts';

const path = ['runbooks', 'alerts', 'WorkerStuck.md'] as const;
const runbook = `# WorkerStuck

## Meaning

The worker is stuck.

## Impact

Mail is late.

## Diagnosis

\`\`\`console
$ echo "<pod name>"
stuck
$ echo \\
>   two
\`\`\`

## Mitigation

\`\`\`bash
rm -rf /srv/data
for pod in a b; do
  echo "$pod"
done
echo <token>
\`\`\`
`;
const record = ['postmortems', '2026-06-02-worker.md'] as const;
const recordText = `---
title: The worker is stuck
date: 2026-06-02
start_time: 2026-06-02T09:00:00Z
severity: SEV-2
status: investigating
---

# The worker is stuck

## Timeline (UTC)

- 09:00 Declared
`;

const run = (command: string, line: number, more: object = {}): Thenable<unknown> =>
  vscode.commands.executeCommand(`runbookLens.${command}`, { uri: fileUri(...path).toString(), line, ...more });

async function lensesOf(): Promise<Array<readonly [number, string]>> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileUri(...path),
    100,
  );
  return lenses.map(({ range, command }) => [range.start.line, command?.title.replace(/\$\(\w+\) /, '') ?? '']);
}

/** What can be done with the commands of a runbook. */
export function runbookCommandTests(): void {
  describe('the commands of a runbook', () => {
    const lineOf = (text: string): number => runbook.split('\n').findIndex((line) => line.includes(text));

    beforeEach(async () => {
      const api = await indexed();
      await writeTree(openedPath(), { [path.join('/')]: runbook });
      await until('the runbook to be indexed', () => documentAt(api, ...path)?.text === runbook);
    });

    afterEach(async () => {
      const api = await indexed();
      await closeEditors();
      vscode.window.terminals.forEach((terminal) => terminal.dispose());
      await rm(fileUri(...path).fsPath);
      await until('the runbook to be gone', () => documentAt(api, ...path) === undefined);
    });

    it('have code lenses, unless a setting turns them off; other documents have none', async () => {
      await openEditor(...path);
      assert.deepEqual(await lensesOf(), [
        [lineOf('<pod name>'), 'Copy'],
        [lineOf('<pod name>'), 'Fill In'],
        [lineOf('<pod name>'), 'Send to Terminal'],
        [lineOf('echo \\'), 'Copy'],
        [lineOf('echo \\'), 'Send to Terminal'],
        [lineOf('rm -rf'), 'Copy'],
        [lineOf('rm -rf'), 'Send to Terminal'],
        [lineOf('for pod'), 'Copy'],
        [lineOf('<token>'), 'Copy'],
        [lineOf('<token>'), 'Fill In'],
        [lineOf('<token>'), 'Send to Terminal'],
      ]);
      const settings = vscode.workspace.getConfiguration('runbookLens');
      await settings.update('codeLens', false, vscode.ConfigurationTarget.Global);
      try {
        await until('no lenses', async () => (await lensesOf()).length === 0);
      } finally {
        await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('are copied without prompts, at the cursor too', async () => {
      await run('copyCommand', lineOf('echo \\'));
      assert.equal(await vscode.env.clipboard.readText(), 'echo two');
      const editor = await openEditor(...path);
      const at = new vscode.Position(lineOf('rm -rf'), 2);
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('runbookLens.copyCommand');
      assert.equal(await vscode.env.clipboard.readText(), 'rm -rf /srv/data');
      await run('copyCommand', lineOf('for pod'));
      assert.equal(await vscode.env.clipboard.readText(), 'for pod in a b; do\n  echo "$pod"\ndone');
    });

    it('are filled in with quoted values, and remember all that are not secret', async () => {
      const line = lineOf('<pod name>');
      await run('fillInCommand', line, { values: { 'pod-name': 'a"; id; "$(id)' }, next: 'copy' });
      assert.equal(await vscode.env.clipboard.readText(), 'echo ""\'a"; id; "$(id)\'""');
      await run('copyCommand', line);
      assert.equal(await vscode.env.clipboard.readText(), 'echo ""\'a"; id; "$(id)\'""');
      await run('fillInCommand', lineOf('<token>'), { values: { token: 'hunter2' }, next: 'copy' });
      assert.equal(await vscode.env.clipboard.readText(), 'echo hunter2');
      await run('copyCommand', lineOf('<token>'));
      assert.equal(await vscode.env.clipboard.readText(), 'echo <token>');
    });

    it('are placed in a terminal one at a time and not run', async function (this: Mocha.Context) {
      this.timeout(30_000);
      const started: string[] = [];
      const listener = vscode.window.onDidStartTerminalShellExecution(({ execution }) =>
        started.push(execution.commandLine.value),
      );
      try {
        await run('sendToTerminal', lineOf('<pod name>'), { values: { 'pod-name': 'web 1' } });
        await until('the terminal', () => vscode.window.activeTerminal !== undefined);
        await new Promise((resolve) => setTimeout(resolve, 1500));
        assert.deepEqual(started, []);
      } finally {
        listener.dispose();
      }
    });

    it('tell their exit code and output after the user has run them, where the shell tells', async function (this: Mocha.Context) {
      this.timeout(60_000);
      const api = await indexed();
      await writeTree(openedPath(), { [record.join('/')]: recordText });
      await until('the record to be indexed', () => documentAt(api, ...record)?.text === recordText);
      try {
        const line = lineOf('<pod name>');
        // A shell that is ready, as a slow machine may start it late.
        const terminal = vscode.window.createTerminal();
        terminal.show();
        await until('the shell integration of the terminal', () => terminal.shellIntegration !== undefined);
        await until('the terminal to be active', () => vscode.window.activeTerminal === terminal);
        await run('sendToTerminal', line, { values: { 'pod-name': 'web 1' } });
        const ended = new Promise<number | undefined>((resolve) => {
          const listener = vscode.window.onDidEndTerminalShellExecution(({ exitCode }) => {
            listener.dispose();
            resolve(exitCode);
          });
        });
        // As the user's Enter.
        terminal.sendText('', true);
        assert.equal(await ended, 0);
        await run('logCommand', line, { text: 'Looked', output: true, record: fileUri(...record).toString() });
        assert.match(await readFile(fileUri(...record).fsPath, 'utf8'), /Looked[^]*```text\n\s*web 1\n\s*```/);
      } finally {
        await closeEditors();
        await rm(fileUri(...record).fsPath);
        await until('the record to be gone', () => documentAt(api, ...record) === undefined);
      }
    });

    it('with line breaks, hostile values or destruction are not sent without more', async () => {
      const before = vscode.window.terminals.length;
      await run('sendToTerminal', lineOf('for pod'));
      assert.equal(vscode.window.terminals.length, before);
      await run('fillInCommand', lineOf('<pod name>'), { values: { 'pod-name': 'a\u001b[201~\nid' }, next: 'copy' });
      assert.doesNotMatch(await vscode.env.clipboard.readText(), /201~/);
    });

    it('are logged to the incident, without secrets', async () => {
      const api = await indexed();
      api.clock.now = () => new Date('2026-06-02T10:00:00Z');
      await writeTree(openedPath(), { [record.join('/')]: recordText });
      await until('the record to be indexed', () => documentAt(api, ...record)?.text === recordText);
      try {
        assert.ok((await lensesOf()).some(([, title]) => title === 'Log to Incident'));
        await run('logCommand', lineOf('<token>'), {
          text: 'Ran `echo <token>`',
          record: fileUri(...record).toString(),
        });
        const text = await readFile(fileUri(...record).fsPath, 'utf8');
        assert.match(text, /^- 10:00 Ran `echo <token>`/m);
      } finally {
        await closeEditors();
        await rm(fileUri(...record).fsPath);
        await until('the record to be gone', () => documentAt(api, ...record) === undefined);
        api.clock.now = () => new Date();
      }
    });
  });
}
