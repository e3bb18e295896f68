import { once } from '../../util/memo.ts';
import type { Said } from './said.ts';
import { namesFor } from './words.ts';

const priority = /(?:^|[\s([*])(P[0-5])(?=[\s)\]:*,]|$)/;
const label = once(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])${namesFor('priority')}(?:\\*\\*)?\\s*::?\\s*(?:\\*\\*\\s*)?(\\p{L}[\\p{L}\\d-]{0,15})`,
      'iu',
    ),
);

/** Returns how urgent a text says that it is. */
export function priorityIn({ span, text }: Said): string | undefined {
  const found = label().exec(text) ?? priority.exec(text);
  const name = found?.[1];
  const at = (found?.index ?? 0) + (found?.[0].lastIndexOf(name ?? '') ?? 0);
  return name === undefined ? undefined : span.text.slice(at, at + name.length);
}
