import assert from 'node:assert/strict';
import { incidentSpan } from '../../../../src/core/service/incident-span.ts';
import { documentOf } from '../../support/context.ts';

const spanOf = (text: string): (string | undefined)[] => {
  const span = incidentSpan(documentOf('postmortem', text));
  return [span?.from.toISOString(), span?.to?.toISOString()];
};
const timeline = '## Timeline\n\n- 10:05 UTC — It broke.\n- 10:50 UTC — Mended.\n';

describe('the time of an incident', () => {
  it('is what its record states', () => {
    assert.deepEqual(
      spanOf(
        `---\ndate: 2026-03-01\nstart_time: 2026-03-01T10:00:00Z\nend_time: 2026-03-01T11:00:00Z\n---\n# A\n\n${timeline}`,
      ),
      ['2026-03-01T10:00:00.000Z', '2026-03-01T11:00:00.000Z'],
    );
  });

  it('is that of its first and last entries otherwise', () => {
    assert.deepEqual(spanOf(`---\ndate: 2026-03-01\n---\n# A\n\n${timeline}`), [
      '2026-03-01T10:05:00.000Z',
      '2026-03-01T10:50:00.000Z',
    ]);
  });

  it('has no end while it is open', () => {
    assert.deepEqual(spanOf(`---\ndate: 2026-03-01\nstatus: Investigating\n---\n# A\n\n${timeline}`), [
      '2026-03-01T10:05:00.000Z',
      undefined,
    ]);
  });

  it('is an hour if nothing tells the end, and not known without any time', () => {
    assert.deepEqual(spanOf('---\ndate: 2026-03-01\nstart_time: 2026-03-01T10:00:00Z\n---\n# A\n'), [
      '2026-03-01T10:00:00.000Z',
      '2026-03-01T11:00:00.000Z',
    ]);
    assert.deepEqual(spanOf('# A\n'), [undefined, undefined]);
    assert.deepEqual(spanOf('---\ndate: 2026-03-01\n---\n# A\n'), [
      '2026-03-01T00:00:00.000Z',
      '2026-03-02T00:00:00.000Z',
    ]);
    assert.equal(incidentSpan(documentOf('runbook', `# A\n\n${timeline}`)), undefined);
  });
});
