import { heldText } from '../../text/inline.ts';
import { isLengthColumn, isTimelineColumn } from '../../document/columns.ts';
import { inlineOf } from '../../document/inline.ts';
import { tableOf } from '../../document/tables.ts';
import { placed, within, type Span } from '../../text/span.ts';
import type { Block } from '../../document/model.ts';
import { mayStrike, withoutStruck } from '../../text/struck.ts';
import type { DateOrder } from '../../time/day.ts';
import {
  candidateOf,
  proseDepth,
  textBehind,
  unreadableOf,
  type Candidate,
  type Piece,
  type See,
  type Source,
} from './candidates.ts';
import { readStamp, type Stamp } from '../../time/stamp.ts';

/** Times are in one of the first columns. */
const firstColumns = 4;

interface Row {
  readonly cells: readonly Span[];
  readonly stamps: ReadonlyArray<Stamp | undefined>;
  readonly see: See;
  /** Whether all that some cell says is struck out. */
  readonly struck: boolean;
}

interface Columns {
  readonly time: number;
  readonly day: number | undefined;
  /** Columns that hold nothing but further times: the same on another clock, or the end. */
  readonly others: readonly number[];
  /** Whether the times stand where a reader of any table would look for them: in front, or under a title that says so. */
  readonly clear: boolean;
}

/** The rows of a table as entries; a piece of prose alone for a table that is not a timeline. */
export function* readTable(source: Source, block: Block): Generator<Piece> {
  const header = tableOf(source, block).titles;
  const rows = rowsOf(source, block);
  const columns = columnsOf(header, rows);
  yield {
    kind: 'prose',
    block,
    heading: false,
    text: '',
    header: columns === undefined ? '' : `${header[columns.time] ?? ''} ${header[columns.day ?? columns.time] ?? ''}`,
  };
  if (columns !== undefined) {
    for (const row of rows) {
      yield* readRow(row, columns, block);
    }
  }
}

function rowsOf(source: Source, block: Block): Row[] {
  return tableOf(source, block).rows.map((cells) => rowOf(source, block, cells));
}

/** Returns the columns of a table that contain its times and days; undefined if the table is not a timeline. */
export function timeColumns(source: Source, block: Block): Pick<Columns, 'time' | 'day'> | undefined {
  return columnsOf(tableOf(source, block).titles, rowsOf(source, block));
}

function rowOf(source: Source, block: Block, written: readonly Span[]): Row {
  const cells = written.map((cell) => {
    const text = mayStrike(cell.text) ? withoutStruck(inlineOf(block, source, cell.text)) : cell.text;
    return { ...cell, text: withoutBreaks(text).trimEnd() };
  });
  return {
    cells,
    stamps: cells.slice(0, firstColumns).map(({ text }) => wholeStamp(text, source.order)),
    see: ({ from, text }) => {
      const cell = written.findLast((other) => other.from <= from);
      const start = from - (cell?.from ?? from);
      return heldText(inlineOf(block, source, cell?.text), start, start + text.length);
    },
    struck: cells.some(({ text }, column) => text.trim() === '' && written[column]?.text !== ''),
  };
}

/** With spaces for the line breaks of a cell, so that everything else stays where it was. */
function withoutBreaks(text: string): string {
  return text.replace(/<br\b[^<>]{0,40}>/gi, (tag) => ' '.repeat(tag.length));
}

/** The stamp of a cell that holds a time and little else. */
function wholeStamp(text: string, order: DateOrder | undefined): Stamp | undefined {
  const stamp = readStamp(text, order);
  return stamp !== undefined && (stamp.separated || text.length - stamp.rest < 30) ? stamp : undefined;
}

