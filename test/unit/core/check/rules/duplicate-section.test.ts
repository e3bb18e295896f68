import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { duplicateSection } from '../../../../../src/core/check/rules/duplicate-section.ts';
import { assertInside } from '../../../support/assertions.ts';
import { findingsOf } from '../../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

function messages(...lines: readonly string[]): string[] {
  return findingsOf(duplicateSection, contextOf(documentOf('postmortem', lines.join('\n')))).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

describe('duplicate-section', () => {
  it('names the line of the first', () => {
    assert.deepEqual(messages('# A', '## Impact', 'x', '## Causes', 'y', '## Impact', 'z'), [
      'information: Duplicate section: Impact (also on line 2)',
    ]);
  });

  it('is a warning where one of the two is plainly too much', () => {
    assert.deepEqual(messages('# A', '## Impact', 'x', '## Causes', 'y', '## impact:'), [
      'warning: Duplicate section: impact: (this one is empty; the other is on line 2)',
    ]);
    assert.deepEqual(messages('# A', '## Impact', 'TODO', '## Causes', 'y', '## Impact', 'z'), [
      'warning: Duplicate section: Impact (the empty one is on line 2)',
    ]);
    assert.deepEqual(messages('# A', '## Impact', 'x  y', '', '## Causes', 'y', '## Impact', 'x', 'y'), [
      'warning: Duplicate section: Impact (same text as on line 2)',
    ]);
  });

  it('lets parts have the same sections, and names of a team repeat', () => {
    assert.deepEqual(messages('# A', '## Monday', '### Impact', 'x', '## Tuesday', '### Impact', 'x'), []);
    assert.deepEqual(messages('# A', '## Monday', '## Impact', 'x', '## Tuesday', '## Impact', 'x'), []);
    assert.deepEqual(messages('# A', '## Impact', 'x', '## Causes', 'y', '## Impact', 'x', '## Causes', 'y'), []);
    assert.deepEqual(messages('# A', '## Impact', 'x', '## Impact', 'y', '## Impact', 'z'), []);
    assert.deepEqual(messages('# A', '## 10:20', 'x', '## 10:20', 'y'), []);
    assert.deepEqual(messages('# A', '## Our own', 'x', '## Our own', 'y'), []);
    assert.deepEqual(messages('# A', '- **Impact**: x', '- **Impact**: y'), []);
    assert.deepEqual(messages('# A', '## Impact', 'x', '## Customer impact', 'y'), []);
  });

  it('lies inside any text', () => {
    fc.assert(
      fc.property(fc.oneof(wildMarkdown, plausibleDocument('runbook')), (text) => {
        const context = contextOf(documentOf('runbook', text));
        findingsOf(duplicateSection, context).forEach(({ range, message }) =>
          assertInside(Lines.of(text), range, message),
        );
      }),
    );
  });
});
