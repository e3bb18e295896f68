import assert from 'node:assert/strict';
import { isNumbered, nextNumber } from '../../../../../src/core/team/templates/numbering.ts';

describe('nextNumber', () => {
  const cases: ReadonlyArray<readonly [what: string, names: readonly string[], next: string]> = [
    ['a number with a year', ['PM2025-013 - Mail.md', 'PM2025-002 - Web.md', 'PM2024-099 - Old.md'], 'PM2025-014'],
    ['a number with a year and other joints', ['INC_2025_0007.md'], 'INC_2025_0008'],
    ['a year that is new', ['PM2024-013 - Mail.md'], 'PM2025-001'],
    ['a running number', ['INC-0042-mail.md', 'INC-0007-web.md'], 'INC-0043'],
    ['a bare number', ['0007-mail.md', '0003-web.md'], '0008'],
    ['a number that grows longer', ['099-a.md', '999-b.md'], '1000'],
    ['no scheme', ['mail.md', 'web.md'], '003'],
    ['no documents', [], '001'],
    ['names that begin with a date', ['2025-10-13-mail.md', '2025-10-14-web.md'], '003'],
    ['names that begin with a month', ['2025-10-mail.md'], '002'],
    ['names that begin with a joined date', ['20251013-mail.md'], '002'],
    [
      'several schemes, of which the most common counts',
      ['PM2025-001 - a.md', 'PM2025-002 - b.md', '0042-c.md'],
      'PM2025-003',
    ],
  ];
  for (const [what, names, next] of cases) {
    it(`goes on with ${what}`, () => assert.equal(nextNumber(names, '2025'), next));
  }
});

describe('isNumbered', () => {
  it('tells record numbers from dates and words', () => {
    assert.deepEqual(
      ['PM2025-001 - a', 'INC-0042', '0007-a', '2025-10-13-a', '2025-10-a', 'mail', 'a-0042', '12-a'].map(isNumbered),
      [true, true, true, false, false, false, true, false],
    );
  });
});
