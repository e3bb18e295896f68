import { trimmedEnd } from '../../text/ends.ts';
import { differenceInCalendarMonths, parseISO } from 'date-fns';
import { compareDocuments } from '../../document/reading-order.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { plainText } from '../../text/plain-text.ts';
import { once } from '../../util/memo.ts';
import { wordsIn } from '../../vocabulary/words.ts';
import type { ActionItem } from './item.ts';
import { isNoValue } from './patterns.ts';
import { readActionItems } from './read.ts';
import { actionStateOf, actionStates, type ActionState } from './state.ts';

/** An action item with its postmortem and its current state. */
export interface FollowUp {
  readonly document: CatalogDocument;
  readonly item: ActionItem;
  readonly state: ActionState;
}

/**
 * Returns the action items of some documents, in order.
 * @param today YYYY-MM-DD.
 */
export function followUpsOf(documents: readonly CatalogDocument[], today: string): FollowUp[] {
  return documents.flatMap((document) =>
    readActionItems(document).map((item) => ({ document, item, state: actionStateOf(item, today) })),
  );
}

/** Groupings for action items; the first is the default. */
export const actionGroupings = ['postmortem', 'owner', 'service', 'age'] as const;
export type ActionGrouping = (typeof actionGroupings)[number];

/** The age of an incident, latest first; empty if its date is not known. */
const actionAges = ['this-month', 'last-three-months', 'last-half-year', 'last-year', 'older', ''] as const;
export type ActionAge = (typeof actionAges)[number];

/** Returns how old an item is, by the date of its postmortem. @param today YYYY-MM-DD. */
export function actionAgeOf({ metadata: { date } }: CatalogDocument, today: string): ActionAge {
  const months = date === undefined ? Number.NaN : differenceInCalendarMonths(parseISO(today), parseISO(date));
  if (Number.isNaN(months)) {
    return '';
  }
  return months <= 0
    ? 'this-month'
    : months <= 3
      ? 'last-three-months'
      : months <= 6
        ? 'last-half-year'
        : months <= 12
          ? 'last-year'
          : 'older';
}

const betweenOwners = once(
  () => new RegExp(`<br ?\\/?>|[,;&+]|\\s\\/\\s|\\s(?:${wordsIn(({ grammar }) => grammar.and).join('|')})\\s`, 'i'),
);

/** Returns the people and teams that an item names as its owners, without markup; none if it names nobody. */
export function actionOwnersOf({ owner }: ActionItem): string[] {
  const names = (owner?.text ?? '')
    .split(betweenOwners())
    .map((name) => plainText(name).replace(/^[*_]+/, ''))
    .map((name) => trimmedEnd(name, /[*_]/));
  return names.filter((name) => name !== '' && !isNoValue(name));
}

/** A group of action items. One with two owners is in both groups. */
export interface FollowUpGroup {
  /** Identifies the group: an owner or service in lower case, an `ActionAge`, a document's URI; empty for what is not stated. */
  readonly key: string;
  /** As documents write it: an owner, a service, a postmortem's title; the key for ages. */
  readonly label: string;
  readonly items: readonly FollowUp[];
}

/**
 * Action items in groups, each in a reading order: postmortems newest first with their items as they stand, ages the latest first, owners
 * and services by name; the group of those that do not state it last. In all but postmortems, what is overdue stands first.
 */
export function groupFollowUps(
  followUps: readonly FollowUp[],
  grouping: ActionGrouping,
  today: string,
): FollowUpGroup[] {
  const groups = new Map<string, { key: string; label: string; items: FollowUp[] }>();
  for (const followUp of followUps) {
    for (const [key, label] of new Map(labelsOf(followUp, grouping, today))) {
      const group = groups.get(key) ?? { key, label, items: [] };
      group.items.push(followUp);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map((group) => ({ ...group, items: grouping === 'postmortem' ? group.items : group.items.toSorted(byUrgency) }))
    .toSorted((a, b) => compareGroups(a, b, grouping));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function labelsOf(
  { document, item }: FollowUp,
  grouping: ActionGrouping,
  today: string,
): ReadonlyArray<readonly [key: string, label: string]> {
  switch (grouping) {
    case 'postmortem':
      return [[document.uri, document.title]];
    case 'age': {
      const age = actionAgeOf(document, today);
      return [[age, age]];
    }
    case 'owner':
      return named(actionOwnersOf(item), (name) => name.replace(/^@/, ''));
    case 'service':
      return named(document.metadata.services ?? [], (name) => name);
  }
}

/** Names that are written alike but for case are one. */
function named(
  names: readonly string[],
  essence: (name: string) => string,
): ReadonlyArray<readonly [key: string, label: string]> {
  return names.length === 0 ? [['', '']] : names.map((name) => [essence(name).toLocaleLowerCase(), name]);
}

function byUrgency(a: FollowUp, b: FollowUp): number {
  return (
    actionStates.indexOf(a.state) - actionStates.indexOf(b.state) ||
    (a.item.due?.date ?? '9999').localeCompare(b.item.due?.date ?? '9999') ||
    compareDocuments(a.document, b.document) ||
    a.item.range.start.line - b.item.range.start.line
  );
}

function compareGroups(a: FollowUpGroup, b: FollowUpGroup, grouping: ActionGrouping): number {
  const [first, second] = [a.items[0], b.items[0]];
  if (grouping === 'postmortem' && first !== undefined && second !== undefined) {
    return compareDocuments(first.document, second.document);
  }
  if (grouping === 'age') {
    const rank = ({ key }: FollowUpGroup): number => actionAges.findIndex((age) => age === key);
    return rank(a) - rank(b);
  }
  return Number(a.key === '') - Number(b.key === '') || collator.compare(a.label, b.label);
}
