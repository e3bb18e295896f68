import type { CatalogDocument } from '../../document/document.ts';
import type { Range } from '../../text/position.ts';

/** Returns whether the author says in a cell that there is nothing to say: a dash, or "n/a". An empty cell does not say so. */
export function leftOut({ lines }: CatalogDocument, cell: Range | undefined): boolean {
  const text = cell === undefined ? '' : lines.text(cell.start.line).slice(cell.start.character, cell.end.character);
  return /^[\s*_`\\]*(?:[-–—−]{1,3}|n\.?\/?a\.?)[\s*_`]*$/i.test(text);
}
