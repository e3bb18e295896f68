import { once } from '../../util/memo.ts';
import { matchesOf } from '../../text/matches.ts';
import { rangeOf, trimmed, within } from '../../text/span.ts';
import type { Range } from '../../text/position.ts';
import { flat } from './flat.ts';
import type { DoneBy } from './item.ts';
import type { Said } from './said.ts';
import { namesFor, wordsFor } from './words.ts';

/** Words or marks that say that an item is done, and their position. */
export interface DoneMark {
  readonly by: DoneBy;
  readonly range: Range;
  /** Whether it says that the item was decided against. */
  readonly wontDo: boolean;
}

const finished = once(() => wordsFor('done'));
const dropped = once(() => wordsFor('dropped'));
/** Words that say that nothing is left to do, as a part of a pattern. */
export const doneWords = once(() => `(?:${finished()}|${dropped()})`);
const givenUp = once(() => new RegExp(dropped(), 'iu'));
/** Returns whether a text says somewhere that something will not be done. */
export function isGivenUp(text: string): boolean {
  return givenUp().test(text);
}

const ticked = '✅|☑|✔|✓|☒|🗹|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check|done):';
/** With the day on which it was done or given up, as task lists of notes have it. */
const doneMark = new RegExp(
  `(?:${ticked})\\ufe0f?(?:\\s*\\d{4}-\\d{2}-\\d{2})?|❌\\ufe0f?\\s*\\d{4}-\\d{2}-\\d{2}`,
  'u',
);
/** Signs beside a tick that say that something is left to do. */
const openMark = /❌|⏳|🚧|⬜|🔲|☐|🟡|:(?:x|construction|hourglass\w*):/u;

const doneFirst = once(
  () =>
    new RegExp(
      `^(?:\\*\\*|__)?[[(【]?${doneWords()}[\\])】]?(?:\\*\\*|__)?(?:\\s*[:–—]|\\s-\\s|(?<=[\\])】])\\s*)`,
      'iu',
    ),
);
/**
 * The text after the word if the word is about the item: "**Done in June**", but not "**Closed tickets** are counted".
 */
const ofItem = once(() => `(?=\\s*(?:[^\\p{L}\\s]|$)|\\s*${wordsFor('behindDone')})`);
/** Words that may be before the word: "already done", "2024-05-01: done". */
const when = '(?:(?:already|now|all|bereits|schon|ya|ja|deja)\\s+|\\d[\\d/.\\p{Lo}-]{2,12}?[\\s,:]?\\s*)?';
const doneInside = once(
  () =>
    new RegExp(
      `(?:[([【]\\s*[([]?${when}${finished()}|(?:[([【]|(?<![\\w*])\\*{1,2}|(?<!\\w)_{1,2})\\s*[([]?${when}${doneWords()}${ofItem()})[^()[\\]*_【】]{0,100}(?:\\[[^\\][]{0,80}\\](?:\\([^()\\s]{0,300}\\))?[^()[\\]*_]{0,60})?(?:[)\\]】]|\\*{1,2}|_{1,2})+`,
      'giu',
    ),
);
/** "– status: done", "[completion:: 2024-05-01]" */
const doneField = once(
  () =>
    new RegExp(
      `[\\s,;(–—-]{0,4}(?:\\*\\*|__)?${namesFor('status')}(?:\\*\\*|__)?\\s*::?(?:\\*\\*|__)?\\s*${doneWords()}${ofItem()}[^,;()|]{0,60}\\)?|[[(]completion::\\s*\\d{4}-\\d{2}-\\d{2}[\\])]`,
      'iu',
    ),
);
const doneLast = once(
  () =>
    new RegExp(
      `(?:\\s[-–—]+>?|\\s?(?:→|⇒|=>|➡\\ufe0f?)|[:;.!?)]\\s(?=[\\p{Lu}\\p{Lo}]))\\s*${doneWords()}[.!]?\\s*$|[.!?)]\\s(?=[\\p{Lu}\\p{Lo}])${doneWords()}${ofItem()}[^.!?]{1,60}[.!]?$`,
      'iu',
    ),
);
const startsLarge = /^[:;.!?)]?\s*[\p{Lu}\p{Lo}]|^\s*[-–—→⇒=➡:]/u;

/** Words that revoke that something is done, or say that only a part is. */
const undone = once(() => new RegExp(`^[^\\p{L}\\p{N}]*${wordsFor('not')}`, 'iu'));
const halves = once(
  () =>
    new RegExp(
      `${wordsFor('half')}|(?<![\\d.,])(?!100)\\d{1,2}(?:[.,]\\d+)?\\s?%|(?<![\\d/])(\\d+)\\s(?:of|out of|von|de|sur)\\s(?!\\1(?!\\d))\\d+|(?<![\\d/])\\d+/\\d+\\s\\p{L}{4}`,
      'iu',
    ),
);
const rehearsal =
  /(?<![\p{L}\p{N}])(?:in|on|to|for|at|auf|im|en|em|dans)\s(?:the\s|our\s)?(?:staging|stage|stg|dev(?:elopment)?|test(?:ing)?|qa|uat|sandbox|canary|pre-?prod(?:uction)?|lab|local|beta|homologa\w+)(?=\s*(?:$|[^\p{L}\s-]|env\w*|cluster\w*|first|and|und|y|e|et|&))/iu;

/** Returns whether what is at a word such as "done" says that a part is still to do: "done in staging, prod pending". */
export function isHalf(remark: string): boolean {
  return (
    halves().test(remark) ||
    (rehearsal.test(remark) && !/(?<![\p{L}\p{N}-])prod(?:u[ck]\w*)?(?![\p{L}\p{N}])/iu.test(remark))
  );
}

