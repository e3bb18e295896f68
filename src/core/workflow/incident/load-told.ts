import type * as told from './told.ts';

/** Loads what compares incidents and finds what fixed them. Not every run of the command line does. */
export function loadTold(): Promise<typeof told> {
  return import('./told.ts');
}
