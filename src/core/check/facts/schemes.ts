import { once } from '../../util/memo.ts';
import { joined, plain, whole } from '../../vocabulary/words.ts';

/** Scales of severity. Words come before numbers because "critical (1)" is a word. */
const schemes = once((): ReadonlyArray<readonly [name: string, pattern: RegExp]> => [
  ['SEV-1, SEV-2 …', /\bsev(?:erity)?[\s_-]*\d/i],
  ['P1, P2 …', /\bp(?:riority)?[\s_-]*\d\b/i],
  ['S1, S2 …', /\bs-?\d\b/i],
  ['critical, high, warning …', new RegExp(whole(plain(({ worst, severities }) => joined(worst, severities))), 'iu')],
  ['1, 2 …', /^\s*\d\s*$/],
]);

/** Returns the scales of severity in a text, by readable names; none for other texts. */
export function schemesOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return schemes()
    .filter(([, pattern]) => pattern.test(folded))
    .map(([name]) => name);
}

/** Words that say that no step of a scale fits. */
const noStep = /^(?:none|no|not|n|info|informational|page|ticket|error|unknown|tbd|varies)(?!\p{L})/iu;

/** The word or number with which a text begins: "SEV-2" of "**SEV-2** (mail)". */
function beginningOf(text: string): string {
  return /\p{L}+(?:[\s_-]*\d+)?|\d+/u.exec(text)?.[0] ?? '';
}

/** Returns the scales of which a text begins with a step. Words beside the scales are the author's choice: "Varies", "Planned change". */
export function stepOf(text: string): string[] {
  const first = beginningOf(text);
  return noStep.test(first) ? [] : schemesOf(first);
}

/** Returns the number of the step with which a text begins: 2 for "SEV-2 (mail)"; undefined for words. */
export function numberOf(text: string): number | undefined {
  const digits = /\d{1,4}/.exec(beginningOf(text))?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** Returns whether a text contains one of some words, with any separators between letters and digits: "sev2" contains "SEV-2". */
export function containsWord(text: string, words: readonly string[]): boolean {
  const plain = ` ${parts(text).join(' ')} `;
  return words.some((word) => {
    const wanted = parts(word);
    return wanted.length > 0 && plain.includes(` ${wanted.join(' ')} `);
  });
}

function parts(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}
