import { en } from './en.ts';
import type { Language } from './language.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

/**
 * A language as the bundles hold it: its words without their keys, line by line in the order of `en.ts`. `npm run build` writes these
 * (scripts/pack-languages.mjs); the sources name every group.
 * @param parts they stand apart, since no language has all of them.
 */
export function unpack(code: string, lines: string, parts: Language['parts']): Language {
  const words = lines.split('\n');
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
