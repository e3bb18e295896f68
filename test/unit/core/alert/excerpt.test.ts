import assert from 'node:assert/strict';
import { excerptOf } from '../../../../src/core/alert/excerpt.ts';
import { parseDocument } from '../../../../src/core/document/parse.ts';

const page = `# Disk full

## Meaning

## Steps

The disk is **almost** full.

1. Look at it:

   \`\`\`sh
   df -h
   \`\`\`

- Or [ask](x.md)

## Later

Not in it.
`;

function shown(heading?: number): string[] {
  return excerptOf(parseDocument(page, 'a.md'), heading).map(({ type, text }) => `${type}: ${text}`);
}

describe('excerptOf', () => {
  it('gives the first section with content, without markup', () => {
    assert.deepEqual(shown(), ['text: The disk is almost full.', 'step: Look at it:', 'code: df -h', 'item: Or ask']);
  });

  it('starts at a heading', () => {
    assert.deepEqual(shown(page.split('\n').indexOf('## Later')), ['text: Not in it.']);
  });

  it('is bounded', () => {
    const long = `# A\n\n${`${'word '.repeat(500)}\n\n`.repeat(50)}`;
    const parts = excerptOf(parseDocument(long, 'a.md'));
    assert.ok(parts.length <= 6 && parts.every(({ text }) => text.length <= 400));
  });
});
