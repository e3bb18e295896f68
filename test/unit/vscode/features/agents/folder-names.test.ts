import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distinctNames } from '../../../../../src/vscode/features/agents/folder-names.ts';

describe('names of workspace folders for agents', () => {
  it('are their own, with a number where one before has the same', () => {
    assert.deepEqual(distinctNames(['shop', 'mail']), ['shop', 'mail']);
    assert.deepEqual(distinctNames(['shop', 'mail', 'shop', 'shop']), ['shop', 'mail', 'shop (2)', 'shop (3)']);
    assert.deepEqual(distinctNames(['shop', 'shop', 'shop (2)']), ['shop', 'shop (3)', 'shop (2)']);
  });

  it('are never equal, and a name that is there once is kept', () => {
    const name = fc.constantFrom('a', 'b', 'a (2)', 'a (3)', 'a (2) (2)');
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const distinct = distinctNames(names);
        assert.equal(new Set(distinct).size, names.length);
        names.forEach((own, at) => {
          if (names.indexOf(own) === at) {
            assert.equal(distinct[at], own);
          }
        });
      }),
    );
  });
});
