import type { CatalogDocument } from '../../document/document.ts';
import {
  frontMatterEntries,
  type FrontMatterEntry,
  type ValuePart,
} from '../../document/facts/front-matter-entries.ts';
import type { Label } from '../../document/labels.ts';
import { factLabels } from '../../document/metadata.ts';
import { perDocument } from '../../document/per-document.ts';
import { isStatement } from '../../document/statement.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { findDate } from '../../time/dates.ts';
import { isLastReviewName, lastInLine } from './review.ts';
import { statedDay, type Unplain } from './stated-day.ts';
import { statedInLines } from './stated-in-lines.ts';

/** A place in which a document states its last review, or could. */
export interface LastReview {
  /** As written. */
  readonly name: string;
  readonly inFrontMatter: boolean;
  /** The day that `lastReviewDay` reads here, YYYY-MM-DD; of a list, the last one. Undefined if it states none exactly. */
  readonly day: string | undefined;
  readonly range: Range;
  readonly value:
    /** A date as text, at its place. */
    | { readonly state: 'date'; readonly written: string }
    /** A list of nothing but dates in front matter; may be empty. */
    | { readonly state: 'list'; readonly items: readonly ValuePart[]; readonly flow: boolean }
    /** No value. The new one takes the place of `range`, with spaces around it. */
    | { readonly state: 'blank'; readonly before: string; readonly after: string }
    | { readonly state: 'unclear'; readonly why: Unplain }
    /** Something without a date: a name, "yes". */
    | { readonly state: 'other' };
}

/** Returns where a document states its last review, or could: front matter, then labels near the top, then sentences. */
export const lastReviews = perDocument((document: CatalogDocument): readonly LastReview[] => {
  const front = frontMatterEntries(document)
    .filter(({ key }) => isLastReviewName(key))
    .map((entry) => ofEntry(document.lines, entry));
  const labels = factLabels(document)
    .filter(({ name }) => isLastReviewName(name))
    .map((label) => ofLabel(document, label));
  const found = [...front, ...labels];
  const inSentences = statedInLines(document, lastInLine, 'Last reviewed').filter(
    ({ text, range }) =>
      /(?:19|20)\d{2}/.test(text) &&
      isStatement(text) &&
      !labels.some(({ range: { start } }) => start.line === range.start.line),
  );
  return [...found, ...inSentences.map(({ text, range }) => ofSentence(document.lines, text, range))];
});

function ofEntry(lines: Lines, entry: FrontMatterEntry): LastReview {
  const { key: name, parts, value, valueRange, flow } = entry;
  const place = { name, inFrontMatter: true, range: valueRange, day: undefined };
  if (Array.isArray(value)) {
    return { ...place, ...ofList(lines, entry, value) };
  }
  const [part] = parts;
  if (part !== undefined && typeof value !== 'object') {
    return { ...place, ...inValue(lines, part.range, part.text) };
  }
  if (value === '' && valueRange.start.line === valueRange.end.line) {
    const at = { line: valueRange.start.line, character: valueRange.start.character + 1 };
    return { ...place, range: { start: at, end: at }, value: { state: 'blank', before: '', after: '' } };
  }
  if (value !== null && value !== undefined) {
    return { ...place, value: withDate(JSON.stringify(value), 'several') };
  }
  return { ...place, ...(flow ? { value: { state: 'other' } } : behindKey(lines, entry)) };
}

