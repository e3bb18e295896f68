import assert from 'node:assert/strict';
import { nextUpdate } from '../../../../../src/core/workflow/incident/next-update.ts';
import { documentOf } from '../../../support/context.ts';

/** The next update by a timeline of 2026-03-01, as given and due. */
function read(...entries: readonly string[]): ReadonlyArray<string | undefined> | undefined {
  const timeline = entries.map((entry) => `- 2026-03-01 ${entry}\n`).join('');
  const found = nextUpdate(documentOf('postmortem', `# x\n\n## Timeline\n\n${timeline}`));
  return found && [found.given.toISOString().slice(0, 16), found.due?.toISOString().slice(0, 16)];
}

describe('the next status update', () => {
  it('is unknown before the first one', () => {
    assert.equal(read('10:00 UTC paged', '10:05 UTC updated the driver'), undefined);
  });

  it('is due when the last one says', () => {
    assert.deepEqual(
      read(
        '10:00 UTC Status update: What we know: half the payments fail. Next update: 10:30 UTC',
        '10:31 UTC Status update: What we know: none fail. Next update: 11:15 UTC',
        '10:40 UTC rolled back',
      ),
      ['2026-03-01T10:31', '2026-03-01T11:15'],
    );
  });

  for (const [said, due] of [
    ['Next update in 30 minutes', '2026-03-01T10:30'],
    ['Posted to the status page, next update in 1 h', '2026-03-01T11:00'],
    ['next update at 12:00 CET', '2026-03-01T11:00'],
    ['Next update: 45m', '2026-03-01T10:45'],
    ['Next update: 2026-03-02 08:00 UTC', '2026-03-02T08:00'],
    ['Next update: when we know more', undefined],
    ['Status update: all is well', undefined],
  ] as const) {
    it(`is read from "${said}"`, () => {
      assert.deepEqual(read(`10:00 UTC ${said}`), ['2026-03-01T10:00', due]);
    });
  }

  it('is on the next day if its clock is earlier', () => {
    assert.deepEqual(read('23:50 UTC Status update: Next update: 00:20 UTC'), ['2026-03-01T23:50', '2026-03-02T00:20']);
  });
});
