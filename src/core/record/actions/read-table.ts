import { cellsOf } from '../../text/table-cells.ts';
import type { Block } from '../../document/model.ts';
import { plainText } from '../../text/plain-text.ts';
import type { ActionItem } from './item.ts';
import { itemOfRow, type Place } from './make.ts';
import { isNoItem, roleOf, type FieldRole } from './patterns.ts';

/** The items of a table; none for one whose columns are not those of follow-ups. */
export function readActionTable(table: Block, place: Place): ActionItem[] {
  const columns = columnsOf(
    (table.header ?? []).map((cell) => plainText(cell)),
    table.rows ?? [],
  );
  const main = columns?.get('item');
  if (columns === undefined || main === undefined) {
    return [];
  }
  return (table.rows ?? []).flatMap((_, index) => {
    const cells = cellsOf(place.lines, table.firstLine + 2 + index);
    const cell = (role: FieldRole): (typeof cells)[number] | undefined => cells[columns.get(role) ?? -1];
    const item = cells[main];
    return item === undefined || isNoItem(item.text)
      ? []
      : [
          itemOfRow(
            {
              item,
              owner: cell('owner'),
              due: cell('due'),
              status: cell('status'),
              tracking: cell('tracking'),
              priority: cell('priority'),
              group: cell('group'),
            },
            place,
          ),
        ];
  });
}

/** Which column is for what; where no title names the items, they are the longest texts. */
function columnsOf(
  header: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
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
    const lengths = header.map((_, index) => rows.reduce((sum, row) => sum + (row[index]?.length ?? 0), 0));
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
