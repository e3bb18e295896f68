import assert from 'node:assert/strict';
import { leftoverTemplateText } from '../../../../../src/core/check/rules/leftover-template-text.ts';
import { gate } from '../../../../../src/core/workflow/review/gate.ts';
import { catalogOf, contextIn, findingsOf } from '../../../support/catalog-of.ts';

const page = `---
status: Draft
---

# <title>

## Summary

<Three sentences for somebody who was on holiday.>

## Impact

<Who was affected?>

## Timeline

- hh:mm Paged

## Action Items

- [ ] <What> (<owner>)
`;

describe('a draft with text of its template page', () => {
  const draft = page
    .replace('status: Draft', 'status: Draft\ndate: 2026-01-02')
    .replace('<title>', 'Mail is late')
    .replace('<Three', 'Mail came two hours late for everybody.\n\n<Three');
  const context = contextIn(
    catalogOf(
      { 'postmortems/TEMPLATE.md': page, 'postmortems/a.md': draft },
      { kinds: { postmortem: ['postmortems/a.md'] } },
    ),
    'postmortems/a.md',
  );

  it('has no findings about it', () => {
    assert.deepEqual(findingsOf(leftoverTemplateText, context), []);
  });

  it('does not pass the gate of its review', () => {
    const messages = gate(context, 'reviewed').map(({ message }) => message);
    assert.ok(
      messages.some((message) => message.startsWith('"<owner>"')),
      messages.join('\n'),
    );
    assert.ok(
      messages.some((message) => message.startsWith('Empty section: Impact')),
      messages.join('\n'),
    );
  });
});
