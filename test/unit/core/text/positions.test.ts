import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../../src/core/text/lines.ts';
import { anyText } from '../../support/markdown.ts';

const withBreaks = fc.oneof(anyText, fc.string({ unit: fc.constantFrom('a', '😀', '\r', '\n', '\r\n', '\u2028') }));

describe('positionAt', () => {
  it('is where offsetAt leads back from, but inside a CRLF', () => {
    fc.assert(
      fc.property(withBreaks, (text) => {
        const lines = Lines.of(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const inside = text.slice(offset - 1, offset + 1) === '\r\n';
          assert.equal(lines.offsetAt(lines.positionAt(offset)), inside ? offset - 1 : offset);
        }
      }),
    );
  });

  it('leads back to each position of the text', () => {
    fc.assert(
      fc.property(withBreaks, (text) => {
        const lines = Lines.of(text);
        for (let line = 0; line < lines.count; line += 1) {
          for (let character = 0; character <= lines.text(line).length; character += 1) {
            assert.deepEqual(lines.positionAt(lines.offsetAt({ line, character })), { line, character });
          }
        }
      }),
    );
  });

  it('moves offsets outside the text to its ends', () => {
    fc.assert(
      fc.property(withBreaks, fc.nat(99), (text, far) => {
        const lines = Lines.of(text);
        assert.deepEqual(lines.positionAt(-far), { line: 0, character: 0 });
        assert.deepEqual(lines.positionAt(text.length + far), lines.end);
      }),
    );
  });
});
