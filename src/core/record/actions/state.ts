import type { ActionItem } from './item.ts';

/** Where an action item stands. */
export type ActionState = 'open' | 'overdue' | 'done' | 'wont-do';

/** Every state, in the order in which they call for attention. */
export const actionStates: readonly ActionState[] = ['overdue', 'open', 'done', 'wont-do'];

/**
 * The state of an item on a day. One is overdue from the day after its due date; one whose due date names no day never is.
 * @param today YYYY-MM-DD.
 */
export function actionStateOf({ done, wontDo, due }: ActionItem, today: string): ActionState {
  if (done) {
    return wontDo ? 'wont-do' : 'done';
  }
  return due?.date !== undefined && due.date < today ? 'overdue' : 'open';
}
