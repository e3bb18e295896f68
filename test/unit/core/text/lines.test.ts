import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../../src/core/text/lines.ts';
import { comparePositions, contains, intersects, type Range } from '../../../../src/core/text/position.ts';

const withBreaks = fc.string({ unit: fc.constantFrom('a', '😀', '\r', '\n', '\r\n', '\u2028', ' ') });

describe('Lines', () => {
  it('breaks at CRLF, CR and LF and at nothing else', () => {
    const lines = Lines.of('a\r\nb\rc\nd\u2028e\u0085f');
    assert.equal(lines.count, 4);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.text(line)),
      ['a', 'b', 'c', 'd\u2028e\u0085f'],
    );
  });

  it('gives an empty text one empty line', () => {
    const lines = Lines.of('');
    assert.equal(lines.count, 1);
    assert.deepEqual(lines.end, { line: 0, character: 0 });
    assert.equal(lines.text(3), '');
  });

  it('finds each line where its offset says', () => {
    fc.assert(
      fc.property(withBreaks, (text) => {
        const lines = Lines.of(text);
        for (let line = 0; line < lines.count; line += 1) {
          assert.ok(text.startsWith(lines.text(line), lines.offsetAt({ line, character: 0 })));
        }
        assert.equal(lines.offsetAt(lines.end), text.length);
      }),
    );
  });

  it('clamps to places that exist', () => {
    const lines = Lines.of('abc\nde');
    assert.deepEqual(lines.clamp(-1, -1), { line: 0, character: 0 });
    assert.deepEqual(lines.clamp(0, 99), { line: 0, character: 3 });
    assert.deepEqual(lines.clamp(99, 0), { line: 1, character: 2 });
  });

  it('trims a line to its text, and a blank line to a place on it', () => {
    const lines = Lines.of('  ab \n   ');
    assert.deepEqual(lines.trimmedRange(0), { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } });
    const { start, end } = lines.trimmedRange(1);
    assert.deepEqual(start, end);
  });

  it('knows the line break that is used most, LF when in doubt', () => {
    assert.equal(Lines.of('a\r\nb\r\nc\nd').eol, '\r\n');
    assert.equal(Lines.of('a\nb\nc\r\nd').eol, '\n');
    assert.equal(Lines.of('a').eol, '\n');
    assert.equal(Lines.of('a\rb\r').eol, '\r');
    assert.equal(Lines.of('a\rb\rc\nd\re').eol, '\r');
    assert.equal(Lines.of('a\rb\nc').eol, '\n');
    assert.equal(Lines.of('a\rb\r\nc').eol, '\r\n');
    assert.equal(Lines.of('a\r\nb\nc\rd\r').eol, '\r');
  });
});

describe('ranges', () => {
  const range = (line: number, from: number, to: number): Range => ({
    start: { line, character: from },
    end: { line, character: to },
  });

  it('are compared by line before character', () => {
    assert.ok(comparePositions({ line: 1, character: 9 }, { line: 2, character: 0 }) < 0);
    assert.ok(comparePositions({ line: 1, character: 9 }, { line: 1, character: 3 }) > 0);
    assert.equal(comparePositions({ line: 1, character: 3 }, { line: 1, character: 3 }), 0);
  });

  it('contain both of their ends', () => {
    assert.ok(contains(range(0, 2, 4), { line: 0, character: 2 }));
    assert.ok(contains(range(0, 2, 4), { line: 0, character: 4 }));
    assert.ok(!contains(range(0, 2, 4), { line: 0, character: 5 }));
  });

  it('intersect when they share a place, touching ends included', () => {
    assert.ok(intersects(range(0, 0, 2), range(0, 2, 4)));
    assert.ok(!intersects(range(0, 0, 2), range(0, 3, 4)));
    assert.ok(!intersects(range(1, 0, 2), range(0, 0, 4)));
  });
});
