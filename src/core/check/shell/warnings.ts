import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';

/** Signs and words that warn wherever they stand: of loss, of danger, of what cannot be undone. */
const strong = once(
  () =>
    new RegExp(
      `⚠|🚨|❗|❌|🛑|‼|☠|💥|⛔|:(?:warning|rotating_light|exclamation|bangbang|no_entry|boom|skull|stop_sign|octagonal_sign|fire):|\\[!(?:warning|caution|important)\\]|!!!\\s*(?:warning|danger|caution|important|attention)|:::\\s*\\{?(?:warning|danger|caution|important)|${whole(written(({ wording }) => wording.danger))}`,
      'iu',
    ),
);

/** What a careful author says near such a command: what it takes away, what to do first, when not to run it. */
const nearby = once(
  () => new RegExp(`${whole(written(({ wording }) => wording.care))}|--dry-run|\\bread -r?p\\b`, 'iu'),
);

/** What makes a reader look twice when it comes before the command, and not after it. */
const first = once(() => new RegExp(whole(written(({ wording }) => wording.look)), 'iu'));

/** Returns whether a text warns so plainly that it holds for all that follows. */
export function warnsStrongly(text: string): boolean {
  return strong().test(text);
}

/** Returns whether a text next to a destructive command answers for it. */
export function warnsNearby(text: string): boolean {
  return strong().test(text) || nearby().test(text);
}

/** Returns whether a text right before a destructive command asks to look first. */
export function asksToLook(text: string): boolean {
  return first().test(text);
}
