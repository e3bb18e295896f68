import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { frontMatterEntries, type ValuePart } from '../../document/facts/front-matter-entries.ts';
import { setFields } from '../../document/facts/set-fields.ts';
import { factLabels } from '../../document/metadata.ts';
import { mostCommon } from '../../document/most-common.ts';
import { parseDocument } from '../../document/parse.ts';
import { dayLike } from '../../record/timeline/write/written-time.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import { datesIn } from '../../time/dates.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { labelInHead } from '../../document/facts/label-in-head.ts';
import { lastReviews, type LastReview } from './last-reviews.ts';
import { isLastReviewName, lastReviewDay } from './review.ts';
import type { Unplain } from './stated-day.ts';

/** How the documents of a team state their last review. */
export interface UsualReview {
  /** A key of front matter, as they write it. */
  readonly key: string;
  /** The name of a label, if most of them state it in one in their body. */
  readonly label?: string;
}

/** Why a review cannot be noted. */
export interface UnclearReview {
  readonly why:
    | Unplain
    /** The names for a review mean something else in this document. */
    | 'taken'
    /** The front matter states it and cannot be read, or what was written could not be read back. */
    | 'unreadable';
  /** 0-based, of what is in the way. */
  readonly line: number;
}

/** The edits that note a review; or that the document states the day already; or why nothing can be changed. */
export type Reviewed =
  | { readonly edits: readonly TextEdit[] }
  | { readonly noted: true }
  | { readonly unclear: UnclearReview };

const usualKey = 'last_reviewed';

/**
 * Returns how to note a review in a document. The date by which the next review is reckoned is replaced, and each that states the same
 * day; in its notation if the result can be read, else by ISO 8601. A plain list of dates gets one more. Nothing but dates and blanks is
 * replaced. A document without a date gets a label in its head or a key of front matter.
 * @param day YYYY-MM-DD.
 * @param usual see `usualReview`.
 */
export function reviewedEdits(document: CatalogDocument, day: string, usual: UsualReview): Reviewed {
  const deciding = decidingOf(lastReviews(document));
  const made = deciding === undefined ? newReview(document, day, usual) : moved(document, deciding, day);
  return !('edits' in made) || readBack(document, made.edits) === day
    ? made
    : unclear('unreadable', deciding?.range.start.line ?? 0);
}

/** Returns how most of some documents that state the day of their last review do so: key `last_reviewed` if none does. */
export function usualReview(documents: readonly CatalogDocument[]): UsualReview {
  const found = documents.flatMap((document) => lastReviews(document).find(({ day }) => day !== undefined) ?? []);
  const keys = found.filter(({ inFrontMatter }) => inFrontMatter).map(({ name }) => name);
  const label = mostCommon(found.filter(({ inFrontMatter }) => !inFrontMatter).map(({ name }) => name));
  const key = mostCommon(keys) ?? usualKey;
  return label !== undefined && keys.length * 2 < found.length ? { key, label } : { key };
}

function unclear(why: UnclearReview['why'], line: number): Reviewed {
  return { unclear: { why, line } };
}

/** The one that counts, else one that could if it were written otherwise. */
function decidingOf(found: readonly LastReview[]): LastReview | undefined {
  return (
    found.find(({ day }) => day !== undefined) ??
    found.find(({ value }) => value.state === 'date') ??
    found.find(({ value }) => value.state === 'unclear') ??
    found.find(({ value }) => value.state === 'list' || value.state === 'blank')
  );
}

function moved(document: CatalogDocument, deciding: LastReview, day: string): Reviewed {
  if (deciding.day === day) {
    return { noted: true };
  }
  const all = lastReviews(document);
  const entries = all.filter(
    ({ name, inFrontMatter, value }) =>
      !inFrontMatter && value.state === 'date' && normaliseName(name) === normaliseName(deciding.name),
  );
  if (!deciding.inFrontMatter && entries.some((entry) => entry.day !== deciding.day)) {
    // A label that comes several times with different dates is a history.
    return unclear('several', deciding.range.start.line);
  }
  const targets = all.filter((each) => each === deciding || (each.day !== undefined && each.day === deciding.day));
  for (const { value, range } of targets) {
    if (value.state === 'unclear') {
      return unclear(value.why, range.start.line);
    }
  }
  const edits = targets.flatMap((target) => editsOf(document.lines, target, day));
  return edits.every(({ range, newText }) => document.lines.slice(range) === newText) ? { noted: true } : { edits };
}

