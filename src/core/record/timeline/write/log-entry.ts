import { readDocument, type CatalogDocument } from '../../../document/document.ts';
import { firstDefined } from '../../../util/first-defined.ts';
import { escapeMarkup } from '../../../text/escape.ts';
import type { Block } from '../../../document/model.ts';
import { applyEdits, type TextEdit } from '../../../text/edit.ts';
import { blockAt } from '../../../document/block-at.ts';
import { tableOf } from '../../../document/tables.ts';
import { contentAt } from '../../../document/content-at.ts';
import type { Lines } from '../../../text/lines.ts';
import { plainText } from '../../../text/plain-text.ts';
import { insertSections } from '../../../convention/insert.ts';
import type { ExpectedSection } from '../../../team/templates/template.ts';
import { UserError } from '../../../util/user-error.ts';
import type { Timeline, TimelineEntry } from '../entry.ts';
import { instantOfEntry } from '../../../time/instant.ts';
import type { Source } from '../candidates.ts';
import { dateOrderOf } from '../date-order.ts';
import { readTimelines } from '../read.ts';
import { hardBreak } from '../segments.ts';
import { documentZone, statedZone } from '../stated-zone.ts';
import { findZone } from '../../../time/zone.ts';
import { entryLines, firstForm, formOf, phraseOf, type LineForm } from './line.ts';
import { fenced, type NewEntry } from './new-entry.ts';
import { isExample, placeholdersIn, withoutPlaceholders, type Placeholder } from './placeholders.ts';
import { blankRow, columnsOf, rowText } from './row.ts';
import { dayIn, dayText, styleOf, timeText, type TimeStyle } from './time-style.ts';
import { tellsIncident } from '../../../vocabulary/kind.ts';

/**
 * Returns edits that add an entry to the timeline of a record: in the shape, zone and time format of the timeline, in order of time. A
 * timeline without entries gets its first one in its table, or as a list. A record without a timeline gets one. The result is read back:
 * the new entry is there as meant, and every other entry is unchanged. Throws a UserError if that is not possible.
 * @param expected sections of the record, in order, for the place of a new timeline.
 */
export function logEntry(
  document: CatalogDocument,
  entry: NewEntry,
  expected: readonly ExpectedSection[] = [],
): readonly TextEdit[] {
  return entryAdded(document, entry, expected).edits;
}

/** Like `logEntry`, with the record as it is then. */
export function entryAdded(
  document: CatalogDocument,
  entry: NewEntry,
  expected: readonly ExpectedSection[] = [],
): { readonly edits: readonly TextEdit[]; readonly after: CatalogDocument } {
  if (!tellsIncident(document)) {
    throw new UserError(`${document.path} is not an incident record, so it has no timeline.`);
  }
  // At each place the text as it is, else with its markup escaped, so that none takes what comes after it along.
  const ways = [entry, { ...entry, text: escapeMarkup(entry.text) }].map((each) =>
    candidates(document, each, expected),
  );
  for (let found = ways.map((way) => way.next()); found.some(({ done }) => done !== true);) {
    for (const { value: edits } of found) {
      const after = edits === undefined ? undefined : working(document, edits, entry);
      if (edits !== undefined && after !== undefined) {
        return { edits, after };
      }
    }
    found = ways.map((way) => way.next());
  }
  throw new UserError(
    `The entry could not be added to the timeline of ${document.path} without changing other entries. Add it by hand: ${timeText(entry.at, styleOf(undefined, 'UTC', true), true)} ${entry.text}`,
  );
}

/** Returns the zone for the time of a new entry, and for a time without a zone; UTC if the record states none. */
export function zoneOfEntries(document: CatalogDocument): string {
  const timeline = timelineToExtend(document);
  const zone = timeline?.entries.at(-1)?.zone ?? timeline?.zone ?? documentZone(document);
  return styleOf(undefined, zone, true).zone;
}

