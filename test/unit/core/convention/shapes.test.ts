import assert from 'node:assert/strict';
import { excusedBy } from '../../../../src/core/convention/shapes.ts';
import { missingSection } from '../../../../src/core/check/rules/missing-section.ts';
import { catalogOf, contextIn, findingsOf } from '../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../support/context.ts';

function withSections(...titles: readonly string[]): string {
  return `# Queue\n\n${titles.map((title) => `## ${title}\n\nText.\n\n`).join('')}`;
}

function missing(text: string, kind: 'runbook' | 'postmortem' = 'postmortem'): Array<string | undefined> {
  return findingsOf(missingSection, contextOf(documentOf(kind, text))).map(({ section }) => section);
}

describe('the shape of a document', () => {
  const statistical = ['Summary', 'Timeline', 'Contributing Factors', 'Lessons Learned', 'Action Items', 'Attendees'];

  it('excuses it from what such documents tell elsewhere', () => {
    assert.deepEqual(missing(withSections(...statistical, 'Stats')), []);
    assert.deepEqual(
      missing(withSections('Summary', 'Timeline', 'Contributors', 'Mitigators', 'Learnings and risks', 'Follow-ups')),
      [],
    );
    assert.deepEqual(missing(withSections('Meaning', 'Impact', 'Playbook', 'Diagnosis'), 'runbook'), []);
  });

  it('takes two names to be seen', () => {
    assert.deepEqual(missing(withSections(...statistical)), ['Impact']);
    assert.deepEqual(missing(withSections('Meaning', 'Impact', 'Playbook'), 'runbook'), ['Mitigation']);
    assert.deepEqual([...excusedBy(documentOf('postmortem', withSections('Stats', 'STATS:')))], []);
  });

  it('does not excuse it from the rest', () => {
    assert.deepEqual(missing(withSections('Summary', 'Attendees', 'Stats')), ['Timeline', 'Causes', 'Action Items']);
  });

  it('is one of its kind only', () => {
    assert.deepEqual([...excusedBy(documentOf('runbook', withSections('Attendees', 'Stats')))], []);
  });

  const others = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [
      name,
      withSections('Summary', 'Impact', 'Timeline', 'Causes', 'Resolution', 'Lessons', 'Action Items'),
    ]),
  );
  const shaped = withSections(...statistical, 'Stats');

  it('keeps the custom of other folders from it', () => {
    const files = Object.entries(others).map(([name, text]) => [`postmortems/mail/${name}.md`, text]);
    const catalog = catalogOf({ ...Object.fromEntries(files), 'postmortems/gates/g.md': shaped });
    assert.deepEqual(findingsOf(missingSection, contextIn(catalog, 'postmortems/gates/g.md')), []);
  });

  it('does not keep the custom of its own folder from it', () => {
    const files = Object.entries(others).map(([name, text]) => [`postmortems/${name}.md`, text]);
    const catalog = catalogOf({ ...Object.fromEntries(files), 'postmortems/g.md': shaped });
    assert.deepEqual(
      findingsOf(missingSection, contextIn(catalog, 'postmortems/g.md')).map(({ section }) => section),
      ['Impact', 'Resolution'],
    );
  });
});
