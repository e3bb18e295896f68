import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockAt, blocksWithin } from '../../../../src/core/document/block-at.ts';
import { contentAt } from '../../../../src/core/document/content-at.ts';
import { heldLinesOf } from '../../../../src/core/document/held.ts';
import { parseDocument } from '../../../../src/core/document/parse.ts';
import { heldAt, partAt } from '../../../../src/core/document/part.ts';
import { positionsIn } from '../../../../src/core/document/positions.ts';
import { visibleText } from '../../../../src/core/text/inline.ts';
import { examples } from '../../support/examples.ts';
import { anyText, wildMarkdown } from '../../support/markdown.ts';

const text = `# Title

> - [ ] one **two
>   three** ~~four~~ [five][f]

1. | a | b |
   | - | - |
   | c ~~d~~ | e |

\`\`\`
~~code~~
\`\`\`

[f]: https://f.example
`;
const document = parseDocument(text, 'a.md');

describe('a line of a document', () => {
  it('belongs to its block, and says what stands in that', () => {
    assert.deepEqual(contentAt(document, 0), { line: 0, from: 2, text: 'Title' });
    assert.deepEqual(contentAt(document, 2), { line: 2, from: 8, text: 'one **two' });
    assert.deepEqual(contentAt(document, 3), { line: 3, from: 4, text: 'three** ~~four~~ [five][f]' });
    assert.deepEqual(contentAt(document, 1), { line: 1, from: 0, text: '' });
    assert.equal(blockAt(document, 1), undefined);
    assert.equal(blockAt(document, 6)?.type, 'table');
    assert.deepEqual(
      [...blocksWithin(document, 1, 8)].map(({ type }) => type),
      ['text', 'table'],
    );
  });

  it('is seen as a part of its block', () => {
    const block = blockAt(document, 3);
    assert.ok(block);
    const { inline, start, end } = partAt(document, block, contentAt(document, 3));
    assert.equal(visibleText(inline, start, end), 'three four five');
    assert.equal(inline.markdown, block.text);
  });

  it('holds what is not struck out', () => {
    assert.equal(heldAt(document, contentAt(document, 3)), 'three**          [five][f]');
    assert.equal(heldAt(document, { line: 7, from: 5, text: 'c ~~d~~' }), 'c      ');
    assert.equal(heldAt(document, contentAt(document, 10)), '~~code~~');
  });

  it('is of the same length with what is struck out, and stands at its place, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown), (any) => {
        const parsed = parseDocument(any, 'a.md');
        for (const block of parsed.blocks) {
          const positions = positionsIn(parsed.lines, block);
          for (const { line, from, text: held } of heldLinesOf(parsed, block)) {
            const written = contentAt(parsed, line);
            assert.equal(parsed.lines.text(line).slice(written.from, written.from + written.text.length), written.text);
            assert.ok(from + held.length <= parsed.lines.text(line).length);
          }
          for (let index = 0; index < block.text.length; index += 7) {
            assert.deepEqual(positions.at(positions.offset(positions.at(index))), positions.at(index));
          }
        }
      }),
      { numRuns: examples(100) },
    );
  });
});
