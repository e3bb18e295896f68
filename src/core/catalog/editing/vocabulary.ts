import type { CatalogDocument } from '../../document/document.ts';
import type { Author } from '../../ports.ts';
import type { RuleContext } from '../../check/rules/rule.ts';
import { knownServices, knownSeverities, knownStatuses } from '../../team/templates/suggest.ts';

/** What may be written into a document, beside what its own expectation says. */
export interface Words {
  readonly services: readonly string[];
  readonly severities: readonly string[];
  readonly statuses: readonly string[];
  /** From git's history, the most active first. */
  readonly people: readonly Author[];
  /** Those that documents and owners files name. */
  readonly owners: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** The words for one document, from the team's configuration, the documents around, and people. */
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

/** A key of front matter that such documents have: what it means, and what may stand there. */
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
  { key: 'title', help: 'What the document is called in lists and search.', values: none },
  { key: 'date', help: 'When the incident happened, YYYY-MM-DD.', values: today },
  { key: 'severity', help: 'How bad it was, in the team’s own scale.', values: ({ severities }) => severities },
  { key: 'status', help: 'Where the review stands.', values: ({ statuses }) => statuses },
  { key: 'service', help: 'The service that the document is about.', values: services },
  { key: 'services', help: 'The services that the document is about.', values: services },
  { key: 'owner', help: 'Who keeps the document true: a person or a team.', values: people },
  { key: 'owners', help: 'Who keeps the document true: people or teams.', values: people },
  { key: 'owner_slack', help: 'The channel in which the owning team can be asked.', values: ({ owners }) => owners },
  { key: 'author', help: 'Who wrote the document.', values: people },
  { key: 'authors', help: 'Who wrote the document.', values: people },
  { key: 'commander', help: 'Who was the incident commander.', values: people },
  { key: 'start_time', help: 'When the incident started, ISO 8601 with its zone.', values: today },
  { key: 'detected_time', help: 'When it was noticed, ISO 8601 with its zone.', values: today },
  { key: 'end_time', help: 'When the impact ended, ISO 8601 with its zone.', values: today },
  { key: 'last_reviewed_on', help: 'When somebody last checked that the document is true, YYYY-MM-DD.', values: today },
  {
    key: 'review_in',
    help: 'How long after a review the next one is due.',
    values: () => ['3 months', '6 months', '12 months'],
  },
];

/** What is known about a key, in any case; undefined for a team's own. */
export function knownKey(name: string): KnownKey | undefined {
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return knownKeys.find(({ key }) => key === bare);
}
