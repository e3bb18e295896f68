import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FitOptions } from '../../../../scripts/train/fit.ts';
import { figuresOf } from '../../../../scripts/train/figures.ts';
import type { LabelledSample } from '../../../../scripts/train/samples.ts';
import {
  bestTemperature,
  cooled,
  fitOn,
  leaveOut,
  likeliest,
  meanOver,
  type Prediction,
} from '../../../../scripts/train/validate.ts';
import { kinds, type Kind } from '../../../../src/core/index.ts';

const options: FitOptions = {
  penalty: { one: 0, two: 0.001 },
  leastRepositories: 1,
  balance: 0,
  steps: 500,
  most: 100,
  prior: new Map(),
  ease: () => 1,
};

function sample(repository: string, kind: Kind, features: readonly string[] = [], more = {}): LabelledSample {
  const values = new Map(features.map((name) => [name, 1]));
  const path = `${features.join('-')}.md`;
  return {
    repository,
    kind,
    path,
    features: values,
    ambiguous: false,
    final: false,
    settled: false,
    begun: [],
    ...more,
  };
}

/** A prediction that says how likely a runbook and a postmortem are. */
function predicted(repository: string, kind: Kind, runbook: number, postmortem = 0): Prediction {
  return {
    sample: sample(repository, kind),
    probabilities: { runbook, postmortem, other: 1 - runbook - postmortem },
  };
}

describe('leaving out repositories', () => {
  const samples = ['a/a', 'b/b', 'c/c'].flatMap((repository) => [
    sample(repository, 'runbook', ['steps', `only-${repository}`]),
    sample(repository, 'other', ['news']),
  ]);

  it('says of each document what the others make of it', () => {
    const predictions = leaveOut(samples, options);
    assert.deepEqual(new Set(predictions.map(({ sample: one }) => one)), new Set(samples));
    assert.ok(predictions.every(({ sample: one, probabilities }) => likeliest(probabilities) === one.kind));
  });

  it('knows nothing that only the repository itself says', () => {
    const odd = ['a/a', 'b/b', 'c/c'].flatMap((repository) => [
      sample(repository, repository === 'a/a' ? 'postmortem' : 'runbook', ['steps']),
      sample(repository, 'other', ['news']),
    ]);
    const wrong = leaveOut(odd, options).find(({ sample: one }) => one.kind === 'postmortem');
    assert.equal(wrong && likeliest(wrong.probabilities), 'runbook');
  });

  it('can leave out groups of them, each document once', () => {
    for (const groups of [1, 2, 3, 50]) {
      const predictions = leaveOut([...samples, sample('d/d', 'other', ['news'])], options, groups);
      assert.equal(predictions.length, samples.length + 1);
    }
  });

  it('does not weigh what is settled, and does not fit on it', () => {
    const settled = [
      ...samples,
      ...['a/a', 'b/b'].map((one) => sample(one, 'runbook', ['template'], { settled: true })),
    ];
    const found = leaveOut(settled, options).filter(({ sample: one }) => one.settled);
    assert.ok(found.every(({ probabilities }) => probabilities.other === 1));
    assert.ok(!fitOn(settled, options).has('template'));
  });

  it('fits on documents as they were begun, too, which count less', () => {
    const begun = ['a/a', 'b/b'].flatMap((repository) => [
      sample(repository, 'runbook', ['steps'], { begun: [new Map([['title', 1]])] }),
      sample(repository, 'other', ['news']),
    ]);
    const weights = fitOn(begun, options);
    assert.ok(weights.get('title')!.runbook > 0);
    assert.ok(weights.get('title')!.runbook < weights.get('steps')!.runbook);
  });
});

