import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../../../src/core/document/parse.ts';
import { readDocument } from '../../../../src/core/document/document.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { examples } from '../../support/examples.ts';
import { anyText, wildMarkdown } from '../../support/markdown.ts';
import { assertWellPlaced } from '../../support/assertions.ts';

describe('parsing any text', () => {
  const texts = fc.oneof({ weight: 1, arbitrary: anyText }, { weight: 4, arbitrary: wildMarkdown });

  it('never throws, and every range lies inside the text and every section inside its parent', () => {
    fc.assert(
      fc.property(texts, (text) => assertWellPlaced(text, parseDocument(text, 'runbooks/a.md'))),
      { numRuns: examples(2000) },
    );
  });

  it('gives the same document each time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.deepEqual(
          readDocument({ uri: 'u', root: '', path: 'a.md' }, text),
          readDocument({ uri: 'u', root: '', path: 'a.md' }, text),
        );
      }),
      { numRuns: examples(300) },
    );
  });

  it('gives a title that is not empty', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('a.md', '.md', '', '-/-.md'), (text, path) =>
        assert.notEqual(parseDocument(text, path).title.trim(), ''),
      ),
    );
  });

  it('gives front matter values that can be written as JSON', () => {
    fc.assert(fc.property(texts, (text) => void JSON.stringify(parseDocument(text, 'a.md').frontMatter?.values ?? {})));
  });

  it('reads the same sections whatever the line breaks are', () => {
    fc.assert(
      fc.property(wildMarkdown, fc.constantFrom('\n', '\r\n', '\r'), (text, eol) => {
        const unix = parseDocument(text.replace(/\r\n|\r|\n/g, '\n'), 'a.md');
        const other = parseDocument(text.replace(/\r\n|\r|\n/g, eol), 'a.md');
        assert.deepEqual(other.sections, unix.sections);
        assert.deepEqual(other.metadata, unix.metadata);
        assert.deepEqual(other.titleRange, unix.titleRange);
      }),
      { numRuns: examples(300) },
    );
  });

  it('reads the same sections with and without a byte order mark', () => {
    fc.assert(
      fc.property(wildMarkdown, (text) => {
        const bare = text.replace(/^\ufeff/, '');
        assert.deepEqual(
          parseDocument(`\ufeff${bare}`, 'a.md').sections.map(({ title, level, state }) => [title, level, state]),
          parseDocument(bare, 'a.md').sections.map(({ title, level, state }) => [title, level, state]),
        );
      }),
      { numRuns: examples(300) },
    );
  });

  it('finds the title of each heading on the lines that it names', () => {
    fc.assert(
      fc.property(wildMarkdown, (text) => {
        const lines = Lines.of(text);
        for (const { style, title, titleRange } of parseDocument(text, 'a.md').sections) {
          const first = title.match(/[a-z]{3,}/i)?.[0];
          if (style === 'heading' && first !== undefined) {
            const source = text.slice(lines.offsetAt(titleRange.start), lines.offsetAt(titleRange.end));
            assert.ok(source.includes(first), `${JSON.stringify(title)} is not on ${JSON.stringify(source)}`);
          }
        }
      }),
      { numRuns: examples(500) },
    );
  });
});

describe('parsing hostile text', () => {
  const hostile: Readonly<Record<string, string>> = {
    'front matter that contains itself': '---\nowner: &x [*x]\n---\n# a\n',
    'front matter nested without end': `---\nowner: ${'['.repeat(500)}\n---\n`,
    'aliases that multiply': `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n`,
    'a hundred thousand comments': `# a\n## b\n${'<!---->\n\n'.repeat(100_000)}`,
    'thousands of headings': '# a\n## b\n'.repeat(5000),
    'deep quotes': `${'>'.repeat(5000)} a`,
    'deep lists': `${'- '.repeat(2000)} a`,
    'unbalanced emphasis': `# ${'*a **b '.repeat(2000)}x${'** *'.repeat(2000)}`,
    'a long run of dashes': `# a\n\nx${'-'.repeat(100_000)}x`,
    'a long reminder': `# a\n\nTODO ${'a'.repeat(200)} b c d e f g h i j k l m`,
    'comments that are never closed': `# a\n\n${'x <!-- '.repeat(20_000)}`,
    'a very long line': 'word '.repeat(200_000),
  };
  for (const [what, text] of Object.entries(hostile)) {
    it(`reads ${what}`, () => {
      assertWellPlaced(text, readDocument({ uri: 'a', root: '', path: 'a.md' }, text));
    });
  }
});
