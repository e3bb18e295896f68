import { once } from '../../util/memo.ts';
import type { Range } from '../../text/position.ts';
import { doneWords, isGivenUp, isHalf, type DoneMark } from './done.ts';
import { flat } from './flat.ts';
import { namesFor, wordsFor } from './words.ts';

const things =
  'already|so far|since|to date|work|fixes|points?|measures?|immediately|action items?|tasks?|items?|actions?|follow[- ]?ups?';
const first = once(
  () =>
    new RegExp(
      `^[^\\p{L}\\p{N}]*(?:(?:already|recently|all|what (?:has been|we have|we've|is|was)(?: already)?)\\s)?${doneWords()}(?:\\s?(?:${things}|${namesFor('item')}|${wordsFor('behindDone')}))*[^\\p{L}\\p{N}]*(?:$|\\(|:|\\s[–—-]\\s)`,
      'iu',
    ),
);
const last = once(
  () =>
    new RegExp(
      `(?:[([]|[–—:]\\s|\\s-\\s|^(?:${things}|${namesFor('item')})\\s)(?:already |all |now )?${doneWords()}[^()[\\]]{0,40}[)\\]]?[^\\p{L}\\p{N}]*$`,
      'iu',
    ),
);
const otherwise = /(?<![\p{L}])(?:not|open|un\w+|pending|todo|to be|or)(?![\p{L}])/iu;

/**
 * Returns the state that a visible title gives to everything under it: "Completed", "Action items (done)", "Won't do"; undefined if it
 * gives none.
 */
export function stateByTitle(title: string, range: Range): DoneMark | undefined {
  const text = flat(title).slice(0, 200);
  const found = first().exec(text) ?? last().exec(text);
  const wontDo = found !== null && isGivenUp(found[0]);
  return found === null || isHalf(text) || (!wontDo && otherwise.test(text))
    ? undefined
    : { by: 'title', range, wontDo };
}
