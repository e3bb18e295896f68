import type { CatalogDocument } from '../../document/document.ts';
import type { ExpectedSection } from '../../team/templates/template.ts';
import type { Position } from '../../text/position.ts';
import { logEntry } from '../../record/timeline/write/log-entry.ts';
import { UserError } from '../../util/user-error.ts';

/**
 * Returns where the next entry of the timeline of a record goes: on the line after the last one, if that line is blank,
 * else at the end of the last one. Undefined if no entry can be added.
 * @param expected sections of the record, as for `logEntry`.
 */
export function nextEntryPlace(
  document: CatalogDocument,
  expected: readonly ExpectedSection[],
  at: Date,
): Position | undefined {
  try {
    const [edit] = logEntry(document, { at, author: undefined, text: 'next' }, expected);
    if (edit === undefined) {
      return undefined;
    }
    const { line } = edit.range.start;
    const isBlank = line + 1 < document.lines.count && document.lines.text(line + 1).trim() === '';
    return /^[\r\n]/.test(edit.newText) && isBlank ? { line: line + 1, character: 0 } : edit.range.start;
  } catch (error) {
    if (error instanceof UserError) {
      return undefined;
    }
    throw error;
  }
}
