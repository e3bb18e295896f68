import assert from 'node:assert/strict';
import { tickActionItem, untickActionItem } from '../../../../../../src/core/index.ts';
import { changed, changedLine } from './support.ts';

const ticked = (lines: readonly string[], text = 'Add'): string | undefined => changedLine(lines, text, tickActionItem);
const unticked = (lines: readonly string[], text = 'Add'): string | undefined =>
  changedLine(lines, text, untickActionItem);

const table = (...rows: readonly string[]): string[] => ['| Action | Owner | Status |', '|---|---|---|', ...rows];
const remarks = (...rows: readonly string[]): string[] => ['| Action | Owner | Notes |', '|---|---|---|', ...rows];
const bugs = (...rows: readonly string[]): string[] => ['| Action item | Owner | Bug |', '|---|---|---|', ...rows];

describe('tickActionItem', () => {
  const cases: ReadonlyArray<readonly [what: string, lines: readonly string[], expected: string]> = [
    ['a box', ['- [ ] Add a worker', '- [x] Page'], '- [x] Add a worker'],
    ['a box in the manner of the others', ['* [ ] Add', '* [X] Page'], '* [X] Add'],
    ['a box in code', ['1. `[ ]` Add'], '1. `[x]` Add'],
    ['a box that is escaped', [String.raw`* \[ \] Add`], String.raw`* \[x\] Add`],
    ['a box with the sign of the others', ['- [ ] Add', '- [✔] Page'], '- [✔] Add'],
    ['a box of what has begun', ['- [/] Add'], '- [x] Add'],
    ['a box of what was given up', ['- [-] Add'], '- [x] Add'],
    ['a box that GitLab draws a line through', ['- [~] Add', '- [x] Page'], '- [x] Add'],
    ['a box with full width', ['- ［ ］ Add'], '- ［x］ Add'],
    ['a box in HTML', ['- <input type="checkbox" disabled> Add'], '- <input type="checkbox" disabled checked> Add'],
    [
      'an escaped box of its own where the others have one',
      ['1. Add', String.raw`2. \[ \] Page`],
      String.raw`1. \[x\] Add`,
    ],
    ['an item in HTML', ['<ul>', '<li>Add</li>', '</ul>'], '<li>Add (DONE)</li>'],
    ['the text of an element', ['1. <b>Add</b> it'], '1. <b>Add</b> it (DONE)'],
    ['a remark where the others have one', remarks('| Add | Ada | |', '| B | Bo | Done |'), '| Add | Ada | Done |'],
    ['not over a remark', remarks('| Add | Ada | ask Bo |', '| B | Bo | Done |'), '| Add (DONE) | Ada | ask Bo |'],
    ['a line in the manner of the others', ['- Add', '- <del>Page</del>'], '- <del>Add</del>'],
    ['the mark of the others without its date', ['1. Add', '2. Page ✅ 2024-03-09'], '1. Add ✅'],
    ['the status in Japanese', ['| 施策 | ステータス |', '|---|---|', '| Add | 未着手 |'], '| Add | 完了  |'],
    [
      'a status with a part that is struck out',
      table('| Add | Ada | ~~Done~~ Open |'),
      '| Add | Ada | Done          |',
    ],
    ['half of it', ['1. Add (done in staging, prod pending)'], '1. Add (done in staging, prod pending) (DONE)'],
    ['a box in a quotation', ['> - [ ] Add'], '> - [x] Add'],
    ['a box of its own where the others have one', ['1. Add', '2. [ ] Page'], '1. [x] Add'],
    ['a box for a bullet', ['- Add', '- Page'], '- [x] Add'],
    ['a word for a number', ['1. Add', '2. Page'], '1. Add (DONE)'],
    ['the word of the others', ['- Add', '- Page (Done)'], '- Add (Done)'],
    ['the word of the others without their date', ['- Add', '- Page **(Done as of 2021-06-30)**'], '- Add **(Done)**'],
    ['the word of the others in front', ['- Add', '- DONE: Page'], '- DONE: Add'],
    ['the word of the others behind a dash', ['- Add', '- Page — feito'], '- Add — feito'],
    ['a line through it where the others have one', ['- Add', '- ~~Page~~'], '- ~~Add~~'],
    ['a sign where the others have one', ['- Add', '- ✅ Page'], '- ✅ Add'],
    ['a sign behind it', ['- Add', '- Page :white_check_mark:'], '- Add :white_check_mark:'],
    ['a box that is no markdown', ['- ☐ Add', '- ☑ Page'], '- ☑ Add'],
    ['not the word for what was given up', ['1. Add', "2. Page (won't do)"], '1. Add (DONE)'],
    ['its last line where it has several', ['1. Add a', '   worker', '2. Page (done)'], '   worker (done)'],
    ['a paragraph', ['**Add**: a worker.'], '**Add**: a worker. (DONE)'],
    ['a paragraph with a box', ['[ ] Add'], '[x] Add'],
    ['a heading', ['### Add', 'Owner: Ada'], '### Add (DONE)'],
    ['a heading that is closed', ['### Add ###', 'Owner: Ada'], '### Add (DONE) ###'],
    ['a line for the status', ['- Add', '  - Status: Open'], '  - Status: Done'],
    ['a line for the status without one', ['- Add', '  - Status:', '  - Owner: Ada'], '  - Status: Done'],
    ['the status of a row', table('| Add | Ada | Open |'), '| Add | Ada | Done |'],
    ['the status in the words of other rows', table('| Add | Ada | - |', '| B | Bo | ✅ |'), '| Add | Ada | ✅ |'],
    ['the status in its language', table('| Add | Ada | aberto |'), '| Add | Ada | feito  |'],
    ['the status in its case', table('| Add | Ada | **OPEN** |'), '| Add | Ada | **DONE** |'],
    ['an empty status', table('| Add | Ada |  |'), '| Add | Ada | Done |'],
    ['columns that stand in line', table('| Add   | Ada | Open    |'), '| Add   | Ada | Done    |'],
    ['a row that ends too soon', table('| Add | Ada'), '| Add (DONE) | Ada'],
    ['a row without a status', ['| Action | Owner |', '|---|---|', '| Add | Ada |'], '| Add (DONE) | Ada |'],
    ['an escaped pipe', table(String.raw`| Add \| drop | Ada | no |`), String.raw`| Add \| drop | Ada | yes |`],
    [
      'the cell of a ticket',
      bugs('| Add | Ada | Bug 4711 **TODO** |', '| B | Bo | n/a **DONE** |'),
      '| Add | Ada | Bug 4711 **DONE** |',
    ],
    [
      'the cell of a ticket alone',
      bugs('| Add | Ada | n/a |', '| B | Bo | n/a **DONE** |'),
      '| Add | Ada | n/a **DONE** |',
    ],
  ];
  for (const [what, lines, expected] of cases) {
    it(`ticks ${what}`, () => {
      assert.equal(ticked(lines), expected);
    });
  }

  it('leaves what is done, and what was given up', () => {
    for (const line of ['- [x] Add', "- Add (won't do)"]) {
      assert.deepEqual(changed([line], 'Add', tickActionItem), [line]);
    }
  });

  it('ticks one of two that read alike', () => {
    assert.deepEqual(changed(['- [ ] Add', '- [ ] Add'], 'Add', tickActionItem), ['- [x] Add', '- [ ] Add']);
  });
});