function columnsOf(header: readonly string[], rows: readonly Row[]): Columns | undefined {
  const count = (has: (stamp: Stamp, text: string) => boolean): number[] =>
    Array.from(
      { length: firstColumns },
      (_, column) =>
        rows.filter(
          ({ stamps, cells }) => stamps[column] !== undefined && has(stamps[column], cells[column]?.text ?? ''),
        ).length,
    );
  const clocks = count(({ clock }) => clock !== undefined);
  // A date that can be read in two ways is one too.
  const dates = count(
    ({ day, clock, unreadable }, text) =>
      clock === undefined && (day !== undefined || (unreadable && /\d[/-]\d/.test(text))),
  );
  const words = count(({ dayWord, clock }) => dayWord !== undefined && clock === undefined);
  const days = dates.some((found) => found > 0) ? dates : words;
  const time = clocks.indexOf(Math.max(...clocks));
  const named = header.slice(0, firstColumns).findIndex((title) => isTimelineColumn('time', title));
  if ((clocks[time] ?? 0) > 0) {
    const day = days.findIndex((found, column) => found > 0 && column !== time);
    const clear = time === 0 || day === 0 || isTimelineColumn('time', header[time] ?? '');
    const others = clocks.flatMap((_, column) =>
      column !== time && column !== day && isOfTimes(header[column] ?? '', rows, column) ? [column] : [],
    );
    return { time, day: day === -1 ? undefined : day, others, clear };
  }
  const day = days.indexOf(Math.max(...days));
  if (named === -1) {
    // Dates alone make a timeline where they are the first thing in each row.
    return (days[0] ?? 0) >= 2 && (days[0] ?? 0) * 2 > rows.length
      ? { time: 0, day: undefined, others: [], clear: true }
      : undefined;
  }
  return { time: named, day: (days[day] ?? 0) > 0 && day !== named ? day : undefined, others: [], clear: true };
}

/** Whether a column holds further times and nothing else. */
function isOfTimes(title: string, rows: readonly Row[], column: number): boolean {
  const filled = rows.filter(({ cells }) => (cells[column]?.text ?? '').trim() !== '');
  return (
    filled.length > 0 &&
    !isLengthColumn(title) &&
    filled.every(({ cells, stamps }) => {
      const stamp = stamps[column];
      const told = stamp?.clock ?? stamp?.dayWord;
      return stamp !== undefined && told !== undefined && (cells[column]?.text ?? '').slice(stamp.rest).trim() === '';
    })
  );
}

function* readRow(
  { cells, stamps, see, struck }: Row,
  { time, day, others: clocks, clear }: Columns,
  block: Block,
): Generator<Piece> {
  const cell = cells[time];
  const dayStamp = day === undefined ? undefined : stamps[day];
  const stamp = stamps[time];
  const others = cells.filter(
    ({ text }, column) => column !== time && column !== day && !clocks.includes(column) && text.trim() !== '',
  );
  const text = others.map((other) => see(other)).join(' | ');
  const place = { lastLine: cell?.line ?? block.firstLine, depth: proseDepth, container: block, aside: !clear, see };
  const timeless = cell?.text.trim() === '';
  if (cell === undefined || (timeless && dayStamp === undefined && text === '') || (timeless && struck)) {
    return;
  }
  const unknown = stamp?.unreadable === true || dayStamp?.unreadable === true;
  if (unknown || (stamp === undefined && dayStamp === undefined)) {
    const reason = unknown ? 'unknown time' : timeless ? 'no time' : 'not understood';
    const known = stamp ?? dayStamp;
    yield unreadableOf(timeless ? (others[0] ?? cell) : cell, known === undefined ? reason : 'unknown time', place);
    return;
  }
  if (stamp === undefined) {
    const found = cells[day ?? time] ?? cell;
    if (!timeless) {
      yield unreadableOf(cell, 'not understood', place);
    } else if (dayStamp !== undefined) {
      yield { ...candidateOf('row', found, dayStamp, place), text };
    }
    return;
  }
  const note = textBehind(cell, stamp, see);
  const entry: Candidate = {
    ...candidateOf('row', cell, stamp, place),
    text: [note, text].filter((part) => part !== '').join(' | '),
    shape: 'row',
    stamp: {
      ...stamp,
      ...(stamp.day === undefined && dayStamp?.day !== undefined && { day: dayStamp.day }),
      ...(stamp.dayWord === undefined && dayStamp?.dayWord !== undefined && { dayWord: dayStamp.dayWord }),
    },
  };
  yield { ...entry, time: placed(within(cell, stamp.from, stamp.to)) };
}
