import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileCommits, readPatches, readTexts, readTree } from '../../../../src/node/git/past.ts';

const hash = '0123456789abcdef0123456789abcdef01234567';
const other = 'fedcba9876543210fedcba9876543210fedcba98';
const none = '0'.repeat(40);
const date = '2025-01-02T03:04:05+01:00';

/** What parts what git prints, and what parts of it look like. */
const hostile = fc.constantFrom(
  '\0',
  '\n',
  '\r',
  '-',
  '+',
  ' ',
  ':100644 100644 ',
  `${hash} ${date}`,
  hash,
  none,
  ' M\0',
  'diff --git a/x b/x\n',
  '--- a/x\n',
  '+++ b/x\n',
  '@@ -1,2 +3,4 @@\n',
  '@@ -1 +99999 @@\n',
  'mark ',
  ' blob\n',
  ' missing\n',
  '- alert: Disk\n',
);
const output = fc.array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 });

describe('the commits with files in what git prints', () => {
  it('have each file with its contents before and after, and the newest is first', () => {
    const printed = [
      `${hash} ${date}\0\n:100644 100644 ${hash} ${other} M\0a.md\0:100644 000000 ${hash} ${none} D\0b\nc.md\0`,
      `${other} ${date}\0`,
      `${other} ${date}\0\n:000000 100644 ${none} ${hash} A\0:100644 a.md\0`,
    ].join('');
    assert.deepEqual(
      [...readFileCommits(printed)],
      [
        {
          hash,
          date,
          files: [
            { path: 'a.md', before: hash, after: other },
            { path: 'b\nc.md', before: hash },
          ],
        },
        { hash: other, date, files: [] },
        { hash: other, date, files: [{ path: ':100644 a.md', after: hash }] },
      ],
    );
    assert.deepEqual([...readFileCommits('')], []);
  });

  it('can be read of any text', () => {
    fc.assert(
      fc.property(output, (parts) => {
        for (const commit of readFileCommits(parts.join(''))) {
          assert.match(commit.hash, /^[\da-f]{40,64}$/);
          assert.match(commit.date, /^\d{4}-/);
        }
      }),
    );
  });
});

describe('the files of a commit in what git prints', () => {
  it('are its files with their contents, and its submodules', () => {
    const files = [`100644 blob ${hash}\ta.md`, `120000 blob ${other}\tb\n\tc`, `160000 commit ${hash}\tlib/x`, ''];
    const printed = files.join('\0');
    assert.deepEqual(readTree(printed), {
      head: new Map([
        ['a.md', hash],
        ['b\n\tc', other],
      ]),
      modules: ['lib/x'],
    });
    assert.deepEqual(readTree('').head.size, 0);
  });

  it('can be read of any text', () => {
    fc.assert(fc.property(output, (parts) => void readTree(parts.join(''))));
  });
});

describe('the patches in what git prints', () => {
  const printed = `\0${hash} ${date}\n\ndiff --git a/r.yaml b/r.yaml\nindex 1..2 100644\n--- a/r.yaml\n+++ b/r.yaml\n@@ -1,2 +1 @@ rules:\n--- alert: Old\n-  expr: up\n+- alert: New\n@@ -9 +8,0 @@\n-x\ndiff --git a/n b/n\nnew file mode 100644\n--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+++ y\n\\ No newline at end of file\n`;

  it('have the removed and added lines of each file', () => {
    assert.deepEqual(readPatches(printed), [
      { hash, date, path: 'r.yaml', removed: ['-- alert: Old', '  expr: up', 'x'], added: ['- alert: New'] },
      { hash, date, path: '', removed: [], added: ['++ y'] },
    ]);
  });

  it('are none of merges, of binary files and of nothing', () => {
    assert.deepEqual(
      readPatches(`\0${hash} ${date}\n\0${hash} ${date}\n\ndiff --git a/x b/x\nBinary files differ\n`),
      [],
    );
    assert.deepEqual(readPatches(''), []);
  });

  it('have no more lines than a hunk says, whatever the lines are', () => {
    const line = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll(/[\0\n]/g, ''));
    const tricky = fc.oneof(line, fc.constantFrom('-- a/x', '++ b/x', '@@ -1 +1 @@', 'diff --git a/x b/x'));
    fc.assert(
      fc.property(fc.array(tricky, { maxLength: 6 }), fc.array(tricky, { maxLength: 6 }), (removed, added) => {
        const body = [...removed.map((text) => `-${text}`), ...added.map((text) => `+${text}`)].join('\n');
        const text = `\0${hash} ${date}\n\ndiff --git a/r b/r\n--- a/r\n+++ b/r\n@@ -1,${removed.length} +1,${added.length} @@\n${body}\n`;
        assert.deepEqual(
          readPatches(text),
          removed.length + added.length === 0 ? [] : [{ hash, date, path: 'r', removed, added }],
        );
      }),
    );
  });

  it('can be read of any text, in time that grows with it', () => {
    fc.assert(
      fc.property(output, (parts) => {
        const text = parts.join('');
        const lines = readPatches(text).flatMap(({ removed, added }) => [...removed, ...added]);
        assert.ok(lines.length <= text.split('\n').length);
      }),
    );
    for (const part of ['\0', `\0${hash} ${date}\n`, 'diff --git a/x b/x\n', '@@ -1,9 +1,9 @@\n', '-x\n', '+', ' ']) {
      const start = performance.now();
      readPatches(`\0${hash} ${date}\n\ndiff --git a/x b/x\n@@ -1,99999999 +1,99999999 @@\n${part.repeat(100_000)}`);
      assert.ok(performance.now() - start < 5000, part);
    }
  });
});

describe('the texts in what git prints', () => {
  it('are known by their ids; missing ones, binary ones and other objects are left out', () => {
    const printed = [
      `mark ${hash} blob\na\nb\n\n`,
      `${none} missing\n`,
      `mark ${other} tree\nx\n`,
      `mark ${other.replaceAll('f', 'e')} blob\na\0b\n`,
      `${none} missing\n${other} missing\n`,
    ].join('');
    assert.deepEqual([...readTexts(printed, 'mark')], [[hash, 'a\nb\n']]);
    assert.deepEqual([...readTexts(`${none} missing\n`, 'mark')], []);
  });

  it('are as they were, whatever they contain but the mark', () => {
    const texts = fc.array(
      fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const ids = all.map((_, index) => `${index}`.padStart(40, 'a'));
        const printed = all.map((text, index) => `mark-1 ${ids[index]} blob\n${text}\n`).join('');
        assert.deepEqual(
          [...readTexts(printed, 'mark-1')],
          all.map((text, index) => [ids[index], text]),
        );
      }),
    );
  });

  it('can be read of any text', () => {
    fc.assert(fc.property(output, (parts) => void readTexts(parts.join(''), 'mark')));
  });
});
