import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { DocumentTree } from '../../../src/vscode/features/tree/provider.ts';
import { fileUri, indexed, until } from '../support.ts';

/** A tree as text: a line for each item, indented by depth. */
async function shown(tree: DocumentTree): Promise<string[]> {
  const lines: string[] = [];
  const visit = async (node: Parameters<DocumentTree['getTreeItem']>[0] | undefined, depth: number): Promise<void> => {
    for (const child of tree.getChildren(node) ?? []) {
      const item = tree.getTreeItem(child);
      assert.equal(tree.getParent(child), node);
      assert.ok(item.accessibilityInformation?.label, 'every item says something to a screen reader');
      assert.ok(item.iconPath instanceof vscode.ThemeIcon);
      lines.push(`${'  '.repeat(depth)}${item.iconPath.id} ${typeof item.label === 'string' ? item.label : ''}`);
      await visit(child, depth + 1);
    }
  };
  await visit(undefined, 0);
  return lines;
}

/** What the trees of the sidebar show. */
export function treeTests(): void {
  describe('the trees', () => {
    before(async () => {
      // Rows have room for a title beside its age.
      (await indexed()).clock.now = () => new Date('2026-11-20T10:00:00Z');
    });

    it('group runbooks by folder, with icons that show their health', async () => {
      const { trees } = await indexed();
      const expected = [
        'folder alerts',
        '  book ApiErrorsHigh',
        '  book ApiLatencyHigh',
        '  info CacheDown',
        '  book DiskFillingUp',
        '  warning NodeDown',
        '  book QueueBacklog',
        '  book ReplicaLag',
        'folder tasks',
        '  book Restart the queue',
        '  book Rotate the keys',
      ];
      // What other tests typed and dropped is forgotten when the documents have been read again.
      await until('the tree to settle', async () => isDeepStrictEqual(await shown(trees.runbook), expected)).catch(
        () => undefined,
      );
      assert.deepEqual(await shown(trees.runbook), expected);
    });

    it('group postmortems by year, the newest first, and by another fact when asked to', async () => {
      const { trees } = await indexed();
      assert.deepEqual(await shown(trees.postmortem), [
        'calendar 2026',
        '  history Søk nede',
        '  history Card payments…',
      ]);
      trees.postmortem.grouping = 'severity';
      assert.deepEqual(await shown(trees.postmortem), [
        // The severity is said by the group, so there is room for the title.
        'flame SEV-1',
        '  history Card payments failed',
        'flame SEV-2',
        '  history Søk nede',
      ]);
      trees.postmortem.grouping = 'year';
    });

    it('filter by the words that documents state about themselves', async () => {
      const { trees } = await indexed();
      trees.postmortem.filter = 'payments sev-1';
      assert.deepEqual(await shown(trees.postmortem), ['calendar 2026', '  history Card payments…']);
      trees.postmortem.filter = 'nothing like this';
      assert.deepEqual(await shown(trees.postmortem), []);
      trees.postmortem.filter = '';
    });

    it('say first what matters most, and the whole title to a screen reader', async () => {
      const { trees } = await indexed();
      const node = trees.postmortem.find(fileUri('postmortems', '2026-01-13-card-payments.md').toString());
      assert.ok(node);
      const { label, description, accessibilityInformation, iconPath } = trees.postmortem.getTreeItem(node);
      assert.match(String(description), /^S1 · \d+(?:d|mo|y)$/);
      assert.equal(label, 'Card payments…');
      assert.match(accessibilityInformation?.label ?? '', /^Card payments failed, postmortem, .*SEV-1, 2026-01-13/);
      assert.ok(iconPath instanceof vscode.ThemeIcon);
      assert.equal(iconPath.color?.id, 'charts.red');
    });

    it('tell in a tooltip what is there and what is missing', async () => {
      const { trees } = await indexed();
      const node = trees.runbook
        .getChildren()
        ?.flatMap((group) => trees.runbook.getChildren(group) ?? [])
        .find((child) => child.type === 'document' && child.document.title === 'CacheDown');
      assert.ok(node);
      const { tooltip, description } = trees.runbook.resolveTreeItem(trees.runbook.getTreeItem(node), node);
      assert.ok(tooltip instanceof vscode.MarkdownString);
      // No-break spaces would have long lines cut within words.
      assert.ok(!tooltip.value.includes('&nbsp;'));
      const text = tooltip.value.replaceAll('\\', '');
      assert.match(text, /Path\*\*: runbooks\/alerts\/CacheDown\.md/);
      assert.match(text, /Last change\*\*: .* by Ada Example/);
      assert.match(text, /Sections present\*\*: Meaning, Impact, Diagnosis/);
      assert.match(text, /Sections missing\*\*: Mitigation/);
      assert.match(String(description), /^\d+(?:d|mo|y)$/);
      const names = [...text.matchAll(/^- \*\*(.+?)\*\*:/gm)].map(([, name]) => name);
      assert.equal(new Set(names).size, names.length, 'each fact once');
    });
  });
}
