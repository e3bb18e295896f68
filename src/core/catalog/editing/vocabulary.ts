import type { CatalogDocument } from '../../document/document.ts';
import type { Author } from '../../ports.ts';
import type { RuleContext } from '../../check/rules/rule.ts';
import { knownServices, knownSeverities, knownStatuses } from '../../team/templates/suggest.ts';

/** Words for completions, in addition to the expected sections. */
export interface Words {
  readonly services: readonly string[];
  readonly severities: readonly string[];
  readonly statuses: readonly string[];
  /** From git's history, most active first. */
  readonly people: readonly Author[];
  /** Those that documents and owners files name. */
  readonly owners: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Returns the words for one document: from the configuration, from its neighbours, and people. */
export function wordsFor(
  context: RuleContext,
  documents: readonly CatalogDocument[],
  people: readonly Author[],
): Words {
  const { words, today, neighbourhood, document } = context;
  const stated = neighbourhood.documents.flatMap(({ metadata }) => metadata.owners ?? []);
  return {
    services: knownServices(documents, words),
    severities: knownSeverities(documents, words),
    statuses: knownStatuses(documents, words),
    people,
    owners: [...new Set([...context.ownersOf(document), ...stated])],
    today,
  };
}

/** A common key of front matter: its meaning and its possible values. */
export interface KnownKey {
  readonly key: string;
  readonly help: string;
  readonly values: (words: Words) => readonly string[];
}

const none = (): readonly string[] => [];
const people = ({ people: all, owners }: Words): readonly string[] => [
  ...new Set([...owners, ...all.map(({ name }) => name)]),
];
const services = ({ services: all }: Words): readonly string[] => all;
const today = ({ today: day }: Words): readonly string[] => [day];

/** The keys that runbooks and postmortems commonly have. */
export const knownKeys: readonly KnownKey[] = [
  { key: 'title', help: 'Name of the document in lists and search.', values: none },
  { key: 'date', help: 'Date of the incident, YYYY-MM-DD.', values: today },
  { key: 'severity', help: 'Severity of the incident, on the team’s scale.', values: ({ severities }) => severities },
  { key: 'status', help: 'Status of the review.', values: ({ statuses }) => statuses },
  { key: 'service', help: 'Service that the document is about.', values: services },
  { key: 'services', help: 'Services that the document is about.', values: services },
  { key: 'owner', help: 'Owner who keeps the document up to date: a person or a team.', values: people },
  { key: 'owners', help: 'Owners who keep the document up to date: people or teams.', values: people },
  { key: 'owner_slack', help: 'Channel of the owning team, for questions.', values: ({ owners }) => owners },
  { key: 'author', help: 'Author of the document.', values: people },
  { key: 'authors', help: 'Authors of the document.', values: people },
  { key: 'commander', help: 'Incident commander.', values: people },
  { key: 'start_time', help: 'Start of the incident, ISO 8601 with time zone.', values: today },
  { key: 'detected_time', help: 'Detection of the incident, ISO 8601 with time zone.', values: today },
  { key: 'end_time', help: 'End of the impact, ISO 8601 with time zone.', values: today },
  { key: 'last_reviewed_on', help: 'Date of the last review, YYYY-MM-DD.', values: today },
  {
    key: 'review_in',
    help: 'Time between two reviews.',
    values: () => ['3 months', '6 months', '12 months'],
  },
];

/** Returns a common key, in any case; undefined if it is not one. */
export function knownKey(name: string): KnownKey | undefined {
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return knownKeys.find(({ key }) => key === bare);
}
