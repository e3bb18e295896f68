import type { Lines } from '../../../text/lines.ts';
import type { ActionItem } from '../item.ts';
import { itemContent } from '../box.ts';
import { fieldLineOf, type FieldLine } from '../fields.ts';

/** Returns the lines below an item that are fields of it, such as "Owner: Ada", in order; also those without a value. */
export function fieldLinesOf(lines: Lines, { shape, range, textRange }: ActionItem): FieldLine[] {
  const count = shape === 'row' ? 0 : range.end.line - textRange.start.line;
  return Array.from({ length: count }, (_, index) =>
    fieldLineOf(itemContent(lines, textRange.start.line + 1 + index)),
  ).filter((found) => found !== undefined);
}
