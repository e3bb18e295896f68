import fc from 'fast-check';
import { assertHolds } from '../../fuzz/documents/holds.ts';
import { mutated } from '../../fuzz/documents/mutate.ts';
import { ownTexts } from '../../fuzz/documents/texts.ts';
import { examples } from '../support/examples.ts';

// The long form is `npm run fuzz:documents`.

describe('a document with changes that nobody would make', () => {
  it('is read, checked and mended, with all places inside it, and needs to be mended only once', function () {
    this.timeout(120_000);
    fc.assert(fc.property(mutated(ownTexts()), assertHolds), { numRuns: examples(150) });
  });
});
