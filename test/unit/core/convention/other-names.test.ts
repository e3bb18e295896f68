import assert from 'node:assert/strict';
import { hasSection } from '../../../../src/core/convention/coverage.ts';
import { commonSections } from '../../../../src/core/convention/learned.ts';
import { missingSection } from '../../../../src/core/check/rules/missing-section.ts';
import { findingsOf } from '../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../support/context.ts';
import type { CatalogDocument } from '../../../../src/core/document/document.ts';
import { nameKey, sectionKeys } from '../../../../src/core/vocabulary/section-keys.ts';

function runbook(titles: readonly string[], index = 0): CatalogDocument {
  const sections = titles.map((title) => `## ${title}\n\nText about it.\n\n`);
  return documentOf('runbook', `# Queue stuck\n\n${sections.join('')}`, `ops/${index}.md`);
}

function has(document: CatalogDocument, title: string): boolean {
  return hasSection(document, { title, help: '', required: true, keys: sectionKeys('runbook', title) });
}

describe('a section under another name', () => {
  it('is known in the words around its name', () => {
    assert.ok(has(runbook(['Quick diagnosis (5 minutes)']), 'Diagnosis steps'));
    assert.ok(has(runbook(['The fix — from inside']), 'The solution'));
    assert.ok(has(runbook(['Prevention checklist']), 'Prevention'));
    assert.ok(has(runbook(['Related resources']), 'Related documentation'));
    assert.ok(has(runbook(['Queue handover']), 'The queue handover steps'));
    assert.ok(!has(runbook(['Quick escalation']), 'Diagnosis steps'));
    assert.ok(!has(runbook(['Related work']), 'Prevention'));
  });

  it('is known with words behind, where the name itself is long', () => {
    assert.ok(has(runbook(['Why nobody noticed it before']), 'Why nobody noticed it'));
    assert.ok(!has(runbook(['Why nobody noticed it while the whole team was away']), 'Why nobody noticed it'));
    assert.ok(!has(runbook(['Queue handover by night']), 'Queue handover'));
  });

  for (const [ends, end] of [
    ['lines', '\n'],
    ['lines of Windows', '\r\n'],
  ] as const) {
    it(`may be a row of the table at the top, with ${ends}`, () => {
      const table = '| | |\n|---|---|\n| **Severity** | critical |\n| **Meaning** | No worker takes jobs |\n';
      const text = (rows: string): CatalogDocument =>
        documentOf('runbook', `# Queue stuck\n\n${rows}\n## Diagnosis\n\nLook.\n`.replaceAll('\n', end));
      assert.ok(has(text(table), 'Meaning'));
      assert.ok(!has(text(table), 'Impact'));
      assert.ok(!has(text(table.replace('No worker takes jobs', ' ')), 'Meaning'));
      assert.ok(!has(text(table.replace('No worker takes jobs', 'TODO')), 'Meaning'));
    });
  }

  it('does not count as a row of a table further down', () => {
    const below = '# Queue stuck\n\n## Diagnosis\n\n| Meaning | Code |\n|---|---|\n| Meaning | 1 |\n';
    assert.ok(!has(documentOf('runbook', below), 'Meaning'));
  });
});

describe('two sections that mean the same', () => {
  const both = ['Symptom', 'Diagnosis', 'Mitigation', 'Resolution'];
  const others = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => runbook(both, index));

  function missing(titles: readonly string[], beside: readonly CatalogDocument[] = others): Array<string | undefined> {
    return findingsOf(missingSection, contextOf(runbook(titles), beside)).map(({ section }) => section);
  }

  it('are two where most documents have both', () => {
    assert.deepEqual(
      commonSections(others, 0.6)
        .map(({ title, keys }) => [title, keys])
        .slice(2),
      [
        ['Mitigation', [nameKey('Mitigation')]],
        ['Resolution', [nameKey('Resolution')]],
      ],
    );
    assert.deepEqual(missing(['Symptom', 'Diagnosis', 'Resolution']), ['Mitigation']);
    assert.deepEqual(missing(['Symptom', 'Diagnosis', 'Mitigation']), ['Resolution']);
    assert.deepEqual(missing(both), []);
  });

  it('are both answered by one with a third name', () => {
    assert.deepEqual(missing(['Symptom', 'Diagnosis', 'Workaround']), []);
  });

  it('are one where documents have either', () => {
    const either = [1, 2, 3, 4, 5, 6, 7, 8].map((index) =>
      runbook(['Symptom', 'Diagnosis', index % 2 === 0 ? 'Mitigation' : 'Resolution'], index),
    );
    assert.deepEqual(missing(['Symptom', 'Diagnosis', 'Resolution'], either), []);
    assert.equal(missing(['Symptom', 'Diagnosis'], either).length, 1);
  });
});

describe('a title of a lower level', () => {
  it('is no section where most documents have one', () => {
    const lower = [1, 2, 3].map((index) =>
      documentOf(
        'runbook',
        `## Playbook: Case ${index}\n\n### Diagnosis\n\nx\n\n### Recovery\n\nx\n`,
        `ops/${index}.md`,
      ),
    );
    assert.deepEqual(
      commonSections(lower, 0.6).map(({ title }) => title),
      ['Diagnosis', 'Recovery'],
    );
  });
});

describe('a block of facts', () => {
  it('is no summary of a postmortem, and a paragraph is one', () => {
    const facts =
      '**Severity:** P1, and all of the shop was out of reach for its customers in three countries\n' +
      '**Duration:** four hours, from the first alert to the last order that was sent again by hand\n' +
      '**Nodes:** one, two, three, four, five, six and the old one in the corner';
    const record = (opening: string): CatalogDocument =>
      documentOf(
        'postmortem',
        `# Orders lost\n\n${opening}\n\n## Impact\n\nx\n\n## Timeline\n\n- 10:00 x\n\n## Root cause\n\nx\n\n## Action items\n\n- x\n`,
      );
    const missing = (opening: string): Array<string | undefined> =>
      findingsOf(missingSection, contextOf(record(opening))).map(({ section }) => section);
    assert.deepEqual(missing(facts), ['Summary']);
    assert.deepEqual(missing(facts.replaceAll('**', '')), []);
    assert.deepEqual(missing(`${facts}\n\nThe queue was full, and orders were lost for four hours.`), []);
  });
});
