import assert from 'node:assert/strict';
import { actionLabel, initialsOf } from '../../../../../src/core/record/actions/label.ts';
import { readActionItems } from '../../../../../src/core/record/actions/read.ts';
import { documentOf } from '../../../support/context.ts';
import { itemsOf } from './support.ts';

describe('the label of an action item', () => {
  for (const [line, expected] of [
    ['- [ ] Add a worker (owner: Ada, due 2001-02-03)', 'Add a worker'],
    ['- [ ] Add a worker (owner: **Ada Lovelace**)', 'Add a worker'],
    ['- [ ] Test it, see OPS-12', 'Test it'],
    ['- [ ] Add an alert – @ada, due: 2026-04-01', 'Add an alert'],
    ['- [ ] Add an alert [@ada] (OPS-12)', 'Add an alert'],
    ['- [ ] @ada: add an alert', 'add an alert'],
    ['- [ ] Ajouter une alerte (responsable : Zoé, échéance : 2026-04-01)', 'Ajouter une alerte'],
    ['- [ ] アラートを追加する (担当: 田中)', 'アラートを追加する'],
    // What else brackets say, and names in the sentence, stay.
    ['- [ ] Page earlier (not only at night)', 'Page earlier (not only at night)'],
    ['- [ ] Let OPS-12 wait until the disk is there', 'Let OPS-12 wait until the disk is there'],
    ['- [ ] Ask @ada whether the cache (the new one) is used', 'Ask @ada whether the cache (the new one) is used'],
  ] as const) {
    it(`${line} is ${expected}`, () => {
      const [item] = itemsOf(line);
      assert.ok(item);
      assert.equal(actionLabel(item), expected);
    });
  }

  it('leaves out people that the document names elsewhere', () => {
    const head = '---\ndate: 2026-03-05\nauthors: [Tomasz Wrona]\n---\n\n## Action items\n\n';
    const [item] = readActionItems(documentOf('postmortem', `${head}- [ ] Check the SIM (Tomasz Wrona, PARC-1402)\n`));
    assert.ok(item);
    assert.equal(actionLabel(item), 'Check the SIM');
  });

  it('names people by their initials', () => {
    assert.deepEqual(['Tomasz Wrona', 'Ada', '@ops-team', 'Ludwig van Beethoven'].map(initialsOf), [
      'TW',
      'Ada',
      '@ops-team',
      'LVB',
    ]);
  });
});
