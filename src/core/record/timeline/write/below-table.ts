import type { CatalogDocument } from '../../../document/document.ts';
import type { Block } from '../../../document/model.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import { behindLine } from './insert-lines.ts';
import { fenced, type NewEntry } from './new-entry.ts';
import { styleOf, timeText } from './time-style.ts';

/** Returns the entry for a row: its text says if there is more below the table. */
export function noted(entry: NewEntry): NewEntry {
  return entry.attachment === undefined ? entry : { ...entry, text: `${entry.text} – output below` };
}

/** Returns the edits that add an entry's code block, which no cell can hold: at the end of the text that the table is in. None without one. */
export function attachmentBelow(document: CatalogDocument, lines: Lines, table: Block, entry: NewEntry): TextEdit[] {
  if (entry.attachment === undefined) {
    return [];
  }
  const at = document.blocks.indexOf(table);
  const next = document.blocks.findIndex(({ type }, index) => index > at && type === 'heading');
  const last = document.blocks[(next === -1 ? document.blocks.length : next) - 1] ?? table;
  const when = timeText(entry.at, styleOf(undefined, 'UTC', true), true);
  const title = `From ${entry.attachment.from}, ${when}:`;
  return [behindLine(lines, last.lastLine, ['', title, '', ...fenced(entry.attachment, '')])];
}
