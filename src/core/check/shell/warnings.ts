import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';

/** Signs and words that warn anywhere: of loss, of danger, of steps that cannot be undone. */
const strong = once(
  () =>
    new RegExp(
      `⚠|🚨|❗|❌|🛑|‼|☠|💥|⛔|:(?:warning|rotating_light|exclamation|bangbang|no_entry|boom|skull|stop_sign|octagonal_sign|fire):|\\[!(?:warning|caution|important)\\]|!!!\\s*(?:warning|danger|caution|important|attention)|:::\\s*\\{?(?:warning|danger|caution|important)|${whole(written(({ wording }) => wording.danger))}`,
      'iu',
    ),
);

/** Words of caution near such a command: what it removes, what to do first, when not to run it. */
const nearby = once(
  () => new RegExp(`${whole(written(({ wording }) => wording.care))}|--dry-run|\\bread -r?p\\b`, 'iu'),
);

/** Words that ask to check, if they come before the command. */
const first = once(() => new RegExp(whole(written(({ wording }) => wording.look)), 'iu'));

/** Returns whether a text has a warning that counts for all text after it. */
export function warnsStrongly(text: string): boolean {
  return strong().test(text);
}

/** Returns whether a text next to a destructive command is a warning. */
export function warnsNearby(text: string): boolean {
  return strong().test(text) || nearby().test(text);
}

/** Returns whether a text right before a destructive command asks to check first. */
export function asksToLook(text: string): boolean {
  return first().test(text);
}
