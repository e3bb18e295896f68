import assert from 'node:assert/strict';
import { severityRank, shortSeverity } from '../../../../src/core/catalog/severity-rank.ts';

describe('the rank of a severity', () => {
  it('is by its number, or by its word', () => {
    const ranks = ['SEV-1', 'sev 0', 'P2', 'S3', 'SEV-5', '4', 'Critical', 'Major', 'medium', 'minor'];
    assert.deepEqual(
      ranks.map((severity) => severityRank(severity)),
      [1, 1, 2, 3, 4, 4, 1, 2, 3, 4],
    );
    assert.deepEqual(
      [severityRank('unclear'), severityRank(''), severityRank('42')],
      [undefined, undefined, undefined],
    );
  });

  it('is short in a narrow row, and as it is where it has no number', () => {
    const severities = ['SEV-1', 'sev2', 'Severity 3', 'P1', 'Priority-2', 'S0', 'Critical', 'SEV-1 (outage)', ''];
    assert.deepEqual(
      severities.map((severity) => shortSeverity(severity)),
      ['S1', 'S2', 'S3', 'P1', 'P2', 'S0', 'Critical', 'SEV-1 (outage)', ''],
    );
  });

  it("is by the team's own list first", () => {
    const own = ['Red', 'Amber', 'P1'];
    assert.deepEqual(
      ['red', 'Amber', 'P1'].map((severity) => severityRank(severity, own)),
      [1, 2, 3],
    );
  });
});
