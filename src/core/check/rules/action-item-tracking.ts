import { habitOf } from '../../record/actions/habit.ts';
import type { ActionItem } from '../../record/actions/item.ts';
import { workOf } from '../../record/actions/work.ts';
import type { Report, Rule } from './rule.ts';

/** Reports an open action item without a link, ticket or due date, if action items usually have one. */
export const actionItemTracking: Rule = {
  id: 'action-item-tracking',
  summary: 'An open action item has no link, ticket number or due date, but others have one.',
  defaultSeverity: 'information',
  groupedBy: 'document',
  afterwards: true,

  *check({ document, neighbourhood }): Iterable<Report> {
    const bare = workOf(document).filter((item) => !item.done && !isFollowed(item));
    const habit = bare.length === 0 ? undefined : habitOf(document, neighbourhood, isFollowed);
    for (const { textRange } of habit === undefined ? [] : bare) {
      yield {
        range: textRange,
        about: '',
        message: `This action item has no link, ticket number or due date (${habit?.evidence})`,
        ...(habit?.strong === false && { severity: 'hint' }),
      };
    }
  },
};

function isFollowed({ tracking, due }: ActionItem): boolean {
  return tracking.length > 0 || due !== undefined;
}
