import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { once } from '../../util/memo.ts';
import { plain, whole, withoutAccents, written } from '../../vocabulary/words.ts';
import type { ActionItem } from './item.ts';
import { readActionItems } from './read.ts';
import { wordsFor } from './words.ts';

/**
 * Returns the action items of a document that are work for certain: those whose form shows it (a box, an owner, a due date, a ticket, a
 * column for one of these), and the others in sections whose name says that they hold such. "Prevention" and "Safeguards" hold measures
 * that are in force as well, so there a bare sentence is not taken for work; nor is one anywhere that only states what is or was.
 */
export const workOf: (document: CatalogDocument) => readonly ActionItem[] = perDocument((document) => {
  const named = namesOf(document);
  return readActionItems(document).filter((item) => item.done || hasForm(item) || (named(item) && !isStatement(item)));
});

function hasForm(item: ActionItem): boolean {
  const { box, owner, due, ownerCell, statusCell, dueCell, trackingCell, tracking } = item;
  return (
    [box, owner, due, ownerCell, statusCell, dueCell, trackingCell].some((part) => part !== undefined) ||
    // A link may lead to a page about the measure.
    tracking.some(({ kind }) => kind !== 'url')
  );
}

const measures = once(() => new RegExp(wordsFor('measures'), 'iu'));

/** Tells whether the innermost heading around an item that says anything about it names work, and not measures. */
function namesOf({ sections }: CatalogDocument): (item: ActionItem) => boolean {
  return ({ section, group }) => {
    const title = sections[section]?.title ?? '';
    if (handling.test(title) || handling.test(group ?? '')) {
      return false;
    }
    const inner = group !== undefined && names().test(group) && !measures().test(group);
    return inner || !measures().test(title);
  };
}

/** Titles that tell how people handle action items, so that what is under them are the steps of doing so. */
const handling =
  /^[^\p{L}]*(?:how (?:to|we)|(?:handl|manag|track|writ|clos|creat|fil|publish|archiv)(?:e|ing)?|review(?:ing)? (?:the|past|all|old|open))(?!\p{L})/iu;

/** Names of work in a sub-heading of a section about measures. */
const names = once(() => new RegExp(whole(written(({ actions }) => actions.fields.item)), 'iu'));

const asks = once(
  () =>
    new RegExp(
      `^${whole(plain(({ kind }) => kind.verbs))}|(?<!\\p{L})(?:should|must|will|shall|to be|needs?|have to|has to|going to|plan(?:ned)? to|want to|todo|tbd|consider|proposed?)(?!\\p{L})`,
      'iu',
    ),
);
/** The beginning of English sentences that report what was done, or describe a state in their main clause. */
const did =
  /^(?:(?:we|i|they)(?: have|['’]ve)? (?:\w+ly )?)?(?!(?:need|speed|feed|seed|embed|shed|shard|proceed|unneeded|automated|improved|dedicated|distributed|shared|centrali[sz]ed|managed)\b)\w{2,20}ed (?:the|an?|our|all|it|that|this|to|from|in|on|for|with)\b/i;
const holds = /^[^.!?:]{0,120}? (?:is|are|was|were|has|have|had|includes?|carries|now|already) /i;
const conjunction = / (?:when|whenever|if|where|which|that|whether|while|until|so|how|what|who|because|before|after) /i;

function isStatement({ text }: ActionItem): boolean {
  const bare = withoutAccents(text);
  const said = holds.exec(bare)?.[0];
  return (did.test(bare) || (said !== undefined && !conjunction.test(said))) && !asks().test(bare);
}
