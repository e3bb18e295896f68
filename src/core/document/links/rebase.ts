import type { CatalogDocument } from '../document.ts';
import { rebased } from './destination.ts';
import { labelOf } from './links.ts';

/** Code; the destination of a link or picture; a reference, with its text or alone. */
const patterns =
  /(?<code>(?<!`)(?<ticks>`+)(?!`)[^]*?(?<!`)\k<ticks>(?!`))|(?<before>\]\(\s*)(?<destination><[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)(?=[\s)])|(?<text>(?<!\])\[(?:[^\][\\`]|\\.|`[^`]*`)+\])(?:\[(?<label>[^\][]*)\])?(?![[(:])/g;

/**
 * Returns Markdown of one document for another of the same root: its links lead to the same targets. Link definitions do not come along,
 * so references get their destination in place. The number of lines stays.
 */
export function rebaseLinks(markdown: string, from: CatalogDocument, to: Pick<CatalogDocument, 'path'>): string {
  const { definitions } = from;
  return markdown.replace(patterns, (...match) => {
    const [whole] = match;
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const { code, before, destination, text, label } = groups;
    if (code !== undefined) {
      return whole;
    }
    if (destination !== undefined) {
      const bare = destination.replace(/^<(.*)>$/, '$1');
      const moved = rebased(bare, from, to);
      return moved === bare ? whole : `${before ?? ''}${moved}`;
    }
    const name = label === undefined || label === '' ? (text ?? '').slice(1, -1) : label;
    const defined = definitions.get(labelOf(name));
    return defined === undefined ? whole : `${text ?? ''}(${rebased(defined, from, to)})`;
  });
}
