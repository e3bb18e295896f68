import { once } from '../../../util/memo.ts';
import { languages, split } from '../../../vocabulary/words.ts';
import { mostCommon } from '../../../document/most-common.ts';
import { doneStatusOf } from '../done.ts';

/** Words for what is to be done, with a pattern for those for what is done; the first of each side is the one to write. */
interface Pair {
  readonly open: readonly string[];
  readonly done: RegExp;
  readonly write: string;
}

const pairs = once((): readonly Pair[] => [
  ...languages.map(({ actions: { open, done } }) => pairOf(split(open), done)),
  ...languages.flatMap(({ actions: { yes, no } }) =>
    split(no).map((word, index) => pairOf([word], split(yes)[index] ?? '')),
  ),
  pairOf(['☐'], '☑️?', '☑'),
  pairOf(['⬜', '🔲', '❌'], '✅'),
  pairOf(['[ ]'], '\\[x\\]', '[x]'),
]);

function pairOf(open: readonly string[], done: string, write = done.split('|', 1)[0] ?? ''): Pair {
  return { open, done: new RegExp(`^(?:${done})$`, 'iu'), write };
}

const begun = /^(?:planned|in progress|wip)$/i;
const unmarked = /^[^\p{L}\p{N}]{1,3}$/u;

/** Whether a status says that nothing has been done yet. */
function isNotBegun(status: string): boolean {
  const word = status.toLowerCase();
  return unmarked.test(word) || (pairs().some(({ open }) => open.includes(word)) && !begun.test(word));
}

/**
 * Returns the status to write for a done item, instead of its open status.
 * @param others the statuses of the other items.
 */
export function doneStatusFor(current: string, others: readonly string[]): string {
  const usual = others.filter((other) => doneStatusOf(other) === 'done' && !/\d/.test(other));
  return mostCommon(usual) ?? translated(current, 0) ?? 'Done';
}

/** Returns the status to write for an open item, instead of its done status; empty if the other items leave it empty. */
export function openStatusFor(current: string, others: readonly string[]): string {
  const open = others.filter((other) => doneStatusOf(other) === undefined);
  const usual = mostCommon(open.filter(isNotBegun));
  const bare = open.every((other) => other === '') && (open.length > 0 || !/\p{L}{2}/u.test(current));
  return usual ?? (bare ? '' : (translated(current, 1) ?? 'Open'));
}

/** No status is longer. */
const longestStatus = 200;
// oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most `longestStatus` characters.
const wrapping = /^(?<before>[*_`([]*)(?<word>.*?)(?<after>[*_`)\].!?]*)$/su;

/** A word's opposite in the same language, case and emphasis; undefined for words that nobody knows. @param side that of `word`. */
function translated(text: string, side: 0 | 1): string | undefined {
  if (text.length > longestStatus) {
    return undefined;
  }
  const whole = opposite(text, side);
  const { before = '', word = '', after = '' } = wrapping.exec(text)?.groups ?? {};
  const inner = whole === undefined ? opposite(word, side) : undefined;
  return whole ?? (inner === undefined ? undefined : `${before}${inner}${after}`);
}

function opposite(word: string, side: 0 | 1): string | undefined {
  const found = pairs().find(({ open, done }) => (side === 0 ? open.includes(word.toLowerCase()) : done.test(word)));
  const written = side === 0 ? found?.write : found?.open[0];
  return written === undefined || written === '' ? undefined : inCaseOf(word, written);
}

/** Returns a word in the case of another: with "OPEN", "done" becomes "DONE"; with "Open", it becomes "Done". */
export function inCaseOf(example: string, word: string): string {
  if (example.length > 1 && example === example.toUpperCase() && example !== example.toLowerCase()) {
    return word.toUpperCase();
  }
  return /^\p{Lu}/u.test(example) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
