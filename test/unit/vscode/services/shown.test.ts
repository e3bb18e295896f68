import assert from 'node:assert/strict';
import { shownItem, shownTreeItem } from '../../../../src/vscode/services/shown.ts';

const hostile = '$(flame) a\u202eb\nc [x](command:y)';
const safe = String.raw`$ (flame) a\u202eb c [x] (command:y)`;

describe('what is shown in lists and trees', () => {
  it('makes no icon, link or line of a text in an item to choose, and keeps the item that it stands for', () => {
    const item = { icon: 'book', label: hostile, description: hostile, detail: hostile, picked: true, value: hostile };
    const shown = shownItem(item);
    assert.deepEqual([shown.label, shown.description, shown.detail], [`$(book) ${safe}`, safe, safe]);
    assert.equal(shown.item, item);
    assert.equal(shown.picked, true);
    assert.deepEqual(Object.keys(shownItem({ label: 'a' })), ['label', 'item']);
    assert.equal(shownItem({ label: 'Störung 🔥 $(cat x)' }).label, 'Störung 🔥 $(cat x)');
  });

  it('makes none in an item of a tree', () => {
    const tree = shownTreeItem({
      label: hostile,
      description: hostile,
      tooltip: `$(flame)\n${hostile}`,
      accessibilityInformation: { label: hostile, role: 'treeitem' },
      checkboxState: { state: 0, accessibilityInformation: { label: hostile } },
    });
    assert.deepEqual(tree, {
      label: safe,
      description: safe,
      tooltip: '$ (flame)\n$ (flame) a\\u202eb\nc [x] (command:y)',
      accessibilityInformation: { label: safe, role: 'treeitem' },
      checkboxState: { state: 0, accessibilityInformation: { label: safe } },
    });
    assert.deepEqual(shownTreeItem({ label: { label: hostile } }), { label: { label: safe } });
  });
});