/** Ways to write the entry, best first. */
function* candidates(
  document: CatalogDocument,
  entry: NewEntry,
  expected: readonly ExpectedSection[],
): Generator<readonly TextEdit[], undefined> {
  const { lines } = document;
  const timeline = timelineToExtend(document);
  if (timeline !== undefined && timeline.entries.length > 0) {
    yield* besideEntries(document, lines, timeline, entry);
  }
  for (const index of document.keys.get('timeline') ?? []) {
    yield* firstInSection(document, lines, index, entry);
  }
  yield* inNewSection(document, lines, entry, expected);
  return undefined;
}

/** The one by name, else the longest. */
function timelineToExtend(document: CatalogDocument): Timeline | undefined {
  return readTimelines(document).toSorted(
    (a, b) => Number(b.named) - Number(a.named) || b.entries.length - a.entries.length,
  )[0];
}

/** A place between entries: after one, or before one. */
interface Anchor {
  readonly entry: TimelineEntry;
  readonly where: 'behind' | 'before';
}

function* besideEntries(
  document: CatalogDocument,
  lines: Lines,
  timeline: Timeline,
  entry: NewEntry,
): Generator<readonly TextEdit[]> {
  const anchor = anchorFor(timeline.entries, entry.at);
  if (anchor === undefined) {
    return;
  }
  const source = { ...document, order: dateOrderOf(document) };
  const near = [anchor.entry, ...timeline.entries.filter(({ shape }) => shape === anchor.entry.shape)].toSorted(
    (a, b) => Number(a.approximate) - Number(b.approximate),
  );
  const model = near.find((other) => other.shape === 'row' || formOf(source, other) !== undefined);
  if (model === undefined) {
    return;
  }
  const ownZone = model.zoneFrom === 'entry' ? model.zone : undefined;
  const style = styleOf(model.time.text, ownZone ?? model.zone ?? timeline.zone, ownZone !== undefined, model.date);
  const alike = timeline.entries.filter(({ shape }) => shape === model.shape);
  const dated = alike.filter(({ dateFrom }) => dateFrom === 'entry').length;
  const hasDay = model.dateFrom === 'entry' && dated * 2 > alike.length;
  // If the day changes here, the entry states it.
  const newDay =
    anchor.where === 'behind' && anchor.entry.date !== undefined && anchor.entry.date !== dayIn(entry.at, style.zone);
  // "On Tuesday at 10:20" needs its day after "On".
  const dayFirst =
    /\p{L}\s+$/u.test(lines.text(model.time.range.start.line).slice(0, model.time.range.start.character)) &&
    style.day !== undefined &&
    !style.dayLast;
  for (const withDay of hasDay || dayFirst ? [true] : newDay ? [true, false] : [false, true]) {
    if (model.shape === 'row') {
      yield* asRow(document, lines, anchor, model, entry, style, withDay);
    } else {
      const form = formOf(source, model, alike);
      if (form !== undefined) {
        yield asLines(source, timeline, anchor, form, entry, timeText(entry.at, style, withDay));
      }
    }
  }
}

/** After the last entry that is not later; in timelines that tell newest first, before the first that is not later. */
function anchorFor(entries: readonly TimelineEntry[], at: Date): Anchor | undefined {
  const dated = entries.flatMap((entry) => {
    const instant = instantOfEntry(entry);
    return instant === undefined ? [] : [{ entry, time: instant.getTime() }];
  });
  const [first] = dated;
  const last = dated.at(-1);
  if (first === undefined || last === undefined) {
    const final = entries.at(-1);
    return final && { entry: final, where: 'behind' };
  }
  // An entry without seconds stands for its whole minute.
  const time = Math.floor(at.getTime() / 1000) * 1000;
  if (last.time < first.time) {
    const older = dated.find((other) => other.time <= time);
    return older === undefined ? { entry: last.entry, where: 'behind' } : { entry: older.entry, where: 'before' };
  }
  const before = dated.findLast((other) => other.time <= time);
  return before === undefined ? { entry: first.entry, where: 'before' } : { entry: before.entry, where: 'behind' };
}

