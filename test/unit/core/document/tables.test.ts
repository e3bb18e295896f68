import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDoneTitle, isLengthColumn, isTimelineColumn, roleOf } from '../../../../src/core/document/columns.ts';
import { parseDocument } from '../../../../src/core/document/parse.ts';
import { tableOf, type Table } from '../../../../src/core/document/tables.ts';
import { examples } from '../../support/examples.ts';
import { anyText, wildMarkdown } from '../../support/markdown.ts';

function tablesIn(text: string): Table[] {
  const document = parseDocument(text, 'a.md');
  return document.blocks.filter(({ type }) => type === 'table').map((block) => tableOf(document, block));
}

describe('tableOf', () => {
  it('gives titles as a reader sees them, and each cell with its place', () => {
    const [table] = tablesIn(
      '> - | **Owner** | [Due][d] `x` |\n>   | --- | --- |\n>   | Ada | a \\| b |\n\n[d]: https://x.example\n',
    );
    assert.deepEqual(table?.titles, ['Owner', 'Due x']);
    assert.deepEqual(table?.rows, [
      [
        { line: 2, from: 6, text: 'Ada' },
        { line: 2, from: 12, text: 'a \\| b' },
      ],
    ]);
  });

  it('has nothing for other blocks', () => {
    const document = parseDocument('text | more\n', 'a.md');
    assert.ok(document.blocks[0]);
    assert.deepEqual(tableOf(document, document.blocks[0]), { header: [], titles: [], rows: [] });
  });

  it('gives what stands at its place in any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown), (text) => {
        const { lines } = parseDocument(text, 'a.md');
        for (const { header, rows } of tablesIn(text)) {
          for (const { line, from, text: cell } of [header, ...rows].flat()) {
            assert.equal(lines.text(line).slice(from, from + cell.length), cell);
          }
        }
      }),
      { numRuns: examples(100) },
    );
  });
});

describe('the roles of columns', () => {
  it('are told by their titles, for timelines', () => {
    assert.ok(
      ['Time', 'Time (UTC)', 'UTC', 'Uhrzeit', 'Heure', 'CEST'].every((title) => isTimelineColumn('time', title)),
    );
    assert.ok(isTimelineColumn('day', 'Date') && !isTimelineColumn('time', 'Owner'));
    assert.ok(isTimelineColumn('text', 'Event') && isTimelineColumn('author', 'Who'));
    assert.ok(['Elapsed', 'Duration', 'Time delta'].every((title) => isLengthColumn(title)) && !isLengthColumn('Time'));
  });

  it('are told by their titles, for action items', () => {
    assert.equal(roleOf('Owner'), 'owner');
    assert.equal(roleOf('Fällig'), roleOf('Due date'));
    assert.equal(roleOf('Completed on'), 'status');
    assert.ok(isDoneTitle('Done?') && !isDoneTitle('Undone'));
    assert.equal(roleOf('Weather'), undefined);
  });
});
