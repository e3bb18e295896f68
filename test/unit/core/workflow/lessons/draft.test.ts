import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type CatalogDocument } from '../../../../../src/core/document/document.ts';
import { draftRunbook } from '../../../../../src/core/workflow/lessons/draft.ts';
import { linkedPaths } from '../../../../../src/core/document/links/links.ts';
import { builtInTemplates } from '../../../../../src/core/team/templates/builtin/index.ts';
import { conventionOf, type Template } from '../../../../../src/core/team/templates/template.ts';
import { catalogOf } from '../../../support/catalog-of.ts';
import { documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const runbookTemplates = builtInTemplates.filter(({ kind }) => kind === 'runbook');
const [alert] = runbookTemplates;
assert.ok(alert);
const place = { uri: 'runbooks/alerts/redis.md', root: 'root', path: 'runbooks/alerts/redis.md' };

const record = `---
date: 2026-03-03
severity: SEV-2
---

# Redis evicted reservations

## Summary

Redis was full, see [the graph](graph.png).

## Detection

Nobody noticed.

## Resolution

1. \`kubectl delete pvc redis-0\`

## Timeline

- 11:45 UTC page
- 12:51 UTC noticed \`evicted_keys\`
`;

function draft(text: string, template: Template = alert as Template): string {
  return draftRunbook(documentOf('postmortem', text, 'postmortems/2026/redis evicted.md'), {
    template,
    place,
    variables: { title: 'Redis is full', service: 'slots' },
  });
}

describe('draftRunbook', () => {
  it('quotes the record in the sections of the template, with its lines, and keeps the help of the others', () => {
    const link = '../../postmortems/2026/redis%20evicted.md';
    assert.equal(
      draft(record),
      `---
service: slots
owner:
status: draft
---

# Redis is full

> **Draft.** The quotations below come from [Redis evicted reservations](${link}). They are not a procedure yet.
> Which alert or symptom leads here? Is each step still correct? Rewrite the text in your own words. Then delete this note and the status.

## Meaning

> Redis was full, see [the graph](../../postmortems/2026/graph.png). — [line 10](${link}#L10)
>
> Nobody noticed. — [line 14](${link}#L14)

## Impact

<!-- What users notice, how bad it can get, and how soon. -->

## Diagnosis

> - noticed \`evicted_keys\` — [12:51 UTC, line 23](${link}#L23)

## Mitigation

> 1. \`kubectl delete pvc redis-0\` — [line 18](${link}#L18)

Commands from the record ([line 18](${link}#L18)): **Caution:** this deletes resources and the data or objects in them. When is it right to run it again?

\`\`\`sh
kubectl delete pvc redis-0
\`\`\`

## Escalation

<!-- Optional. Whom to call, when to stop trying alone, and what to tell them. -->

## Past incidents

- 2026-03-03, SEV-2: [Redis evicted reservations](${link})
`,
    );
  });

  it('is a runbook without findings, and has the record as its past incident', () => {
    const catalog = catalogOf({ 'postmortems/2026/redis evicted.md': record }, { kinds: {} });
    catalog.upsert([{ ...place, text: draft(record) }]);
    assert.equal(catalog.get(place.uri)?.kind, 'runbook');
    assert.deepEqual(catalog.findings(place.uri), []);
    assert.deepEqual(
      catalog.pastIncidents(place).map(({ title }) => title),
      ['Redis evicted reservations'],
    );
  });

  it('uses what the template has for past incidents, causes and status, and fills placeholders', () => {
    const own: Template = {
      id: 'own',
      kind: 'runbook',
      name: 'Own',
      description: '',
      text: '---\nstatus: <status>\n---\n# ${title}\n\n## Incident history\n\n## Root cause\n\nTODO\n\n## Action\n\nAsk first.\n',
    };
    const text = draft(`${record}\n## Root Causes\n\nA default.\n`, own);
    assert.match(text, /^---\nstatus: draft\n---\n# Redis is full\n\n> \*\*Draft\./);
    assert.match(text, /## Incident history\n\n- 2026-03-03, SEV-2: \[/);
    assert.match(text, /## Root cause\n\n> A default\. — /);
    assert.match(text, /## Action\n\nAsk first\.\n\n> 1\. /);
    assert.equal(text.match(/^## Past incidents/gm), null);
  });

  it('keeps code that holds fences in longer ones', () => {
    const text = draft('# A\n\n## Resolution\n\n````sh\nkubectl apply -f - <<E\n```\nE\n````\n');
    assert.match(text, /\n````sh\nkubectl apply -f - <<E\n```\nE\n````\n/);
  });

  it('says nothing but the template, the note, sources and what the record says, whatever the record is', () => {
    const records = fc.oneof(plausibleDocument('postmortem'), wildMarkdown);
    fc.assert(
      fc.property(records, fc.constantFrom(...runbookTemplates), (text, template) => {
        const source = documentOf('postmortem', text, 'postmortems/2026/redis evicted.md');
        const drafted = draft(text, template);
        const runbook: CatalogDocument = readDocument(place, drafted, { kind: 'runbook', why: 'drafted' });
        assert.ok(linkedPaths(runbook).has(source.path), drafted);
        assert.equal(runbook.frontMatter?.values['status'], 'draft');
        const wanted = conventionOf(template).sections.map(({ title }) => title);
        const titles = runbook.sections.filter(({ level }) => level > 1).map(({ title }) => title);
        const made = new Set(['Past incidents', 'Meaning', 'Impact', 'Diagnosis', 'Mitigation']);
        assert.deepEqual(
          titles.filter((title) => wanted.includes(title)),
          wanted,
        );
        assert.deepEqual(
          titles.filter((title) => !wanted.includes(title) && !made.has(title)),
          [],
        );
      }),
      { numRuns: examples(500) },
    );
  });
});
