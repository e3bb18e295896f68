import assert from 'node:assert/strict';
import { textsOf } from './support.ts';

const table = ['| Action | Type | Owner |', '| --- | --- | --- |', '| Add a worker | Prevent | Ada |', ''];

describe('the legend of a list', () => {
  const legends: ReadonlyArray<readonly [what: string, lines: readonly string[]]> = [
    [
      'words of a column',
      [
        ...table,
        '- Prevent: measures so that it does not happen again',
        '- Repair: measures so that it is over sooner',
      ],
    ],
    ['paragraphs', [...table, '**Prevent**: it does not happen again', '', '**Repair**: it is over sooner']],
    ['above the table', ['- Prevent = it does not happen again', '- Mitigate – it is shorter', '', ...table]],
    ['under a title', ['### Legend', '- Prevent: stop it', '### Items', '- Add a worker']],
    ['under a label', ['Priorities:', '', '- P0: at once', '- P1: later', '', 'Items:', '', '- Add a worker']],
    ['priorities', ['- P0: must be done at once', '- P1: within a week', '- P2: nice to have', '', '1. Add a worker']],
    ['signs', ['- ✅ done', '- 🚧 in progress', '- ⬜ = open', '', '1. Add a worker']],
    ['a table', ['| Priority | Meaning |', '|---|---|', '| P1 | At once |', '', '- Add a worker']],
    [
      'a status',
      [
        '| Action | Status |',
        '|---|---|',
        '| Add a worker | Open |',
        '',
        '- Open: nobody works on it yet',
        '- Done: it is in production',
      ],
    ],
    [
      'another language',
      [
        '| 施策 | 種別 |',
        '|---|---|',
        '| Add a worker | 予防 |',
        '',
        '- **予防**: 再発を防ぐ',
        '- **検知**: 早く気付く',
      ],
    ],
    [
      'what rows are about, by their number',
      [...table, '- **Prevent (1):** a worker (#1)', '- **Repair (0):** see #1'],
    ],
    ['all on one line', [...table, '**Prevent**: it does not happen again / **Repair**: it is over sooner']],
    [
      'wide signs',
      [
        '| 施策 | 種別 |',
        '|---|---|',
        '| Add a worker | 予防 |',
        '',
        '**予防（Prevent）：**再発を防ぐ / **検知（Detect）：**早く気付く',
      ],
    ],
  ];
  for (const [what, lines] of legends) {
    it(`is no work: ${what}`, () => {
      assert.deepEqual(textsOf(...lines), ['Add a worker']);
    });
  }

  const work: ReadonlyArray<readonly [what: string, lines: readonly string[], count: number]> = [
    ['owners', [...table, '- **Prevent:** add a worker (@ada)', '- **Repair:** page earlier (@bob)'], 3],
    ['what is to be done', [...table, '- Prevent: add a second worker', '- Repair: write docs'], 3],
    ['boxes', [...table, '- [ ] Prevent: it must not happen again', '- [ ] Repair: it must be over sooner'], 3],
    ['one label for several', [...table, '- Prevent: what must stop', '- Prevent: what should stop'], 3],
    ['tickets', [...table, '- Prevent: what must stop (#45)', '- Repair: what should be sooner (#46)'], 3],
    ['priorities', ['- P0: Add a worker', '- P1: Page earlier', '- P2: Write docs'], 3],
    ['labels that nothing else bears', ['- Queue: its depth must be known', '- Pager: it should ring earlier'], 2],
  ];
  for (const [what, lines, count] of work) {
    it(`is not work with labels: ${what}`, () => {
      assert.equal(textsOf(...lines).length, count);
    });
  }
});
