import assert from 'node:assert/strict';
import { classify } from '../../../../../src/core/document/kind/classify.ts';
import type { Kind } from '../../../../../src/core/vocabulary/kind.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';

/** A document of one shape: what the shape is, where it stands, and its text. */
export type Shape = readonly [shape: string, path: string, text: string];

/** One test for each shape: it is of this kind, or possibly so, with line feeds and with carriage returns. */
export function itIsFor(kind: Kind, shapes: readonly Shape[]): void {
  for (const [shape, path, text] of shapes) {
    it(shape, () => {
      for (const written of [text, text.replaceAll('\n', '\r\n')]) {
        const result = classify(path, parseDocument(written, path));
        assert.equal(result.possible ?? result.kind, kind, `${path}: ${result.why}`);
        assert.match(result.why, /^[^;]+(?:; [^;]+){0,2}$/);
      }
    });
  }
}
