import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { OfferedReviews } from '../../../../../src/vscode/features/reading/offered-reviews.ts';

function storage(content: Record<string, unknown> = {}): Memento {
  return {
    keys: () => Object.keys(content),
    get: (key: string) => content[key],
    update: (key: string, value: unknown) => {
      content[key] = value;
      return Promise.resolve();
    },
  } as Memento;
}

describe('the offer of a review', () => {
  it('is made once for each runbook and day', async () => {
    const content = {};
    const offered = new OfferedReviews(storage(content));
    assert.equal(await offered.add('a.md', '2026-05-04'), true);
    assert.equal(await offered.add('a.md', '2026-05-04'), false);
    assert.equal(await offered.add('b.md', '2026-05-04'), true);
    assert.equal(await new OfferedReviews(storage(content)).add('b.md', '2026-05-04'), false);
    assert.equal(await offered.add('a.md', '2026-05-05'), true);
  });

  it('survives storage that holds something else', async () => {
    for (const broken of [1, 'x', null, [], { day: '2026-05-04' }, { day: '2026-05-04', uris: 1 }]) {
      const offered = new OfferedReviews(storage({ 'reading.offeredReviews': broken }));
      assert.equal(await offered.add('a.md', '2026-05-04'), true);
    }
  });
});
