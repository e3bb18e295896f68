import { replacedBetween } from '../text/ends.ts';
import { remembering } from '../util/memo.ts';
import { fold } from '../text/plain-text.ts';

/**
 * A section title prepared for comparison: without emoji, `:shortcodes:`, numbering ("2.1", "Step 3 -", "IV."), HTML,
 * accents, case, possessive and outer punctuation. Different spellings of one title give one name; the name may be
 * empty when the title has nothing else.
 */
export const normaliseName = remembering(20_000, (title: string): string => {
  const bare = replacedBetween(title.replace(/<[^<>]*>/g, ' '), '{#', '}', ' ')
    .replace(/:[a-z][a-z0-9_+-]*:/gi, ' ')
    .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\u20e3|\ufe0f)/gu, ' ')
    .replace(/[’‘ʼ`´]/g, "'")
    .replaceAll('№', '#');
  const plain = fold(
    bare
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase(),
  );
  return fold(
    plain
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .replace(/^(?:(?:step|section|part)\s+)?(?:\d+(?:\.\d+)*|[ivx]+|[a-z])\s*(?:[.):\]]|[-–—](?=\s))+\s*/u, '')
      .replace(/^\d+(?:\.\d+)*\s+(?=\p{L})/u, '')
      .replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
      .replace(/[-_/]/g, ' '),
  );
});

/**
 * The ways in which a name may be read, most exact first: whole, without what brackets or a colon add ("Timeline
 * (UTC)"), without a trailing "of …", and each part of a compound ("Impact and detection").
 */
export function readings(title: string): string[] {
  const whole = normaliseName(title);
  const [before = ''] = replacedBetween(replacedBetween(title, '(', ')', ' '), '[', ']', ' ')
    .trimStart()
    .split(/(?!^)[:–—|]/u, 1);
  const bare = normaliseName(before);
  const [head = ''] = bare.split(/ (?:of|for|from|on|in|de|del|da|do|des|du|der|fur) /u, 1);
  const parts = fold(title)
    .split(/[&/+,]| (?:and|e|y|et|und) /u)
    .map(normaliseName);
  return [...new Set([whole, bare, head, ...parts])].filter((name) => name !== '');
}
