import assert from 'node:assert/strict';
import { countsOf } from '../../../../scripts/corpus/findings/count.ts';
import { findingLines } from '../../../../scripts/corpus/findings/report.ts';
import { told } from './told.ts';

const tellings = [
  {
    repository: 'a__b',
    checked: 3,
    told: [
      told('x.md', 'one', { severity: 'warning', group: 'g' }),
      told('x.md', 'one', { severity: 'hint', group: 'g' }),
      told('y.md', 'one', { severity: 'hint', group: 'g' }),
      told('y.md', 'two'),
    ],
  },
  { repository: 'c__d', checked: 1, told: [] },
];

describe('the counts of findings', () => {
  const counts = countsOf(tellings);

  it('are by rule and severity, on the documents that are checked', () => {
    assert.equal(counts.checked, 4);
    assert.deepEqual(Object.keys(counts.rules), ['one', 'two']);
    assert.deepEqual(counts.rules['one']?.bySeverity, { error: 0, warning: 1, information: 0, hint: 2 });
    assert.equal(counts.all.findings, 4);
    assert.equal(counts.all.documents, 2);
  });

  it('take findings of one group of a document for one piece of news', () => {
    assert.equal(counts.rules['one']?.news, 2);
    assert.equal(counts.rules['two']?.news, 1);
    assert.equal(counts.all.news, 3);
  });

  it('are printed with their number per 100 documents, together and for each repository', () => {
    const lines = findingLines(tellings);
    assert.ok(lines.some((line) => /^one +– +1 \(25\.0\) +– +2 \(50\.0\) +3 \(75\.0\) +2 \(50\.0\) +2$/.test(line)));
    assert.ok(lines.some((line) => /^a__b +3 +– +2 \(66\.7\)/.test(line)));
    assert.ok(lines.includes('a__b: one 1 warning 2 hint, two 1 warning'));
  });
});