describe('untickActionItem', () => {
  const cases: ReadonlyArray<readonly [what: string, lines: readonly string[], expected: string, text?: string]> = [
    ['a box', ['- [X] Add'], '- [ ] Add'],
    ['a box that is escaped', [String.raw`* \[x\] Add`], String.raw`* \[ \] Add`],
    ['a box with another sign', ['- [✔] Add'], '- [ ] Add'],
    ['a box of what was given up', ['- [-] Add'], '- [ ] Add'],
    ['a box in HTML', ['- <input type="checkbox" checked> Add'], '- <input type="checkbox"> Add'],
    ['a line of tags', ['- <del>Add</del>'], '- Add'],
    ['a line through a part', ['- **Prevent:** ~~Add it~~ (@ada)'], '- **Prevent:** Add it (@ada)', 'Prevent'],
    ['a remark', remarks('| Add | Ada | Done |'), '| Add | Ada |      |'],
    ['a sign with its date', ['- Add ✅ 2024-03-09'], '- Add'],
    ['a word', ['- Add (DONE)'], '- Add'],
    ['a word in front', ['- **DONE**: Add'], '- Add'],
    ['a word within', ['- Add (done) a worker'], '- Add a worker'],
    ['a line through it', ['- **~~Add~~**'], '- **Add**'],
    ['a sign', ['- ✅ Add'], '- Add'],
    ['a sign for which there is another', ['- ☑ Add', '- ☐ Page'], '- ☐ Add'],
    ['a box and a word', ["- [x] Add (won't do: too dear)"], '- [ ] Add'],
    ['a line and a word', ['- ~~Add~~ (obsolete)'], '- Add'],
    ['a line for the status', ['- Add', '  - Status: **Done**'], '  - Status: **Open**'],
    ['the status of a row', table('| Add | Ada | DONE |'), '| Add | Ada | OPEN |'],
    [
      'the status in the words of other rows',
      table('| Add | Ada | Done |', '| B | Bo | To do |'),
      '| Add | Ada | To do |',
    ],
    ['not with the word for what has begun', table('| Add | Ada | Done |', '| B | Bo | WIP |'), '| Add | Ada | Open |'],
    ['a status that the others leave empty', table('| Add | Ada | yes |', '| B | Bo | |'), '| Add | Ada |     |'],
    ['a sign as the status', table('| Add | Ada | ✅ |', '| B | Bo | |'), '| Add | Ada |   |'],
    ['the status of what was given up', table('| Add | Ada | Cancelled |'), '| Add | Ada | Open      |'],
    [
      'the cell of a ticket',
      bugs('| Add | Ada | #4 **DONE** |', '| B | Bo | n/a **todo** |'),
      '| Add | Ada | #4 **TODO** |',
    ],
    ['the cell of a ticket alone', bugs('| Add | Ada | #4 **DONE** |'), '| Add | Ada | #4          |'],
  ];
  for (const [what, lines, expected, text] of cases) {
    it(`opens what is done by ${what}`, () => {
      assert.equal(unticked(lines, text), expected);
    });
  }

  it('leaves what is open', () => {
    assert.deepEqual(changed(['- [ ] Add'], 'Add', untickActionItem), ['- [ ] Add']);
  });

  it('does not take back a word that brings a ticket with it, or one on another line than the box', () => {
    assert.equal(changed(['- Add (done in #12)'], 'Add', untickActionItem), 'impossible');
    assert.equal(changed(['- [x] Add', '  a worker (done)'], 'Add', untickActionItem), 'impossible');
    assert.equal(changed(['- Add a worker', '  - This has been done.'], 'Add', untickActionItem), 'impossible');
    assert.equal(changed(['### Completed', '- Add'], 'Add', untickActionItem), 'impossible');
    assert.equal(changed(remarks('| Add | Ada | Done, see chat |'), 'Add', untickActionItem), 'impossible');
  });
});
