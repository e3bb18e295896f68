import assert from 'node:assert/strict';
import { severityRank } from '../../../../src/core/catalog/severity-rank.ts';

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

  it("is by the team's own list first", () => {
    const own = ['Red', 'Amber', 'P1'];
    assert.deepEqual(
      ['red', 'Amber', 'P1'].map((severity) => severityRank(severity, own)),
      [1, 2, 3],
    );
  });
});
