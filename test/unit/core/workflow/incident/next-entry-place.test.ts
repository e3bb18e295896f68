import assert from 'node:assert/strict';
import { nextEntryPlace } from '../../../../../src/core/workflow/incident/next-entry-place.ts';
import { documentOf } from '../../../support/context.ts';

const place = (text: string) => nextEntryPlace(documentOf('postmortem', text), [], new Date('2026-03-01T12:00:00Z'));

describe('the place of the next entry', () => {
  it('is the blank line after the last one', () => {
    const text =
      '# x\n\n## Timeline\n\n- 2026-03-01 10:00 UTC paged\n- 2026-03-01 10:05 UTC looked\n\n## Causes\n\nNone.\n';
    assert.deepEqual(place(text), { line: 6, character: 0 });
  });

  it('is the end of the last one if the text goes on', () => {
    const text = '# x\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 2026-03-01 10:00 UTC | paged |';
    assert.deepEqual(place(text), { line: 6, character: 32 });
  });

  it('is unknown in a document that is no record', () => {
    assert.equal(nextEntryPlace(documentOf('runbook', '# x\n'), [], new Date(0)), undefined);
  });
});
