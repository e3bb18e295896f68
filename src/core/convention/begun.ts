import type { CatalogDocument } from '../document/document.ts';

/** Characters of text in a page that is hardly begun. */
const mostBegun = 80;

/** Returns whether a document has hardly any text yet, so that its form shows nothing. */
export function isHardlyBegun({ signals }: CatalogDocument): boolean {
  return signals.proseLength <= mostBegun;
}
