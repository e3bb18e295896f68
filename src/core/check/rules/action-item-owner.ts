import { habitOf } from '../../record/actions/habit.ts';
import type { ActionItem } from '../../record/actions/item.ts';
import { readActionItems } from '../../record/actions/read.ts';
import type { Report, Rule } from './rule.ts';

/** Reports an open action item without an owner, if action items usually have one. */
export const actionItemOwner: Rule = {
  id: 'action-item-owner',
  summary: 'An open action item has no owner, but others have one.',
  defaultSeverity: 'information',
  groupedBy: 'document',
  afterwards: true,

  *check({ document, neighbourhood }): Iterable<Report> {
    const bare = readActionItems(document).filter((item) => !item.done && item.owner === undefined);
    const habit = bare.length === 0 ? undefined : habitOf(document, neighbourhood, hasOwner);
    for (const { textRange, ownerCell } of bare) {
      if (ownerCell !== undefined) {
        yield {
          range: textRange,
          about: '',
          message: 'This action item has no owner (its table has an owner column)',
        };
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
