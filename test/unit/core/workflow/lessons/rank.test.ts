import assert from 'node:assert/strict';
import { rankRunbooks } from '../../../../../src/core/workflow/lessons/rank.ts';
import { documentOf } from '../../../support/context.ts';

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

  it('knows the service of a runbook that states none by the folders that it stands in', () => {
    const record = documentOf('postmortem', '---\nservices: [slots, Booking]\n---\n\n# It was slow\n');
    const runbooks = [
      documentOf('runbook', '# A\n', 'slots.md'),
      documentOf('runbook', '---\nservice: billing\n---\n# B\n', 'slots/runbooks/stated.md'),
      documentOf('runbook', '# C\n', 'slots-archive/c.md'),
      documentOf('runbook', '# D\n', 'services/booking/alerts/d.md'),
      documentOf('runbook', '# E\n', 'Slots/e.md'),
    ];
    assert.deepEqual(
      rankRunbooks(record, runbooks).map(({ runbook, reason }) => [runbook.title, reason]),
      [
        ['D', 'service'],
        ['E', 'service'],
        ['A', undefined],
        ['B', undefined],
        ['C', undefined],
      ],
    );
  });

  it('takes a link for more than its service, and the service for more than any number of words of the title', () => {
    const title = 'Checkout queue stalled while workers restarted';
    const record = documentOf('postmortem', `---\nservice: checkout\n---\n\n# ${title}\n`, 'postmortems/stalled.md');
    const byTitle = documentOf('runbook', `# ${title}\n`, 'runbooks/title.md');
    const byService = documentOf('runbook', '---\nservice: checkout\n---\n# Zebra\n', 'runbooks/service.md');
    const both = documentOf('runbook', `---\nservice: checkout\n---\n# ${title}\n`, 'runbooks/both.md');
    const linked = documentOf('runbook', '# Zoo\n\nSee [it](../postmortems/stalled.md).\n', 'runbooks/linked.md');
    const expected = [
      ['runbooks/linked.md', 'linked'],
      ['runbooks/both.md', 'service'],
      ['runbooks/service.md', 'service'],
      ['runbooks/title.md', 'title'],
    ];
    const runbooks = [byTitle, byService, both, linked];
    for (const order of [runbooks, runbooks.toReversed()]) {
      assert.deepEqual(
        rankRunbooks(record, order).map(({ runbook, reason }) => [runbook.path, reason]),
        expected,
      );
    }
  });
});
