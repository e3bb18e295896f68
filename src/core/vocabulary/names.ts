import { once } from '../util/memo.ts';
import type { Language, Words } from './language.ts';
import { normaliseName } from './normalise.ts';
import { languages, split, wordsIn } from './words.ts';

/** Returns the names of each id in all languages, as `normaliseName` gives them, English first, without duplicates. */
export function namesById<Id extends string>(
  pick: (language: Language) => Readonly<Record<Id, Words>>,
): () => Readonly<Record<Id, readonly string[]>> {
  return once(() => {
    const [first] = languages;
    const ids = first === undefined ? [] : (Object.keys(pick(first)) as Id[]);
    return Object.fromEntries(ids.map((id) => [id, normalised(wordsIn((language) => pick(language)[id]))])) as Record<
      Id,
      string[]
    >;
  });
}

/** Returns the id of each name in any language. If a name has two, English wins, then the first language. */
export function idsByName<Id extends string>(
  pick: (language: Language) => Readonly<Record<Id, Words>>,
  key: (name: string) => string = normaliseName,
): () => ReadonlyMap<string, Id> {
  return once(() => {
    const found = new Map<string, Id>();
    for (const language of languages) {
      for (const [id, words] of Object.entries(pick(language)) as Array<[Id, Words]>) {
        for (const name of split(words).map(key)) {
          found.set(name, found.get(name) ?? id);
        }
      }
    }
    return found;
  });
}

/** Returns a set of the names in all languages, as `normaliseName` gives them. */
export function nameSet(pick: (language: Language) => Words): () => ReadonlySet<string> {
  return once(() => new Set(wordsIn(pick).map((name) => normaliseName(name))));
}

function normalised(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => normaliseName(name)))];
}
