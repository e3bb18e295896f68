import { cellsOf } from '../../../text/table-cells.ts';
import type { TimelineColumn } from '../../../vocabulary/language.ts';
import type { CatalogDocument } from '../../../document/document.ts';
import { timeColumns } from '../read-table.ts';
import type { Block } from '../../../document/model.ts';
import type { Lines } from '../../../text/lines.ts';
import { isTimelineColumn } from '../../../document/columns.ts';
import { tableOf } from '../../../document/tables.ts';
import { readStamp } from '../../../time/stamp.ts';
import { findZone } from '../../../time/zone.ts';
import { lineOf, type NewEntry } from './new-entry.ts';
import { styleOf, timeText } from './time-style.ts';
import { partsOfTime } from './written-time.ts';

/** The roles of the columns of a timeline's table; positions count from 0. */
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

/** Returns the columns of a table, by its titles and by what is in a row that is an entry. */
export function columnsOf(document: CatalogDocument, table: Block, entryLine: number | undefined): RowColumns {
  const { titles: header, rows } = tableOf(document, table);
  const cells = rows[(entryLine ?? -1) - table.firstLine - 2]?.map(({ text }) => text) ?? [];
  const stamps = cells.map((text) => readStamp(text));
  const all = header.map((_, column) => column);
  const titled = (role: TimelineColumn, among: readonly number[]): number | undefined =>
    among.find((column) => isTimelineColumn(role, header[column] ?? ''));
  const read = timeColumns({ ...document, order: undefined }, table);
  const time = read?.time ?? titled('time', all) ?? 0;
  const day =
    read?.day ??
    titled(
      'day',
      all.filter((column) => column !== time),
    );
  const clocksToo = header.flatMap((title, column) => {
    const zone = column === time || column === day ? undefined : findZone(title);
    const isClock = entryLine === undefined || stamps[column]?.clock !== undefined;
    return zone === undefined || !isClock ? [] : [{ column, zone, written: cells[column] }];
  });
  const taken = new Set([time, day, ...clocksToo.map(({ column }) => column)]);
  const free = all.filter((column) => !taken.has(column));
  const text =
    titled('text', free) ?? free.toSorted((a, b) => (cells[b]?.length ?? 0) - (cells[a]?.length ?? 0))[0] ?? time;
  const author = titled(
    'author',
    free.filter((column) => column !== text),
  );
  return {
    time,
    day,
    author,
    text,
    clocks: clocksToo,
    dayWritten: cells[day ?? -1],
    count: Math.max(header.length, time + 1),
  };
}

/**
 * Returns a row for a new entry, without a line break; cells as wide as the dashes below the header, as in tables that are kept straight.
 */
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
  // Between their bars dashes have a space on either side, or are in its place.
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

/** Returns the first row under the header that holds nothing, waiting for an entry; undefined without one. */
export function blankRow(document: CatalogDocument, table: Block): number | undefined {
  const index = tableOf(document, table).rows.findIndex((cells) => cells.every(({ text }) => text === ''));
  return index === -1 ? undefined : table.firstLine + 2 + index;
}