/** Remarks in brackets beside what says that it is done: "Done (prod pending)". */
const bracketed = /\(([^()]{1,200})\)/gu;
const stillOpen = once(
  () =>
    new RegExp(
      `^\\s*(?:(?:in |on |for )?(?:prod\\w*|staging|dev|the rest)\\s)?(?:still\\s)?(?:only\\s)?${wordsFor('half')}\\s*(?:[,;.:]|$)|^\\s*(?:staging|dev|test|qa|canary)(?:\\sonly)?\\s*$`,
      'iu',
    ),
);

function isHalfBeside(text: string): boolean {
  return [...text.matchAll(bracketed)].some(([, remark = '']) => stillOpen().test(remark));
}

/** Returns whether the cell of a ticket says that it is done ("n/a **DONE**"). */
export function doneBesideTicket({ span, text }: Said): DoneMark | undefined {
  return (doneBeside.test(text) || doneMark.test(text)) && !isHalf(text)
    ? { by: 'status', range: rangeOf(span), wontDo: false }
    : undefined;
}

const doneBeside = /(?:^|[\s*_(])(?:DONE|Done|done|CLOSED|Closed|FIXED|Fixed)(?=[\s*_).]|$)/;

/** Returns the words of a text that say that it is done; undefined if there are none, or if a part is still open. */
export function doneIn({ span, text }: Said): DoneMark | undefined {
  if (isHalfBeside(text)) {
    return undefined;
  }
  const mark = doneMark.exec(text);
  if (mark !== null && !openMark.test(text.replace(mark[0], '')) && !isHalf(besideMark(text, mark))) {
    const range = rangeOf(within(span, mark.index, mark.index + mark[0].length));
    return { by: 'mark', range, wontDo: mark[0].startsWith('❌') };
  }
  const last = doneLast().exec(text);
  const match = [
    doneFirst().exec(text),
    doneField().exec(text),
    ...matchesOf(doneInside(), text),
    last !== null && startsLarge.test(last[0]) ? last : null,
  ].find((found) => found !== null && !isHalf(found[0]));
  if (!match) {
    return undefined;
  }
  const range = rangeOf(trimmed(within(span, match.index, match.index + match[0].length)));
  return { by: 'word', range, wontDo: givenUp().test(match[0]) };
}

/**
 * Returns the text that belongs to a tick: the rest of its brackets, or the text after it at the end of a text; empty
 * if there is none.
 */
function besideMark(text: string, { index, 0: mark }: RegExpExecArray): string {
  const behind = text.slice(index + mark.length);
  const before = text.slice(0, index);
  const bracket = /[([]\s*$/.test(before) ? /^[^)\]]{0,100}/.exec(behind)?.[0] : undefined;
  return bracket ?? (/[\p{L}\p{N}]/u.test(before) ? behind : '');
}

const doneSentence = once(
  () =>
    new RegExp(
      `^(?:this|it|that)\\s+(?:has been|was|is|got)\\s+(?:now\\s+|already\\s+)?${doneWords()}${ofItem()}`,
      'iu',
    ),
);
const doneNote = once(
  () =>
    new RegExp(
      `^(?:[*_]{0,2}(?:update|status)\\s?:\\s?)?[*_([]{0,3}(?:now\\s|all\\s|already\\s)?${doneWords()}${ofItem()}`,
      'iu',
    ),
);
/** A remark that says that something is done is short. */
const longestNote = 200;

/** Returns the words of a remark below an item that say that the item is done: "This has been done in June", "Done in #12". */
export function doneInRemark(said: Said): DoneMark | undefined {
  const match = doneSentence().exec(said.text);
  return match === null || isHalf(said.text)
    ? undefined
    : { by: 'word', range: rangeOf(within(said.span, 0, match[0].length)), wontDo: givenUp().test(match[0]) };
}

/** Returns whether a remark begins by saying that something is done: "Done", "Fixed in #12", "✅". */
export function doneNoteOf({ text }: Said): 'done' | 'wont-do' | undefined {
  const bare = text.trim();
  if (bare.length > longestNote || isHalf(bare) || openMark.test(bare)) {
    return undefined;
  }
  const match = doneNote().exec(bare)?.[0];
  if (match !== undefined) {
    return givenUp().test(match) ? 'wont-do' : 'done';
  }
  return tickFirst.test(bare) ? 'done' : undefined;
}

const tickFirst = new RegExp(`^(?:${ticked}|\\\\?\\[[xX✓✔]\\\\?\\])`, 'u');
const doneStatus = once(
  () => new RegExp(`^[^\\p{L}\\p{N}○〇◯]*(?:${doneWords()}|${wordsFor('yes')}|(?:x|100 ?%)(?![\\p{L}\\p{N}]))`, 'iu'),
);

/** Returns whether the value of a status means done, and why; undefined if it does not. */
export function doneStatusOf(status: string): 'done' | 'wont-do' | undefined {
  const text = flat(status.slice(0, longestNote));
  if (undone().test(text) && !givenUp().test(text)) {
    return undefined;
  }
  if (givenUp().test(text) || /^\W*duplicate\b/i.test(text)) {
    return 'wont-do';
  }
  const isDone = doneMark.test(text) || /\[[xX✓✔]\\?\]/.test(text) || doneStatus().test(text);
  return isDone && !openMark.test(text) && !isHalf(text) ? 'done' : undefined;
}
