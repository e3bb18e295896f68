import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fit, probabilitiesOf, type FitOptions, type Sample, type Weights } from '../../../../scripts/train/fit.ts';
import { strongest } from '../../../../scripts/train/prune.ts';
import { constant } from '../../../../src/core/document/kind/weighing.ts';
import { kinds, type Kind } from '../../../../src/core/index.ts';

const plain: FitOptions = {
  penalty: { one: 0, two: 0.001 },
  leastRepositories: 1,
  balance: 0,
  steps: 2000,
  most: 1000,
  prior: new Map(),
  ease: () => 1,
};

function sample(repository: string, kind: Kind, ...features: readonly string[]): Sample {
  return { repository, kind, features: new Map(features.map((name) => [name, 1])) };
}

function times(count: number, one: Sample): Sample[] {
  return Array.from({ length: count }, () => one);
}

function probabilities(weights: Weights, ...features: readonly string[]): Readonly<Record<Kind, number>> {
  return probabilitiesOf(new Map(features.map((name) => [name, 1])), weights);
}

/** Three kinds in three repositories, each with a word of its own and one that all have. */
const separable = ['a/a', 'b/b', 'c/c'].flatMap((repository) => [
  sample(repository, 'runbook', 'steps', 'all'),
  sample(repository, 'postmortem', 'timeline', 'all'),
  sample(repository, 'other', 'news', 'all'),
]);

describe('fitting', () => {
  it('separates what can be separated', () => {
    const weights = fit(separable, plain);
    for (const { kind, features } of separable) {
      const found = probabilitiesOf(features, weights);
      assert.ok(found[kind] > 0.9, `${kind}: ${JSON.stringify(found)}`);
    }
    const { runbook, postmortem } = weights.get('steps')!;
    assert.ok(runbook > 1 && postmortem < runbook);
  });

  it('gives the shares of the kinds where features say nothing', () => {
    const samples = ['a/a', 'b/b'].flatMap((repository) => [
      ...times(6, sample(repository, 'other', 'all')),
      ...times(3, sample(repository, 'runbook', 'all')),
      sample(repository, 'postmortem', 'all'),
    ]);
    const found = probabilities(fit(samples, plain), 'all');
    assert.ok(Math.abs(found.other - 0.6) < 0.02 && Math.abs(found.runbook - 0.3) < 0.02, JSON.stringify(found));
  });

  it('lets repositories weigh alike, whatever their size', () => {
    const samples = [...times(99, sample('large/a', 'runbook', 'word')), sample('small/b', 'other', 'word')];
    const found = probabilities(fit(samples, plain), 'word');
    assert.ok(Math.abs(found.runbook - found.other) < 0.02, JSON.stringify(found));
  });

  it('lets kinds weigh alike where it is told to', () => {
    const samples = ['a/a', 'b/b'].flatMap((repository) => [
      ...times(9, sample(repository, 'other', 'word')),
      sample(repository, 'runbook', 'word'),
    ]);
    const found = probabilities(fit(samples, { ...plain, balance: 1 }), 'word');
    assert.ok(Math.abs(found.runbook - found.other) < 0.02, JSON.stringify(found));
  });

  it('lets a sample count as much as it weighs', () => {
    const samples = [
      { ...sample('a/a', 'runbook', 'word'), weight: 0.25 },
      { ...sample('a/a', 'other', 'word'), weight: 0.75 },
    ];
    const found = probabilities(fit(samples, plain), 'word');
    assert.ok(Math.abs(found.runbook - 0.25) < 0.02, JSON.stringify(found));
  });

  it('leaves out features that too few repositories have', () => {
    const samples = [...separable, sample('a/a', 'runbook', 'rare'), sample('a/a', 'runbook', 'rare')];
    const weights = fit(samples, { ...plain, leastRepositories: 2 });
    assert.ok(!weights.has('rare') && weights.has('steps'));
    assert.ok(fit(samples, plain).has('rare'));
  });

  it('does not depend on the order of the samples', () => {
    const one = fit(separable, plain);
    const other = fit(separable.toReversed(), plain);
    for (const [name, { runbook, postmortem }] of one) {
      assert.ok(Math.abs(runbook - other.get(name)!.runbook) < 0.01, name);
      assert.ok(Math.abs(postmortem - other.get(name)!.postmortem) < 0.01, name);
    }
  });

  describe('with a penalty', () => {
    it('on absolute values makes weights zero, but never the constant', () => {
      assert.deepEqual([...fit(separable, { ...plain, penalty: { one: 10, two: 0 } }).keys()], [constant]);
      const some = fit(separable, { ...plain, penalty: { one: 0.03, two: 0 } });
      assert.ok(some.has('steps') && !some.has('all'), [...some.keys()].join());
    });

    it('on squares makes weights small, and keeps them', () => {
      const weights = fit(separable, { ...plain, penalty: { one: 0, two: 10 } });
      const { runbook } = weights.get('steps')!;
      assert.ok(runbook > 0 && runbook < 0.1, String(runbook));
      assert.ok(fit(separable, plain).get('steps')!.runbook > 1);
    });

    it('holds back only the features that it applies to', () => {
      const penalty = { one: 10, two: 10 };
      const weights = fit(separable, { ...plain, penalty, ease: (name) => (name === 'steps' ? 0 : 1) });
      assert.deepEqual(new Set(weights.keys()), new Set([constant, 'steps']));
      assert.ok(weights.get('steps')!.runbook > 1);
    });

    it('pulls towards the prior', () => {
      const prior: Weights = new Map([
        ['steps', { runbook: 2, postmortem: -1 }],
        ['all', { runbook: 0, postmortem: 0 }],
        ['never', { runbook: 5, postmortem: 5 }],
      ]);
      for (const penalty of [
        { one: 10, two: 0 },
        { one: 0, two: 1000 },
      ]) {
        const weights = fit(separable, { ...plain, penalty, prior });
        const { runbook, postmortem } = weights.get('steps')!;
        assert.ok(
          Math.abs(runbook - 2) < 0.02 && Math.abs(postmortem + 1) < 0.02,
          JSON.stringify(weights.get('steps')),
        );
        assert.ok(!weights.has('never'), 'a feature that no document has');
      }
    });

    it('leaves the prior where the labels speak against it', () => {
      const prior: Weights = new Map([['steps', { runbook: -2, postmortem: 2 }]]);
      const found = probabilities(fit(separable, { ...plain, prior }), 'steps', 'all');
      assert.ok(found.runbook > 0.8, JSON.stringify(found));
    });
  });
});

