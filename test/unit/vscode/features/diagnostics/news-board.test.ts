import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../../../src/core/index.ts';
import { NewsBoard } from '../../../../../src/vscode/features/diagnostics/news-board.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const overdue: Finding = {
  rule: 'review-overdue',
  severity: 'information',
  range,
  message: 'Late.',
  group: 'late docs/',
};
const post = (board: NewsBoard, name: string, ...findings: Finding[]): string[] =>
  [...board.post({ uri: name, root: 'r', file: `docs/${name}`, findings })].toSorted();
/** How a document shows its findings: told, quiet, or alone. */
const ways = (board: NewsBoard, name: string): string[] =>
  board
    .shown(name)
    .map(({ quiet, related, message }) =>
      quiet ? 'quiet' : related.length > 0 ? `${related.length}: ${message}` : 'alone',
    );

describe('NewsBoard', () => {
  it('lets the first of three documents tell it for all', () => {
    const board = new NewsBoard();
    assert.deepEqual(post(board, 'b', { ...overdue }), ['b']);
    assert.deepEqual(post(board, 'c', { ...overdue }), ['b', 'c']);
    assert.deepEqual([ways(board, 'b'), ways(board, 'c')], [['alone'], ['alone']]);
    assert.deepEqual(post(board, 'a', { ...overdue }), ['a', 'b', 'c']);
    assert.deepEqual(
      [ways(board, 'a'), ways(board, 'b'), ways(board, 'c')],
      [['2: Late; the same in 2 other documents in docs/'], ['quiet'], ['quiet']],
    );
    assert.deepEqual(post(board, 'a'), ['a', 'b', 'c']);
    assert.deepEqual([ways(board, 'a'), ways(board, 'b')], [[], ['alone']]);
  });

  it('tells places in one document once, apart by severity and root', () => {
    const board = new NewsBoard();
    post(board, 'a', { ...overdue }, { ...overdue }, { ...overdue }, { ...overdue, severity: 'hint' });
    assert.deepEqual(ways(board, 'a'), [
      '2: Late; the same in 2 other places in this document',
      'quiet',
      'quiet',
      'alone',
    ]);
    board.post({ uri: 'z', root: 'other', file: 'docs/z', findings: [{ ...overdue }] });
    assert.deepEqual(ways(board, 'z'), ['alone']);
  });

  it('shows what it would show of the same documents anew, in those that it names', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const board = new NewsBoard();
        const shown = new Map<string, string>();
        const current = new Map<string, Finding[]>();
        for (const [name, count] of steps) {
          current.set(
            name,
            Array.from({ length: count }, () => ({ ...overdue })),
          );
          for (const uri of post(board, name, ...(current.get(name) ?? []))) {
            shown.set(uri, JSON.stringify(ways(board, uri).map((way) => way.replace(/\d.*/, 'told'))));
          }
        }
        const anew = new NewsBoard();
        current.forEach((findings, name) => void post(anew, name, ...findings));
        for (const name of current.keys()) {
          assert.equal(shown.get(name), JSON.stringify(ways(anew, name).map((way) => way.replace(/\d.*/, 'told'))));
        }
      }),
    );
  });
});
