import assert from 'node:assert/strict';
import { isDate, setActionItemDue, setActionItemOwner } from '../../../../../../src/core/index.ts';
import { changed, changedLine, type Make } from './support.ts';

const owner =
  (name: string): Make =>
  (document, item) =>
    setActionItemOwner(document, item, name);
const due =
  (date: string): Make =>
  (document, item) =>
    setActionItemDue(document, item, date);

const table = (...rows: readonly string[]): string[] => ['| Action | Owner | Due |', '|---|---|---|', ...rows];

describe('setActionItemOwner', () => {
  const cases: ReadonlyArray<readonly [what: string, lines: readonly string[], name: string, expected: string]> = [
    ['a cell', table('| Add | Bo | |'), 'Ada', '| Add | Ada | |'],
    ['an empty cell', table('| Add |      | |'), 'Ada', '| Add | Ada  | |'],
    ['a cell without a name', table('| Add | TBD | |'), 'Ada', '| Add | Ada | |'],
    ['a cell with a pipe in it', table('| Add | Bo | |'), 'Ada | Bo', String.raw`| Add | Ada \| Bo | |`],
    [
      'a row without a column for it',
      ['| Action | Status |', '|---|---|', '| Add | Open |'],
      'Ada',
      '| Add (owner: Ada) | Open |',
    ],
    ['a name that stands there', ['- Add (owner: Bo, due 2026-01-01)'], 'Ada', '- Add (owner: Ada, due 2026-01-01)'],
    ['a bold label', ['- Add **Owner:** Bo'], 'Ada Lovelace', '- Add **Owner:** Ada Lovelace'],
    ['an account', ['- Add @bo'], '@ada', '- Add @ada'],
    ['an account without its sign', ['- Add @bo'], 'ada', '- Add @ada'],
    ['an account by a name', ['- Ask @bo about it', '- B'], 'Ada Lovelace', '- Ask @bo about it (owner: Ada Lovelace)'],
    ['a label', ['- Add'], 'Ada', '- Add (owner: Ada)'],
    ['the brackets of the others', ['- Add', '- B (Bo, OPS-12)', '- C (Cy, OPS-13)'], 'Ada', '- Add (Ada)'],
    ['brackets with a ticket', ['- Add (Bo, OPS-12)', '- C (Cy, OPS-13)'], 'Ada', '- Add (Ada, OPS-12)'],
    ['the accounts of the others', ['- Add', '- B @bo'], '@ada', '- Add @ada'],
    ['the accounts of the others in front', ['- Add', '- @bo: B'], '@ada', '- @ada: Add'],
    ['the label of the others', ['- Add', '- B, assignee: Bo'], 'Ada', '- Add, assignee: Ada'],
    ['slashes', ['- Add / Bo / 2026-01-01'], 'Ada', '- Add / Ada / 2026-01-01'],
    ['brackets beside the due date', ['- Add (due 2026-01-01)'], 'Ada', '- Add (owner: Ada, due 2026-01-01)'],
    ['a place in front of the date at the end', ['- Add – 2026-01-01'], 'Ada', '- Add (owner: Ada) – 2026-01-01'],
    ['a place in front of what says that it is done', ['- Add – done'], 'Ada', '- Add (owner: Ada) – done'],
    ['a place within a line through it', ['- ~~Add~~'], 'Ada', '- ~~Add (owner: Ada)~~'],
    ['a line of its own', ['- Add', '  - Owner: Bo'], 'Ada', '  - Owner: Ada'],
    ['a line without a name', ['- Add', '  - Owner:', '  - Due: 2026-01-01'], 'Ada', '  - Owner: Ada'],
    ['a new line where others have one', ['- Add', '- B', '  - **Assignee**: Bo'], 'Ada', '  - **Assignee**: Ada'],
    ['a new line beside others', ['- Add', '  - Due: 2026-01-01', '- B'], 'Ada', '  - Owner: Ada'],
    ['a new line below a heading', ['### Add', 'Due: 2026-01-01'], 'Ada', 'Owner: Ada'],
    ['the last line of a long text', ['- Add a', '  worker'], 'Ada', '  worker (owner: Ada)'],
    ['a cell behind what is struck out', table('| Add | ~~Cy~~ Bo | |'), 'Ada', '| Add | ~~Cy~~ Ada | |'],
    ['a cell in which all is struck out', table('| Add | ~~Bo~~ | |'), 'Ada', '| Add | ~~Bo~~ Ada | |'],
    ['a text behind what is struck out', ['- Add ~~@bo~~ @cy'], '@ada', '- Add ~~@bo~~ @ada'],
    ['an account with a point', ['- Add (@bo.b)'], '@ada', '- Add (@ada)'],
    [
      'brackets with full width',
      ['- Add（担当：山田、期限：2026-01-01）'],
      '鈴木',
      '- Add（担当：鈴木、期限：2026-01-01）',
    ],
    ['the brackets of the others with full width', ['- Add', '- B（担当：山田）'], '鈴木', '- Add（担当：鈴木）'],
    ['the column for it', ['| 施策 | 担当 |', '|---|---|', '| Add |  |'], '鈴木', '| Add | 鈴木 |'],
    ['a line with full width', ['- Add', '  - 担当：山田'], '鈴木', '  - 担当：鈴木'],
    ['an item in HTML', ['<ul>', '<li>Add</li>', '</ul>'], 'Ada', '<li>Add (owner: Ada)</li>'],
    ['a place in front of a hard break', ['- Add\\', '  a worker @bo'], 'Ada', '  a worker @Ada'],
  ];
  for (const [what, lines, name, expected] of cases) {
    it(`writes into ${what}`, () => {
      assert.equal(changedLine(lines, 'A', owner(name)), expected);
    });
  }

  it('leaves an item that has the owner', () => {
    assert.deepEqual(changed(['- Add (owner: Ada)'], 'Add', owner('Ada')), ['- Add (owner: Ada)']);
  });

  it('makes one line of a name', () => {
    assert.equal(changedLine(['- Add'], 'Add', owner(' Ada\r\n Lovelace ')), '- Add (owner: Ada Lovelace)');
  });

  it('writes no name that nobody could read back', () => {
    for (const name of ['', ' ', 'TBD', 'Ada) (due 2026-01-01', '---']) {
      assert.equal(changed(['- Add'], 'Add', owner(name)), 'impossible', name);
    }
  });

  it('does not take an owner from another item', () => {
    // "(Bo, OPS-12)" names an owner only as long as two items do so.
    const lines = ['- Add (Bo, OPS-12)', '- B (Cy, OPS-13)'];
    assert.equal(changed(lines, 'Add', owner('@ada')), 'impossible');
  });
});