describe('the strongest weights', () => {
  const weights: Weights = new Map([
    [constant, { runbook: -0.1, postmortem: -0.1 }],
    ['strong', { runbook: 2, postmortem: -0.01 }],
    ['weak', { runbook: 0.1, postmortem: 0.2 }],
    ['rare', { runbook: 2.1, postmortem: 0 }],
  ]);
  const samples = [
    ...times(4, sample('a/a', 'runbook', 'strong', 'weak')),
    sample('a/a', 'runbook', 'rare'),
    ...times(5, sample('b/b', 'other', 'strong', 'weak')),
  ];

  it('are kept one by one, by their size and use, with the constant beside them', () => {
    assert.deepEqual(
      [...strongest(weights, samples, 2)],
      [
        [constant, { runbook: -0.1, postmortem: -0.1 }],
        ['strong', { runbook: 2, postmortem: 0 }],
        ['rare', { runbook: 2.1, postmortem: 0 }],
      ],
    );
    assert.deepEqual([...strongest(weights, samples, 0).keys()], [constant]);
  });

  it('are all where there is room', () => {
    assert.deepEqual(strongest(weights, samples, 100), weights);
  });

  it('depend on repositories, not on how many documents each has', () => {
    const many = [
      ...times(500, sample('a/a', 'runbook', 'local')),
      sample('b/b', 'other', 'x'),
      sample('c/c', 'other'),
    ];
    const few = ['b/b', 'c/c', 'd/d'].map((repository) => sample(repository, 'runbook', 'common'));
    const alike: Weights = new Map([
      ['local', { runbook: 1, postmortem: 0 }],
      ['common', { runbook: 1, postmortem: 0 }],
    ]);
    assert.deepEqual([...strongest(alike, [...many, ...few], 1).keys()], [constant, 'common']);
  });
});

describe('the probabilities of weights', () => {
  it('are those that the extension computes at temperature 1, and together 1', () => {
    const weight = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(weight, weight, weight, weight, (a, b, c, d) => {
        const weights: Weights = new Map([
          [constant, { runbook: a, postmortem: b }],
          ['x', { runbook: c, postmortem: d }],
        ]);
        const found = probabilitiesOf(new Map([['x', 0.5]]), weights);
        assert.ok(Math.abs(kinds.reduce((sum, kind) => sum + found[kind], 0) - 1) < 1e-9);
        const odds = Math.exp(a + c / 2 - (b + d / 2));
        assert.ok(Math.abs(found.runbook / found.postmortem / odds - 1) < 1e-6 || found.postmortem < 1e-12);
      }),
    );
  });
});
