import assert from 'node:assert/strict';
import {
  readActionItems,
  type ActionItem,
  type CatalogDocument,
  type TextEdit,
} from '../../../../../../src/core/index.ts';
import { applyEdits } from '../../../../../../src/core/text/edit.ts';
import { documentOf } from '../../../../support/context.ts';

/** Makes edits for an item of a document. */
export type Make = (document: CatalogDocument, item: ActionItem) => readonly TextEdit[] | undefined;

/** The action items of a record with these lines, after one of them was changed; 'impossible' where it could not be. */
export function changed(lines: readonly string[], text: string, make: Make): string[] | 'impossible' {
  const document = documentOf('postmortem', ['## Action items', ...lines].join('\n'));
  const item = readActionItems(document).find((one) => one.text.startsWith(text));
  assert.ok(item, `There is no item ${text}`);
  const edits = make(document, item);
  return edits === undefined ? 'impossible' : applyEdits(document.text, edits).split('\n').slice(1);
}

/** The line that a change makes of another, or puts in; undefined where it cannot be made. Fails when it changes more, or nothing. */
export function changedLine(lines: readonly string[], text: string, make: Make): string | undefined {
  const after = changed(lines, text, make);
  if (after === 'impossible') {
    return undefined;
  }
  const at = after.findIndex((line, index) => line !== lines[index]);
  assert.notEqual(at, -1, 'nothing was changed');
  const inserted = after.length - lines.length;
  assert.ok(inserted === 0 || inserted === 1);
  assert.deepEqual(after.toSpliced(at, 1), lines.toSpliced(at, 1 - inserted));
  return after[at];
}
