import { readDocument, type CatalogDocument } from '../../../document/document.ts';
import { firstDefined } from '../../../util/first-defined.ts';
import { applyEdits, type TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import type { Range } from '../../../text/position.ts';
import type { ActionItem } from '../item.ts';
import { readActionItems } from '../read.ts';
import { boxWith } from '../box.ts';
import { unstruck } from '../struck.ts';
import { inCaseOf, openStatusFor } from './done-words.ts';
import { glyph, statusesOf, ticketDone, ticketOpen } from './marks.ts';
import { changesOnly } from './proof.ts';
import { at, cut, nearest, sameRange, type Rewrite } from './rewrite.ts';
import { rewriteLine, withCell } from './write.ts';

/** A box and a word, or a line and a word, may both say that an item is done. */
const mostMarks = 4;

/**
 * Returns an edit of one line that marks an item as open again. Empty if it is open. Undefined if no edit leaves everything else
 * unchanged.
 * @param item one of `readActionItems(document)`.
 */
export function untickActionItem(document: CatalogDocument, item: ActionItem): readonly TextEdit[] | undefined {
  const { lines } = document;
  const index = readActionItems(document).indexOf(item);
  const rewritten = new Map<number, string>();
  let now = document;
  let current: ActionItem | undefined = item;
  for (let marks = 0; current?.done === true && marks < mostMarks; marks += 1) {
    const rewrite = unticked(now, now.lines, current);
    if (rewrite === undefined) {
      return undefined;
    }
    rewritten.set(rewrite.line, rewrite.text);
    const edits = rewriteLine(now.lines, rewrite.line, rewrite.text);
    now = readDocument(document, applyEdits(now.text, edits), document);
    current = readActionItems(now)[index];
  }
  const edits = [...rewritten].flatMap(([line, text]) => rewriteLine(lines, line, text));
  const isOpen = ({ done }: ActionItem): boolean => !done;
  return edits.length <= 1 && changesOnly(document, item, edits, 'state', isOpen) ? edits : undefined;
}

/** Returns the edit that takes back one mark that says that an item is done; undefined if nothing can be taken back. */
function unticked(document: CatalogDocument, lines: Lines, item: ActionItem): Rewrite | undefined {
  const { doneBy, doneRange, statusCell, trackingCell } = item;
  if (doneRange === undefined) {
    return undefined;
  }
  const others = nearest(document, item);
  const text = cut(lines, doneRange);
  switch (doneBy) {
    case 'box':
      return at(lines, doneRange, boxWith(text, false));
    case 'status': {
      if (sameRange(doneRange, statusCell)) {
        const cells = others.flatMap((other) => (other.statusCell === undefined ? [] : [cut(lines, other.statusCell)]));
        return { line: doneRange.start.line, text: withCell(lines, doneRange, openStatusFor(text, cells)) };
      }
      if (item.shape === 'row' && !sameRange(doneRange, trackingCell)) {
        // Other text of a remark would be lost with it.
        return /^\P{L}*$/u.test(text.replace(/\p{L}+/u, ''))
          ? { line: doneRange.start.line, text: withCell(lines, doneRange, '') }
          : undefined;
      }
      return sameRange(doneRange, trackingCell)
        ? { line: doneRange.start.line, text: withCell(lines, doneRange, openTicket(lines, text, others)) }
        : at(lines, doneRange, openStatusFor(text, statusesOf(lines, others)));
    }
    case 'strike':
      return at(lines, doneRange, unstruck(text));
    case 'mark': {
      const open = firstDefined(others, ({ textRange }) => glyph.exec(cut(lines, textRange))?.[0]);
      return open === undefined ? withoutRange(lines, doneRange) : at(lines, doneRange, open);
    }
    case 'title':
      return undefined;
    default:
      // A remark below the item is a sentence; what would be left of it says nothing.
      return doneRange.start.line > item.textEnd.line ? undefined : withoutRange(lines, doneRange);
  }
}

/** The cell of a ticket without the word that says that the item is done; with the others' word for what is to do, if they have one. */
function openTicket(lines: Lines, text: string, others: readonly ActionItem[]): string {
  const open = firstDefined(others, ({ trackingCell }) => ticketOpen.exec(cut(lines, trackingCell))?.[0]);
  return text
    .replace(ticketDone, (_, before: string, word: string, after: string) =>
      open === undefined ? '' : `${before}${inCaseOf(word, open)}${after}`,
    )
    .replace(
      /\s{0,20}(?:✅|☑\ufe0f?|✔\ufe0f?|✓|☒|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check|done):)/u,
      '',
    )
    .trim();
}

/** A line without what is at a range of it, and without the white space that parted that from the rest. */
function withoutRange(lines: Lines, range: Range): Rewrite {
  const { line, character } = range.start;
  const text = lines.text(line);
  const [head, tail] = [text.slice(0, character), text.slice(range.end.character)];
  const isFirst = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|\\?\[.?\\?\])[ \t]+)*(?:<[^<>]{1,200}>[ \t]*)?$|\|\s*$/.test(
    head,
  );
  return { line, text: isFirst ? head + tail.trimStart() : head.trimEnd() + tail };
}
