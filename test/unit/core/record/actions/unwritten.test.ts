import assert from 'node:assert/strict';
import { itemsOf, textsOf } from './support.ts';

describe('items with a reminder or tags', () => {
  const items: ReadonlyArray<readonly [line: string, text: string]> = [
    ['- [ ] TODO: add alerts for queue depth (@ada)', 'TODO: add alerts for queue depth (@ada)'],
    ['- [ ] WIP: add a worker', 'WIP: add a worker'],
    ['- TBD: pick a broker', 'TBD: pick a broker'],
    ['- **TODO:** add a worker', 'TODO: add a worker'],
    ['- [TODO] Add a worker', '[TODO] Add a worker'],
    ['- FIXME the limits', 'FIXME the limits'],
    ['- <b>Write docs</b> (@bob)', 'Write docs (@bob)'],
    ['- <span class="x">Page earlier</span>', 'Page earlier'],
    ['- <div>Write docs</div>', 'Write docs'],
    ['- <!-- hint --> Write docs', 'Write docs'],
    ['- _Add alerts for queue depth_', 'Add alerts for queue depth'],
    ['- Replace {{ host }} in the alert by the pod', 'Replace {{ host }} in the alert by the pod'],
    ['- [Task 1] Add a worker', '[Task 1] Add a worker'],
    ['| Action | Owner |\n|---|---|\n| TODO: add a worker | |', 'TODO: add a worker'],
  ];
  for (const [line, text] of items) {
    it(`are found: ${line}`, () => {
      assert.deepEqual(textsOf(line), [text]);
    });
  }

  it('are found in lists in HTML', () => {
    const items = itemsOf(
      '<ul>',
      '<li>Write docs (@bob), due 2024-04-01</li>',
      '<li><b>Page</b> earlier</li>',
      '</ul>',
    );
    assert.deepEqual(
      items.map(({ text, owner, due }) => [text, owner?.text, due?.date]),
      [
        ['Write docs (@bob), due 2024-04-01', '@bob', '2024-04-01'],
        ['Page earlier', undefined, undefined],
      ],
    );
  });

  it('are found behind the owner and the due date', () => {
    const [item] = itemsOf('- **Owner:** Ada **Due:** 2024-04-01 Update the runbook');
    assert.deepEqual([item?.owner?.text, item?.due?.date], ['Ada', '2024-04-01']);
    assert.deepEqual(textsOf('- **Owner:** Ada, **Due:** 2024-04-01'), []);
  });

  for (const line of [
    '- TODO',
    '- [ ] WIP',
    '- <name>',
    '- TODO: add action items',
    '- TODO: @ada',
    '- TBD (2024-04-01)',
    '- _Add action items here_',
    '- <action> (owner: <name>, due: <date>)',
    '- [Action] - [Owner] - [Date]',
    '- {{ action }} by {{ owner }}',
    '- <!-- add items -->',
  ]) {
    it(`are not there: ${line}`, () => {
      assert.deepEqual(textsOf(line), []);
    });
  }
});