/** The place for the value of a key without one, before a comment. */
function behindKey(lines: Lines, { keyRange, valueRange }: FrontMatterEntry): Pick<LastReview, 'range' | 'value'> {
  const { line, character } = keyRange.end;
  const rest = lines.text(line).slice(character);
  const [, head = '', gap = '', comment] = /^(\s*:)([ \t]*)(#.*)?$/.exec(rest) ?? [];
  if (head === '') {
    const isNull = /^(?:~|null)$/i.test(lines.slice(valueRange));
    return { range: valueRange, value: isNull ? { state: 'blank', before: '', after: '' } : { state: 'other' } };
  }
  const beside = comment === undefined && gap !== '';
  const at = { line, character: character + head.length + (beside ? 1 : 0) };
  return { range: { start: at, end: at }, value: { state: 'blank', before: beside ? '' : ' ', after: '' } };
}

function ofList(
  lines: Lines,
  { parts, flow, valueRange }: FrontMatterEntry,
  list: readonly unknown[],
): Pick<LastReview, 'day' | 'value' | 'range'> {
  const days = parts.map(({ text }) => findDate(text)).filter((day) => day?.length === 10);
  const day = days.toSorted((a = '', b = '') => a.localeCompare(b)).at(-1);
  const plain =
    parts.length === list.length &&
    parts.every(({ text, range }) => {
      const stated = range.start.line === range.end.line ? statedDay(lines.slice(range), text) : undefined;
      return stated?.state === 'date' && stated.from === 0 && stated.to === text.length && stated.day !== undefined;
    });
  const last = parts.find(({ text }) => day !== undefined && findDate(text) === day);
  return {
    day,
    range: last?.range ?? valueRange,
    value:
      plain && (flow || parts.length > 0)
        ? { state: 'list', items: parts, flow }
        : withDate(JSON.stringify(list), 'several'),
  };
}

function ofLabel({ lines, blocks }: CatalogDocument, label: Label): LastReview {
  const { title: name, value, form, block } = label;
  const { text, range } = value;
  const place = { name, inFrontMatter: false, range, day: undefined };
  const day = dayOf(text);
  if (label.several === true || (form === 'heading' && block.item !== undefined)) {
    return { ...place, day, value: withDate(text, 'several') };
  }
  if (text !== '') {
    const found = inValue(lines, range, text);
    return { ...place, ...found, day: found.value.state === 'date' ? found.day : day };
  }
  const next = blocks[blocks.indexOf(block) + 1];
  if (next?.item !== undefined && next.item !== block.item && next.item.depth > (block.item?.depth ?? 0)) {
    const isLast = block.lastLine === range.start.line;
    if (isLast && /(?:19|20)\d{2}/.test(next.text)) {
      return { ...place, value: { state: 'unclear', why: 'several' } };
    }
  }
  const { line, character } = range.start;
  const before = lines.text(line).slice(0, character);
  // An empty cell is all that is between its bars.
  return form === 'row'
    ? {
        ...place,
        range: { start: { line, character: before.trimEnd().length }, end: range.end },
        value: { state: 'blank', before: ' ', after: ' ' },
      }
    : { ...place, value: { state: 'blank', before: /\S$/.test(before) ? ' ' : '', after: '' } };
}

function ofSentence(lines: Lines, text: string, range: Range): LastReview {
  const { line, character } = range.start;
  const rest = lines.text(line).slice(character, character + 400);
  const end = rest.search(/[|;·]/);
  const whole = { start: range.start, end: lines.clamp(line, character + (end === -1 ? rest.length : end)) };
  const found = inValue(lines, whole, lines.slice(whole));
  const place = { name: 'Last reviewed', inFrontMatter: false, ...found };
  const isNear = found.range.start.character - character < text.length;
  // A date further on in the sentence is about something else.
  return isNear && found.value.state === 'date'
    ? place
    : { ...place, day: dayOf(text), value: found.value.state === 'date' ? { state: 'other' } : found.value };
}

/** @param visible what a reader sees of the value. */
function inValue(lines: Lines, range: Range, visible: string): Pick<LastReview, 'range' | 'day' | 'value'> {
  const { start, end } = range;
  const day = dayOf(visible);
  if (start.line !== end.line) {
    return { range, day, value: withDate(visible, 'inexact') };
  }
  const markdown = lines.slice(range);
  const stated = statedDay(markdown, visible);
  if (stated.state === 'date' && (day === undefined || stated.day === day)) {
    const at = (offset: number) => ({ line: start.line, character: start.character + offset });
    return {
      range: { start: at(stated.from), end: at(stated.to) },
      day,
      value: { state: 'date', written: markdown.slice(stated.from, stated.to) },
    };
  }
  const value: LastReview['value'] =
    stated.state === 'blank'
      ? { state: 'blank', before: '', after: '' }
      : stated.state === 'date'
        ? { state: 'unclear', why: 'inexact' }
        : stated;
  return { range, day, value };
}

function dayOf(text: string): string | undefined {
  const day = isStatement(text) ? findDate(text) : undefined;
  return day?.length === 10 ? day : undefined;
}

function withDate(text: string, why: Unplain): LastReview['value'] {
  return /(?:19|20)\d{2}/.test(text) ? { state: 'unclear', why } : { state: 'other' };
}
