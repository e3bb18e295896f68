import assert from 'node:assert/strict';
import { candidateTest, decode, isMarkdown, maxFileSize } from '../../../../src/core/document/candidates.ts';

describe('isMarkdown', () => {
  it('knows markdown files by their endings, in any case and any folder', () => {
    for (const path of [
      'a.md',
      'A.MD',
      'docs/a.markdown',
      'docs/a.mdx',
      'a.html.md',
      'a.html.md.erb',
      '.github/a.md',
      'with space/a b.md',
    ]) {
      assert.ok(isMarkdown(path), path);
    }
    for (const path of ['a.txt', 'md', 'a.md.bak', 'a.erb', 'amd']) {
      assert.ok(!isMarkdown(path), path);
    }
  });
});

describe('candidateTest', () => {
  const all = candidateTest({ include: [], exclude: [] });

  it('is not made to wait by any glob', () => {
    const path = `docs/${'a'.repeat(200)}.md`;
    for (const glob of ['**/+(*)Z', '+(a*)Z', '*(*a)Z', '**/(a*)+Z', '**/([a-z]+)+Z', '**/*a*a*a*a*a*a*a*a*Z']) {
      const start = process.cpuUsage();
      assert.equal(candidateTest({ include: [], exclude: [glob] })(path), true, glob);
      assert.equal(candidateTest({ include: [glob], exclude: [] })(path), false, glob);
      assert.ok(process.cpuUsage(start).user < 1_000_000, glob);
    }
  });

  it('takes none from dependency folders', () => {
    assert.ok(!all('node_modules/a/README.md') && !all('x/node_modules/a.md') && !all('.git/a.md'));
    assert.ok(all('my_node_modules/a.md'));
  });

  it('takes only what is included, if anything is', () => {
    const test = candidateTest({ include: ['docs/**', '*.md'], exclude: [] });
    assert.ok(test('docs/deep/.hidden/a.md') && test('a.md'));
    assert.ok(!test('other/a.md'));
  });

  it('takes nothing that is excluded, though it is included', () => {
    const test = candidateTest({ include: ['docs/**'], exclude: ['**/drafts/**'] });
    assert.ok(test('docs/a.md') && !test('docs/drafts/a.md'));
  });
});

describe('decode', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('reads UTF-8 and takes a byte order mark off', () => {
    assert.deepEqual(decode(bytes('# é 😀')), { text: '# é 😀' });
    assert.deepEqual(decode(bytes('\ufeff# a')), { text: '# a' });
    assert.deepEqual(decode(new Uint8Array()), { text: '' });
  });

  it('says why something is no text', () => {
    assert.deepEqual(decode(new Uint8Array([0x23, 0x00, 0x41])), { skipped: 'it is binary' });
    assert.deepEqual(decode(new Uint8Array([0x23, 0xe9, 0x20])), { skipped: 'it is not UTF-8' });
    assert.deepEqual(decode(new Uint8Array(maxFileSize + 1).fill(0x20)), { skipped: 'it is larger than 2 MB' });
  });

  it('reads a text of just the largest size', () => {
    assert.ok('text' in decode(new Uint8Array(maxFileSize).fill(0x20)));
  });
});
