// Makes one document after the other as the parent asks and tries it, so that the parent can end one that hangs.
import fc from 'fast-check';
import { assertHolds } from './holds.ts';
import { minimised } from './minimise.ts';
import { mutated } from './mutate.ts';
import { ownTexts, textsBelow } from './texts.ts';

/** What became of one document. */
export type Outcome =
  | { readonly seed: number }
  | { readonly seed: number; readonly reason: string; readonly text: string };

const folders = process.argv.slice(2);
const documents = mutated(folders.length === 0 ? ownTexts() : textsBelow(...folders));

process.on('message', (seed: number) => {
  const [text = ''] = fc.sample(documents, { seed, numRuns: 1 });
  const reason = faultOf(text);
  const outcome: Outcome =
    reason === undefined ? { seed } : { seed, reason, text: minimised(text, (shorter) => faultOf(shorter) === reason) };
  if (process.connected) {
    process.send?.(outcome);
  }
});
process.on('disconnect', () => process.exit());

/** Why a text does not hold, in one line; undefined for one that does. */
function faultOf(text: string): string | undefined {
  try {
    assertHolds(text);
    return undefined;
  } catch (error) {
    return String(error).split('\n', 1)[0];
  }
}
