import { cellsOf } from '../../text/table-cells.ts';
import { placed, within, type Span } from '../../text/span.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import { plainText } from '../../text/plain-text.ts';
import { candidateOf, proseDepth, unreadableOf, type Candidate, type Piece } from './candidates.ts';
import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';
import { findZone } from '../../time/zone.ts';
import { readStamp, type Stamp } from '../../time/stamp.ts';

const named = once(() => new RegExp(whole(written(({ timeline }) => timeline.time)), 'iu'));

function isTimeHeader(title: string): boolean {
  return named().test(title) || findZone(title) !== undefined;
}

/** Times stand in one of the first columns. */
const firstColumns = 4;

interface Row {
  readonly cells: readonly Span[];
  readonly stamps: ReadonlyArray<Stamp | undefined>;
}

interface Columns {
  readonly time: number;
  readonly day: number | undefined;
  /** Whether the times stand where a reader of any table would look for them: in front, or under a title that says so. */
  readonly clear: boolean;
}

/** The rows of a table as entries; a piece of prose alone for a table that is no timeline. */
export function* readTable(lines: Lines, block: Block): Generator<Piece> {
  const header = (block.header ?? []).map((cell) => plainText(cell));
  const rows = (block.rows ?? []).map((_, index) => rowOf(lines, block.firstLine + 2 + index));
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

function rowOf(lines: Lines, line: number): Row {
  const cells = cellsOf(lines, line);
  return { cells, stamps: cells.slice(0, firstColumns).map(({ text }) => wholeStamp(text)) };
}

/** The stamp of a cell that holds a time and little else. */
function wholeStamp(text: string): Stamp | undefined {
  const stamp = readStamp(text);
  return stamp !== undefined && (stamp.separated || text.length - stamp.rest < 30) ? stamp : undefined;
}

function columnsOf(header: readonly string[], rows: readonly Row[]): Columns | undefined {
  const count = (has: (stamp: Stamp) => boolean): number[] =>
    Array.from(
      { length: firstColumns },
      (_, column) => rows.filter(({ stamps }) => stamps[column] !== undefined && has(stamps[column])).length,
    );
  const clocks = count(({ clock }) => clock !== undefined);
  const days = count(({ day, clock }) => day !== undefined && clock === undefined);
  const time = clocks.indexOf(Math.max(...clocks));
  const named = header.slice(0, firstColumns).findIndex((title) => isTimeHeader(title));
  if ((clocks[time] ?? 0) > 0) {
    const day = days.findIndex((found, column) => found > 0 && column !== time);
    const clear = time === 0 || day === 0 || isTimeHeader(header[time] ?? '');
    return { time, day: day === -1 ? undefined : day, clear };
  }
  const day = days.indexOf(Math.max(...days));
  if (named === -1) {
    // Dates alone make a timeline where they are the first thing in each row.
    return (days[0] ?? 0) >= 2 && (days[0] ?? 0) * 2 > rows.length
      ? { time: 0, day: undefined, clear: true }
      : undefined;
  }
  return { time: named, day: (days[day] ?? 0) > 0 && day !== named ? day : undefined, clear: true };
}

function* readRow({ cells, stamps }: Row, { time, day, clear }: Columns, block: Block): Generator<Piece> {
  const cell = cells[time];
  const dayStamp = day === undefined ? undefined : stamps[day];
  const stamp = stamps[time];
  const others = cells.filter(({ text }, column) => column !== time && column !== day && text !== '');
  const text = others.map((other) => other.text).join(' | ');
  const place = { lastLine: cell?.line ?? block.firstLine, depth: proseDepth, container: block, aside: !clear };
  if (cell === undefined || (cell.text === '' && dayStamp === undefined && text === '')) {
    return;
  }
  const unknown = stamp?.unreadable === true || dayStamp?.unreadable === true;
  if (unknown || (stamp === undefined && dayStamp === undefined)) {
    const reason = unknown ? 'unknown time' : cell.text === '' ? 'no time' : 'not understood';
    const known = stamp ?? dayStamp;
    yield unreadableOf(
      cell.text === '' ? (others[0] ?? cell) : cell,
      known === undefined ? reason : 'unknown time',
      place,
    );
    return;
  }
  if (stamp === undefined) {
    const found = cells[day ?? time] ?? cell;
    if (cell.text !== '') {
      yield unreadableOf(cell, 'not understood', place);
    } else if (dayStamp !== undefined) {
      yield { ...candidateOf('row', found, dayStamp, place), text };
    }
    return;
  }
  const note = cell.text.slice(stamp.rest).trim();
  const entry: Candidate = {
    ...candidateOf('row', cell, stamp, place),
    text: note === '' ? text : `${note} | ${text}`,
    shape: 'row',
    stamp: { ...stamp, ...(stamp.day === undefined && dayStamp?.day !== undefined && { day: dayStamp.day }) },
  };
  yield { ...entry, time: placed(within(cell, stamp.from, stamp.to)) };
}
