import assert from 'node:assert/strict';
import { Lines } from '../../../../src/core/text/lines.ts';
import { readFrontMatter, readYaml } from '../../../../src/core/document/front-matter.ts';
import { parseDocument } from '../../../../src/core/document/parse.ts';

function read(...lines: readonly string[]): ReturnType<typeof readFrontMatter> {
  return readFrontMatter(Lines.of(lines.join('\n')));
}

describe('front matter', () => {
  it('is the YAML between two --- lines at the top, with its keys in lower case', () => {
    const { frontMatter, bodyLine, problems } = read('---', 'Title: Queue', 'services: [a, b]', '---', 'text');
    assert.deepEqual(frontMatter?.values, { title: 'Queue', services: ['a', 'b'] });
    assert.deepEqual(frontMatter?.range, { start: { line: 0, character: 0 }, end: { line: 3, character: 3 } });
    assert.equal(bodyLine, 4);
    assert.deepEqual(problems, []);
  });

  it('may end with ... and have spaces behind its lines', () => {
    assert.deepEqual(read('---  ', 'a: 1', '...', 'text').frontMatter?.values, { a: 1 });
    assert.deepEqual(read('---', 'a: 1', '---\t', 'text').frontMatter?.values, { a: 1 });
  });

  it('may stand behind a byte order mark and use CRLF', () => {
    const document = parseDocument('\ufeff---\r\ntitle: Queue\r\n---\r\n# Heading\r\n', 'a.md');
    assert.equal(document.title, 'Queue');
    assert.equal(document.sections[0]?.titleRange.start.line, 3);
  });

  it('that is empty, or no mapping, has no values and is no problem', () => {
    assert.deepEqual(read('---', '---').frontMatter?.values, {});
    assert.deepEqual(read('---', '- a', '- b', '---').frontMatter?.values, {});
    assert.deepEqual(read('---', 'just text', '---').problems, []);
  });

  it('that is broken gives a problem that says why, and the rest of the document is still read', () => {
    const document = parseDocument('---\ntitle: [a\nb: "c\n---\n# Heading\n\n## Impact\n', 'a.md');
    assert.match(document.problems[0]?.message ?? '', /^Front matter is not valid YAML: \S/);
    assert.deepEqual(document.problems[0]?.range, document.frontMatter?.range);
    assert.equal(document.title, 'Heading');
    assert.equal(document.sections.length, 2);
  });

  it('in TOML is stepped over', () => {
    const { frontMatter, bodyLine } = read('+++', 'title = "Queue"', '+++', '# Heading');
    assert.deepEqual(frontMatter?.values, {});
    assert.equal(bodyLine, 3);
  });

  it('is none when it is never closed, does not begin on the first line, or has other dashes', () => {
    for (const text of [
      '---\ntitle: x\n\ntext',
      '\n---\na: 1\n---',
      '----\na: 1\n----',
      ' ---\na: 1\n---',
      'text\n---\n',
    ]) {
      assert.equal(readFrontMatter(Lines.of(text)).frontMatter, undefined, JSON.stringify(text));
    }
  });

  it('is closed by its own kind of line only', () => {
    assert.equal(read('+++', 'a = 1', '---', 'b = 2', '+++').frontMatter?.range.end.line, 4);
    assert.equal(read('+++', 'a = 1', '...').frontMatter, undefined);
  });

  it('with thousands of brackets is a problem rather than a long wait', () => {
    const { frontMatter, problems } = read('---', `a: ${'['.repeat(5000)}`, '---');
    assert.deepEqual(frontMatter?.values, {});
    assert.match(problems[0]?.message ?? '', /brackets/);
  });

  it('that contains itself, or multiplies without end, is broken', () => {
    assert.notEqual(readYaml('owner: &x [*x]').error, undefined);
    assert.deepEqual(readYaml('owner: &x [*x]').values, {});
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(9)}]`),
    ].join('\n');
    assert.notEqual(readYaml(bomb).error, undefined);
  });

  it('keeps keys that are names of built-in properties', () => {
    const { values } = readYaml('constructor: a\n__proto__: b\ntoString: c');
    assert.deepEqual(Object.keys(values).toSorted(), ['__proto__', 'constructor', 'tostring']);
    assert.equal(Object.getPrototypeOf(values), Object.prototype);
  });
});
