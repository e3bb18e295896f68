import { habitOf } from '../../record/actions/habit.ts';
import type { ActionItem } from '../../record/actions/item.ts';
import { blockAt } from '../../document/block-at.ts';
import { leftOut } from '../../record/actions/left-out.ts';
import { workOf } from '../../record/actions/work.ts';
import type { Report, Rule } from './rule.ts';

/** Reports an open action item without an owner, if action items usually have one. */
export const actionItemOwner: Rule = {
  id: 'action-item-owner',
  summary: 'An open action item has no owner, but others have one.',
  defaultSeverity: 'information',
  groupedBy: 'document',
  afterwards: true,

  *check({ document, neighbourhood }): Iterable<Report> {
    const work = workOf(document);
    const bare = work.filter((item) => !item.done && item.owner === undefined && !leftOut(document, item.ownerCell));
    const habit = bare.length === 0 ? undefined : habitOf(document, neighbourhood, hasOwner);
    const tableOf = ({ range }: ActionItem): number => blockAt(document, range.start.line)?.firstLine ?? -1;
    const owned = new Set(work.filter((item) => item.ownerCell !== undefined && hasOwner(item)).map(tableOf));
    const told = new Set<number>();
    for (const item of bare) {
      const { textRange, ownerCell } = item;
      if (ownerCell !== undefined) {
        const table = tableOf(item);
        const count = owned.has(table) ? 1 : bare.filter((other) => other.ownerCell && tableOf(other) === table).length;
        if (count === 1 || !told.has(table)) {
          told.add(table);
          yield {
            range: textRange,
            about: '',
            message:
              count === 1
                ? 'This action item has no owner (its table has an owner column)'
                : `No action item in this table has an owner (its owner column is empty in ${count} rows)`,
          };
        }
      } else if (habit !== undefined) {
        yield {
          range: textRange,
          about: '',
          message: `This action item has no owner (${habit.evidence})`,
          ...(!habit.strong && { severity: 'hint' }),
        };
      }
    }
  },
};

function hasOwner({ owner }: ActionItem): boolean {
  return owner !== undefined;
}
