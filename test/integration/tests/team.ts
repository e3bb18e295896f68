import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/vscode/features/tree/nodes.ts';
import type { DocumentTree } from '../../../src/vscode/features/tree/provider.ts';
import { possiblePostmortem, possibleRunbook } from '../../support/documents.ts';
import { writeTree } from '../../support/workspaces.ts';
import {
  actionsFor,
  closeEditors,
  documentAt,
  fileUri,
  indexed,
  messagesAt,
  openedPath,
  openEditor,
  until,
} from '../support.ts';

const template = `---
runbook-lens:
  kind: runbook
  name: Alerts
  applies-to: runbooks/alerts/**
  path: runbooks/alerts/\${title}.md
---

# \${title}

## Meaning

## Impact

## Dashboards

<!-- Where to look. -->
`;

/** The group of the documents that are possibly of a tree's kind. */
function groupOf(tree: DocumentTree): TreeNode | undefined {
  return tree.getChildren()?.find(({ type }) => type === 'possible');
}

async function configuration(): Promise<string> {
  return readFile(fileUri('.runbook-lens.json').fsPath, 'utf8');
}

/** What a team decides in its own files, and how it is decided from the editor. */
export function teamTests(): void {
  describe('the team', () => {
    afterEach(async () => {
      await closeEditors();
      await rm(fileUri('.runbook-lens').fsPath, { recursive: true, force: true });
      await rm(fileUri('.runbook-lens.json').fsPath, { force: true });
      await until(
        'no file of the team to be left',
        async () => (await indexed()).index.catalog.teamFiles().length === 0,
      );
    });

    it('is obeyed by its template at once, saved or not', async () => {
      await indexed();
      await writeTree(openedPath(), { '.runbook-lens/templates/alerts.md': template });
      const lacking = (title: string) => () =>
        messagesAt('runbooks', 'alerts', 'ReplicaLag.md').some((message) =>
          message.startsWith(`Missing section: ${title} (required by the template Alerts`),
        );
      await until('the template to count', lacking('Dashboards'));
      const editor = await openEditor('.runbook-lens', 'templates', 'alerts.md');
      const at = editor.document.positionAt(editor.document.getText().indexOf('Dashboards'));
      await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 'Dashboards'.length)), 'Graphs'));
      await until('the unsaved template to count', lacking('Graphs'));
      assert.equal(editor.document.isDirty, true);
      assert.ok(!lacking('Dashboards')());
    });

    it('is told of a mistake in its template where it stands', async () => {
      await indexed();
      await writeTree(openedPath(), {
        '.runbook-lens/templates/mistaken.md': template.replace('kind: runbook', 'kind: playbook'),
      });
      const uri = fileUri('.runbook-lens', 'templates', 'mistaken.md');
      await until('the finding', () => vscode.languages.getDiagnostics(uri).length > 0);
      const [found] = vscode.languages.getDiagnostics(uri);
      assert.equal(found?.message, 'The kind must be runbook or postmortem.');
      assert.deepEqual([found.range.start.line, found.range.start.character], [2, 8]);
    });

    it('configures rules, is told of mistakes, and the rest applies', async () => {
      await indexed();
      await until('the finding', () => messagesAt('runbooks', 'alerts', 'CacheDown.md').length > 0);
      await writeFile(
        fileUri('.runbook-lens.json').fsPath,
        '{ "rules": { "missing-section": "off", "mising-section": "off" } }\n',
      );
      await until('the rule to be off', () => messagesAt('runbooks', 'alerts', 'CacheDown.md').length === 0);
      await until('the mistake', () => messagesAt('.runbook-lens.json').length > 0);
      assert.deepEqual(messagesAt('.runbook-lens.json'), [
        'Unknown setting "mising-section". Did you mean "missing-section"?',
      ]);
    });

    it('says that something is no runbook, by a command that writes the configuration', async () => {
      const api = await indexed();
      const uri = fileUri('runbooks', 'tasks', 'rotate the keys.md');
      await vscode.commands.executeCommand('runbookLens.notRunbook', uri);
      await until(
        'it to be neither',
        () => documentAt(api, 'runbooks', 'tasks', 'rotate the keys.md')?.kind === 'other',
      );
      assert.deepEqual(JSON.parse(await configuration()), { kinds: { other: ['runbooks/tasks/rotate the keys.md'] } });
    });

    describe('says what possible documents are', () => {
      const queue = ['services', 'docs', 'queue-workers.md'] as const;
      const search = ['services', 'docs', 'cache-nodes.md'] as const;
      const mail = ['handbook', 'mail-2025-03-02.md'] as const;

      beforeEach(async () => {
        const api = await indexed();
        await writeTree(openedPath(), {
          [queue.join('/')]: possibleRunbook('Queue workers'),
          [search.join('/')]: possibleRunbook('Cache nodes'),
          [mail.join('/')]: possiblePostmortem,
        });
        await until(
          'the possible documents',
          () =>
            documentAt(api, ...queue)?.possible === 'runbook' &&
            documentAt(api, ...search)?.possible === 'runbook' &&
            documentAt(api, ...mail)?.possible === 'postmortem',
        );
        await until(
          'the groups',
          () => groupOf(api.trees.runbook) !== undefined && groupOf(api.trees.postmortem) !== undefined,
        );
      });
      afterEach(async () => {
        const api = await indexed();
        await closeEditors();
        await rm(fileUri('services').fsPath, { recursive: true, force: true });
        await rm(fileUri('handbook').fsPath, { recursive: true, force: true });
        await until('them to go', () => documentAt(api, ...queue) === undefined);
      });

      it('which are one folded group, and are not checked', async () => {
        const { trees, index } = await indexed();
        const group = groupOf(trees.runbook);
        assert.ok(group);
        const item = trees.runbook.getTreeItem(group);
        assert.equal(item.label, 'Possibly Runbooks');
        assert.equal(item.description, '2');
        assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
        assert.equal(item.accessibilityInformation?.label, 'Possibly Runbooks, 2 documents');
        const [folder] = trees.runbook.getChildren(group) ?? [];
        assert.equal(folder && trees.runbook.getTreeItem(folder).contextValue, 'possibleFolder');
        const [document] = trees.runbook.getChildren(folder) ?? [];
        assert.ok(document);
        const { tooltip, contextValue } = trees.runbook.resolveTreeItem(trees.runbook.getTreeItem(document), document);
        assert.equal(contextValue, 'possible');
        assert.ok(tooltip instanceof vscode.MarkdownString);
        const text = tooltip.value.replaceAll('\\', '');
        assert.match(text, /Possibly a runbook\*\*: \d+ % likely\n- \*\*Because\*\*: \S/);
        assert.deepEqual(messagesAt(...queue), []);
        assert.equal(index.catalog.context(fileUri(...queue).toString()), undefined);
      });

      it('by a command on one', async () => {
        const api = await indexed();
        await vscode.commands.executeCommand('runbookLens.isRunbook', fileUri(...queue));
        await until('the runbook', () => documentAt(api, ...queue)?.kind === 'runbook');
        await vscode.commands.executeCommand('runbookLens.isPostmortem', fileUri(...mail));
        await until('the postmortem', () => documentAt(api, ...mail)?.kind === 'postmortem');
        await vscode.commands.executeCommand('runbookLens.neither', fileUri(...search));
        await until('neither', () => documentAt(api, ...search)?.probability === undefined);
        assert.deepEqual(JSON.parse(await configuration()), {
          kinds: { runbook: [queue.join('/')], postmortem: [mail.join('/')], other: [search.join('/')] },
        });
        await until('no groups', () => !groupOf(api.trees.runbook) && !groupOf(api.trees.postmortem));
        await until('the checks', () => messagesAt(...mail).length > 0);
        await vscode.commands.executeCommand('runbookLens.notRunbook', fileUri(...queue));
        await until('it to be neither', () => documentAt(api, ...queue)?.kind === 'other');
      });

      it('by a command on a folder', async () => {
        const api = await indexed();
        const group = groupOf(api.trees.runbook);
        const [folder] = api.trees.runbook.getChildren(group) ?? [];
        await vscode.commands.executeCommand('runbookLens.isRunbook', folder);
        await until('the runbooks', () =>
          [queue, search].every((path) => documentAt(api, ...path)?.kind === 'runbook'),
        );
        assert.deepEqual(JSON.parse(await configuration()), { kinds: { runbook: ['services/docs/**'] } });
        await vscode.commands.executeCommand('runbookLens.neither', fileUri(...queue));
        await until('one to be neither', () => documentAt(api, ...queue)?.kind === 'other');
        assert.equal(documentAt(api, ...search)?.kind, 'runbook');
      });
    });

    it('has records read that have no markdown ending, where the configuration names them', async () => {
      const api = await indexed();
      await writeTree(openedPath(), {
        'incidents/2024 Search down': '# Search was down\n\nFor an hour.\n',
        '.runbook-lens.json': '{ "kinds": { "postmortem": ["incidents/**"] } }\n',
      });
      await until('the record', () => documentAt(api, 'incidents', '2024 Search down')?.kind === 'postmortem');
      await rm(fileUri('incidents').fsPath, { recursive: true });
      await until('the record to go', () => documentAt(api, 'incidents', '2024 Search down') === undefined);
    });

    it('turns a rule off by quick fix, comments in the configuration stay', async () => {
      await indexed();
      await writeFile(fileUri('.runbook-lens.json').fsPath, '{\n  // Ours.\n  "services": [\n    "search"\n  ]\n}\n');
      const api = await indexed();
      await until('the configuration', () => api.index.catalog.teamFiles().length === 1);
      const { document } = await openEditor('runbooks', 'alerts', 'NodeDown.md');
      await until('the finding', () => messagesAt('runbooks', 'alerts', 'NodeDown.md').length === 1);
      const actions = await actionsFor(document, vscode.CodeActionKind.QuickFix);
      const off = actions.find(({ title }) => title === 'Turn off empty-section in this repository');
      assert.ok(off?.command);
      await vscode.commands.executeCommand(off.command.command, ...((off.command.arguments ?? []) as unknown[]));
      await until('the finding to go', () => messagesAt('runbooks', 'alerts', 'NodeDown.md').length === 0);
      assert.equal(
        await configuration(),
        '{\n  // Ours.\n  "services": [\n    "search"\n  ],\n  "rules": {\n    "empty-section": "off"\n  }\n}\n',
      );
    });

    it('ignores a finding here by quick fix', async () => {
      await indexed();
      const { document } = await openEditor('runbooks', 'alerts', 'NodeDown.md');
      await until('the finding', () => messagesAt('runbooks', 'alerts', 'NodeDown.md').length === 1);
      const actions = await actionsFor(document, vscode.CodeActionKind.QuickFix);
      const ignore = actions.find(({ title }) => title === 'Ignore empty-section here');
      assert.ok(ignore?.edit);
      await vscode.workspace.applyEdit(ignore.edit);
      await until('the finding to go', () => messagesAt('runbooks', 'alerts', 'NodeDown.md').length === 0);
      assert.match(document.getText(), /<!-- runbook-lens-disable-next-line empty-section -->\n## Impact\n/);
    });

    it('says who owns what in files that are followed', async () => {
      const api = await indexed();
      await writeFile(fileUri('OWNERS').fsPath, 'approvers: [ada]\n');
      const owners = (): readonly string[] => {
        const context = api.index.catalog.context(fileUri('runbooks', 'alerts', 'ReplicaLag.md').toString());
        return context?.ownersOf(context.document) ?? [];
      };
      await until('the owner', () => owners().includes('ada'));
      await rm(fileUri('OWNERS').fsPath);
      await until('no owner', () => owners().length === 0);
    });

    it('adopts the convention of a folder as a template that its documents follow', async () => {
      await indexed();
      await openEditor('runbooks', 'alerts', 'ReplicaLag.md');
      await vscode.commands.executeCommand('runbookLens.adoptConvention');
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.equal(
        vscode.window.activeTextEditor?.document.uri.path.endsWith(
          '/.runbook-lens/templates/runbook-runbooks-alerts.md',
        ),
        true,
      );
      assert.deepEqual(text.match(/^## .*/gm), ['## Meaning', '## Impact', '## Diagnosis', '## Mitigation']);
      assert.match(text, /applies-to: runbooks\/alerts\/\*\*\n {2}path: runbooks\/alerts\/\$\{camel\}\.md\n/);
      await until('the template to count', () =>
        messagesAt('runbooks', 'alerts', 'CacheDown.md').some((message) =>
          message.includes('required by the template'),
        ),
      );
      assert.deepEqual(messagesAt('runbooks', 'alerts', 'ReplicaLag.md'), []);
    });
  });
}
