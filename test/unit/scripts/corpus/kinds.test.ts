import assert from 'node:assert/strict';
import { parseLabels, parsePaths } from '../../../../scripts/corpus/kinds/labels.ts';
import type { Outcome } from '../../../../scripts/corpus/kinds/outcomes.ts';
import { reliabilityOf } from '../../../../scripts/corpus/kinds/reliability.ts';
import { scoreOf } from '../../../../scripts/corpus/kinds/score.ts';

describe('labels of kinds', () => {
  it('have a path with the repository, and may be left out', () => {
    const without = new Set(parsePaths('path,why\na__b/y.md,a policy\n', 'w.csv'));
    assert.deepEqual(parseLabels('path,kind\na__b/docs/x.md,runbook\na__b/y.md,other\n', 'x.csv', without), {
      labels: [{ repository: 'a__b', path: 'docs/x.md', kind: 'runbook' }],
      ambiguous: 1,
    });
  });

  it('may have a repository and the checksum of a text; ambiguous ones are counted, whatever their kind', () => {
    const text =
      'repository,path,sha256,kind,ambiguous,second_reader\na/b_c,x.md,12ab,postmortem,,other\na/b_c,y.md,34cd,,yes,\n';
    assert.deepEqual(parseLabels(text, 'x.csv'), {
      labels: [{ repository: 'a__b_c', path: 'x.md', kind: 'postmortem', sha256: '12ab' }],
      ambiguous: 1,
    });
  });

  it('are refused with an unknown kind, without a repository, and if there are two of one document', () => {
    assert.throws(() => parseLabels('path,kind\na__b/x.md,playbook\n', 'x.csv'), /kind "playbook" of a__b\/x\.md/);
    assert.throws(() => parseLabels('path,kind\nx.md,other\n', 'x.csv'), /x\.md does not start with the folder/);
    assert.throws(() => parseLabels('path,kind\na__b/x,other\na__b/x,runbook\n', 'x.csv'), /a__b\/x has two labels/);
  });
});

function outcome(repository: string, label: Outcome['label'], rest: Partial<Outcome> = {}): Outcome {
  return { repository, path: 'x.md', label, kind: 'other', why: 'it is short', ...rest };
}

const outcomes = [
  outcome('a', 'runbook', { kind: 'runbook', probability: 1 }),
  outcome('a', 'runbook', { possible: 'runbook', probability: 0.55 }),
  outcome('a', 'other', { possible: 'postmortem', probability: 0.45 }),
  outcome('a', 'other', { probability: 0.95 }),
  outcome('b', 'postmortem', { kind: 'runbook', probability: 0.97 }),
  outcome('b', 'other'),
];

describe('the score of kinds', () => {
  const score = scoreOf(outcomes);

  it('takes what is possibly a document as other, then as the kind, then as the likelier', () => {
    assert.deepEqual(score.all, { right: 4, total: 6 });
    assert.deepEqual(score.asPossible, { right: 4, total: 6 });
    assert.deepEqual(score.asLikelier, { right: 5, total: 6 });
  });

  it('tells decided documents from possible ones', () => {
    assert.deepEqual(score.decided, { right: 3, total: 4 });
    assert.deepEqual(score.possible, { right: 1, total: 2 });
  });

  it('weighs repositories alike', () => {
    assert.deepEqual(score.repositories, [
      { repository: 'a', right: 3, total: 4 },
      { repository: 'b', right: 1, total: 2 },
    ]);
    assert.equal(score.mean, 0.625);
  });

  it('counts labels by answer, and lists what differs', () => {
    assert.equal(score.confusion.runbook['possibly runbook'], 1);
    assert.equal(score.confusion.postmortem.runbook, 1);
    assert.equal(score.confusion.other.other, 2);
    assert.deepEqual(score.misses, [outcomes[1], outcomes[4]]);
  });

  it('compares probabilities with how often they are right, those of possible kinds too', () => {
    const { bins, error, without } = reliabilityOf(outcomes);
    assert.equal(bins.length, 10);
    assert.deepEqual(
      bins.filter(({ documents }) => documents > 0).map(({ from, documents }) => [from, documents]),
      [
        [0.4, 1],
        [0.5, 1],
        [0.9, 3],
      ],
    );
    const last = bins.at(-1);
    assert.ok(last !== undefined && Math.abs(last.stated - 2.92 / 3) < 1e-9 && last.right === 2 / 3);
    assert.ok(Math.abs(error - (0.45 + 0.45 + 3 * (2.92 / 3 - 2 / 3)) / 5) < 1e-9);
    assert.equal(without, 1);
    assert.equal(reliabilityOf([]).error, 0);
  });
});
