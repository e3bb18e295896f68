import assert from 'node:assert/strict';
import { Lexer, type Token } from 'marked';
import { Lines } from '../../../src/core/text/lines.ts';
import type { Block } from '../../../src/core/document/model.ts';
import { ownTexts } from '../../fuzz/documents/texts.ts';
import { catalogOf } from '../support/catalog-of.ts';

/** What was read while something ran: the texts that were split into lines, and those that were lexed as blocks and as inline text. */
interface Readings {
  readonly lines: string[];
  readonly blocks: string[];
  readonly inline: string[];
}

/** Counts the outermost calls: what the lexer reads within a text that it was given is part of that reading. */
function readingsIn(run: () => void): Readings {
  const found: Readings = { lines: [], blocks: [], inline: [] };
  // oxlint-disable-next-line typescript/unbound-method -- It uses no `this`, and is put back.
  const { of } = Lines;
  // oxlint-disable-next-line typescript/unbound-method -- Both are called with the lexer.
  const { blockTokens, inlineTokens } = Lexer.prototype;
  let depth = 0;
  const within = (texts: string[], text: string, read: () => Token[]): Token[] => {
    if (depth === 0) {
      texts.push(text);
    }
    depth += 1;
    try {
      return read();
    } finally {
      depth -= 1;
    }
  };
  Lines.of = (text) => {
    found.lines.push(text);
    return of(text);
  };
  Lexer.prototype.blockTokens = function (this: Lexer, ...args: Parameters<Lexer['blockTokens']>) {
    return within(found.blocks, args[0], () => blockTokens.apply(this, args));
  } as typeof blockTokens;
  Lexer.prototype.inlineTokens = function (this: Lexer, ...args: Parameters<typeof inlineTokens>) {
    return within(found.inline, args[0], () => inlineTokens.apply(this, args));
  };
  try {
    run();
  } finally {
    Lines.of = of;
    Object.assign(Lexer.prototype, { blockTokens, inlineTokens });
  }
  return found;
}

/** How often each text is there. */
function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  return counts;
}

/** The texts of blocks that are inline text: a table has one in each cell. Long ones are read line by line. */
function inlineTexts({ text, header, rows = [] }: Block): string[] {
  const passages = header === undefined ? [text] : [...header, ...rows.flat()];
  return passages.flatMap((passage) => (passage.length > 2000 ? passage.split(/(?<=\n)/) : [passage]));
}

const texts = ownTexts().filter((text) => text.length > 600 && !text.includes('runbook-lens-'));

describe('one check of a document', () => {
  for (const kind of ['runbooks', 'postmortems']) {
    it(`splits its lines once, lexes its blocks once, and inline text at most once for each block, among ${kind}`, () => {
      assert.ok(texts.length > 30);
      for (const text of texts) {
        const path = `${kind}/document.md`;
        let catalog = catalogOf({});
        const read = readingsIn(() => {
          catalog = catalogOf({ [path]: text });
          catalog.findings(path);
        });
        assert.equal(read.lines.filter((each) => each === text).length, 1, text);
        const { blocks = [] } = catalog.get(path) ?? {};
        const bodies = read.blocks.filter((body) => body !== '' && text.replace(/\r\n?/g, '\n').endsWith(body));
        assert.ok(bodies.length <= 1, text);
        // In a table's source a bar within a cell is escaped.
        const bare = (passage: string): string => passage.replaceAll('\\|', '|');
        const known = counted(blocks.flatMap(inlineTexts).map(bare));
        for (const [passage, count] of counted(read.inline.map(bare))) {
          const most = known.get(passage);
          assert.ok(most !== undefined, `no text of a block: ${JSON.stringify(passage)} in\n${text}`);
          assert.ok(count <= most, `${count} times: ${JSON.stringify(passage)} in\n${text}`);
        }
      }
    });
  }

  it('reads nothing when it is checked again', () => {
    for (const text of texts) {
      const catalog = catalogOf({ 'runbooks/a.md': text, 'postmortems/b.md': text });
      catalog.findings('runbooks/a.md');
      catalog.findings('postmortems/b.md');
      const read = readingsIn(() => {
        catalog.findings('runbooks/a.md');
        catalog.findings('postmortems/b.md');
      });
      assert.deepEqual(read, { lines: [], blocks: [], inline: [] });
    }
  });

  it('is counted: a reading more is seen', () => {
    const read = readingsIn(() => {
      Lines.of('a\nb');
      new Lexer().lex('**a** b\n');
      new Lexer().inlineTokens('**a** b');
    });
    assert.deepEqual([read.lines, read.blocks, read.inline.length > 0], [['a\nb'], ['**a** b\n'], true]);
  });
});
