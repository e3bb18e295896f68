import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { AlertWorkbench } from '../../../src/vscode/features/alerts/workbench.ts';
import { actionsFor, closeEditors, documentAt, fileUri, indexed, messagesAt, openEditor, until } from '../support.ts';

const rules = ['rules', 'storage.yaml'] as const;
const diskRunbook = ['runbooks', 'alerts', 'DiskFillingUp.md'] as const;

async function workbench(): Promise<AlertWorkbench> {
  const api = await indexed();
  const found = await api.alerts();
  await found.alerts.settled();
  return found;
}

/** The place of a text in a document. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${text} in ${document.uri.path}`);
  return document.positionAt(at);
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, text),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

async function lensesOf(document: vscode.TextDocument): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.map(({ command, range }) => `${range.start.line}: ${command?.title}`);
}

async function text(...parts: readonly string[]): Promise<string> {
  return readFile(fileUri(...parts).fsPath, 'utf8');
}

/** What the editor knows of alerts and their runbooks. */
export function alertTests(): void {
  describe('the alerts of rule files', () => {
    afterEach(closeEditors);

    it('are listed by state, what needs work first, with the runbooks that no alert leads to', async () => {
      const { tree } = await workbench();
      const rows = tree.getChildren().map((node) => {
        const { label, description } = tree.getTreeItem(node);
        return [label, description, ...tree.getChildren(node).map((child) => tree.getTreeItem(child).label)];
      });
      assert.deepEqual(rows, [
        ['Dead link', '1', 'ReplicaLag'],
        ['No runbook', '1', 'CertificateExpires'],
        ['Heading missing', '1', 'QueueBacklog'],
        ['Elsewhere', '1', 'PartnerDown'],
        ['Runbook', '3', 'VolumeNearlyFull', 'DiskFillingUp', 'ApiErrorsHigh'],
        ['Runbooks Without Alerts', '5', 'ApiLatencyHigh', 'CacheDown', 'NodeDown', 'ReplicaLag', 'Rotate the keys'],
      ]);
    });

    it('are grouped by file, group and severity', async () => {
      const { tree } = await workbench();
      const labels = async (grouping: string): Promise<unknown[]> => {
        await vscode.commands.executeCommand('runbookLens.groupAlerts', { grouping });
        return tree.getChildren().map((node) => tree.getTreeItem(node).label);
      };
      assert.deepEqual(await labels('severity'), [
        'critical',
        'page',
        'warning',
        'Without a Severity',
        'Runbooks Without Alerts',
      ]);
      assert.deepEqual(await labels('group'), ['partners', 'storage', 'Runbooks Without Alerts']);
      assert.deepEqual(await labels('file'), ['rules/partners.yaml', 'rules/storage.yaml', 'Runbooks Without Alerts']);
      await vscode.commands.executeCommand('runbookLens.groupAlerts', { grouping: 'state' });
    });

    it('tell the first section, owner and past incidents of their runbook in a hover', async () => {
      await workbench();
      const { document } = await openEditor(...rules);
      const hover = await hoverAt(document, 'DiskFillingUp');
      assert.match(hover, /\*\*\[DiskFillingUp\]\(file:.*DiskFillingUp\.md\)\*\*/);
      assert.match(hover, /What DiskFillingUp says under meaning/);
      assert.match(await hoverAt(document, 'runbooks/ReplicaLag.md'), /which does not exist/);
      assert.match(await hoverAt(document, 'CertificateExpires'), /no link to a runbook/);
    });

    it('lead to their runbook and its heading by Go to Definition and by links', async () => {
      await workbench();
      const { document } = await openEditor(...rules);
      const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, 'ApiErrorsHigh'),
      );
      assert.equal(definition?.targetUri.path, fileUri('runbooks', 'alerts', 'ApiErrorsHigh.md').path);
      const page = await vscode.workspace.openTextDocument(definition.targetUri);
      assert.equal(page.lineAt(definition.targetRange.start.line).text, '## Diagnosis');
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      const paths = links.map(({ target }) => `${target?.path}#${target?.fragment}`);
      assert.ok(paths.some((path) => path.endsWith('/ApiErrorsHigh.md#L' + (definition.targetRange.start.line + 1))));
      assert.ok(paths.some((path) => path.endsWith('/DiskFillingUp.md#')));
    });

    it('say above each where it leads', async () => {
      await workbench();
      const { document } = await openEditor(...rules);
      const lenses = await lensesOf(document);
      const line = (name: string): number => placeOf(document, `alert: ${name}`).line;
      assert.match(
        lenses.find((lens) => lens.startsWith(`${line('DiskFillingUp')}:`)) ?? '',
        /DiskFillingUp · changed/,
      );
      assert.ok(lenses.includes(`${line('CertificateExpires')}: $(add) Create Runbook`));
      assert.ok(lenses.includes(`${line('ReplicaLag')}: $(link) Dead link: Link to…`));
    });

    it('are the references of their runbook, told by its title, its row and above its title', async () => {
      await workbench();
      const api = await indexed();
      const { document } = await openEditor(...diskRunbook);
      const references = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        new vscode.Position(0, 3),
      );
      assert.ok(references.some(({ uri }) => uri.path.endsWith('/rules/storage.yaml')));
      assert.match(
        await hoverAt(document, 'DiskFillingUp'),
        /Alerts that lead here:\n\n- \[VolumeNearlyFull\]\(.*\)\n- \[DiskFillingUp\]/,
      );
      assert.ok((await lensesOf(document)).includes('0: $(bell) 2 alerts lead here'));
      const found = documentAt(api, ...diskRunbook);
      assert.deepEqual(found && api.trees.runbook.factsOf(found).alerts, ['VolumeNearlyFull', 'DiskFillingUp']);
    });

    it('have findings at their links, in the Problems panel', async () => {
      await workbench();
      await until('the findings', () => messagesAt(...rules).length === 3);
      const findings = vscode.languages
        .getDiagnostics(fileUri(...rules))
        .filter(({ source }) => source === 'Runbook Lens')
        .map(({ code, severity }) => [typeof code === 'object' ? code.value : code, severity]);
      assert.deepEqual(findings, [
        ['alert-runbook-dead', vscode.DiagnosticSeverity.Warning],
        ['alert-anchor-missing', vscode.DiagnosticSeverity.Information],
        ['alert-without-runbook', vscode.DiagnosticSeverity.Hint],
      ]);
    });

    it('get a link to the moved runbook by a quick fix, which one undo takes back', async () => {
      await workbench();
      const { document } = await openEditor(...rules);
      const before = document.getText();
      const actions = await actionsFor(document, vscode.CodeActionKind.QuickFix);
      const fix = actions.find(({ title }) => title === 'Link to runbooks/alerts/ReplicaLag.md');
      assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
      await vscode.workspace.applyEdit(fix.edit);
      assert.match(document.getText(), /blob\/main\/runbooks\/alerts\/ReplicaLag\.md\n/);
      await until('the finding to go', () => messagesAt(...rules).length === 2);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

    it('are silenced by a comment of a quick fix', async () => {
      await workbench();
      const { document } = await openEditor(...rules);
      const actions = await actionsFor(document, vscode.CodeActionKind.QuickFix);
      const fix = actions.find(({ title }) => title === 'Ignore alert-runbook-dead here');
      assert.ok(fix?.edit);
      await vscode.workspace.applyEdit(fix.edit);
      await until('the finding to go', () => messagesAt(...rules).length === 2);
    });

    it('declare an incident with the runbook that they link to', async () => {
      const api = await indexed();
      await workbench();
      const { document } = await openEditor(...rules);
      await vscode.commands.executeCommand('runbookLens.declareForAlert', {
        uri: document.uri,
        line: placeOf(document, 'alert: ApiErrorsHigh').line,
        title: 'Answers fail',
        severity: 'SEV-1',
      });
      await until('the record', () =>
        api.index.catalog.telling('incident').some(({ title }) => title === 'Answers fail'),
      );
      const record = api.index.catalog.telling('incident').find(({ title }) => title === 'Answers fail');
      assert.match(record?.text ?? '', /ApiErrorsHigh\.md/);
      assert.match(record?.text ?? '', /storage\.yaml#L\d+/);
    });

    it('get a runbook from an alert: filled in, beside the others, with the link in the form of the file', async () => {
      await workbench();
      const { document } = await openEditor(...rules);
      await vscode.commands.executeCommand('runbookLens.createRunbookForAlert', {
        uri: document.uri,
        line: placeOf(document, 'alert: CertificateExpires').line,
      });
      const created = ['runbooks', 'alerts', 'CertificateExpires.md'] as const;
      const page = await text(...created);
      assert.match(page, /^# CertificateExpires$/m);
      assert.match(page, /certificate_days < 7/);
      assert.match(
        await text(...rules),
        /runbook_url: https:\/\/github\.com\/acme\/shop\/blob\/main\/runbooks\/alerts\/CertificateExpires\.md/,
      );
      const { tree } = await workbench();
      await until('the alert to have a runbook', () =>
        tree.getChildren().every((node) => tree.getTreeItem(node).label !== 'No runbook'),
      );
    });

    it('are told apart on one line, and a link with labels counts for all pages that it fits', async () => {
      const { tree } = await workbench();
      const flow = fileUri('rules', 'flow.yaml');
      const page = 'runbooks/alerts/{{ $labels.alertname }}.md';
      await writeFile(
        flow.fsPath,
        `groups: [{name: flow, rules: [{alert: FlowA, expr: a}, {alert: FlowB, expr: b}]}]\n---\ngroups:\n  - name: labels\n    rules:\n      - alert: FlowC\n        expr: c\n        annotations:\n          runbook_url: ${page}\n`,
      );
      const rowsNow = () => tree.getChildren().flatMap((node) => tree.getChildren(node));
      const named = (name: string) => rowsNow().find((row) => row.type === 'alert' && row.found.alert.name === name);
      const unused = (): string => {
        const group = tree.getChildren().find(({ type }) => type === 'unused');
        return tree
          .getChildren(group)
          .map((node) => tree.getTreeItem(node).label)
          .map((label) => (typeof label === 'string' ? label : label?.label))
          .join();
      };
      try {
        await until('the rows', () => named('FlowB') !== undefined && unused() === 'Rotate the keys');
        const rows = rowsNow();
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
        await vscode.commands.executeCommand('runbookLens.openAlert', named('FlowB'));
        const { activeTextEditor } = vscode.window;
        assert.equal(activeTextEditor?.document.getText(activeTextEditor.selection), 'FlowB');
      } finally {
        await rm(flow.fsPath);
      }
      await until('the rows to go', () => named('FlowB') === undefined);
    });

    it('are not asked for runbooks that are used elsewhere', async () => {
      const api = await indexed();
      const { tree } = await workbench();
      const runbook = documentAt(api, 'runbooks', 'alerts', 'CacheDown.md');
      await vscode.commands.executeCommand('runbookLens.usedElsewhere', { document: runbook });
      assert.match(await text('.runbook-lens.json'), /"usedElsewhere": \[\s*"runbooks\/alerts\/CacheDown\.md"/);
      await until('the row to go', () => {
        const unused = tree.getChildren().find(({ type }) => type === 'unused');
        return !tree.getChildren(unused).some((node) => tree.getTreeItem(node).label === 'CacheDown');
      });
    });
  });
}
