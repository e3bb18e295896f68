import { replacedBetween } from '../text/ends.ts';
import { matchesOf } from '../text/matches.ts';
import { once, remembering } from '../util/memo.ts';
import { fold } from '../text/plain-text.ts';
import type { Language } from './language.ts';
import { folded, groupsIn, plain, wordsIn, written } from './words.ts';

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

const words = once(() => {
  const and = written(({ grammar }) => grammar.and);
  return {
    of: new RegExp(
      ` (?:${wordsIn(({ grammar }) => grammar.of)
        .map((word) => folded(word))
        .join('|')}) `,
      'u',
    ),
    and: new RegExp(`[&＆/／+,，、・;；]| - | (?:${and.spaced}) |(?:${and.unspaced})`, 'iu'),
    day: new RegExp(
      `\\s(?:${[({ time }: Language) => time.months, ({ time }: Language) => time.weekdays]
        .flatMap((pick) => groupsIn(pick).flat())
        .filter((word) => /^\p{Script=Latin}/u.test(word))
        .map((word) => folded(word))
        .join('|')})(?![\\p{L}\\p{N}])`,
      'iu',
    ),
  };
});

/** The start of an addition to a name: a bracket, a colon, a dash, the end of a sentence, a number, a zone. */
const addition =
  /[([（［【「『<:：|–—]|[.。?？!！](?=\s|$)|。|(?<![\p{L}\p{N}])[#№]?\d|\s-\s|\s(?:UTC|GMT|CES?T|[ECMP][SD]?T|JST|IST|BST)(?![\p{L}\p{N}])/u;
/** Text in brackets of any kind. */
const bracketed = /[([（［【「『]([^()[\]（）［］【】「」『』]+)[)\]）］】」』]/gu;

/** A title up to what adds something to its name: "Timeline (all times UTC) 4 March" and "Timeline 4 March. Guesses" are timelines. */
function beforeAdditions(title: string): string {
  const [first = ''] = title.replace(/^[^\p{L}]+/u, '').split(addition, 1);
  return normaliseName(folded(first).split(words().day, 1)[0] ?? '');
}

/**
 * Returns the readings of a name, most exact first: whole, without text in brackets or after a colon ("Timeline (UTC)"), without a
 * trailing "of …", before a date, a number or a full stop, each part of a compound ("Impact and detection"), and what stands in brackets
 * ("Our guess (root cause)").
 */
export const readings = remembering(20_000, (title: string): readonly string[] => {
  const whole = normaliseName(title);
  if (/^[a-z]+$/.test(whole)) {
    return [whole];
  }
  const outside = title.replace(bracketed, ' ');
  const [before = ''] = outside.trimStart().split(/(?!^)[:：–—|]/u, 1);
  const bare = normaliseName(before);
  const [head = ''] = bare.split(words().of, 1);
  const inside = matchesOf(bracketed, title).map(([, text = '']) => text);
  const parts = [outside, ...inside].flatMap((text) => {
    const pieces = fold(text).split(words().and);
    return pieces.length === 1 && text === outside
      ? []
      : pieces.flatMap((piece) => [normaliseName(piece), beforeAdditions(piece)]);
  });
  return [...new Set([whole, bare, head, beforeAdditions(title), ...parts])].filter((name) => name !== '');
});
