import assert from 'node:assert/strict';
import { declareRecord, type Declaration } from '../../../../../src/core/workflow/incident/declare.ts';
import { incidentOf } from '../../../../../src/core/workflow/incident/incident.ts';
import { recordTemplate } from '../../../../../src/core/workflow/incident/record-template.ts';
import { commander, holderOf } from '../../../../../src/core/workflow/incident/roles.ts';
import { readDocument } from '../../../../../src/core/document/document.ts';
import { builtInTemplates } from '../../../../../src/core/team/templates/builtin/index.ts';
import { readTimelines } from '../../../../../src/core/record/timeline/read.ts';
import { catalogOf } from '../../../support/catalog-of.ts';

const place = { uri: 'incidents/x.md', root: 'root', path: 'incidents/x.md' };
const declaration: Declaration = {
  title: 'Checkout: "card" declined | all',
  severity: 'SEV-2',
  service: 'checkout',
  commander: 'Robin Example',
  at: new Date('2026-03-01T23:59:40Z'),
};

describe('declareRecord', () => {
  for (const template of builtInTemplates.filter(({ kind }) => kind === 'postmortem')) {
    it(`makes an open incident's record of the template ${template.id}, found as one`, () => {
      const text = declareRecord(place, template, declaration);
      const record = readDocument(place, text);
      assert.equal(record.kind, 'postmortem');
      assert.equal(record.title, declaration.title);
      assert.deepEqual(record.problems, []);
      const { severity, status, services, date } = record.metadata;
      assert.deepEqual([severity, status, services, date], ['SEV-2', 'investigating', ['checkout'], '2026-03-01']);
      assert.equal(holderOf(record, commander), 'Robin Example');
      assert.equal(incidentOf(record)?.started?.toISOString(), '2026-03-01T23:59:00.000Z');
      const entries = readTimelines(record).flatMap((timeline) => timeline.entries);
      assert.deepEqual(
        entries.map(({ text: said, date: day }) => [said, day]),
        [['Incident declared (Robin Example)', '2026-03-01']],
      );
    });
  }

  it('works with nothing known but the title', () => {
    const [template] = builtInTemplates;
    assert.ok(template);
    const bare = { title: 'x', severity: '', service: '', commander: undefined, at: declaration.at };
    const record = readDocument(place, declareRecord(place, template, bare));
    assert.deepEqual([record.metadata.severity, record.metadata.services], [undefined, undefined]);
    assert.equal(record.metadata.status, 'investigating');
  });

  it('links to what it is declared from, and spells the status as the team does', () => {
    const [template] = builtInTemplates;
    assert.ok(template);
    const text = declareRecord(place, template, {
      ...declaration,
      source: 'the runbook [X](../x.md)',
      statuses: ['INVESTIGATING', 'Draft'],
    });
    assert.match(text, /Incident declared from the runbook \[X\]\(\.\.\/x\.md\)/);
    assert.match(text, /^status: INVESTIGATING$/m);
  });
});

const page = `---
title: <what happened>
date: <YYYY-MM-DD>
severity: <SEV-1 to SEV-4>
status: Draft
services: []
---

# <title>

## Summary

<Three sentences.>

## Root Causes

<What had to come together?>

## Timeline

All times in UTC.

| Time  | Event |
| ----- | ----- |
| hh:mm |       |

## Action Items

- [ ] <What>
`;
const record = (name: string, sections: readonly string[]): string =>
  `---\ntitle: ${name}\nstatus: closed\nseverity: SEV-1\n---\n\n# ${name}\n\n${sections.map((title) => `## ${title}\n\nText about it.\n`).join('\n')}`;

describe('recordTemplate', () => {
  it("takes the team's template, the one that governs the most where there are several", () => {
    const catalog = catalogOf({ 'postmortems/a.md': record('A', ['Summary', 'Timeline', 'Causes']) });
    const team = (folder: string, name: string): string =>
      `---\nrunbook-lens:\n  kind: postmortem\n  name: ${name}\n  applies-to: ${folder}/**\n---\n\n# \${title}\n\n## Timeline\n`;
    catalog.setTeam('root', [
      { uri: 't1', path: '.runbook-lens/templates/other.md', text: team('elsewhere', 'Other') },
      { uri: 't2', path: '.runbook-lens/templates/ours.md', text: team('postmortems', 'Ours') },
    ]);
    assert.equal(recordTemplate(catalog, 'root', '2026-03-01').name, 'Ours');
  });

  it('takes the page that postmortems are copied from, and fills it in without its examples', () => {
    const catalog = catalogOf({
      'docs/TEMPLATE.md': page,
      'postmortems/a.md': record('A', ['Summary', 'Root Causes', 'Timeline', 'Action Items']),
      'templates/TEMPLATE.md': '# <Alert>\n\n## Meaning\n\n<x>\n\n## Impact\n\n<x>\n\n## Mitigation\n\n<x>\n',
    });
    const template = recordTemplate(catalog, 'root', '2026-03-01');
    assert.equal(template.id, catalog.documents().find(({ path }) => path === 'docs/TEMPLATE.md')?.uri);
    const text = declareRecord(place, template, declaration);
    assert.match(
      text,
      /^title: 'Checkout: "card" declined \| all'\ndate: 2026-03-01\nseverity: SEV-2\nstatus: Investigating\nservices: \[checkout\]\n/m,
    );
    assert.match(text, /^# Checkout: "card" declined \| all$/m);
    assert.match(text, /<Three sentences\.>/);
    assert.match(text, /\| ----- \| ----- \|\n\| 23:59 \| Incident declared \(Robin Example\) \|\n\n## Action Items/);
  });

  it('takes the built-in template that most postmortems follow, else the short one', () => {
    assert.equal(recordTemplate(catalogOf({}), 'root', '2026-03-01').id, 'short');
    const names = [
      'Leadup',
      'Fault',
      'Impact',
      'Detection',
      'Response',
      'Recovery',
      'Timeline',
      'Five Whys',
      'Corrective Actions',
    ];
    const catalog = catalogOf({ 'postmortems/a.md': record('A', names), 'postmortems/b.md': record('B', names) });
    assert.equal(recordTemplate(catalog, 'root', '2026-03-01').id, 'atlassian');
  });
});
