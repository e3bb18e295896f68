import type { ActionWords, FieldRole } from '../../vocabulary/language.ts';
import { anywhere, whole, written } from '../../vocabulary/words.ts';

/** Returns the words of all languages for something, as a part of a pattern with the flag `u`: whole words, with accents or without. */
export function wordsFor(name: Exclude<keyof ActionWords, 'fields'>): string {
  return whole(written(({ actions }) => actions[name]));
}

/** Returns the names of a field or column in all languages, as `wordsFor`. */
export function namesFor(role: FieldRole): string {
  return anywhere(written(({ actions }) => actions.fields[role].replaceAll('?', '\\?')));
}
