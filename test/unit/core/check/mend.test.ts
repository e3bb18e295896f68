import assert from 'node:assert/strict';
import { answeredBy, mend } from '../../../../src/core/check/mend.ts';
import type { Finding } from '../../../../src/core/text/finding.ts';
import { checkWithFixes } from '../../../../src/core/check/rules/check.ts';
import type { Checked } from '../../../../src/core/check/rules/checked.ts';
import { contextOf, documentOf } from '../../support/context.ts';

const complete = `---
service: queue
owner: core
---
# Queue

## Meaning

x

## Impact

x
`;
const others = Array.from({ length: 8 }, (_, index) => documentOf('runbook', complete, `runbooks/other-${index}.md`));

function checkedOf(...around: Parameters<typeof contextOf>): Checked {
  return checkWithFixes(contextOf(...around));
}

describe('mending a document', () => {
  it('puts front matter in front of the sections that are put in at the same place, and is done then', () => {
    const mended = mend(checkedOf(documentOf('runbook', ''), others));
    assert.match(mended ?? '', /^---\nservice:\n---\n\s*## Meaning\n/);
    assert.equal(mend(checkedOf(documentOf('runbook', mended ?? ''), others)), undefined);
  });

  it('gives nothing where there is nothing to mend', () => {
    assert.equal(mend(checkedOf(documentOf('runbook', complete), others)), undefined);
  });

  it('counts the findings that are gone, whatever else came up', () => {
    const finding = (message: string, line: number): Finding => ({
      rule: 'a',
      severity: 'hint',
      message,
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
    });
    const before = [finding('x (1 of 2)', 0), finding('x (1 of 2)', 1), finding('y', 2)];
    assert.equal(answeredBy(before, [finding('x (2 of 3)', 7), finding('z', 8)]), 2);
    assert.equal(answeredBy(before, before), 0);
  });
});
