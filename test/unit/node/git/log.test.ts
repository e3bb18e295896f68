import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLastChanges, readPeople } from '../../../../src/node/git/log.ts';

interface Commit {
  readonly date: string;
  readonly author: string;
  readonly files: readonly string[];
}

const hash = '0123456789abcdef0123456789abcdef01234567';
const happened = `:100644 100644 ${hash} ${hash} M`;

/** What git prints for commits, the newest first. */
function printed(commits: readonly Commit[]): string {
  return commits
    .map(({ date, author, files }) => {
      const changes = files.map((file, index) => `${index === 0 ? '\n' : ''}${happened}\0${file}\0`);
      return `${hash} ${date} ${author}\0${changes.join('')}`;
    })
    .join('');
}

describe('the last changes in what git prints', () => {
  it('are the first mentions of files, which are the newest', () => {
    assert.deepEqual(
      [
        ...readLastChanges(
          printed([
            { date: '2025-02-01', author: 'Bo', files: ['b.md'] },
            { date: '2025-01-01', author: 'Ann', files: ['a.md', 'b.md'] },
          ]),
        ),
      ],
      [
        ['b.md', { date: '2025-02-01', author: 'Bo' }],
        ['a.md', { date: '2025-01-01', author: 'Ann' }],
      ],
    );
  });

  it('are none of commits without files, and of nothing', () => {
    assert.deepEqual([...readLastChanges(printed([{ date: '2025-02-01', author: 'Bo', files: [] }]))], []);
    assert.deepEqual([...readLastChanges('')], []);
  });

  it('cannot be forged by names of files or people', () => {
    // What parts what git prints, and what parts of it look like.
    const hostile = fc.constantFrom('\n', '\u0001', '\u0002', ' ', ':', hash, happened, '2025-01-01T00:00:00Z', 'a.md');
    const name = fc
      .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 5 })), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('').replaceAll('\0', ''))
      .filter((text) => text !== '');
    const commit = fc.record({
      date: fc.constantFrom('2025-01-01T00:00:00+01:00', '2024-12-31T23:59:59Z', '', '%aI'),
      author: name.map((text) => text.replaceAll('\n', '')),
      files: fc.uniqueArray(name, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 5 }), (commits) => {
        const expected = new Map<string, { date: string; author: string }>();
        for (const { date, author, files } of commits.toReversed()) {
          files.forEach((file) => expected.set(file, { date, author }));
        }
        assert.deepEqual(
          [...readLastChanges(printed(commits))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
          // Where git tells no date, it could not read who made the commit.
          [...expected].filter(([, { date }]) => /^\d/.test(date)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
        );
      }),
    );
  });
});

describe('the people in what git prints', () => {
  it('are each named once, the most active first, with their latest address', () => {
    assert.deepEqual(readPeople('Ann\0new@x.org\0Bo\0\0Ann\0old@x.org\0'), [
      { name: 'Ann', email: 'new@x.org' },
      { name: 'Bo' },
    ]);
    assert.deepEqual(readPeople('%aN\0%aE\0\0x@x.org\0'), []);
    assert.deepEqual(readPeople(''), []);
  });
});
