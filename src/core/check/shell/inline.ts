import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';

const words = once(() => {
  const { spaced, unspaced } = written(({ wording }) => wording.ran);
  return {
    /** What comes right before a command that the reader is told to run. */
    before: new RegExp(`${whole(written(({ wording }) => wording.run))}[^.!?;\\n]{0,60}$`, 'iu'),
    /** What comes right after a command that opens its sentence. */
    behind: new RegExp(`^(?:[.;:,]?$|(?:${spaced})\\s|(?:${unspaced}))`, 'iu'),
    denied: new RegExp(whole(written(({ wording }) => wording.denied)), 'iu'),
  };
});

/**
 * Returns whether a command in running text is a step for the reader, and not only mentioned.
 * @param before the text before it, other commands blanked out; the last 400 characters are enough.
 * @param after the text after it, without white space at its end.
 */
export function isStep(before: string, after: string): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n\n')) + 1).slice(-160);
  if (words().denied.test(sentence)) {
    return false;
  }
  const bare = sentence.replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\]\s*)?/, '');
  return bare.trim() === '' ? words().behind.test(after.trimStart()) : words().before.test(bare);
}
