import assert from 'node:assert/strict';
import { missingSection } from '../../../../src/core/check/rules/missing-section.ts';
import { catalogOf, contextIn, findingsOf } from '../../support/catalog-of.ts';

const page = (name: string, titles: readonly string[], more = ''): string =>
  `# ${name}\n\n${titles.map((title) => `## ${title}\n\nText about it.\n\n`).join('')}${more}`;

/** What a page among nine others of one form is said to lack. */
function lacking(usual: readonly string[], own: readonly string[], more = ''): string[] {
  const others = Array.from({ length: 9 }, (_, index) => [
    `runbooks/Queue${String.fromCodePoint(65 + index)}Full.md`,
    page(`Queue${String.fromCodePoint(65 + index)}Full`, usual),
  ]);
  const path = 'runbooks/MailQueueFull.md';
  const catalog = catalogOf({ ...Object.fromEntries(others), [path]: page('MailQueueFull', own, more) });
  return findingsOf(missingSection, contextIn(catalog, path)).map(({ section = '' }) => section);
}

const usual = ['Meaning', 'Diagnosis', 'Mitigation'];

describe('a section under a name of its own', () => {
  it('has the number or letter of the expected one', () => {
    const numbered = ['1. Meaning', '2. Diagnosis', '3. Mitigation', '4. Drill with the team'];
    assert.deepEqual(lacking(numbered, [...numbered.slice(0, 3), '4. Rehearsal']), []);
    assert.deepEqual(lacking(numbered, numbered.slice(0, 3)), ['4. Drill with the team']);
    const lettered = ['§A. Meaning', '§B. Diagnosis', '§C. Mitigation', '§D. Drill with the team'];
    assert.deepEqual(lacking(lettered, [...lettered.slice(0, 3), '§D. Rehearsal']), []);
  });

  it('is another section where the number is that of another usual one', () => {
    const numbered = ['1. Meaning', '2. Drill with the team', '3. Diagnosis', '4. Mitigation'];
    assert.deepEqual(lacking(numbered, ['1. Meaning', '2. Diagnosis', '3. Mitigation']), ['2. Drill with the team']);
  });

  it('has the expected name within its own, in a heading, a label or a column', () => {
    for (const [title, own] of [
      ['Impact', 'Business impact by region'],
      ['Drill', 'The drill of last spring'],
      ['初動手順（5 分以内）', '初動手順（5 分以内 = 全体の前半）'],
    ] as const) {
      assert.deepEqual(lacking([...usual, title], [...usual, own]), [], own);
      assert.deepEqual(lacking([...usual, title], [...usual, 'Weather']), [title]);
    }
    const line = 'Possible causes: a full disk, or a slow one.\n';
    assert.deepEqual(lacking([...usual, 'Causes'], usual, line), []);
    assert.deepEqual(lacking([...usual, 'Causes'], usual, line.replace(':', '')), ['Causes']);
    const table = '| Sign | Impact per customer |\n| --- | --- |\n| slow | little |\n';
    assert.deepEqual(lacking([...usual, 'Impact'], usual, table), []);
    assert.deepEqual(lacking([...usual, 'Impact'], usual, table.replace(' per customer', '')), ['Impact']);
  });

  it('means the same in other words', () => {
    assert.deepEqual(lacking([...usual, 'Verified root cause(s)'], [...usual, 'Root cause (as far as known)']), []);
    assert.deepEqual(lacking([...usual, 'Verified root cause(s)'], usual), ['Verified root cause(s)']);
  });
});
