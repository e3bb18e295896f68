import { cellsOf } from '../../../text/table-cells.ts';
import type { Block } from '../../../document/model.ts';
import type { Lines } from '../../../text/lines.ts';
import { plainText } from '../../../text/plain-text.ts';
import { once } from '../../../util/memo.ts';
import type { TimelineWords } from '../../../vocabulary/language.ts';
import { ended, whole, written } from '../../../vocabulary/words.ts';
import { readStamp } from '../../../time/stamp.ts';
import { findZone } from '../../../time/zone.ts';
import { lineOf, type NewEntry } from './new-entry.ts';
import { styleOf, timeText } from './time-style.ts';
import { partsOfTime } from './written-time.ts';

const titles = once(() => {
  const named = (column: keyof TimelineWords): RegExp =>
    new RegExp(whole(written(({ timeline }) => timeline[column])), 'iu');
  return {
    time: named('time'),
    day: new RegExp(`^[^\\p{L}\\p{N}]*${ended(written(({ timeline }) => timeline.day))}`, 'iu'),
    author: named('author'),
    text: named('text'),
  };
});

/** What the columns of a timeline's table are for; positions count from 0. */
export interface RowColumns {
  readonly time: number;
  readonly day: number | undefined;
  readonly author: number | undefined;
  readonly text: number;
  /** Columns for the same time in other zones, which their titles name. */
  readonly clocks: ReadonlyArray<{
    readonly column: number;
    readonly zone: string;
    readonly written: string | undefined;
  }>;
  /** The day of the row that was given, as written. */
  readonly dayWritten: string | undefined;
  readonly count: number;
}

/** The columns of a table, by its titles and by what stands in a row that is an entry. */
export function columnsOf(lines: Lines, table: Block, entryLine: number | undefined): RowColumns {
  const header = (table.header ?? []).map((cell) => plainText(cell));
  const cells = entryLine === undefined ? [] : cellsOf(lines, entryLine).map(({ text }) => text);
  const stamps = cells.map((text) => readStamp(text));
  const clocks = stamps.findIndex((stamp) => stamp?.clock !== undefined);
  const named = header.findIndex((title) => titles().time.test(title));
  const time = clocks >= 0 ? clocks : Math.max(0, named);
  const dayCell = stamps.findIndex((stamp, column) => column !== time && stamp?.day !== undefined && !stamp.clock);
  const day =
    dayCell >= 0 && dayCell < 4 ? dayCell : header.findIndex((title, at) => at !== time && titles().day.test(title));
  const clocksToo = header.flatMap((title, column) => {
    const zone = column === time || column === day ? undefined : findZone(title);
    const isClock = entryLine === undefined || stamps[column]?.clock !== undefined;
    return zone === undefined || !isClock ? [] : [{ column, zone, written: cells[column] }];
  });
  const taken = new Set([time, day, ...clocksToo.map(({ column }) => column)]);
  const free = header.map((_, column) => column).filter((column) => !taken.has(column));
  const text =
    free.find((column) => titles().text.test(header[column] ?? '')) ??
    free.toSorted((a, b) => (cells[b]?.length ?? 0) - (cells[a]?.length ?? 0))[0] ??
    time;
  const author = free.find((column) => column !== text && titles().author.test(header[column] ?? ''));
  return {
    time,
    day: day < 0 ? undefined : day,
    author,
    text,
    clocks: clocksToo,
    dayWritten: cells[day],
    count: Math.max(header.length, time + 1),
  };
}

/** A row for a new entry, without a line break; cells as wide as the dashes below the header, as in tables that are kept straight. */
export function rowText(
  lines: Lines,
  table: Block,
  columns: RowColumns,
  entry: NewEntry,
  times: { readonly day: string; readonly time: string },
): string {
  const { time, day, author, text, clocks, count } = columns;
  const dashes = lines.text(table.firstLine + 1);
  const written = Array.from({ length: count }, () => '');
  written[time] = times.time;
  if (day !== undefined) {
    written[day] = times.day;
  }
  for (const { column, zone, written: other } of clocks) {
    const style = styleOf(other, zone, false);
    written[column] =
      style.zone === 'UTC' && !/utc|gmt|z/i.test(zone)
        ? ''
        : timeText(entry.at, style, other !== undefined && partsOfTime(other).day !== undefined);
  }
  if (author !== undefined) {
    written[author] = cellText(entry.author ?? '');
  }
  const words = cellText(lineOf(entry, author !== undefined));
  // A table with one column holds everything in it.
  written[text] = text === time ? `${times.time} ${words}` : words;
  // Between their bars dashes have a space on either side, or stand in its place.
  const gap = /\|[ \t]*:?-+:?[ \t]/.test(dashes) ? 0 : 2;
  const widths = cellsOf(lines, table.firstLine + 1).map((cell) => cell.text.length - gap);
  const padded = written.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  const indent = /^[ \t>]*/.exec(lines.text(table.firstLine + 1))?.[0] ?? '';
  const open = /^[ \t>]*\|/.test(dashes);
  const row = padded.join(' | ');
  return open ? `${indent}| ${row} |` : `${indent}${row}`.trimEnd();
}

/** A text that a cell can hold. */
function cellText(text: string): string {
  return text.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|').trim();
}

/** The first row under the header that holds nothing, waiting for an entry; undefined without one. */
export function blankRow(lines: Lines, table: Block): number | undefined {
  return (table.rows ?? [])
    .map((_, index) => table.firstLine + 2 + index)
    .find((line) => cellsOf(lines, line).every(({ text }) => text === ''));
}