function editsOf(lines: Lines, { value, range, day: own }: LastReview, day: string): TextEdit[] {
  switch (value.state) {
    case 'date':
      return [{ range, newText: inNotation(value.written, own, day) }];
    case 'blank':
      return [{ range, newText: `${value.before}${day}${value.after}` }];
    case 'list':
      return [withItem(lines, value, range, day)];
    default:
      return [];
  }
}

/** A day as another is written; in ISO 8601 if that would not be read as this day. @param own what the written one means. */
function inNotation(written: string, own: string | undefined, day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const like =
    own === undefined ? undefined : dayLike(written, own, { year, month, day: date, hour: 0, minute: 0, second: 0 });
  const [read] = like === undefined ? [] : datesIn(like);
  return like !== undefined && read?.day === day && read.from === 0 && read.to === like.length ? like : day;
}

/** A list with the day at the end where its last date is. */
function withItem(
  lines: Lines,
  { items, flow }: Extract<LastReview['value'], { state: 'list' }>,
  range: LastReview['range'],
  day: string,
): TextEdit {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) {
    const at = { line: range.start.line, character: range.start.character + 1 };
    return { range: { start: at, end: at }, newText: day };
  }
  const newestFirst = first !== last && daysOf(first) > daysOf(last);
  const beside = newestFirst ? first : last;
  const { quote = '' } = beside;
  const item = `${quote}${inNotation(beside.text, daysOf(beside), day)}${quote}`;
  const place = newestFirst ? beside.range.start : beside.range.end;
  const { line } = place;
  if (flow) {
    const at = { line, character: place.character + (newestFirst ? -quote.length : quote.length) };
    return { range: { start: at, end: at }, newText: newestFirst ? `${item}, ` : `, ${item}` };
  }
  const marker = lines.text(line).slice(0, beside.range.start.character - quote.length);
  const at = newestFirst ? { line, character: 0 } : lines.range(line, line).end;
  return {
    range: { start: at, end: at },
    newText: newestFirst ? `${marker}${item}${lines.eol}` : `${lines.eol}${marker}${item}`,
  };
}

function daysOf({ text }: ValuePart): string {
  return datesIn(text)[0]?.day ?? '';
}

/** A review in a document that states none. */
function newReview(document: CatalogDocument, day: string, usual: UsualReview): Reviewed {
  const hidden = unreadableStatement(document);
  if (hidden !== undefined) {
    return unclear('unreadable', hidden);
  }
  const names = [
    ...frontMatterEntries(document).map(({ key }) => key),
    ...factLabels(document).map(({ name }) => name),
  ];
  const taken = new Set(names.map(normaliseName));
  const isFree = (name: string): boolean => !taken.has(normaliseName(name));
  if (usual.label !== undefined && isFree(usual.label)) {
    const edit = labelInHead(document, usual.label, day);
    if (edit !== undefined && readBack(document, [edit]) === day) {
      return { edits: [edit] };
    }
  }
  const key = [usual.key, usualKey].find(isFree);
  return key === undefined
    ? unclear('taken', lastReviews(document)[0]?.range.start.line ?? 0)
    : { edits: setFields(document, [{ key, names: [normaliseName(key)], value: day }]) };
}

/** The line of front matter that seems to state the last review where front matter cannot be read. */
function unreadableStatement(document: CatalogDocument): number | undefined {
  const { frontMatter, lines } = document;
  if (frontMatter === undefined || frontMatterEntries(document).length > 0) {
    return undefined;
  }
  for (let line = frontMatter.range.start.line + 1; line < frontMatter.range.end.line; line += 1) {
    const name = /^\s{0,20}["']?([^"':=#]{1,60})["']?\s{0,20}[:=]/.exec(lines.text(line))?.[1];
    if (name !== undefined && isLastReviewName(name)) {
      return line;
    }
  }
  return undefined;
}

/** The last review that a document would state after some edits. */
function readBack(document: CatalogDocument, edits: readonly TextEdit[]): string | undefined {
  const text = applyEdits(document.text, edits);
  return lastReviewDay({ ...document, ...parseDocument(text, pathFromTop(document)), text })?.day;
}