function* asRow(
  document: CatalogDocument,
  lines: Lines,
  { entry: neighbour, where }: Anchor,
  model: TimelineEntry,
  entry: NewEntry,
  style: TimeStyle,
  withDay: boolean,
): Generator<readonly TextEdit[]> {
  const table = tableAt(document, neighbour.range.start.line);
  if (table === undefined) {
    return;
  }
  const columns = columnsOf(document, table, model.range.start.line);
  const { dayWritten } = columns;
  const dayStyle =
    dayWritten === undefined ? style : { ...styleOf(dayWritten, undefined, false, model.date), zone: style.zone };
  const row = rowText(lines, table, columns, noted(entry), {
    day: dayText(entry.at, dayStyle),
    time: timeText(entry.at, style, withDay && columns.day === undefined),
  });
  const { line } = neighbour.range.start;
  const edits = [where === 'behind' ? behindLine(lines, line, [row]) : beforeLine(lines, line, [row])];
  yield [...edits, ...attachmentBelow(document, lines, table, entry)];
}

function tableAt(document: CatalogDocument, line: number): Block | undefined {
  const block = blockAt(document, line);
  return block?.type === 'table' ? block : undefined;
}

/** A row says that there is more below its table. */
function noted(entry: NewEntry): NewEntry {
  return entry.attachment === undefined ? entry : { ...entry, text: `${entry.text} – output below` };
}

/** No cell can hold a code block: it goes to the end of the text that the table is in. */
function attachmentBelow(document: CatalogDocument, lines: Lines, table: Block, entry: NewEntry): TextEdit[] {
  if (entry.attachment === undefined) {
    return [];
  }
  const at = document.blocks.indexOf(table);
  const next = document.blocks.findIndex(({ type }, index) => index > at && type === 'heading');
  const last = document.blocks[(next === -1 ? document.blocks.length : next) - 1] ?? table;
  const when = timeText(entry.at, styleOf(undefined, 'UTC', true), true);
  const title = `From ${entry.attachment.from}, ${when}:`;
  return [behindLine(lines, last.lastLine, ['', title, '', ...fenced(entry.attachment, '')])];
}

function asLines(
  source: Source,
  timeline: Timeline,
  anchor: Anchor,
  form: LineForm,
  entry: NewEntry,
  time: string,
): TextEdit[] {
  const { lines } = source;
  const { entry: neighbour, where } = anchor;
  const shared = onSharedLine(source, anchor, phraseOf(form, time, entry));
  if (shared !== undefined) {
    return entry.attachment === undefined ? [shared] : [];
  }
  const { line } = neighbour.range.end;
  // A line that ends in a hard break is followed by another one; where the last has none, it gets one now.
  const broken = hardBreak.test(lines.text(line));
  const behind = where === 'before' || broken ? form.behind : '';
  const added = where === 'behind' && !broken && form.shape === 'line' ? form.behind : '';
  const own = entryLines({ ...numbered(form, neighbour, lines, where), behind }, time, entry);
  const alone = isApart(lines, timeline, form);
  const apart = form.shape === 'heading' || alone || own.length > (form.below === undefined ? 1 : 2);
  const gap = /^[ \t>]*/.exec(form.margin)?.[0].trimEnd() ?? '';
  if (where === 'before') {
    return [beforeLine(lines, neighbour.range.start.line, apart ? [...own, gap] : own)];
  }
  const followed = lines.text(line + 1).trim() !== '' && own.length > 1 && form.shape !== 'item' ? [gap] : [];
  const opening = apart && (form.shape !== 'item' || alone) ? [gap] : [];
  const edit = behindLine(lines, line, [...opening, ...own, ...followed]);
  return [alone ? edit : { ...edit, newText: `${added}${edit.newText}` }];
}

const breakBehind = /^[ \t]{0,9}<br\b[^<>]{0,40}>[ \t]*/i;
const breakBefore = /<br\b[^<>]{0,40}>[ \t]{0,9}$/i;

/** The new entry beside one that shares its line with others, parted by the same tag; undefined if it is on a line of its own. */
function onSharedLine(source: Source, { entry: { range }, where }: Anchor, phrase: string): TextEdit | undefined {
  const { lines } = source;
  const { start, end } = range;
  const last = lines.text(end.line);
  const stop = last.slice(0, end.character).replace(hardBreak, '').length;
  const from = start.character === 0 ? contentAt(source, start.line).from : start.character;
  const glue =
    (end.character < last.length ? breakBehind.exec(last.slice(stop))?.[0] : undefined) ??
    (start.character > 0 ? breakBefore.exec(lines.text(start.line).slice(0, from))?.[0] : undefined);
  if (glue === undefined) {
    return undefined;
  }
  const at = where === 'behind' ? { line: end.line, character: stop } : { line: start.line, character: from };
  return { range: { start: at, end: at }, newText: where === 'behind' ? `${glue}${phrase}` : `${phrase}${glue}` };
}

