import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ActionItem } from '../../../../../src/core/record/actions/item.ts';
import { readActionItems } from '../../../../../src/core/record/actions/read.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import type { Range } from '../../../../../src/core/text/position.ts';
import { assertInside } from '../../../support/assertions.ts';
import { documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const source = (...lines: readonly string[]): string => ['## Action items', ...lines].join('\n');
const itemsOf = (...lines: readonly string[]): readonly ActionItem[] =>
  readActionItems(documentOf('postmortem', source(...lines)));
const textsOf = (...lines: readonly string[]): string[] => itemsOf(...lines).map(({ text }) => text);
const ownersOf = (...lines: readonly string[]): Array<string | undefined> =>
  itemsOf(...lines).map(({ owner }) => owner?.text);

/** What stands at a range of the document with these lines. */
function cut(range: Range | undefined, ...lines: readonly string[]): string | undefined {
  const text = source(...lines).split('\n')[range?.start.line ?? -1];
  return text?.slice(range?.start.character, range?.end.character);
}

describe('readActionItems', () => {
  it('reads list items of every kind, whatever the section is called', () => {
    assert.deepEqual(textsOf('- Add a worker', '* [ ] Page earlier', '1. Document *limits*', '2) [x] Test it'), [
      'Add a worker',
      'Page earlier',
      'Document limits',
      'Test it',
    ]);
    for (const title of [
      'Follow-ups',
      '🔧 Corrective actions',
      'Ações corretivas',
      'Maßnahmen',
      'Próximos pasos',
      'Next steps',
      '追加アクションアイテム',
      'Mesures préventives',
      'Acciones preventivas',
      'Medidas corretivas',
      'Gegenmaßnahmen',
      'Corrigerende maatregelen',
    ]) {
      const document = documentOf('postmortem', `## ${title}\n- Add a worker`);
      assert.deepEqual(
        readActionItems(document).map(({ text }) => text),
        ['Add a worker'],
        title,
      );
    }
    assert.deepEqual(readActionItems(documentOf('postmortem', '- **Review actions**:\n  - Add a worker')).length, 1);
    assert.deepEqual(readActionItems(documentOf('runbook', '## Action items\n- Add a worker')), []);
  });

  it('shows what a reader sees: the text of references and of emphasis that is cut, not what is struck out', () => {
    const link = ['', '[r]: https://r.example'];
    assert.deepEqual(textsOf('- [ ] **Add** [a worker][r]', '- **Done:** Page earlier', ...link), [
      'Add a worker',
      'Page earlier',
    ]);
    assert.deepEqual(textsOf('| Action | Owner |', '| - | - |', '| **Add** [it][r] ~~now~~ | Ada |', ...link), [
      'Add it',
    ]);
    assert.deepEqual(ownersOf('| Action | Owner |', '| - | - |', '| Add it | Ada ~~Bo~~, Cy |'), ['Ada , Cy']);
    assert.deepEqual(textsOf('- [~] takes (~5 min)', '- [x] ~~drawn~~'), ['takes (~5 min)', 'drawn']);
  });

  it('leaves what is no item', () => {
    assert.deepEqual(
      textsOf(
        'Every item should have a ticket, see [the guide](guide.md).',
        '',
        '- None',
        '- N/A',
        '- TODO',
        '- {{ summary }} [link to issue]',
        '- <action>',
        '- ',
        '- No action items needed.',
        '',
        '_List what is to be done_',
        '',
        '| Action | Owner |',
        '|---|---|',
        '| | |',
        '| TBD | |',
      ),
      [],
    );
  });

  it('takes sub-headings as kinds, and leaves those that are about something else', () => {
    const items = itemsOf(
      '### Process',
      '- Page earlier',
      '### Technical',
      '- Add a worker',
      '### What went wrong',
      '- The page',
    );
    assert.deepEqual(
      items.map(({ group, text }) => `${group}: ${text}`),
      ['Process: Page earlier', 'Technical: Add a worker'],
    );
    assert.deepEqual(
      itemsOf('**Process**', '', '- Page earlier', '', 'Long term:', '', '- Add a worker').map(({ group }) => group),
      ['Process', 'Long term'],
    );
  });

  it('gives sub-items to their item, but for those that are the items', () => {
    assert.deepEqual(textsOf('- Add a worker to the queue', '  - it must be small', '  - see the sheet'), [
      'Add a worker to the queue',
    ]);
    assert.deepEqual(
      textsOf('- For the next deploy of the queue we want to:', '  - add a worker', '  - page earlier'),
      ['add a worker', 'page earlier'],
    );
    assert.deepEqual(textsOf('- **Process**', '  - Page earlier'), ['Page earlier']);
    assert.deepEqual(
      itemsOf('- Improve the alerts of the queue', '  - [ ] page earlier', '  - [x] page louder').map(
        ({ done, text }) => [text, done],
      ),
      [
        ['page earlier', false],
        ['page louder', true],
      ],
    );
    assert.deepEqual(
      itemsOf('- [ ] Improve the alerts', '  - [x] page earlier', '- [ ] Other').map(({ done, text, range }) => [
        text,
        done,
        range.end.line,
      ]),
      [
        ['Improve the alerts', false, 1],
        ['page earlier', true, 2],
        ['Other', false, 3],
      ],
    );
  });

  const done: ReadonlyArray<readonly [line: string, by: string | undefined, where?: string]> = [
    ['- [x] Add a worker', 'box', '[x]'],
    ['- [ ] Add a worker', undefined],
    ['1. `[x]` Add a worker', 'box', '[x]'],
    ['- Add a worker (DONE)', 'word', '(DONE)'],
    ['- Add a worker. **(Done as of 2021-06-30)**', 'word', '**(Done as of 2021-06-30)**'],
    ['- DONE: Add a worker', 'word', 'DONE:'],
    ['- [Done] Add a worker', 'word', '[Done]'],
    ['- Add a worker, _done yesterday_', 'word', '_done yesterday_'],
    ['- Add a worker — feito', 'word', '— feito'],
    ['- ~~Add a worker~~', 'strike', '~~Add a worker~~'],
    ['- ~~Add~~ Buy a worker for the queue', undefined],
    ['- ✅ Add a worker', 'mark', '✅'],
    ['- Add a worker :white_check_mark:', 'mark', ':white_check_mark:'],
    ['- Add a check that the backup is done', undefined],
    ['- Fixed limits for the queue', undefined],
    ['- Add a worker (not done yet)', undefined],
    ['- Find out why the job closed (unclear)', undefined],
  ];
  for (const [line, by, where] of done) {
    it(`sees ${by ?? 'nothing'} that says that it is done in "${line}"`, () => {
      const [item] = itemsOf(line);
      assert.equal(item?.doneBy, by);
      assert.equal(item?.done, by !== undefined);
      assert.equal(cut(item?.doneRange, line), where);
    });
  }

  const owners: ReadonlyArray<readonly [line: string, owner: string | undefined]> = [
    ['- Add a worker @ada', '@ada'],
    ['- @example/queue-team: add a worker', '@example/queue-team'],
    ['- Add a worker. Owner: Ada Lovelace', 'Ada Lovelace'],
    ['- Add a worker (owner: Ada, due 2021-04-01)', 'Ada'],
    ['- Add a worker **Owner:** Ada', 'Ada'],
    ['- Add a worker, assigned to Ada', 'Ada'],
    ['- Add a worker - Responsável: Ada', 'Ada'],
    ['- Add a worker. Owner: TBD', undefined],
    ['- Mail root@example.org about `@types/node`', undefined],
    ['- Count the requests that are assigned to the queue', undefined],
    ['- Add a worker (Grafana)', undefined],
  ];
  for (const [line, owner] of owners) {
    it(`sees the owner ${owner ?? 'nobody'} in "${line}"`, () => {
      const [item] = itemsOf(line);
      assert.equal(item?.owner?.text, owner);
      assert.equal(cut(item?.owner?.range, line), owner);
    });
  }

  it('sees names in brackets as owners where the section names them so', () => {
    assert.deepEqual(ownersOf('- Add a worker (Ada)', '- Page earlier (Bob, Cy)', '- Test it'), [
      'Ada',
      'Bob, Cy',
      undefined,
    ]);
    assert.deepEqual(ownersOf('- Add a worker (Optional)', '- Page earlier (Done)'), [undefined, undefined]);
    assert.deepEqual(
      ownersOf('- [Ada] Add a worker', '- [Queue] Page earlier', '', '## Responders', '- Ada Lovelace'),
      ['Ada', undefined],
    );
  });

  it('sees a name in brackets with a ticket behind it', () => {
    assert.deepEqual(
      ownersOf(
        '- Add a worker (Ada, OPS-12)',
        '- Page earlier (Bob, [#3](https://example.org/3))',
        '- Test (Queue, late)',
      ),
      ['Ada', 'Bob', undefined],
    );
  });

  it('sees an account in brackets where the document names it elsewhere', () => {
    assert.deepEqual(
      ownersOf(
        '- Add a worker (ada.l)',
        '- Page earlier (bob)',
        '- Test it (ada)',
        '',
        '## Responders',
        '- ada.l, bob',
      ),
      ['ada.l', 'bob', undefined],
    );
  });

  it('sees details below an item', () => {
    const [item] = itemsOf(
      '- Add a worker',
      '  - Owner: Ada',
      '  - Due: 2021-04-01',
      '  - Ticket: OPS-12',
      '  - Status: Done',
      '  - Priority: High',
    );
    assert.equal(item?.owner?.text, 'Ada');
    assert.deepEqual([item?.due?.text, item?.due?.date], ['2021-04-01', '2021-04-01']);
    assert.deepEqual(
      item?.tracking.map(({ text, kind }) => [kind, text]),
      [['key', 'OPS-12']],
    );
    assert.equal(item?.doneBy, 'status');
    assert.equal(item?.priority, 'High');
  });

  it('takes a heading with fields below as an item', () => {
    const items = itemsOf('### 1. Add a worker', '- **Owner**: Ada', '- **Due**: Q3', '### Page earlier', 'Owner: Bob');
    assert.deepEqual(
      items.map(({ text, owner, due, shape }) => [shape, text, owner?.text, due?.text]),
      [
        ['heading', '1. Add a worker', 'Ada', 'Q3'],
        ['heading', 'Page earlier', 'Bob', undefined],
      ],
    );
  });

  it('reads paragraphs with labels or boxes, and a ticket under a heading of its own', () => {
    assert.deepEqual(
      textsOf('**Add a worker**: it must be small.', '', '**Page earlier.** At once.', '', 'Some prose.'),
      ['Add a worker: it must be small.', 'Page earlier. At once.'],
    );
    assert.deepEqual(textsOf('[ ] Add a worker', '[x] Page earlier'), ['Add a worker', 'Page earlier']);
    assert.deepEqual(textsOf('### Queue', 'Add a worker (https://example.org/1)', '### Process', 'Why did it start?'), [
      'Add a worker (https://example.org/1)',
    ]);
  });

  it('reads plain paragraphs and lines where nothing but items stands under the heading', () => {
    const both = ['Add a worker', 'Page earlier (@bob)'];
    assert.deepEqual(textsOf('Add a worker', '', 'Page earlier (@bob)'), both);
    assert.deepEqual(textsOf('Add a worker', 'Page earlier (@bob)'), both);
    assert.deepEqual(textsOf('It was a long talk.', '', 'Add a worker', '', 'Page earlier (@bob)'), both);
    assert.deepEqual(textsOf('We will add a worker.'), ['We will add a worker.']);
    assert.deepEqual(textsOf('監視を追加する', '', '手順書を更新する'), ['監視を追加する', '手順書を更新する']);
    for (const prose of [
      ['> A quotation of', '> **Add a worker** by Ada.'],
      ['We talked for an hour.', '', 'Nobody had an idea.'],
      ['Add a worker', '', 'The queue was full, and nobody knew why.'],
      ['Add a worker that is', 'large enough.'],
      ['See the board (https://example.org/1).', '', 'Each has an owner (@ada).'],
    ]) {
      assert.deepEqual(textsOf(...prose), [], prose[0]);
    }
    assert.deepEqual(textsOf('Add what is needed.', '', '- Page earlier'), ['Page earlier']);
  });

  const due: ReadonlyArray<readonly [line: string, text: string | undefined, date: string | undefined]> = [
    ['- Add a worker (due 2021-04-01)', '2021-04-01', '2021-04-01'],
    ['- Add a worker by April 1st, 2021', 'April 1st, 2021', '2021-04-01'],
    ['- Add a worker. Deadline: next sprint', 'next sprint', undefined],
    ['- Add a worker. ETA: TBD', undefined, undefined],
    ['- Add a worker by hand', undefined, undefined],
  ];
  for (const [line, text, date] of due) {
    it(`sees the due date ${text ?? 'none'} in "${line}"`, () => {
      const [item] = itemsOf(line);
      assert.deepEqual([item?.due?.text, item?.due?.date], [text, date]);
    });
  }

  const tracking: ReadonlyArray<readonly [line: string, found: readonly string[]]> = [
    ['- Add a worker [#45](https://example.org/45)', ['[#45](https://example.org/45)']],
    ['- Add a worker ([issue][1])', ['[issue][1]']],
    ['- Add a worker https://example.org/45.', ['https://example.org/45']],
    ['- Add a worker (#45, OPS-12, example/queue#7)', ['#45', 'OPS-12', 'example/queue#7']],
    ['- Add a worker, ticket 4711', ['ticket 4711']],
    ['- Use UTF-8 and SHA-256 in #team ![graph](https://example.org/a.png)', []],
    ['- Raise the limit to 512 at step 3 - 1', []],
  ];
  for (const [line, found] of tracking) {
    it(`sees ${found.length === 0 ? 'no ticket' : found.join(' and ')} in "${line}"`, () => {
      const items = itemsOf(line)[0]?.tracking ?? [];
      assert.deepEqual(
        items.map(({ text }) => text),
        found,
      );
      assert.deepEqual(
        items.map(({ range }) => cut(range, line)),
        found,
      );
    });
  }

  it('reads tables, with the cells to edit', () => {
    const lines = [
      '| # | Action item | Owner | Due date | Status | Ticket | Priority | Type |',
      '|---|---|---|---|---|---|---|---|',
      '| 1 | Add a `worker` | Ada | 2021-04-01 | Done | OPS-12 | P1 | Process |',
      '| 2 | Page earlier | | | In progress | | | |',
      '| 3 | ~~Test it~~ | TBD | - | Not done | [x](https://example.org) | | |',
    ];
    const [first, second, third] = itemsOf(...lines);
    assert.deepEqual(
      [
        first?.text,
        first?.owner?.text,
        first?.due?.date,
        first?.doneBy,
        first?.tracking[0]?.text,
        first?.priority,
        first?.group,
      ],
      ['Add a worker', 'Ada', '2021-04-01', 'status', 'OPS-12', 'P1', 'Process'],
    );
    assert.deepEqual([second?.done, second?.owner, second?.tracking.length], [false, undefined, 0]);
    assert.equal(second?.ownerCell?.start.line, 4);
    assert.equal(cut(second?.statusCell, ...lines), 'In progress');
    assert.deepEqual([third?.doneBy, third?.owner?.text, third?.tracking.length], ['strike', undefined, 1]);
  });

  it('reads tables whose tickets say that the item is done', () => {
    const items = itemsOf(
      '| Action item | Type | Owner | Bug |',
      '|---|---|---|---|',
      '| Add a worker | prevent | Ada | n/a **DONE** |',
      '| Page earlier | mitigate | Bob | Bug 4711 **TODO** |',
      '| Test it | process | Cy | n/a **TODO** |',
    );
    assert.deepEqual(
      items.map(({ done: isDone, tracking: found }) => [isDone, ...found.map(({ text }) => text)]),
      [[true], [false, 'Bug 4711'], [false]],
    );
  });

  it('leaves out what says that an item is done', () => {
    assert.deepEqual(
      textsOf('- Add a worker (DONE)', '- ✅ Page earlier', '- ~~Test it~~', '- ☐ Call them', '- Write (done) it down'),
      ['Add a worker', 'Page earlier', 'Test it', 'Call them', 'Write it down'],
    );
  });

  it('reads owner and date between slashes', () => {
    const [item] = itemsOf('- [ ] Add a worker / Ada / 2021-07-01');
    assert.deepEqual([item?.owner?.text, item?.due?.date], ['Ada', '2021-07-01']);
  });

  it('reads tables without a title for the items, and no others', () => {
    assert.deepEqual(textsOf('| Improvement we want | Who |', '|---|---|', '| Add a worker | Ada |'), ['Add a worker']);
    assert.deepEqual(textsOf('| Region | Requests |', '|---|---|', '| North | 12 |'), []);
  });

  it('says exactly what an item takes up', () => {
    const lines = ['- [ ] Add a worker', '  to the queue', '  - small', '', '- Other'];
    const [item] = itemsOf(...lines);
    assert.equal(cut(item?.box, ...lines), '[ ]');
    assert.equal(cut(item?.textRange, ...lines), 'Add a worker');
    assert.equal(item?.text, 'Add a worker to the queue');
    assert.deepEqual([item?.range.start.line, item?.range.end.line], [1, 3]);
  });

  it('never throws, and keeps its ranges inside any text', () => {
    const itemlike = fc
      .array(
        fc.constantFrom(
          '## Action items',
          '### Process',
          '- a',
          '  - [x] b @ada',
          '- [ ] c (Ada)',
          '| Action | Owner |',
          '|---|---|',
          '| d | Bob |',
          '| e',
          '**f**: g',
          '',
          '> - q',
          '- Owner: x',
          '1. `[x]` h #4',
          '- ~~i~~ (done)',
          '- - [ ] j',
          '```',
          'Due: 2021-02-30',
          '\t- k',
          '- |',
          '- **Follow-ups**: l',
          '[ ] m',
          '- \\[x\\] n, due ~~2024-04-01~~ 2099-01-01',
          '- [-] o (担当：山田、期限：2024年4月1日)',
          '- ~~p',
          '  q~~ (@ada)',
          '- <div>r</div>',
          '<ul><li>s</li>',
          '- Prevent: so that it does not happen again',
          '### Completed',
          '- t 📅 2024-04-01 → 2099-01-01 [due:: 2024-04-01]',
          '### 1. n',
        ),
        { maxLength: 16 },
      )
      .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((eol) => lines.join(eol)));
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown, plausibleDocument('postmortem'), itemlike, itemlike), (text) => {
        const document = documentOf('postmortem', text);
        const lines = Lines.of(document.text);
        for (const item of readActionItems(document)) {
          const { range, textRange, box, owner, due, doneRange, ownerCell, statusCell } = item;
          const ranges = [range, textRange, box, owner?.range, due?.range, doneRange, ownerCell, statusCell];
          const all = [...ranges, ...item.tracking.map((found) => found.range)].filter((found) => found !== undefined);
          all.forEach((found) => assertInside(lines, found, 'part'));
          assert.ok(box === undefined || /^(?:\\?[[［].*[\]］]|<input.*>)$/.test(cutFrom(lines, box)));
          assert.ok(owner === undefined || cutFrom(lines, owner.range) === owner.text);
        }
      }),
      { numRuns: examples(1500) },
    );
  });
});

function cutFrom(lines: Lines, { start, end }: Range): string {
  return lines.text(start.line).slice(start.character, end.character);
}
