import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../../src/core/text/edit.ts';
import { readActionItems } from '../../../../../../src/core/record/actions/read.ts';
import { setActionItemDue } from '../../../../../../src/core/record/actions/edits/assign.ts';
import { lacksDueColumn } from '../../../../../../src/core/record/actions/edits/due-column.ts';
import { documentOf } from '../../../../support/context.ts';

/** The lines of a table after its first item got a due date. */
function due(lines: readonly string[], eol = '\n'): { lines: readonly string[]; lacks: boolean } {
  const document = documentOf('postmortem', ['# P', '', '## Action Items', '', ...lines, ''].join(eol));
  const [item] = readActionItems(document);
  assert.ok(item);
  const edits = setActionItemDue(document, item, '2026-12-24');
  assert.ok(edits, 'it cannot be set');
  return {
    lines: applyEdits(document.text, edits).split(eol).slice(4, -1),
    lacks: lacksDueColumn(document, item),
  };
}

describe('the due date of a row', () => {
  it('gets a column where the table has none', () => {
    assert.deepEqual(due(['| Action | Owner |', '|---|---|', '| Add | Bo |', '| Fix | Ada |']), {
      lines: ['| Action | Owner | Due |', '|---|---| --- |', '| Add | Bo | 2026-12-24 |', '| Fix | Ada |  |'],
      lacks: true,
    });
  });

  it('gets it with the line breaks of the file, in tables without outer bars, and in the language of the table', () => {
    assert.deepEqual(due(['Action | Owner', '---|---', 'Add | Bo', 'Fix | Ada'], '\r\n').lines, [
      'Action | Owner | Due',
      '---|--- | ---',
      'Add | Bo | 2026-12-24',
      'Fix | Ada |',
    ]);
    const german = due(['| Maßnahme | Verantwortlich |', '|---|---|', '| Alarm ergänzen | Bo |']).lines;
    assert.match(german[0] ?? '', /\| Frist \|$/);
  });

  it('goes into a cell that the row does not have yet', () => {
    const { lines, lacks } = due([
      '| Action | Owner | Due |',
      '|---|---|---|',
      '| Add |',
      '| Fix | Ada | 2026-01-01 |',
    ]);
    assert.equal(lines[2], '| Add |  | 2026-12-24 |');
    assert.equal(lacks, false);
  });

  it('goes into a column with further words in its title, never into the text', () => {
    const { lines, lacks } = due(['| Action | Owner | Target date (ETA) |', '|---|---|---|', '| Add | Bo | |']);
    assert.equal(lines[2], '| Add | Bo | 2026-12-24 |');
    assert.equal(lacks, false);
  });

  it('is in the text where rows have more cells than the table', () => {
    const { lines } = due(['| Action | Owner |', '|---|---|', '| Add | Bo | x |']);
    assert.match(lines[2] ?? '', /due 2026-12-24/);
  });
});
