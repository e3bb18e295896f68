import { trimmedEnd } from '../../text/ends.ts';
import { firstDefined } from '../../util/first-defined.ts';
import { perDocument } from '../../document/per-document.ts';
import { add, formatISO, parseISO, type Duration } from 'date-fns';
import type { CatalogDocument } from '../../document/document.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { headLines } from '../../document/fields.ts';
import { nameSet } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { frontMatterEntries } from '../../document/facts/front-matter-entries.ts';
import { setFields } from '../../document/facts/set-fields.ts';
import { mostCommon } from '../../document/most-common.ts';
import type { TextEdit } from '../../text/edit.ts';
import { readInterval } from '../../time/interval.ts';
import { statedIn, type Stated } from '../../document/facts/stated.ts';
import { findDate } from '../../time/dates.ts';
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

const lastNames = nameSet(({ labels }) => labels.lastReview);
const intervalNames = nameSet(({ labels }) => labels.reviewEvery);
const dueNames = nameSet(({ labels }) => labels.nextReview);
/** In the record of an incident, these are about the meeting, or about something in the story. */
const procedureDueNames = nameSet(({ labels }) => labels.expiry);

/** "Review every 6 months" in a sentence or after other labels of one line. */
const sentence =
  /\breview(?:ed)?(?: (?:is )?due)? (every (?:\d{1,4}|[a-z]{3,6})?[ -]?[a-z]{3,8}|weekly|monthly|quarterly|yearly|annually)\b/i;
/** "Last reviewed: 2024-01-02" and "Next review: …" after other labels of one line. */
const lastInLine = /\blast[ _-]review(?:ed)?(?: on| date)?[\s:*_|]{1,8}([^|;·]{4,24})/i;

const nextInLine = /\bnext[ _-]review(?: on| date| due)?[\s:*_|]{1,8}([^|;·]{4,24})/i;

/** The facts of a document, and what it states about reviews in other lines. */
const allStated = perDocument((document) => [...statedIn(document), ...inlineStated(document)]);

/** Returns the next review of a document: from a date, or from an interval since the last review. Undefined if it states neither. */
export function reviewOf(document: CatalogDocument): Review | undefined {
  const stated = allStated(document);
  const last = dated(stated.filter(({ name }) => lastNames().has(name)));
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

/**
 * Returns the edits that note a review: the date of the last one where the document states it, else a new key of its front matter. No
 * edits if it states that day already.
 * @param day YYYY-MM-DD.
 * @param key the name of a new key; see `usualReviewKey`.
 */
export function reviewedEdits(document: CatalogDocument, day: string, key: string): TextEdit[] {
  const last = dated(allStated(document).filter(({ name }) => lastNames().has(name)));
  return last === undefined
    ? setFields(document, [{ key, names: [...lastNames()], value: day }])
    : last.day === day
      ? []
      : [{ range: last.range, newText: day }];
}

/** Returns the key of front matter by which most of some documents state their last review, as they write it; `last_reviewed` if none does. */
export function usualReviewKey(documents: readonly CatalogDocument[]): string {
  const keys = documents.flatMap((document) =>
    frontMatterEntries(document)
      .map(({ key }) => key)
      .filter((key) => lastNames().has(normaliseName(key))),
  );
  return mostCommon(keys) ?? 'last_reviewed';
}

interface Day {
  readonly day: string;
  readonly range: Range;
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

/** Facts about reviews in lines near the top, after their first label. */
function inlineStated(document: CatalogDocument): Stated[] {
  const { lines } = document;
  const texts = document.blocks.filter(({ type, firstLine }) => type === 'text' && firstLine <= headLines);
  return texts.flatMap(({ firstLine, lastLine }) =>
    Array.from({ length: Math.min(lastLine, headLines) - firstLine + 1 }, (_, index) => firstLine + index).flatMap(
      (line) => [
        ...match(sentence, 'review every', line, lines),
        ...match(lastInLine, 'last reviewed', line, lines),
        ...match(nextInLine, 'next review', line, lines),
      ],
    ),
  );
}

function match(pattern: RegExp, name: string, line: number, lines: Lines): Stated[] {
  const found = pattern.exec(lines.text(line).slice(0, 400));
  const text = found?.[1];
  if (found === null || text === undefined) {
    return [];
  }
  const from = found.index + found[0].lastIndexOf(text);
  const bare = trimmedEnd(text, /[\s*_.,)]/);
  const range = { start: lines.clamp(line, from), end: lines.clamp(line, from + bare.length) };
  return [{ name, text: bare, range, core: { text: bare, range }, inFrontMatter: false }];
}