/** In a numbered list the number after the neighbour's. */
function numbered(form: LineForm, { range }: TimelineEntry, lines: Lines, where: Anchor['where']): LineForm {
  const match = /^([ \t>]*)(\d{1,9})(?=[.)][ \t])/.exec(lines.text(range.start.line));
  const next = match === null ? undefined : Number(match[2]) + (where === 'behind' ? 1 : 0);
  return next === undefined || form.shape !== 'item'
    ? form
    : { ...form, margin: form.margin.replace(/^([ \t>]*)\d{1,9}(?=[.)])/, `$1${next}`) };
}

/** Whether blank lines are between entries; lines that are alone stand apart too. */
function isApart(lines: Lines, { entries }: Timeline, form: LineForm): boolean {
  const same = entries.filter(({ shape }) => shape === form.shape);
  const isBlank = (line: number): boolean => /^[ \t>]*$/.test(lines.text(line));
  const gaps = same.slice(1).flatMap(({ range }, index) => {
    const between = range.start.line - 1;
    const end = same[index]?.range.end.line ?? between;
    // After a heading a blank line is in any case.
    const headed = form.shape === 'item' && between > end + 1 && isBlank(between) && !isBlank(between - 1);
    return headed ? [] : [isBlank(between)];
  });
  return gaps.length === 0
    ? form.shape === 'line' && form.behind === ''
    : gaps.filter(Boolean).length * 2 > gaps.length;
}

/** The first entry of a section that is a timeline by its name. */
function* firstInSection(
  document: CatalogDocument,
  lines: Lines,
  index: number,
  entry: NewEntry,
): Generator<readonly TextEdit[]> {
  const section = document.sections[index];
  if (section === undefined || section.style !== 'heading') {
    return;
  }
  const { start, end } = section.range;
  const inside = document.blocks.filter(({ firstLine, lastLine }) => firstLine > start.line && lastLine <= end.line);
  const next = inside.findIndex(({ type }) => type === 'heading');
  const own = next === -1 ? inside : inside.slice(0, next);
  const table = own.find(({ type }) => type === 'table');
  const stated =
    findZone(section.title) ?? firstDefined(own, ({ type, text }) => (type === 'text' ? statedZone(text) : undefined));
  const examples = placeholdersIn(document, lines, index);
  if (table !== undefined) {
    yield* firstRow(document, lines, table, entry, stated, examples);
  }
  const style = styleOf(undefined, stated ?? documentZone(document), stated === undefined);
  const [example, ...others] = examples;
  if (example?.form !== undefined) {
    for (const withDay of example.withDay ? [true] : [false, true]) {
      const own = example.zone === undefined ? style : styleOf(undefined, example.zone, true);
      const text = entryLines(example.form, timeText(entry.at, own, withDay), entry).join(lines.eol);
      yield [
        { range: lines.range(example.line, example.lastLine), newText: text },
        ...withoutPlaceholders(lines, others),
      ];
    }
  }
  const last = own.at(-1)?.lastLine ?? section.titleRange.end.line;
  for (const withDay of [false, true]) {
    const text = ['', ...entryLines(firstForm, timeText(entry.at, style, withDay), entry)];
    yield [behindLine(lines, last, lines.text(last + 1).trim() === '' ? text : [...text, ''])];
  }
}

