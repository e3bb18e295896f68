import assert from 'node:assert/strict';
import { rowTitle } from '../../../../src/core/document/row-title.ts';
import { documentOf } from '../../support/context.ts';

/** The title of the row of a postmortem of 1 March 2026 with severity SEV-1. */
function titleOf(title: string): string {
  const head = `---\ntitle: ${JSON.stringify(title)}\ndate: 2026-03-01\nseverity: SEV-1\n---\n`;
  return rowTitle(documentOf('postmortem', head));
}

describe('the title of a row', () => {
  for (const [title, expected] of [
    ['Postmortem: 2026-03-01 SEV-1 Disk full', 'Disk full'],
    ['2026-03-01: Disk full', 'Disk full'],
    ['Disk full (SEV-1)', 'Disk full'],
    ['Disk full – 2026-03-01', 'Disk full'],
    ['Incident report – Disk full', 'Disk full'],
    ['Post-mortem: Disk full', 'Disk full'],
    ['Informe de incidente: disco lleno', 'disco lleno'],
    ['ポストモーテム: ディスク', 'ディスク'],
    // Facts of another day, numbers and words with a meaning stay.
    ['2026-02-28: Disk full', '2026-02-28: Disk full'],
    ['Incident 4711: Disk full', 'Incident 4711: Disk full'],
    ['Kafka: disk full', 'Kafka: disk full'],
    ['SEV-12 drill', 'SEV-12 drill'],
    ['2026-03-01', '2026-03-01'],
    ['Postmortem', 'Postmortem'],
  ] as const) {
    it(`${title} is ${expected}`, () => {
      assert.equal(titleOf(title), expected);
    });
  }

  it('of a runbook has no "Runbook:" in front', () => {
    assert.equal(rowTitle(documentOf('runbook', '# Runbook: Restart the queue\n')), 'Restart the queue');
    assert.equal(rowTitle(documentOf('runbook', '# Runbook automation\n')), 'Runbook automation');
  });
});
