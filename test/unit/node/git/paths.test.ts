import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterPrefix, inBatches } from '../../../../src/node/git/paths.ts';

describe('paths for git', () => {
  it('are relative to a folder whatever form its name has on disk', () => {
    assert.equal(afterPrefix('docs/a.md', 'docs/'), 'a.md');
    assert.equal(afterPrefix('a.md', ''), 'a.md');
    assert.equal(afterPrefix('sk\u00e9/a.md', 'ske\u0301/'), 'a.md');
    assert.equal(afterPrefix('ske\u0301/a.md', 'ske\u0301/'), 'a.md');
  });

  it('are all given to git, in their order, and to none too many', () => {
    const paths = fc.array(fc.string({ minLength: 1, maxLength: 9000 }), { maxLength: 30 });
    fc.assert(
      fc.property(paths, (all) => {
        const batches = inBatches(all);
        assert.deepEqual(batches.flat(), all);
        assert.ok(batches.every((some) => some.length === 1 || some.join(' ').length <= 20_000 + some.length));
      }),
    );
  });
});
