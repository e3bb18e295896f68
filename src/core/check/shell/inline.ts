import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';
import { lastSentence } from './printed.ts';

const words = once(() => {
  const { spaced, unspaced } = written(({ wording }) => wording.ran);
  return {
    /** Text right before a command that the reader should run. */
    before: new RegExp(`${whole(written(({ wording }) => wording.run))}[^.!?;\\n]{0,60}$`, 'iu'),
    /** Text right after a command that opens its sentence. */
    behind: new RegExp(`^(?:[.;:,]?$|(?:${spaced})\\s|(?:${unspaced}))`, 'iu'),
    denied: new RegExp(whole(written(({ wording }) => wording.denied)), 'iu'),
    cause: new RegExp(
      `${whole(written(({ wording }) => wording.cause))}|${whole(written(({ wording }) => wording.humanError))}`,
      'iu',
    ),
  };
});

/** The end of a sentence; "e.g. " ends none. */
const sentenceEnd = /(?<!\b(?:e\.g|i\.e|etc|vs|z\. ?B|ca|bzw))\.\s|\n\n/g;

/**
 * Returns whether a command in running text is a step for the reader, and not only mentioned or named as the cause of a fault.
 * @param before the text before it, other commands blanked out; the last 400 characters are enough.
 * @param after the text after it, without white space at its end.
 */
export function isStep(before: string, after: string): boolean {
  const start = Math.max(0, ...[...before.matchAll(sentenceEnd)].map(({ index }) => index + 1));
  const sentence = before.slice(start).slice(-160);
  if (words().denied.test(sentence) || words().cause.test(sentence)) {
    return false;
  }
  const bare = sentence.replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\]\s*)?/, '');
  return bare.trim() === '' ? words().behind.test(after.trimStart()) : words().before.test(bare);
}

/** Returns whether a text right before a block of commands says that they were a cause or a mistake: "Somebody ran:". */
export function namesCause(leadIn: string): boolean {
  return words().cause.test(lastSentence(leadIn));
}
