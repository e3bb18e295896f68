import { once } from '../../util/memo.ts';
import { roleOf } from '../../document/columns.ts';
import { tableOf } from '../../document/tables.ts';
import type { Block } from '../../document/model.ts';
import type { ActionItem } from './item.ts';
import { noteOfCell } from './fields.ts';
import { itemOfRow, type Place } from './make.ts';
import type { Span } from '../../text/span.ts';
import { isNoItem } from './patterns.ts';
import type { FieldRole } from '../../vocabulary/language.ts';
import { wordsFor } from './words.ts';

/** The second column of a table that explains the words of another. */
const meaning = once(() => new RegExp(`^${wordsFor('meaning')}$`, 'iu'));

/** Returns the items of a table; none for one whose columns are not those of follow-ups. */
export function readActionTable(table: Block, place: Place): ActionItem[] {
  const { titles, rows } = tableOf(place.document, table);
  const columns = columnsOf(titles, rows);
  const main = columns?.get('item');
  if (columns === undefined || main === undefined || titles.some((title) => meaning().test(title))) {
    return [];
  }
  const known = new Set([...columns].flatMap(([role, index]) => (role === 'due' ? [] : [index])));
  const notes = titles.map((_, index) => index).filter((index) => !known.has(index));
  const note = notes.find(
    (index) =>
      index !== columns.get('due') &&
      rows.some((cells) => cells[index] !== undefined && noteOfCell(place.document, cells[index])),
  );
  const at = (cells: (typeof rows)[number], role: FieldRole): (typeof cells)[number] | undefined =>
    cells[columns.get(role) ?? -1];
  return rows.flatMap((cells) => {
    const item = cells[main];
    return item === undefined || isNoItem(item.text)
      ? []
      : [
          itemOfRow(
            table,
            {
              item,
              owner: at(cells, 'owner'),
              due: at(cells, 'due'),
              status: at(cells, 'status'),
              statusTitle: titles[columns.get('status') ?? -1],
              tracking: at(cells, 'tracking'),
              priority: at(cells, 'priority'),
              group: at(cells, 'group'),
              notes: notes.flatMap((index) => cells[index] ?? []),
              note: cells[note ?? -1],
            },
            place,
          ),
        ];
  });
}

/** Which column is for what; where no title names the items, they are the longest texts. */
function columnsOf(
  header: readonly string[],
  rows: ReadonlyArray<readonly Span[]>,
): ReadonlyMap<FieldRole, number> | undefined {
  const columns = new Map<FieldRole, number>();
  for (const [index, title] of header.entries()) {
    const role = roleOf(title);
    if (role !== undefined && !columns.has(role)) {
      columns.set(role, index);
    }
  }
  if (columns.size === 0) {
    return undefined;
  }
  if (!columns.has('item')) {
    const taken = new Set(columns.values());
    const lengths = header.map((_, index) => rows.reduce((sum, row) => sum + (row[index]?.text.length ?? 0), 0));
    const free = lengths.map((length, index) => ({ length, index })).filter(({ index }) => !taken.has(index));
    const longest = free.toSorted((a, b) => b.length - a.length)[0] ?? tracked(columns);
    if (longest === undefined) {
      return undefined;
    }
    columns.set('item', longest.index);
  }
  return columns;
}

/** A table may hold links to tickets and owners alone. */
function tracked(columns: ReadonlyMap<FieldRole, number>): { index: number } | undefined {
  const index = columns.get('tracking');
  return index === undefined ? undefined : { index };
}
