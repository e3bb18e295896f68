import assert from 'node:assert/strict';
import { UserError, type Evidence, type StaleReport, type Suspect } from '../../../../../src/core/index.ts';
import { KnownSuspects } from '../../../../../src/vscode/features/services/known-suspects.ts';
import {
  lookThrough,
  mayBeReviewed,
  type StaleFolder,
} from '../../../../../src/vscode/features/services/stale-folders.ts';

const { signal } = new AbortController();

function suspect(path: string, score: number, ...kinds: ReadonlyArray<Evidence['kind']>): Suspect {
  return { path, score, evidence: kinds.map((kind) => ({ kind, what: `${path} ${kind}`, weight: score })) };
}

function folder(name: string, look: StaleFolder['look']): StaleFolder {
  return { root: `file:///${name}`, name, look };
}

function report(suspects: readonly Suspect[], { notes = [] as readonly string[], hasHistory = true } = {}) {
  return async (): Promise<StaleReport> => ({ suspects, notes, hasHistory });
}

describe('a look for stale runbooks in several folders', () => {
  it('lists the strongest evidence of all first, and says of which folder a note is', async () => {
    const shallow = report([suspect('a.md', 2)], { notes: ['It is shallow.'] });
    const found = await lookThrough([folder('one', shallow), folder('two', report([suspect('b.md', 3)]))], signal);
    assert.deepEqual(
      found.suspects.map((each) => [each.root, each.suspect.path]),
      [
        ['file:///two', 'b.md'],
        ['file:///one', 'a.md'],
      ],
    );
    assert.deepEqual(found.notes, ['one: It is shallow.']);
    assert.ok(found.hasLooked);
  });

  it('goes on after a folder that fails or cannot be looked in, and says so', async () => {
    const fails = async (): Promise<StaleReport> => {
      throw new UserError('Git is broken.');
    };
    const found = await lookThrough(
      [folder('one', fails), folder('two', 'It is far away.'), folder('three', report([suspect('c.md', 1)]))],
      signal,
    );
    assert.deepEqual(found.notes, ['one: Git is broken.', 'two: It is far away.']);
    assert.equal(found.suspects.length, 1);
  });

  it('has looked nowhere if no folder has a history', async () => {
    const none = report([], { hasHistory: false, notes: ['There is no git history here.'] });
    const found = await lookThrough([folder('one', none), folder('two', 'It is far away.')], signal);
    assert.equal(found.hasLooked, false);
    assert.equal(found.notes.length, 2);
    assert.deepEqual(await lookThrough([], signal), { suspects: [], notes: [], hasLooked: false });
  });

  it('ends if it is cancelled, or if something is wrong with the program', async () => {
    const cancel = new AbortController();
    let looked = 0;
    const cancelling = async (): Promise<StaleReport> => {
      looked += 1;
      cancel.abort();
      throw new UserError('Git was ended.');
    };
    const all = [folder('one', cancelling), folder('two', cancelling)];
    await assert.rejects(lookThrough(all, cancel.signal), { name: 'AbortError' });
    assert.equal(looked, 1);
    const wrong = async (): Promise<StaleReport> => {
      throw new TypeError('wrong');
    };
    await assert.rejects(lookThrough([folder('one', wrong)], signal), TypeError);
  });

  it('offers a note of a review only where that answers some of the evidence', () => {
    assert.ok(mayBeReviewed(suspect('a.md', 1, 'path-gone', 'rule-changed')));
    assert.ok(mayBeReviewed(suspect('a.md', 1, 'incident')));
    assert.ok(!mayBeReviewed(suspect('a.md', 1, 'path-gone', 'path-moved', 'alert-gone')));
  });
});

describe('what is known of stale runbooks', () => {
  const place = { uri: 'file:///one/docs/a.md', root: 'file:///one/docs', path: 'a.md', prefix: 'docs/' };

  it('is kept by their paths from the top until their documents change', () => {
    const known = new KnownSuspects();
    known.replace([{ root: place.root, suspect: suspect('docs/a.md', 1, 'path-gone') }], [place]);
    known.forget(['file:///one/docs/other.md']);
    assert.deepEqual(known.evidenceFor(place.root, 'docs/a.md'), ['docs/a.md path-gone']);
    assert.deepEqual(known.evidenceFor('file:///two', 'docs/a.md'), []);
    known.forget([place.uri]);
    assert.deepEqual(known.evidenceFor(place.root, 'docs/a.md'), []);
  });

  it('is replaced by what the next look finds', () => {
    const known = new KnownSuspects();
    known.replace([{ root: place.root, suspect: suspect('docs/a.md', 1, 'path-gone') }], [place]);
    known.replace([], [place]);
    assert.deepEqual(known.evidenceFor(place.root, 'docs/a.md'), []);
  });
});
