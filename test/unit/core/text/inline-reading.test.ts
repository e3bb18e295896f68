import assert from 'node:assert/strict';
import fc from 'fast-check';
import { heldText, readInline, visibleText } from '../../../../src/core/text/inline.ts';
import { examples } from '../../support/examples.ts';

/** The marks of a text: what they are, and what stands between them. */
function marksOf(markdown: string): string[][] {
  return readInline(markdown).marks.map(({ type, innerStart, innerEnd, href }) => [
    type,
    markdown.slice(innerStart, innerEnd),
    ...(href === undefined ? [] : [href]),
  ]);
}

describe('inline markdown', () => {
  it('is read with the place of each part', () => {
    assert.deepEqual(marksOf('**a _b_** `c` [d](e.md) ~~f~~ <b>g</b> <del>h</del> ![i](j.png)'), [
      ['strong', 'a _b_'],
      ['em', 'b'],
      ['code', 'c'],
      ['link', 'd', 'e.md'],
      ['del', 'f'],
      ['strong', 'g'],
      ['del', 'h'],
      ['image', '![i](j.png)', 'j.png'],
    ]);
  });

  it('knows references by their definitions, whatever they are called', () => {
    const links = new Map([
      ['constructor', 'a.md'],
      ['two words', 'b.md'],
    ]);
    assert.deepEqual(
      readInline('[x][constructor] [Two  words] [toString]', links).marks.map(({ href }) => href),
      ['a.md', 'b.md'],
    );
  });

  it('is seen part by part', () => {
    const markdown = '**Status:** in &amp; out <br>next';
    const inline = readInline(markdown);
    assert.equal(visibleText(inline), 'Status: in & out next');
    assert.equal(visibleText(inline, 2, 8), 'Status');
    assert.equal(visibleText(inline, 11), 'in & out next');
    assert.equal(visibleText(inline, 12, markdown.indexOf('<')), 'in & out');
  });

  it('shows entities in code as they are', () => {
    assert.equal(visibleText(readInline('&lt;a&gt; `&lt;a&gt;`')), '<a> &lt;a&gt;');
  });

  it('holds without what is struck out, in each notation', () => {
    for (const struck of [
      '~~Ongoing~~',
      '~Ongoing~',
      '<s>Ongoing</s>',
      '<del>Ongoing</del>',
      '<strike>Ongoing</strike>',
    ]) {
      assert.equal(heldText(readInline(`${struck} Resolved`)), 'Resolved', struck);
      assert.equal(heldText(readInline(`**Status:** ${struck} Resolved`), 11), 'Resolved', struck);
    }
    assert.equal(heldText(readInline('<s>Ongoing Resolved')), 'Ongoing Resolved');
  });

  it('says where it stands, in any text', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '~~',
      '`',
      '``',
      '[',
      '](',
      'a.md)',
      ')',
      'a',
      'b ',
      ' ',
      '\\',
      '<b>',
      '</b>',
      '<br>',
      '<s>',
      '</s>',
      '&amp;',
      '\n',
      '  \n',
      '!',
      'https://x.y',
      '@',
      'www.a.b',
      '^',
      '<',
      '>',
      '"',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
        (markdown) => {
          const inline = readInline(markdown);
          let before = 0;
          for (const { start, end, text } of inline.leaves) {
            assert.ok(before <= start && start <= end && end <= markdown.length, JSON.stringify(inline));
            before = end;
            if (text.length === end - start && text !== ' ') {
              assert.equal(text.replaceAll('\n', ' '), markdown.slice(start, end).replaceAll('\n', ' '));
            }
          }
          for (const { start, end, innerStart, innerEnd } of inline.marks) {
            assert.ok(start <= innerStart && innerStart <= innerEnd && innerEnd <= end, JSON.stringify(inline));
          }
        },
      ),
      { numRuns: examples(3000) },
    );
  });
});
