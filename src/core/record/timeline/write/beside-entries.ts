import { blockAt } from '../../../document/block-at.ts';
import { contentAt } from '../../../document/content-at.ts';
import type { CatalogDocument } from '../../../document/document.ts';
import type { Block } from '../../../document/model.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import { instantOfEntry } from '../../../time/instant.ts';
import type { Source } from '../candidates.ts';
import { dateOrderOf } from '../date-order.ts';
import type { Timeline, TimelineEntry } from '../entry.ts';
import { hardBreak } from '../segments.ts';
import { noted, attachmentBelow } from './below-table.ts';
import { behindLine, beforeLine } from './insert-lines.ts';
import { entryLines, formOf, phraseOf, type LineForm } from './line.ts';
import type { NewEntry } from './new-entry.ts';
import { columnsOf, rowText } from './row.ts';
import { dayIn, dayText, styleOf, timeText, type TimeStyle } from './time-style.ts';

/** A place between entries: after one, or before one. */
interface Anchor {
  readonly entry: TimelineEntry;
  readonly where: 'behind' | 'before';
}

/** Ways to write an entry beside those of a timeline, in order of time, best first. */
export function* besideEntries(
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