function* firstRow(
  document: CatalogDocument,
  lines: Lines,
  table: Block,
  entry: NewEntry,
  /** The zone that the section states for all of its times. */
  stated: string | undefined,
  examples: readonly Placeholder[],
): Generator<readonly TextEdit[]> {
  const columns = columnsOf(document, table, undefined);
  const told = findZone(tableOf(document, table).titles[columns.time] ?? '') ?? stated;
  const style = styleOf(undefined, told ?? documentZone(document), told === undefined);
  const rows = examples.filter(
    ({ shape, line }) => shape === 'row' && line > table.firstLine && line <= table.lastLine,
  );
  const [example, ...others] = rows;
  const blank = example?.line ?? blankRow(document, table);
  for (const withDay of example?.withDay === true ? [true] : [false, true]) {
    const times = {
      day: dayText(entry.at, style),
      time: timeText(entry.at, style, withDay && columns.day === undefined),
    };
    const row = rowText(lines, table, columns, noted(entry), times);
    const edit =
      blank === undefined
        ? behindLine(lines, table.lastLine, [row])
        : { range: lines.range(blank, blank), newText: row };
    yield [edit, ...withoutPlaceholders(lines, others), ...attachmentBelow(document, lines, table, entry)];
  }
}

/** A record without a timeline gets one where its convention has it, else at the end. */
function* inNewSection(
  document: CatalogDocument,
  lines: Lines,
  entry: NewEntry,
  expected: readonly ExpectedSection[],
): Generator<readonly TextEdit[]> {
  const wanted = expected.find(({ keys }) => keys.includes('timeline')) ?? {
    title: 'Timeline',
    help: '',
    required: true,
    keys: ['timeline'],
  };
  const inserted = insertSections(document, expected.includes(wanted) ? expected : [...expected, wanted], [wanted]);
  if (inserted === undefined) {
    return;
  }
  const style = styleOf(undefined, documentZone(document), true);
  for (const withDay of [false, true]) {
    const own = entryLines(firstForm, timeText(entry.at, style, withDay), entry).join(lines.eol);
    yield inserted.map((edit) => ({ ...edit, newText: edit.newText.replace(/<!--[^]*?-->/, () => own) }));
  }
}

function behindLine(lines: Lines, line: number, texts: readonly string[]): TextEdit {
  const { end } = lines.range(line, line);
  return { range: { start: end, end }, newText: texts.map((text) => `${lines.eol}${text}`).join('') };
}

function beforeLine(lines: Lines, line: number, texts: readonly string[]): TextEdit {
  const start = { line, character: 0 };
  return { range: { start, end: start }, newText: texts.map((text) => `${text}${lines.eol}`).join('') };
}

/** The record after the edits, if the entry is there, at its time and with its text, and all others are as they were. */
function working(document: CatalogDocument, edits: readonly TextEdit[], entry: NewEntry): CatalogDocument | undefined {
  if (edits.length === 0) {
    return undefined;
  }
  const after = readDocument(document, applyEdits(document.text, edits), document);
  const left = new Map<string, number>();
  for (const known of entriesOf(document)) {
    const key = keyOf(known);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const added = entriesOf(after).filter((found) => {
    const key = keyOf(found);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const [only] = added;
  const kept = [...left.values()].every((count) => count <= 0);
  const instant = only && instantOfEntry(only);
  const precision = only?.clock?.second === undefined ? 60_000 : 1000;
  const works =
    kept &&
    added.length === 1 &&
    only?.clock !== undefined &&
    keepsSections(document, after) &&
    bare(only.text).includes(bare(plainText(entry.text))) &&
    // Without any date in the document the clock alone tells.
    (instant === undefined
      ? only.date === undefined
      : Math.floor(instant.getTime() / precision) === Math.floor(entry.at.getTime() / precision));
  return works ? after : undefined;
}

function entriesOf(document: CatalogDocument): TimelineEntry[] {
  return readTimelines(document).flatMap(({ entries }) => entries);
}

function keyOf({ date, clock, zone, text, shape }: TimelineEntry): string {
  // The second of two entries in one list item is a line, and its first may become one.
  const kind = shape === 'line' ? 'item' : shape;
  return JSON.stringify([date, clock?.hour, clock?.minute, clock?.second, zone, text, kind]);
}

/** All sections are there, in their order, but for examples of entries; at most one more is. */
function keepsSections(before: CatalogDocument, after: CatalogDocument): boolean {
  const titles = before.sections.map(({ title }) => title).filter((title) => !isExample(title));
  let next = 0;
  for (const { title } of after.sections) {
    next += title === titles[next] ? 1 : 0;
  }
  return next === titles.length && after.sections.length <= titles.length + 1;
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
