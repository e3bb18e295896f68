import assert from 'node:assert/strict';
import { parseAlertLabels } from '../../../../scripts/corpus/alerts/labels.ts';
import { meanOver, scoreAlerts, type ReadAlert } from '../../../../scripts/corpus/alerts/score.ts';

const header = 'repo,rule_file,line,alert,severity,link_raw,link_state,target,link_key,line_alt,also_accept,scope\n';
const labels = parseAlertLabels(
  `${header}a/b,r.yaml,3,A,,,resolved,docs/a.md#X,runbook_url,1,unreadable,\na/b,r.yaml,9,B,,,none,,,,dead,\na/b,t.yaml,2,T,,,none,,,,,test\n`,
  'labels.csv',
);
const alert = (line: number, name: string, state: ReadAlert['state'], target?: string): ReadAlert => ({
  path: 'r.yaml',
  line,
  name,
  state,
  target,
});

describe('the score of alerts', () => {
  it('counts states and targets, without regard to the case of anchors', () => {
    const score = scoreAlerts('a/b', labels, [alert(3, 'A', 'resolved', 'docs/a.md#x'), alert(9, 'B', 'none')]);
    assert.deepEqual([score.found, score.states, score.targets, score.leftOut, score.wrong], [2, 2, 2, 1, []]);
    assert.equal(
      meanOver([score], ({ states }) => states),
      1,
    );
  });

  it('accepts the other line and the other state', () => {
    const score = scoreAlerts('a/b', labels, [alert(1, 'A', 'pattern'), alert(9, 'B', 'dead', 'TBD')]);
    assert.deepEqual([score.states, score.targets], [2, 2]);
  });

  it('names what is wrong, missing or too much', () => {
    const score = scoreAlerts('a/b', labels, [alert(3, 'A', 'resolved', 'docs/b.md#x'), alert(30, 'C', 'none')]);
    assert.deepEqual([score.states, score.targets, score.extra.length], [1, 0, 1]);
    assert.deepEqual(score.wrong, [
      'r.yaml:3 A: resolved docs/b.md#x, not resolved|pattern docs/a.md#X',
      'r.yaml:9 B: not found',
    ]);
  });
});
