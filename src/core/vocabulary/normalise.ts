import { replacedBetween } from '../text/ends.ts';
import { once, remembering } from '../util/memo.ts';
import { fold } from '../text/plain-text.ts';
import { folded, plain, wordsIn } from './words.ts';

/**
 * Returns a section title prepared for comparison: without emoji, `:shortcodes:`, numbering ("2.1", "Step 3 -", "IV."), HTML, accents,
 * case, possessive and outer punctuation. Different spellings of a title give the same name. Empty if nothing is left.
 */
export const normaliseName = remembering(20_000, (title: string): string => {
  if (plainWords.test(title)) {
    return title.toLowerCase();
  }
  const bare = replacedBetween(title.replace(/<[^<>]*>/g, ' '), '{#', '}', ' ')
    .replace(/:[a-z][a-z0-9_+-]*:/gi, ' ')
    .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\u20e3|\ufe0f)/gu, ' ')
    .replace(/[’‘ʼ`´]/g, "'")
    .replaceAll('№', '#');
  return fold(
    fold(folded(bare))
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .replace(numbering(), '')
      .replace(/^\d+(?:\.\d+)*\s+(?=\p{L})/u, '')
      .replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
      .replace(/[-_/]/g, ' '),
  );
});

/** Most names are plain words, and only their case changes. */
const plainWords = /^[a-z]+(?: [a-z]+)*$/i;

const numbering = once(() => {
  const { spaced, unspaced } = plain(({ grammar }) => grammar.step);
  return new RegExp(
    `^(?:(?:${spaced})\\s+|(?:${unspaced})\\s*)?(?:\\d+(?:\\.\\d+)*|[ivx]+|[a-z])\\s*(?:[.):\\]]|[-–—](?=\\s))+\\s*`,
    'iu',
  );
});

const words = once(() => ({
  of: new RegExp(
    ` (?:${wordsIn(({ grammar }) => grammar.of)
      .map((word) => folded(word))
      .join('|')}) `,
    'u',
  ),
  // Without spaces a word may stand for "and" within others.
  and: new RegExp(`[&/+,]| (?:${wordsIn(({ grammar }) => grammar.and).join('|')}) `, 'u'),
}));

/**
 * Returns the readings of a name, most exact first: whole, without text in brackets or after a colon ("Timeline (UTC)"), without a
 * trailing "of …", and each part of a compound ("Impact and detection").
 */
export function readings(title: string): string[] {
  const whole = normaliseName(title);
  const [before = ''] = replacedBetween(replacedBetween(title, '(', ')', ' '), '[', ']', ' ')
    .trimStart()
    .split(/(?!^)[:–—|]/u, 1);
  const bare = normaliseName(before);
  const [head = ''] = bare.split(words().of, 1);
  const parts = fold(title).split(words().and).map(normaliseName);
  return [...new Set([whole, bare, head, ...parts])].filter((name) => name !== '');
}
