import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateOfPath, findDate } from '../../../../src/core/time/dates.ts';

describe('findDate', () => {
  const cases: ReadonlyArray<readonly [text: string, date: string | undefined]> = [
    ['2025-10-13', '2025-10-13'],
    ['Outage on 2025/10/13 at noon', '2025-10-13'],
    ['2025.10.13', '2025-10-13'],
    ['2025-10-13T10:20:00Z', '2025-10-13'],
    ['Since 2025-10 or so', '2025-10'],
    ['13 October 2025', '2025-10-13'],
    ['the 3rd of Oct 2025', '2025-10-03'],
    ['Oct. 3, 2025', '2025-10-03'],
    ['October 3rd, 2025', '2025-10-03'],
    ['March 31 2024, then April 1 2024', '2024-03-31'],
    [' 2025 ', '2025'],
    ['In 2025 it broke', undefined],
    ['03/04/2025', undefined],
    ['2025-02-30', undefined],
    ['30 February 2025', undefined],
    ['2024-02-29', '2024-02-29'],
    ['2025-13-01', undefined],
    ['build 12025-10-133', undefined],
    ['1025-10-13', undefined],
    ['no date', undefined],
    ['', undefined],
  ];
  for (const [text, date] of cases) {
    it(`reads ${JSON.stringify(text)} as ${date ?? 'no date'}`, () => assert.equal(findDate(text), date));
  }

  it('reads every day of the calendar', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => assert.equal(findDate(`on ${day.toISOString()}`), day.toISOString().slice(0, 10))),
    );
  });
});

describe('dateOfPath', () => {
  const cases: ReadonlyArray<readonly [path: string, date: string | undefined]> = [
    ['postmortems/2025-10-13-mail-queue.html.md.erb', '2025-10-13'],
    ['postmortems/2025_10_13_mail.md', '2025-10-13'],
    ['postmortems/20251013-mail.md', '2025-10-13'],
    ['2025-10/2025-10-13-Mail.md', '2025-10-13'],
    ['postmortems/2025-10/mail.md', '2025-10'],
    ['postmortems/2025/10/mail.md', '2025-10'],
    ['postmortems/2025/mail.md', '2025'],
    ['2024/2025-01-02-mail.md', '2025-01-02'],
    ['postmortems/PM2025-001 - Mail.md', '2025'],
    ['INC-2025-014.md', '2025'],
    ['postmortems/2025-02-30-mail.md', undefined],
    ['postmortems/20250230-mail.md', undefined],
    ['postmortems/mail.md', undefined],
    ['INC-0042-mail.md', undefined],
  ];
  for (const [path, date] of cases) {
    it(`reads ${path} as ${date ?? 'no date'}`, () => assert.equal(dateOfPath(path), date));
  }
});
