import assert from 'node:assert/strict';
import { findAgain, readActionItems } from '../../../../../src/core/index.ts';
import { documentOf } from '../../../support/context.ts';

const record = (...lines: readonly string[]) => documentOf('postmortem', ['## Action items', ...lines].join('\n'));

/** The line on which an item is found in a newer text; undefined where it is not found. */
function lineOf(before: readonly string[], index: number, now: readonly string[]): number | undefined {
  const old = record(...before);
  const item = readActionItems(old)[index];
  assert.ok(item);
  return findAgain(record(...now), old, item)?.range.start.line;
}

describe('findAgain', () => {
  it('finds an item where lines came and went', () => {
    assert.equal(lineOf(['- a', '- b'], 1, ['- c', '', '- b', '- a']), 3);
  });

  it('finds one that was ticked meanwhile', () => {
    assert.equal(lineOf(['- [ ] a'], 0, ['- [x] a']), 1);
    assert.equal(lineOf(['- a'], 0, ['- a (DONE)']), 1);
  });

  it('finds the right one of several that read alike, as long as there are as many', () => {
    assert.equal(lineOf(['- a', '- b', '- a'], 2, ['- c', '- a', '- a']), 3);
    assert.equal(lineOf(['- a', '- b', '- a'], 2, ['- a', '- b']), undefined);
    assert.equal(lineOf(['- a'], 0, ['- a', '- a']), undefined);
  });

  it('finds none that says something else now, or stands under another kind', () => {
    assert.equal(lineOf(['- a'], 0, ['- a bit']), undefined);
    assert.equal(lineOf(['### Process', '- a'], 0, ['### Technical', '- a']), undefined);
  });
});