describe('setActionItemDue', () => {
  const cases: ReadonlyArray<readonly [what: string, lines: readonly string[], expected: string]> = [
    ['a cell', table('| Add | Bo | 2026-01-01 |'), '| Add | Bo | 2026-12-24 |'],
    ['an empty cell', table('| Add | Bo |            |'), '| Add | Bo | 2026-12-24 |'],
    ['a cell without a date', table('| Add | Bo | next sprint |'), '| Add | Bo | 2026-12-24  |'],
    ['brackets', ['- Add (due 2026-01-01)'], '- Add (due 2026-12-24)'],
    ['a sentence', ['- Add by April 1st, 2026'], '- Add by 2026-12-24'],
    ['brackets beside the owner', ['- Add (owner: Bo)'], '- Add (owner: Bo, due 2026-12-24)'],
    [
      'a place in front of brackets that name the owner',
      ['- Add (Bo, OPS-1)', '- B (Cy, OPS-2)'],
      '- Add (due 2026-12-24) (Bo, OPS-1)',
    ],
    ['a label', ['- Add'], '- Add (due 2026-12-24)'],
    ['the label of the others', ['- Add', '- B, deadline: 2026-01-01'], '- Add, deadline: 2026-12-24'],
    ['the brackets of the others', ['- Add', '- B (owner: Bo, due: 2026-01-01)'], '- Add (due: 2026-12-24)'],
    ['the dash of the others', ['- Add', '- B – 2026-01-01'], '- Add – 2026-12-24'],
    ['slashes', ['- Add / Bo / 2026-01-01'], '- Add / Bo / 2026-12-24'],
    ['a line of its own', ['- Add', '  - Due: Q3'], '  - Due: 2026-12-24'],
    [
      'what was moved',
      ['- Add, was due 2025-01-01, moved to 2026-01-01'],
      '- Add, was due 2025-01-01, moved to 2026-12-24',
    ],
    ['an arrow', ['- Add (due 2025-01-01 → 2026-01-01)'], '- Add (due 2025-01-01 → 2026-12-24)'],
    ['a cell with an arrow', table('| Add | Bo | 2025-01-01 → 2026-01-01 |'), '| Add | Bo | 2025-01-01 → 2026-12-24 |'],
    [
      'a cell behind what is struck out',
      table('| Add | Bo | ~~2025-01-01~~ 2026-01-01 |'),
      '| Add | Bo | ~~2025-01-01~~ 2026-12-24 |',
    ],
    ['a note', ['- Add [due:: 2026-01-01]'], '- Add [due:: 2026-12-24]'],
    ['the note of the others', ['- Add', '- B [due:: 2026-01-01]'], '- Add [due:: 2026-12-24]'],
    ['a calendar sign', ['- Add 📅 2026-01-01'], '- Add 📅 2026-12-24'],
    ['a day of the week', ['- Add, due Thu, 1 Jan 2026'], '- Add, due 2026-12-24'],
    ['a label, and nothing behind the day', ['- Add, due: 2026-01-01 10:00 UTC'], '- Add, due: 2026-12-24 10:00 UTC'],
    ['the column for it', ['| 施策 | 期限 |', '|---|---|', '| Add | 未定 |'], '| Add | 2026-12-24 |'],
    ['full width', ['- Add（期限：2026-01-01）'], '- Add（期限：2026-12-24）'],
    ['a new line where others have one', ['- Add', '- B', '  Due date: 2026-01-01'], '  Due date: 2026-12-24'],
  ];
  for (const [what, lines, expected] of cases) {
    it(`writes into ${what}`, () => {
      assert.equal(changedLine(lines, 'Add', due('2026-12-24')), expected);
    });
  }

  it('writes nothing that is no day', () => {
    for (const date of ['', 'tomorrow', '2026-02-30', '2026-1-1', '2026-12-24T10:00']) {
      assert.equal(isDate(date), false, date);
      assert.equal(changed(['- Add'], 'Add', due(date)), 'impossible', date);
    }
    assert.equal(isDate('2028-02-29'), true);
  });
});