describe('the temperature', () => {
  const probabilities = fc
    .tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }))
    .map(([a, b]) => ({ runbook: a / (a + b + 0.5), postmortem: b / (a + b + 0.5), other: 0.5 / (a + b + 0.5) }));

  it('keeps the order of the kinds and their sum; 1 changes nothing', () => {
    fc.assert(
      fc.property(probabilities, fc.double({ min: 0.5, max: 3, noNaN: true }), (before, temperature) => {
        const after = cooled(before, temperature);
        assert.ok(Math.abs(kinds.reduce((sum, kind) => sum + after[kind], 0) - 1) < 1e-9);
        assert.ok(kinds.every((a) => kinds.every((b) => before[a] < before[b] || after[a] >= after[b] - 1e-12)));
        assert.ok(kinds.every((kind) => Math.abs(cooled(before, 1)[kind] - before[kind]) < 1e-9));
        const most = Math.max(...Object.values(before));
        assert.ok(temperature <= 1 || Math.max(...Object.values(after)) <= most + 1e-12, 'hotter is less sure');
      }),
    );
  });

  it('is above 1 for what is too sure, below 1 for what is too careful, and about 1 for what is right', () => {
    const said = (probability: number, right: number): Prediction[] =>
      Array.from({ length: 100 }, (_, index) => predicted('a/a', index < right ? 'runbook' : 'other', probability));
    assert.ok(bestTemperature(said(0.99, 70)) > 2);
    assert.ok(bestTemperature(said(0.6, 95)) < 0.7);
    assert.ok(Math.abs(bestTemperature(said(0.8, 80)) - 1) < 0.06);
  });

  it('is that of repositories, not of the documents of the largest', () => {
    const large = Array.from({ length: 500 }, () => predicted('a/a', 'other', 0.99));
    const alike = bestTemperature([...large.slice(0, 1), predicted('b/b', 'runbook', 0.7)]);
    assert.equal(bestTemperature([...large, predicted('b/b', 'runbook', 0.7)]), alike);
  });

  it('is found where something was said to be impossible', () => {
    assert.ok(Number.isFinite(bestTemperature([predicted('a/a', 'postmortem', 1)])));
  });
});

describe('the mean over repositories', () => {
  it('counts each repository once', () => {
    const many = Array.from({ length: 9 }, () => predicted('a/a', 'other', 0));
    assert.equal(
      meanOver([...many, predicted('b/b', 'runbook', 1)], ({ probabilities }) => probabilities.runbook),
      0.5,
    );
  });
});

describe('the figures', () => {
  const bounds = { decided: 0.7, possible: 0.3 };
  const predictions = [
    predicted('good/a', 'runbook', 0.9),
    predicted('good/a', 'other', 0.1),
    predicted('good/a', 'other', 0.05, 0.05),
    predicted('good/a', 'postmortem', 0.1, 0.8),
    predicted('half/b', 'runbook', 0.6),
    predicted('half/b', 'other', 0.4, 0.5),
  ];
  const lines = figuresOf(predictions, bounds);
  const line = (start: string): string => lines.find((one) => one.startsWith(start)) ?? '';

  it('tell of each repository, the worst first', () => {
    assert.deepEqual(lines.slice(0, 2), [
      '  50.0 %  half/b (1 of 2, 2 possible)',
      ' 100.0 %  good/a (4 of 4, 0 possible)',
    ]);
  });

  it('tell how many are right, of all and of the decided, repositories alike', () => {
    assert.match(line('documents'), /6, 2 repositories$/);
    assert.match(line('right, possible as likelier kind'), / 75\.0 % /);
    assert.match(line('right of the decided'), / 100\.0 %$/);
    assert.match(line('possible'), / 50\.0 %$/);
  });

  it('tell how often it is so where something was said', () => {
    assert.match(line('90–100 %'), /90\.0 % +100\.0 % +\d+$/);
    const counted = lines.flatMap((one) => /^\d+–\d+ %.*?(\d+)$/.exec(one)?.[1] ?? []);
    assert.equal(counted.length, 10);
    assert.equal(
      counted.reduce((sum, one) => sum + Number(one), 0),
      predictions.length * kinds.length,
    );
  });
});
