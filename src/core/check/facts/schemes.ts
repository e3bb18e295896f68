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
