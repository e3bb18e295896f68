import { en } from './en.ts';
import type { Language } from './language.ts';

/** Pieces that the words of many languages share. In the bundles each is one letter that no language has. */
const pieces =
  '(?:~ )?\n (?:\n(?:\n)?|\n incident\nincident\nresponsable\nresponsáve\nantwortlich\npostmortem\nrunbook\nherstel\n対応\nレビュー\n復旧\n手順\nアクション\nインシデント\n de \nción\nção\ntion\nimpact\ncaus\nservi\ndescri\neschreib\nidentifi\nresol\nverific\nung\nen|\ner|\nes|\nent\n|re\nver\nque\nest\n|co\neit\nション\n|pro\nado\n|des\neur\nencia\nação\npara\n\\p{L}'.split(
    '\n',
  );
const firstLetter = 0x180;

/** Returns a text with letters for its pieces; `unpack` gives them back. */
export function shortened(text: string): string {
  return pieces.reduce((short, piece, index) => short.replaceAll(piece, letterOf(index)), text);
}

function written(short: string): string {
  return pieces.reduce((text, piece, index) => text.replaceAll(letterOf(index), piece), short);
}

function letterOf(index: number): string {
  return String.fromCodePoint(firstLetter + index);
}

interface Tree {
  readonly [key: string]: string | Tree;
}

/**
 * Returns a language as the bundles store it: its words without keys, one line each, in the order of `en.ts`, shortened. `npm run
 * build` writes these (scripts/pack-languages.mjs).
 * @param parts separate, because not every language has all of them.
 */
export function unpack(code: string, lines: string, parts: Language['parts']): Language {
  const words = written(lines).split('\n');
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
