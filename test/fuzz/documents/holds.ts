import assert from 'node:assert/strict';
import { readActionItems } from '../../../src/core/record/actions/read.ts';
import type { CatalogDocument } from '../../../src/core/document/document.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { documentKinds, type DocumentKind } from '../../../src/core/vocabulary/kind.ts';
import { checkWithFixes } from '../../../src/core/check/rules/check.ts';
import { mend } from '../../../src/core/check/mend.ts';
import { readTimelines } from '../../../src/core/record/timeline/read.ts';
import { assertInside, assertWellPlaced } from '../../unit/support/assertions.ts';
import { contextOf, documentOf } from '../../unit/support/context.ts';
import { neighbours } from '../time/work.ts';

/** As often as `--fix` goes over a document. */
const mostPasses = 4;

/**
 * Fails unless a text can be read, checked and mended as either kind: nothing throws, all places lie inside the text, and after
 * it was mended as `--fix` does, mending it again changes nothing.
 */
export function assertHolds(text: string): void {
  for (const kind of documentKinds) {
    const document = documentOf(kind, text);
    assertPlaces(document);
    // Among others, and alone: by turns, as both take their time.
    const others = text.length % 2 === 0 ? [] : neighbours[kind];
    const mended = mendedAsByFix(kind, text, others);
    const again = mend(checkWithFixes(contextOf(documentOf(kind, mended), others)));
    assert.equal(again ?? mended, mended, `the second fix of the ${kind} changes something`);
  }
}

function mendedAsByFix(kind: DocumentKind, text: string, others: readonly CatalogDocument[]): string {
  let now = text;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const mended = mend(checkWithFixes(contextOf(documentOf(kind, now), others)));
    if (mended === undefined) {
      break;
    }
    now = mended;
  }
  return now;
}

function assertPlaces(document: CatalogDocument): void {
  const lines = Lines.of(document.text);
  const checked = checkWithFixes(contextOf(document));
  assertWellPlaced(document.text, document);
  for (const { range, rule } of checked.findings) {
    assertInside(lines, range, rule);
  }
  for (const { rule, fix } of checked.fixAll()) {
    fix.edits.forEach(({ range }) => assertInside(lines, range, `an edit of ${rule}`));
    applyEdits(document.text, fix.edits);
  }
  for (const { entries, unread, titleRange } of readTimelines(document)) {
    assertInside(lines, titleRange, 'a timeline’s title');
    [...entries, ...unread].forEach(({ range }) => assertInside(lines, range, 'an entry'));
    entries.forEach(({ time }) => assertInside(lines, time.range, 'a time'));
  }
  for (const { range, textRange } of readActionItems(document)) {
    assertInside(lines, range, 'an action item');
    assertInside(lines, textRange, 'an action item’s text');
  }
}
