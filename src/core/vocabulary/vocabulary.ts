import { once, remembering } from '../util/memo.ts';
import { documentKinds, isDocumentKind, type DocumentKind, type Kind } from './kind.ts';
import { idsByName } from './names.ts';
import { readings } from './normalise.ts';
import type { AskedSection, SectionNames } from './language.ts';
import type { SectionId, SectionOf } from './section-ids.ts';
import { ended, languages, plain, split } from './words.ts';

/**
 * Returns the section ids of a title in a document of this kind, closest reading first: "Resolution and recovery" is `resolution`,
 * "Impact & detection" is `impact` and `detection`. Empty for titles that only this team uses.
 */
export function canonicalIds<K extends Kind>(kind: K, title: string): ReadonlyArray<SectionOf<K>> {
  const ids: readonly SectionId[] = isDocumentKind(kind) ? idsByKind[kind](title) : [];
  return ids as ReadonlyArray<SectionOf<K>>;
}

/** Number of titles in the cache. */
const mostTitles = 20_000;

const idsByKind: { readonly [K in DocumentKind]: (title: string) => ReadonlyArray<SectionOf<K>> } = {
  runbook: lookingUp('runbook'),
  postmortem: lookingUp('postmortem'),
};

function lookingUp<K extends DocumentKind>(kind: K): (title: string) => ReadonlyArray<SectionOf<K>> {
  const ids = idsByName((language): SectionNames[K] => language[kind]);
  return remembering(mostTitles, (title) => {
    const all = readings(title);
    const [whole = ''] = all;
    const exact = ids().get(whole);
    const asked = (kind === 'postmortem' ? askedIn(whole) : []) as Array<SectionOf<K>>;
    const found = exact === undefined ? [...asked, ...all.map((name) => ids().get(name))] : [exact];
    return [...new Set(found.filter((id) => id !== undefined))];
  });
}

const questions = once(() => {
  const asked = Object.keys(languages[0]?.questions ?? {}) as AskedSection[];
  return asked.map((id) => [id, new RegExp(`^${ended(plain((language) => language.questions[id]))}`, 'u')] as const);
});

/** The section of a postmortem that a title asks for: "what was the impact identified"; none for names. */
function askedIn(name: string): AskedSection[] {
  return questions()
    .filter(([, question]) => question.test(name))
    .map(([id]) => id)
    .slice(0, 1);
}

/** Returns whether a title is a known section name of any kind. */
export function isKnownName(title: string): boolean {
  return documentKinds.some((kind) => canonicalIds(kind, title).length > 0);
}

/** Returns every (id, name) pair of a kind, over all languages. */
export function vocabularyOf<K extends DocumentKind>(
  kind: K,
): ReadonlyArray<readonly [id: SectionOf<K>, name: string]> {
  return languages.flatMap((language) => {
    const entries = Object.entries(language[kind]) as Array<[SectionOf<K>, string]>;
    return entries.flatMap(([id, words]) => split(words).map((name) => [id, name] as const));
  });
}
