import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../../../src/core/document/document.ts';
import { addable, addToRunbook, isQuoted } from '../../../../../src/core/workflow/lessons/add.ts';
import { gather } from '../../../../../src/core/workflow/lessons/gather.ts';
import { linkedPaths } from '../../../../../src/core/document/links/links.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { builtInConventions } from '../../../../../src/core/team/templates/builtin/index.ts';
import { documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const expected = builtInConventions().find(({ template }) => template.id === 'alert')?.sections ?? [];
const recordText = `---
date: 2026-03-03
---

# Redis lost keys

## Impact

Couriers waited.

## Root Causes

A default.

## Resolution

\`kubectl rollout undo deploy/api\`

## Timeline

- 11:45 UTC page
- 12:51 UTC noticed evictions
`;
const record = documentOf('postmortem', recordText, 'postmortems/r.md');

function added(text: string): string | undefined {
  const runbook = documentOf('runbook', text, 'runbooks/redis.md');
  const edits = addToRunbook(runbook, record, addable(runbook, expected, gather(record)), expected);
  return edits && applyEdits(text, edits);
}

describe('addToRunbook', () => {
  it('appends to the sections of the runbook, and inserts those that it lacks where they belong', () => {
    const from = 'From the incident of 2026-03-03, [Redis lost keys](../postmortems/r.md):';
    assert.equal(
      added('# Redis\n\n## Meaning\n\nFull.\n\n## Impact\n\nBad.\n### Details\n\nx\n\n## Mitigation\n\n1. Wait.\n'),
      `# Redis

## Meaning

Full.

${from}

> - page — [11:45 UTC, line 21](../postmortems/r.md#L21)

## Impact

Bad.

${from}

> Couriers waited. — [line 9](../postmortems/r.md#L9)

### Details

x

## Diagnosis

${from}

> - noticed evictions — [12:51 UTC, line 22](../postmortems/r.md#L22)

## Mitigation

1. Wait.

${from}

> \`kubectl rollout undo deploy/api\` — [line 17](../postmortems/r.md#L17)

Commands from the record ([line 17](../postmortems/r.md#L17)):

\`\`\`sh
kubectl rollout undo deploy/api
\`\`\`

## Past incidents

- 2026-03-03: [Redis lost keys](../postmortems/r.md)
`,
    );
  });

  it('keeps sections that are items of a list in their list, and makes those that it lacks the same way', () => {
    const text = added('# Redis\n\n- **Impact**: bad\n- **Mitigation**: wait\n') ?? '';
    const after = documentOf('runbook', text, 'runbooks/redis.md');
    assert.deepEqual(
      after.sections.map(({ title, style }) => `${style} ${title}`),
      [
        'heading Redis',
        'label Meaning',
        'label Impact',
        'label Diagnosis',
        'label Mitigation',
        'heading Past incidents',
      ],
    );
    const quoted = after.blocks.filter((block) => block.quoted);
    assert.equal(quoted.length, 4);
    assert.ok(quoted.every(({ item }) => item !== undefined));
  });

  it('writes the line breaks of the runbook', () => {
    const text = added('# Redis\r\n\r\n## Impact\r\n\r\nBad.\r\n') ?? '';
    assert.match(text, /Bad\.\r\n\r\nFrom /);
    assert.doesNotMatch(text, /(?<!\r)\n/);
  });

  it('has causes only where the runbook has a section for them', () => {
    assert.doesNotMatch(added('# Redis\n\n## Meaning\n\nFull.\n') ?? '', /A default/);
    assert.match(added('# Redis\n\n## Possible causes\n\n- Leak\n') ?? '', /- Leak\n\nFrom .*\n\n> A default\./);
  });

  it('knows what is there already', () => {
    const text = added('# Redis\n\n## Meaning\n\nFull.\n') ?? '';
    const after = documentOf('runbook', text, 'runbooks/redis.md');
    const before = documentOf('runbook', '# Redis\n\n## Meaning\n\nFull.\n', 'runbooks/redis.md');
    for (const quotation of addable(after, expected, gather(record))) {
      assert.equal(isQuoted(after, quotation), true);
      assert.equal(isQuoted(before, quotation), false);
    }
  });

  it('only inserts, or says that it cannot; every section stays, and everything quoted can be read', () => {
    const texts = fc.oneof(
      { weight: 3, arbitrary: plausibleDocument('runbook') },
      { weight: 1, arbitrary: wildMarkdown },
    );
    const records = fc.oneof(plausibleDocument('postmortem'), wildMarkdown);
    let done = 0;
    fc.assert(
      fc.property(texts, records, (text, source) => {
        const runbook = documentOf('runbook', text, 'runbooks/redis.md');
        const postmortem = documentOf('postmortem', source, 'postmortems/r.md');
        const quotations = addable(runbook, expected, gather(postmortem));
        const edits = quotations.length === 0 ? undefined : addToRunbook(runbook, postmortem, quotations, expected);
        if (edits !== undefined) {
          done += 1;
          assert.ok(
            edits.every(
              ({ range }) => range.start.line === range.end.line && range.start.character === range.end.character,
            ),
          );
          const after = readDocument(runbook, applyEdits(text, edits), runbook);
          assert.ok(linkedPaths(after).has(postmortem.path), after.text);
          const before = new Set(runbook.sections.map(({ title }) => title));
          const made = new Set(['Past incidents', ...expected.map(({ title }) => title)]);
          assert.deepEqual(
            after.sections.map(({ title }) => title).filter((title) => before.has(title) && !made.has(title)),
            runbook.sections.map(({ title }) => title).filter((title) => !made.has(title)),
          );
        }
      }),
      { numRuns: examples(500) },
    );
    assert.ok(done > examples(100), `${done} additions`);
  });
});
