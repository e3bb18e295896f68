import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileChange, FileHistory } from '../../../../../src/core/ports.ts';
import { Past } from '../../../../../src/core/service/stale/past.ts';

/** A change by letters: contents before and after, `-` for none. */
function change(path: string, before: string, after: string): FileChange {
  return { path, ...(before !== '-' && { before }), ...(after !== '-' && { after }) };
}

/** Commits, the newest first, on days that go down from the 28th. */
function history(...commits: ReadonlyArray<readonly FileChange[]>): FileHistory {
  const head = new Map<string, string>();
  for (const { path, after } of commits.toReversed().flat()) {
    if (after === undefined) {
      head.delete(path);
    } else {
      head.set(path, after);
    }
  }
  const dated = commits.map((files, at) => ({ hash: `h${at}`, date: `2025-01-${28 - at}T00:00:00Z`, files }));
  return { commits: dated, head, modules: [] };
}

const many = Array.from({ length: 60 }, (_, index) => change(`docs/${index}.md`, 'x', 'y'));

describe('the past of files', () => {
  it('has the versions of a file, through moves with and without changes', () => {
    const past = new Past(
      history(
        [change('c/run.md', 'C', 'D')],
        [change('b/run.md', 'B', '-'), change('c/run.md', '-', 'C')],
        [change('a.md', 'B', '-'), change('b/run.md', '-', 'B')],
        [change('a.md', 'A', 'B')],
        [change('a.md', '-', 'A')],
      ),
    );
    assert.deepEqual(
      past.versions('c/run.md').map(({ at, path, after }) => [at, path, after]),
      [
        [0, 'c/run.md', 'D'],
        [1, 'c/run.md', 'C'],
        [2, 'b/run.md', 'B'],
        [3, 'a.md', 'B'],
        [4, 'a.md', 'A'],
      ],
    );
    assert.deepEqual(past.versions('never.md'), []);
    assert.equal(past.contentBefore('c/run.md', 0), 'C');
    assert.equal(past.contentBefore('c/run.md', 1), 'B');
    assert.equal(past.contentBefore('c/run.md', 4), undefined);
  });

  it('knows the last care: no move, and no commit of many documents', () => {
    const moved = [change('a.md', 'B', '-'), change('b.md', '-', 'B')];
    const past = new Past(
      history([change('b.md', 'B', 'C'), ...many], moved, [change('a.md', 'A', 'B')], [change('a.md', '-', 'A')]),
    );
    assert.equal(past.lastCare('b.md')?.at, 2);
    assert.equal(past.lastCare('docs/7.md')?.at, 0, 'the oldest version if there is no other');
    assert.equal(past.lastCare('never.md'), undefined);
  });

  it('takes a move with changes for care, but not within a commit of many documents', () => {
    const edited = [change('a/run.md', 'A', '-'), change('b/run.md', '-', 'B')];
    assert.equal(new Past(history(edited, [change('a/run.md', '-', 'A')])).lastCare('b/run.md')?.at, 0);
    assert.equal(new Past(history([...edited, ...many], [change('a/run.md', '-', 'A')])).lastCare('b/run.md')?.at, 1);
  });

  it('knows what was removed, and where it is now', () => {
    const past = new Past(
      history(
        [change('y/run.sh', 'A', '-'), change('z/run.sh', '-', 'B')],
        [change('x/run.sh', 'A', '-'), change('y/run.sh', '-', 'A')],
        [change('gone.sh', 'G', '-'), change('back.sh', 'K', '-')],
        [change('p/one.sh', 'S', '-'), change('p/two.sh', 'S', '-'), change('q/new.sh', '-', 'S')],
      ),
    );
    const there = new Set(['z/run.sh', 'back.sh', 'q/new.sh']);
    assert.deepEqual(
      new Map(past.removals((path) => there.has(path)).map(({ path, movedTo }) => [path, movedTo])),
      new Map([
        ['y/run.sh', 'z/run.sh'],
        ['x/run.sh', 'z/run.sh'],
        ['gone.sh', undefined],
        // Which of the two moved nobody can tell.
        ['p/one.sh', undefined],
        ['p/two.sh', undefined],
      ]),
    );
  });

  it('begins at the oldest commit only if the history is cut', () => {
    assert.equal(new Past(history([])).beginsAt, undefined);
    assert.equal(new Past({ ...history([], []), cut: 'shallow' }).beginsAt, '2025-01-27T00:00:00Z');
  });

  it('ends for any history, and tells only of what is in it', () => {
    const name = fc.constantFrom('a.md', 'b.md', 'x/a.md', 'x/b.md', 'y/a.md');
    const content = fc.constantFrom('-', 'A', 'B');
    const file = fc.tuple(name, content, content).map(([path, before, after]) => change(path, before, after));
    const commits = fc.array(fc.array(file, { maxLength: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(commits, (all) => {
        const past = new Past(history(...all));
        for (const path of ['a.md', 'b.md', 'x/a.md', 'x/b.md', 'y/a.md']) {
          const versions = past.versions(path);
          versions.forEach(({ at }, index) => assert.ok(at >= (versions[index - 1]?.at ?? 0)));
          past.lastCare(path);
          all.forEach((_, at) => past.contentBefore(path, at));
        }
        for (const { movedTo } of past.removals((path) => path.startsWith('x/'))) {
          assert.ok(movedTo === undefined || movedTo.startsWith('x/') || past.mayHave(movedTo));
        }
      }),
    );
  });
});
