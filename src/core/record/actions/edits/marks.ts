import type { Lines } from '../../../text/lines.ts';
import type { ActionItem } from '../item.ts';
import { fieldLinesOf } from './field-lines.ts';

/** Boxes that are no markdown. */
export const glyph = /^(?:☐|⬜|🔲)/u;

/** A word in the cell of a ticket that says that its item is done. */
export const ticketDone = /(?<before>\s{0,20}(?:\*\*|__)?)\b(?<word>done|closed|fixed)\b(?<after>(?:\*\*|__)?)/i;
/** A word in the cell of a ticket that says that its item is not done. */
export const ticketOpen = /\b(?:todo|to do|open|in progress|wip)\b/i;

/** Returns the statuses that lines below some items name. */
export function statusesOf(lines: Lines, items: readonly ActionItem[]): string[] {
  return items.flatMap((item) =>
    fieldLinesOf(lines, item)
      .filter(({ role }) => role === 'status')
      .map(({ value }) => value.text),
  );
}
