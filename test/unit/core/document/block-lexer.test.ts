import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { blockTokens as readTokens } from '../../../../src/core/document/block-lexer.ts';
import { ownTexts } from '../../../fuzz/documents/texts.ts';
import { anyText, wildMarkdown } from '../../support/markdown.ts';
import { examples } from '../../support/examples.ts';

const blockTokens = (source: string): readonly Token[] => readTokens(source).tokens;

/** What of tokens is looked at: what they are, their text, and what stands in them. */
function shapeOf(tokens: readonly Token[]): unknown {
  return tokens.map((token) => [
    token.type,
    token.raw,
    'text' in token ? token.text : '',
    'items' in token && Array.isArray(token.items) ? shapeOf(token.items as Token[]) : [],
    ['blockquote', 'list_item'].includes(token.type) && 'tokens' in token ? shapeOf(token.tokens ?? []) : [],
    token.type === 'table' ? [token['header'], token['rows']].flat(2).map(({ text }: { text: string }) => text) : [],
  ]);
}

function assertAsMarked(text: string): void {
  const source = text.replace(/\r\n?/g, '\n');
  assert.deepEqual(shapeOf(blockTokens(source)), shapeOf(new Lexer().blockTokens(source, [])), text);
}

describe('block tokens', () => {
  it('are those of marked for the documents of the sample and the tests', () => {
    ownTexts().forEach(assertAsMarked);
  });

  it('are those of marked for any text that is not deep', () => {
    fc.assert(fc.property(fc.oneof(wildMarkdown, anyText), assertAsMarked), { numRuns: examples(1000) });
  });

  it('join the lines of an item as marked does', () => {
    const line = fc.constantFrom(
      'a',
      '  b',
      '      c',
      '*d*',
      '<b c',
      '[e]: f',
      '[g',
      '1) h',
      '- i',
      '# j',
      'k|l',
      '-|-',
      ':-',
      '---',
      '',
      '> m',
      '```',
      '<div>',
    );
    const lines = fc.array(line, { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.constantFrom('', '  ', '> '), (all, indent) =>
        assertAsMarked(`- x\n${all.map((each) => indent + each).join('\n')}\n`),
      ),
      { numRuns: examples(2000) },
    );
  });

  it('take marks and white space for text from a depth on that no document has', () => {
    const depthOf = (tokens: readonly Token[]): number =>
      Math.max(
        0,
        ...tokens.map((token) => {
          const inside = 'items' in token ? (token.items as Token[]) : 'tokens' in token ? (token.tokens ?? []) : [];
          const container = token.type === 'blockquote' || token.type === 'list';
          return (container ? 1 : 0) + (container || token.type === 'list_item' ? depthOf(inside) : 0);
        }),
      );
    assert.equal(depthOf(blockTokens(`${'> '.repeat(9)}a`)), 9);
    assert.equal(depthOf(blockTokens(`${'> '.repeat(300)}a`)), 10);
    assert.equal(depthOf(blockTokens(`${'- '.repeat(300)}a`)), 10);
    const deeper = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    assert.ok(depthOf(blockTokens(deeper)) <= 52);
  });

  it('end a table that is mostly cells which its rows lack, and keep its lines', () => {
    const source = `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n${'b\n'.repeat(3000)}`;
    const tokens = blockTokens(source);
    assert.equal(tokens[0]?.type, 'table');
    assert.ok((tokens[0]?.raw.split('\n').length ?? 0) < 100);
    assert.equal(tokens.map(({ raw }) => raw).join(''), source);
  });
});
