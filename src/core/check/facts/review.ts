import { firstDefined } from '../../util/first-defined.ts';
import { perDocument } from '../../document/per-document.ts';
import { add, formatISO, parseISO, type Duration } from 'date-fns';
import type { CatalogDocument } from '../../document/document.ts';
import type { Range } from '../../text/position.ts';
import { nameSet } from '../../vocabulary/names.ts';
import { readInterval } from '../../time/interval.ts';
import { statedIn, type Stated } from '../../document/facts/stated.ts';
import { findDate } from '../../time/dates.ts';
import { statedInLines } from './stated-in-lines.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { tellsProcedure } from '../../vocabulary/kind.ts';

/** The next review of a document, as it states it. */
export interface Review {
  /** YYYY-MM-DD. */
  readonly due: string;
  /** The value that states it. */
  readonly range: Range;
  /** The statement in words: "last reviewed on 2025-01-02, review due every 6 months". */
  readonly declared: string;
}

const intervalNames = nameSet(({ labels }) => labels.reviewEvery);
const dueNames = nameSet(({ labels }) => labels.nextReview);
/** In the record of an incident, these are about the meeting, or about something in the story. */
const procedureDueNames = nameSet(({ labels }) => labels.expiry);

/** "Review every 6 months" in a sentence or after other labels of one line. */
const sentence =
  /\breview(?:ed)?(?: (?:is )?due)? (every (?:\d{1,4}|[a-z]{3,6})?[ -]?[a-z]{3,8}|weekly|monthly|quarterly|yearly|annually)\b/i;
const lastNames = nameSet(({ labels }) => labels.lastReview);
/** "Last reviewed: 2024-01-02" in a sentence or after other labels of one line; the group is the beginning of the value. */
export const lastInLine = /\blast[ _-]review(?:ed)?(?: on| date)?[\s:*_|]{1,8}([^|;·]{4,24}[\d-]{0,8})/i;
/** "Next review: …" after other labels of one line. */
const nextInLine = /\bnext[ _-]review(?: on| date| due)?[\s:*_|]{1,8}([^|;·]{4,24})/i;

/** The facts of a document, and what it states about reviews in other lines. */
const allStated = perDocument((document) => [
  ...statedIn(document),
  ...statedInLines(document, sentence, 'review every'),
  ...statedInLines(document, lastInLine, 'last reviewed'),
  ...statedInLines(document, nextInLine, 'next review'),
]);

/** Returns the next review of a document: from a date, or from an interval since the last review. Undefined if it states neither. */
export function reviewOf(document: CatalogDocument): Review | undefined {
  const stated = allStated(document);
  const last = lastReviewDay(document);
  const explicit = dated(
    stated.filter(({ name }) => dueNames().has(name) || (tellsProcedure(document) && procedureDueNames().has(name))),
  );
  const interval = firstDefined(
    stated.filter(({ name }) => intervalNames().has(name)),
    ({ text }) => {
      const length = readInterval(text);
      return length && { length, words: text.replace(/^(?:in|every)\s+/i, '') };
    },
  );
  const next = last && interval && after(last, interval);
  if (next !== undefined && (explicit === undefined || explicit.day <= next.due)) {
    return next;
  }
  return explicit === undefined || (last !== undefined && last.day >= explicit.day)
    ? undefined
    : { due: explicit.day, range: explicit.range, declared: 'stated as its next review date' };
}

/** A day that a document states. */
export interface Day {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly range: Range;
}

/** Returns whether a key or label with this name states the last review. */
export function isLastReviewName(name: string): boolean {
  return lastNames().has(normaliseName(name));
}

/** Returns the last review that a document states: in the first of its places with a date. In a list of front matter, the latest. */
export function lastReviewDay(document: CatalogDocument): Day | undefined {
  const stated = allStated(document).filter(({ name }) => lastNames().has(name));
  const first = stated.find((each) => dated([each]) !== undefined);
  const days = stated
    .filter(({ name, inFrontMatter }) => inFrontMatter && name === first?.name)
    .flatMap((each) => dated([each]) ?? []);
  return first?.inFrontMatter === true
    ? days.toSorted((a, b) => b.day.localeCompare(a.day))[0]
    : dated(first === undefined ? [] : [first]);
}

interface Interval {
  readonly length: Duration;
  readonly words: string;
}

function after(last: Day, { length, words }: Interval): Review {
  const due = formatISO(add(parseISO(last.day), length), { representation: 'date' });
  const often = /^(?:\d|one|two|three|four|five|six|nine|twelve)/i.test(words) ? `every ${words}` : words;
  return { due, range: last.range, declared: `last reviewed on ${last.day}, review due ${often}` };
}

function dated(stated: readonly Stated[]): Day | undefined {
  return firstDefined(stated, ({ text, range, core }) => {
    const day = findDate(text);
    return day?.length === 10 ? { day, range: findDate(core.text) === day ? core.range : range } : undefined;
  });
}
