import assert from 'node:assert/strict';
import fc from 'fast-check';
import { beginningsOf } from '../../../../scripts/train/beginnings.ts';
import { anyText, wildMarkdown } from '../../support/markdown.ts';

const body = ['# Restore the queue', '', 'It loses mail.', '', '## Steps', '', '1. Stop it.', '', '### Check', 'x', ''];

describe('the beginnings of a document', () => {
  it('are its title with the first lines, and its headings alone', () => {
    assert.deepEqual(beginningsOf(body.join('\n')), [
      '# Restore the queue\n\nIt loses mail.\n\n## Steps',
      '# Restore the queue\n\n## Steps\n\n### Check\n',
    ]);
  });

  it('have its front matter, which is not begun in the middle', () => {
    const matter = ['---', 'title: Queue', 'tags: [a]', 'owner: "#mail"', 'x: y', 'z: 1', '---'];
    const [first, headings] = beginningsOf([...matter, ...body].join('\n'));
    assert.equal(first, [...matter, ...body.slice(0, 5)].join('\n'));
    assert.equal(headings, [...matter, '# Restore the queue', '', '## Steps', '', '### Check', ''].join('\n'));
  });

  it('begin at the title where a badge or a comment stands before it', () => {
    const [first] = beginningsOf(['<!-- do not edit -->', '', ...body].join('\n'));
    assert.equal(first, body.slice(0, 5).join('\n'));
  });

  it('begin with the first line where there is no title, or only one far below', () => {
    assert.deepEqual(beginningsOf('one\ntwo\n\n## Steps\nthree\nfour\nfive'), [
      'one\ntwo\n\n## Steps\nthree',
      '## Steps\n',
    ]);
    const [first] = beginningsOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', ...body].join('\n'));
    assert.equal(first, 'a\nb\nc\nd\ne');
  });

  it('take a line for front matter only if it is closed', () => {
    assert.deepEqual(beginningsOf('---\ntitle: x\n\n## Steps'), ['---\ntitle: x\n\n## Steps', '## Steps\n']);
    assert.deepEqual(beginningsOf('---\na\n\n## Steps\nb\nc')[0], '---\na\n\n## Steps\nb');
  });

  it('are the same with carriage returns', () => {
    const text = ['---', 'title: Queue', '---', ...body].join('\n');
    assert.deepEqual(beginningsOf(text.replaceAll('\n', '\r\n')), beginningsOf(text));
    assert.deepEqual(beginningsOf(text.replaceAll('\n', '\r')), beginningsOf(text));
  });

  it('of an empty document are empty', () => {
    assert.deepEqual(beginningsOf(''), ['', '']);
  });

  it('never throw, and have no line that the document does not have', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown), (text) => {
        const lines = new Set(['', ...text.split(/\r\n|\r|\n/)]);
        const begun = beginningsOf(text);
        assert.equal(begun.length, 2);
        assert.ok(begun.every((part) => part.split('\n').every((line) => lines.has(line))));
      }),
    );
  });
});
