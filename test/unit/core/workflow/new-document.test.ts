import assert from 'node:assert/strict';
import { builtInTemplates } from '../../../../src/core/team/templates/builtin/index.ts';
import { render } from '../../../../src/core/team/templates/render.ts';
import type { Template } from '../../../../src/core/team/templates/template.ts';
import { newDocument } from '../../../../src/core/workflow/new-document.ts';
import { ownTemplates, recordTemplate } from '../../../../src/core/workflow/incident/record-template.ts';
import { catalogOf } from '../../support/catalog-of.ts';

const place = { uri: 'p/x.md', root: 'root', path: 'p/x.md' };
const facts = {
  title: 'Mail is late',
  date: '2026-11-28',
  start: '2026-11-28T22:10:00Z',
  severity: 'SEV-2',
  service: 'mail',
  author: 'Robin Example',
};

const page = `---
title: <what happened>
date: <YYYY-MM-DD>
severity: <SEV-1 to SEV-4>
status: Draft
services: []
authors: []
start_time: <YYYY-MM-DDThh:mm:00Z>
---

# <title>

## Summary

<Three sentences.>

## Impact

## Timeline

## Action Items
`;

describe('newDocument', () => {
  for (const template of builtInTemplates) {
    it(`fills in the variables of ${template.id}, and nothing else`, () => {
      assert.deepEqual(newDocument(place, template, facts), render(template, facts));
    });
  }

  it('writes facts where a page of the repository states them', () => {
    const catalog = catalogOf({ 'postmortems/TEMPLATE.md': page }, { kinds: {} });
    const [template] = ownTemplates(catalog, 'root', 'postmortem', '2026-11-28');
    assert.ok(template);
    assert.equal(template.name, 'TEMPLATE.md');
    const { text } = newDocument(place, template, facts);
    assert.equal(
      text.slice(0, text.indexOf('\n## Impact')),
      `---
title: Mail is late
date: 2026-11-28
severity: SEV-2
status: Draft
services: [mail]
authors: [Robin Example]
start_time: 2026-11-28T22:10:00Z
---

# Mail is late

## Summary

<Three sentences.>
`,
    );
    // What is not known keeps the placeholder of the page.
    assert.match(newDocument(place, template, { title: 'x', date: '2026-11-28' }).text, /start_time: <YYYY/);
  });

  it('loses no answer where a page has no place for it', () => {
    const bare: Template = {
      id: 'x',
      kind: 'postmortem',
      name: 'x',
      description: '',
      text: '# ${title}\n\n## Impact\n',
    };
    const { text } = newDocument(place, bare, { title: 'Mail', date: '2026-11-28', severity: 'SEV-2', author: 'Ada' });
    assert.equal(text, '---\ndate: 2026-11-28\nseverity: SEV-2\n---\n\n# Mail\n\n## Impact\n');
  });
});

describe('ownTemplates', () => {
  const runbookPage =
    '# <AlertName>\n\n## Meaning\n\n<x>\n\n## Impact\n\n<x>\n\n## Diagnosis\n\n<x>\n\n## Mitigation\n\n<x>\n';
  const catalog = catalogOf({ 'postmortems/TEMPLATE.md': page, 'runbooks/TEMPLATE.md': runbookPage }, { kinds: {} });
  const own = (kind: 'runbook' | 'postmortem'): string[] =>
    ownTemplates(catalog, 'root', kind, '2026-11-28').map(({ description }) => description);

  it('are the pages from which documents of a kind are copied', () => {
    assert.deepEqual(own('postmortem'), ['postmortems/TEMPLATE.md']);
    assert.deepEqual(own('runbook'), ['runbooks/TEMPLATE.md']);
    assert.equal(recordTemplate(catalog, 'root', '2026-11-28').description, 'postmortems/TEMPLATE.md');
  });

  it('are none without such a page', () => {
    assert.deepEqual(ownTemplates(catalogOf({ 'a.md': '# A\n' }, { kinds: {} }), 'root', 'runbook', '2026-11-28'), []);
  });
});
