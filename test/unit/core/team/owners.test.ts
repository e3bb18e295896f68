import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodeOwners, readOwnersFiles } from '../../../../src/core/team/owners.ts';
import { examples } from '../../support/examples.ts';
import { anyText } from '../../support/markdown.ts';

function code(path: string, ...lines: readonly string[]): readonly string[] {
  return readCodeOwners(lines.join('\n'))(path);
}

function owners(path: string, files: Readonly<Record<string, string>>): readonly string[] {
  return readOwnersFiles(new Map(Object.entries(files)))(path);
}

const paths = fc.constantFrom('a.md', 'docs/a.md', 'docs/ops/b c.md', '.github/x.md', 'é/ü.md', 'a\\b.md');

describe('a CODEOWNERS file', () => {
  it('names the owners of the last pattern that matches', () => {
    assert.deepEqual(code('docs/a.md', '* @all', 'docs/ @docs @help', 'src/ @src'), ['@docs', '@help']);
    assert.deepEqual(code('docs/a.md', 'docs/ @docs', '* @all'), ['@all']);
    assert.deepEqual(code('a.md', 'docs/ @docs'), []);
  });

  it('takes owners away with a pattern that has none', () => {
    assert.deepEqual(code('docs/old/a.md', 'docs/ @docs', 'docs/old/'), []);
    assert.deepEqual(code('docs/a.md', 'docs/ @docs', 'docs/old/'), ['@docs']);
  });

  it('finds folders at any depth, and at the top with a slash before them', () => {
    assert.deepEqual(code('a/docs/b.md', 'docs/ @docs'), ['@docs']);
    assert.deepEqual(code('a/docs/b.md', '/docs/ @docs'), []);
    assert.deepEqual(code('docs/x/b.md', '/docs/ @docs'), ['@docs']);
    assert.deepEqual(code('docs/x/b.md', '/docs @docs'), ['@docs']);
  });

  it('understands globs', () => {
    assert.deepEqual(code('docs/a.md', '*.md @md'), ['@md']);
    assert.deepEqual(code('docs/x/y/a.md', 'docs/**/a.md @deep'), ['@deep']);
    assert.deepEqual(code('x/logs/a.md', '**/logs @logs'), ['@logs']);
    assert.deepEqual(code('docs/a.txt', '*.md @md'), []);
  });

  it('takes an asterisk behind a slash for the files of that folder alone', () => {
    assert.deepEqual(code('docs/a.md', 'docs/* @docs'), ['@docs']);
    assert.deepEqual(code('docs/build/a.md', 'docs/* @docs'), []);
    assert.deepEqual(code('docs/build/a.md', '/docs/** @docs'), ['@docs']);
  });

  it('tells upper from lower case, as the sites do', () => {
    assert.deepEqual(code('docs/a.md', 'Docs/ @docs'), []);
  });

  it('leaves out comments and blank lines', () => {
    assert.deepEqual(code('a.md', '# * @no', '', '* @all # everyone @no', '   '), ['@all']);
    assert.deepEqual(code('a.md', '* #nobody'), []);
  });

  it('reads spaces that a backslash escapes', () => {
    assert.deepEqual(code('my docs/a.md', 'my\\ docs/ @docs'), ['@docs']);
    assert.deepEqual(code('my', 'my\\ docs/ @docs'), []);
  });

  it('takes the owners of a GitLab section for entries without some', () => {
    const lines = ['[Docs] @docs @help', 'docs/', 'docs/own/ @own', '^[Optional][2] @opt', 'src/', '[None]', 'lib/'];
    assert.deepEqual(code('docs/a.md', ...lines), ['@docs', '@help']);
    assert.deepEqual(code('docs/own/a.md', ...lines), ['@own']);
    assert.deepEqual(code('src/a.md', ...lines), ['@opt']);
    assert.deepEqual(code('lib/a.md', ...lines), []);
  });

  it('is read with any line breaks', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      assert.deepEqual(readCodeOwners(['* @all', 'docs/ @docs', ''].join(eol))('docs/a.md'), ['@docs']);
    }
    assert.deepEqual(readCodeOwners('\ufeff* @all')('a.md'), ['@all']);
  });

  it('answers soon, whatever its patterns and lines are made of', () => {
    const start = process.cpuUsage();
    assert.deepEqual(code(`${'a'.repeat(250)}.md`, '*a*a*a*a*a*a*a*a*Z @x', '**/*?*?*?*?*?*?*?*?*?Z @y'), []);
    assert.deepEqual(code('a.md', `${'a #'.repeat(30_000)}\u2028 @x`), []);
    assert.ok(process.cpuUsage(start).user < 2_000_000);
  });

  it('never makes reading or asking throw', () => {
    fc.assert(fc.property(anyText, paths, (text, path) => void readCodeOwners(text)(path)));
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'*/[]!\\#? @a.-{}()+^'), maxLength: 10 }), { maxLength: 5 }),
        paths,
        (lines, path) => void readCodeOwners(lines.join('\n'))(path),
      ),
      { numRuns: examples(500) },
    );
  });
});

describe('OWNERS files', () => {
  const files = {
    OWNERS: 'approvers:\n  - top\n',
    'docs/OWNERS': 'approvers:\n  - ann\n  - bob\nreviewers:\n  - cid\n',
    'docs/silent/OWNERS': 'reviewers:\n  - dan\n',
    'docs/broken/OWNERS': 'approvers: [unclosed\n',
    'docs/filters/OWNERS': 'filters:\n  ".*":\n    approvers: [eve]\n  "\\\\.md$":\n    approvers: [fay, 7]\n',
  };

  it('give the approvers of the nearest folder that names some', () => {
    assert.deepEqual(owners('docs/a.md', files), ['ann', 'bob']);
    assert.deepEqual(owners('docs/deep/er/a.md', files), ['ann', 'bob']);
    assert.deepEqual(owners('docs/silent/a.md', files), ['ann', 'bob']);
    assert.deepEqual(owners('src/a.md', files), ['top']);
    assert.deepEqual(owners('a.md', files), ['top']);
    assert.deepEqual(owners('docsy/a.md', files), ['top']);
  });

  it('give the approvers of filters too, leaving out what is no name', () => {
    assert.deepEqual(owners('docs/filters/a.md', files), ['eve', 'fay']);
  });

  it('say nothing where they cannot be read', () => {
    assert.deepEqual(owners('docs/broken/a.md', files), ['ann', 'bob']);
    for (const text of [
      '',
      '- a',
      'x',
      'approvers: ann',
      'approvers: {a: b}',
      'filters: [1]',
      'a: *gone',
      'a: 1\n---\nb: 2',
    ]) {
      assert.deepEqual(owners('a.md', { OWNERS: text }), [], text);
    }
  });

  it('say nothing where they nest thousands of brackets', () => {
    assert.deepEqual(owners('a.md', { OWNERS: `approvers: ${'['.repeat(20_000)}` }), []);
  });

  it('say nothing where there are none', () => {
    assert.deepEqual(owners('docs/a.md', {}), []);
  });

  it('never make reading or asking throw', () => {
    fc.assert(fc.property(anyText, paths, (text, path) => void owners(path, { OWNERS: text, 'docs/OWNERS': text })));
  });
});
