import { en } from './en.ts';
import type { Language } from './language.ts';

type Some<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Some<T[K]> };
interface Tree {
  readonly [key: string]: string | Tree | undefined;
}

/**
 * Returns a language with only some words, such as those for the kind of a document. All other lists are empty, and texts that need them
 * are not read in this language.
 */
export function partial(words: Some<Language> & Pick<Language, 'code'>): Language {
  return filled(en as unknown as Tree, words) as unknown as Language;
}

function filled(shape: Tree, words: Tree | undefined): Tree {
  const entries = Object.entries(shape).map(([key, value]) => {
    const own = words?.[key];
    return [key, typeof value === 'object' ? filled(value, own as Tree | undefined) : (own ?? '')] as const;
  });
  return { ...words, ...Object.fromEntries(entries) };
}
