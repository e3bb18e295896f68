import { roleOf } from '../../../document/columns.ts';
import type { CatalogDocument } from '../../../document/document.ts';
import type { Block } from '../../../document/model.ts';
import { tableOf } from '../../../document/tables.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { rangeOf } from '../../../text/span.ts';
import { languages, split } from '../../../vocabulary/words.ts';
import { normaliseName } from '../../../vocabulary/normalise.ts';
import type { ActionItem } from '../item.ts';
import { rewriteLine, withCell } from './write.ts';

/** Returns whether an item is a row of a table that has no column for due dates. */
export function lacksDueColumn(document: CatalogDocument, item: ActionItem): boolean {
  const table = tableWith(document, item);
  return table !== undefined && columnFor(tableOf(document, table).titles) === undefined;
}

/**
 * Returns the ways to write a due date of a row: into the cell of its column, which the row may not have yet; or into a new column.
 * Undefined if the item is not a row of a table.
 */
export function waysInTable(
  document: CatalogDocument,
  item: ActionItem,
  value: string,
): ReadonlyArray<readonly TextEdit[]> | undefined {
  const table = tableWith(document, item);
  if (table === undefined) {
    return undefined;
  }
  const { lines } = document;
  const { line } = item.range.start;
  const { header, titles, rows } = tableOf(document, table);
  const cells = rows[line - table.firstLine - 2] ?? [];
  const column = columnFor(titles);
  if (column !== undefined) {
    const cell = cells[column];
    return [
      cell === undefined
        ? rewriteLine(lines, line, withEnd(lines.text(line), [...Array<string>(column - cells.length).fill(''), value]))
        : rewriteLine(lines, line, withCell(lines, rangeOf(cell), value)),
    ];
  }
  const isWhole = rows.every((row) => row.length === header.length);
  return isWhole
    ? [
        Array.from({ length: rows.length + 2 }, (_, at) => {
          const number = table.firstLine + at;
          const added = at === 0 ? titleLike(titles) : at === 1 ? '---' : number === line ? value : '';
          return rewriteLine(lines, number, withEnd(lines.text(number), [added]));
        }).flat(),
      ]
    : [];
}

function tableWith({ blocks }: CatalogDocument, { shape, range }: ActionItem): Block | undefined {
  const { line } = range.start;
  return shape === 'row'
    ? blocks.find(({ type, firstLine, lastLine }) => type === 'table' && firstLine <= line && line <= lastLine)
    : undefined;
}

/** The column for due dates; one with further words in its title counts too: "Target date (ETA)". */
function columnFor(titles: readonly string[]): number | undefined {
  const exact = titles.findIndex((title) => roleOf(title) === 'due');
  const names = languages.flatMap(({ actions }) => split(actions.fields.due)).filter((name) => name.length > 2);
  const like = (title: string): boolean => {
    const words = ` ${normaliseName(title).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    return roleOf(title) === undefined && names.some((name) => words.includes(` ${normaliseName(name)} `));
  };
  const found = exact === -1 ? titles.findIndex(like) : exact;
  return found === -1 ? undefined : found;
}

/** A title for the new column, in the language of the others. */
function titleLike(titles: readonly string[]): string {
  const known = new Set(titles.map(normaliseName));
  const language = languages.find(({ actions }) =>
    Object.values<string>(actions.fields).some((words) => split(words).some((word) => known.has(normaliseName(word)))),
  );
  const [title = ''] = split((language ?? languages[0])?.actions.fields.due ?? '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A row with further cells. */
function withEnd(row: string, cells: readonly string[]): string {
  const text = row.trimEnd();
  const isClosed = /(?<!\\)(?:\\\\)*\|$/.test(text);
  const added = cells.map((cell) => (isClosed ? ` ${cell} |` : ` | ${cell}`)).join('');
  return `${text}${added}`.trimEnd();
}
