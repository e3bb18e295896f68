import { remembering } from '../util/memo.ts';
import type { Kind } from './kind.ts';
import { normaliseName, readings } from './normalise.ts';
import { postmortemNames } from './postmortem-names.ts';
import { runbookNames } from './runbook-names.ts';

/**
 * What teams call the sections of their documents: canonical id → names seen, in English, Portuguese, Spanish, French,
 * German and Japanese. A name may stand for one id only within a kind; a test holds that.
 */
export type Vocabulary = Readonly<Record<string, readonly string[]>>;

const byKind = {
  runbook: index(runbookNames),
  postmortem: index(postmortemNames),
};

/**
 * The canonical ids that a title stands for in a document of this kind, the closest reading's first: "Resolution and
 * recovery" is `resolution`, "Impact & detection" is `impact` and `detection`. Empty for titles of a team's own.
 */
export function canonicalIds(kind: Kind, title: string): readonly string[] {
  return idsByKind[kind](title);
}

/** So many titles are remembered. */
const mostTitles = 20_000;

const idsByKind: Readonly<Record<Kind, (title: string) => readonly string[]>> = {
  runbook: remembering(mostTitles, (title) => lookUp(byKind.runbook, title)),
  postmortem: remembering(mostTitles, (title) => lookUp(byKind.postmortem, title)),
  other: () => [],
};

function lookUp(names: ReadonlyMap<string, string>, title: string): string[] {
  const all = readings(title);
  const exact = all.slice(0, 1).map((name) => names.get(name));
  const found = exact[0] === undefined ? all.map((name) => names.get(name)) : exact;
  return [...new Set(found.filter((id) => id !== undefined))];
}

/** Whether a title is a section name known for either kind. */
export function isKnownName(title: string): boolean {
  return canonicalIds('runbook', title).length > 0 || canonicalIds('postmortem', title).length > 0;
}

/** Every (id, name) pair of a kind, for tests of the table itself. */
export function vocabularyOf(kind: 'runbook' | 'postmortem'): ReadonlyArray<readonly [id: string, name: string]> {
  const vocabulary = kind === 'runbook' ? runbookNames : postmortemNames;
  return Object.entries(vocabulary).flatMap(([id, names]) => names.map((name) => [id, name] as const));
}

function index(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const pairs = Object.entries(vocabulary).flatMap(([id, names]) =>
    names.map((name) => [normaliseName(name), id] as const),
  );
  return new Map(pairs);
}
