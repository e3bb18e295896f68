import type { ActionItem } from './item.ts';

/** The state of an action item. */
export type ActionState = 'open' | 'overdue' | 'done' | 'wont-do';

/** All states, most urgent first. */
export const actionStates: readonly ActionState[] = ['overdue', 'open', 'done', 'wont-do'];

/**
 * Returns the state of an item on a day. It is overdue from the day after its due date; never if the due date is not an exact day.
 * @param today YYYY-MM-DD.
 */
export function actionStateOf({ done, wontDo, due }: ActionItem, today: string): ActionState {
  if (done) {
    return wontDo ? 'wont-do' : 'done';
  }
  return due?.date !== undefined && due.date < today ? 'overdue' : 'open';
}
