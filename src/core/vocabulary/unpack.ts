import { en } from './en.ts';
import type { Language } from './language.ts';
import { expanded } from './short-forms.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

/**
 * Returns a language as the bundles store it: its words without keys, one line each, in the order of `en.ts`. `npm run build` writes
 * these (scripts/pack-languages.mjs).
 * @param parts separate, because not every language has all of them.
 */
export function unpack(code: string, lines: string, parts: Language['parts']): Language {
  const words = expanded(lines).split('\n');
  let next = 0;
  const filled = (shape: Tree): Tree =>
    Object.fromEntries(
      Object.entries(shape).map(([key, value]) => [
        key,
        typeof value === 'object' ? filled(value) : (words[next++] ?? ''),
      ]),
    );
  const shape = Object.fromEntries(Object.entries(en).filter(([key]) => key !== 'code' && key !== 'parts'));
  return { ...(filled(shape) as unknown as Language), code, parts };
}
