import { en } from './en.ts';
import type { Language } from './language.ts';

type Some<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Some<T[K]> };
interface Tree {
  readonly [key: string]: string | Tree | undefined;
}

/**
 * A language of which some words alone are known so far, such as those that tell what a document is: there are none for all the rest, and
 * what needs these is not read in it.
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
