import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import type { DateOrder } from '../../time/day.ts';

/** With a year, or at the beginning of a line, an item or a cell; so "5/13 of the pods" is not a date. */
const dates =
  /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:20)?\d{2}(?![\d/-])|(?:^|\|)[\s>*_`#(+-]{0,12}(?:\d{1,3}[.)]\s{1,3})?(\d{1,2})\/(\d{1,2})(?=[\s,:|)*_`]*(?:\d{1,2}[:h.]\d{2}|[|:–-]|$))/gm;

/** A date in a line of Japanese, Chinese or Korean, which name the month first. */
const monthFirstScripts =
  /(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])[^\n]{0,80}[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}]/u;

const reading = perDocument(({ blocks, frontMatter }) => {
  const found = new Set<DateOrder>();
  const texts = blocks.filter(({ type }) => type !== 'code').map(({ text }) => text);
  const facts = Object.values(frontMatter?.values ?? {}).filter((value) => typeof value === 'string');
  for (const text of [...facts, ...texts]) {
    for (const [, a, separator, b, c, d] of text.matchAll(dates)) {
      const [first, second] = separator === undefined ? [Number(c), Number(d)] : [Number(a), Number(b)];
      if (first > 12 && first <= 31 && second <= 12) {
        found.add('day');
      } else if (second > 12 && second <= 31 && first <= 12) {
        found.add('month');
      }
    }
  }
  if (found.size === 0 && texts.some((text) => monthFirstScripts.test(text))) {
    found.add('month');
  }
  const [order, ...others] = found;
  return { order: others.length === 0 ? order : undefined };
});

/**
 * Returns what comes first in the dates of numbers that a document writes with the year last: one that can be read one way only
 * ("3/13/2024") tells it. Undefined if none does, or where they contradict one another.
 */
export function dateOrderOf(document: CatalogDocument): DateOrder | undefined {
  return reading(document).order;
}
