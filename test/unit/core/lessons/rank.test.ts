import assert from 'node:assert/strict';
import { rankRunbooks } from '../../../../src/core/lessons/rank.ts';
import { documentOf } from '../../support/context.ts';

describe('rankRunbooks', () => {
  it('puts those first that are linked, then those of the service, then those with words of the title', () => {
    const record = documentOf(
      'postmortem',
      '---\nservices: [slots]\n---\n\n# Redis evicted reservations\n\nSee [it](../runbooks/linked.md).\n',
    );
    const runbooks = [
      documentOf('runbook', '# Another\n', 'runbooks/a.md'),
      documentOf('runbook', '# RedisMemoryHigh\n', 'runbooks/b.md'),
      documentOf('runbook', '---\nservice: Slots\n---\n# Z\n', 'runbooks/c.md'),
      documentOf('runbook', '---\nservice: slots\n---\n# Reservations leak\n', 'runbooks/d.md'),
      documentOf('runbook', '# Linked\n', 'runbooks/linked.md'),
      { ...documentOf('runbook', '# Redis\n', 'runbooks/e.md'), root: 'elsewhere' },
    ];
    assert.deepEqual(
      rankRunbooks(record, runbooks).map(({ runbook, reason }) => [runbook.title, reason]),
      [
        ['Linked', 'linked'],
        ['Reservations leak', 'service'],
        ['Z', 'service'],
        ['RedisMemoryHigh', 'title'],
        ['Another', undefined],
      ],
    );
  });
});
