import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { labelsFile } from '../../../../../scripts/train/labels.ts';
import type { Weights } from '../../../../../scripts/train/fit.ts';
import { tableOf, weightsIn } from '../../../../../scripts/train/table.ts';
import { constant, probabilitiesOf, readWeights, scoresOf } from '../../../../../src/core/document/kind/weighing.ts';
import { fitted } from '../../../../../src/core/document/kind/weights.ts';
import { examples } from '../../../support/examples.ts';

const weightsFile = path.join(import.meta.dirname, '../../../../../src/core/document/kind/weights.ts');

/** The groups that features.ts, measures.ts and neighbours.ts make. */
const groups = new Set(
  'runbook. postmortem. against. runbook§ postmortem§ # title: first: name: folder: heading: label: text: key: value: beside: alike: headed:'.split(
    ' ',
  ),
);

describe('the fitted weights', () => {
  it('belong to the labels', async () => {
    const labels = createHash('sha256')
      .update(await readFile(labelsFile))
      .digest('hex');
    assert.equal(fitted.labels, labels, 'training/labels.csv has changed since the weights were fitted: npm run train');
  });

  it('are of groups of features that documents have, and of the constant', () => {
    const names = fitted.table.split('\n').map((line) => line.slice(0, line.indexOf(',')));
    assert.deepEqual(
      names.filter((name) => name !== '' && !groups.has(name)),
      [],
    );
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(
      [...readWeights(fitted.table).keys()].filter((name) => !/[#.:§]/.test(name)),
      [constant],
    );
  });

  it('are few and small', async () => {
    assert.ok(weightsIn(fitted.table) <= 2000, `${weightsIn(fitted.table)} weights`);
    const { length } = await readFile(weightsFile);
    assert.ok(length <= 60_000, `${length} bytes`);
  });

  it('are numbers, none so great that one feature decides alone, and none that says nothing', () => {
    for (const [name, { runbook, postmortem }] of readWeights(fitted.table)) {
      assert.ok(Math.abs(runbook) <= 5 && Math.abs(postmortem) <= 5, `${name}: ${runbook} ${postmortem}`);
      assert.ok(runbook !== 0 || postmortem !== 0, `${name} has no weight`);
    }
  });

  it('have bounds in order', () => {
    const { decided, possible } = fitted.bounds;
    assert.ok(0 < possible && possible < decided && decided < 1);
    assert.ok(decided > 0.5, 'a document could have two kinds');
    assert.ok(fitted.temperature >= 0.5 && fitted.temperature <= 3);
  });
});

describe('a table of weights', () => {
  const weight = fc.integer({ min: -600, max: 600 }).map((hundredths) => hundredths / 100);
  const name = fc.oneof(
    fc.constantFrom(constant, 'runbook.folder', 'against.sum', 'postmortem§root-cause', "text:it's", 'key:review_in'),
    fc
      .tuple(fc.constantFrom(...groups), fc.stringMatching(/^[a-z0é手']{1,9}$/))
      .map(([group, word]) => `${group}${word}`),
  );
  const weights: fc.Arbitrary<Weights> = fc
    .array(fc.tuple(name, fc.record({ runbook: weight, postmortem: weight })), { maxLength: 40 })
    .map((entries) => new Map(entries));

  it('is read as it was written, but for weights of nothing', () => {
    fc.assert(
      fc.property(weights, (written) => {
        const read = readWeights(tableOf(written));
        for (const [feature, { runbook, postmortem }] of written) {
          const found = read.get(feature) ?? { runbook: 0, postmortem: 0 };
          assert.ok(
            found.runbook === runbook && found.postmortem === postmortem,
            `${feature} ${JSON.stringify(found)}`,
          );
        }
        const some = [...written].filter(([, { runbook, postmortem }]) => runbook !== 0 || postmortem !== 0);
        assert.deepEqual([...read.keys()].toSorted(), some.map(([feature]) => feature).toSorted());
        assert.equal(
          weightsIn(tableOf(written)),
          some.flatMap(([, pair]) => Object.values(pair)).filter((one) => one !== 0).length,
        );
      }),
      { numRuns: examples(500) },
    );
  });

  it('keeps hundredths and drops what rounds to nothing', () => {
    const table = tableOf(
      new Map([
        ['title:a', { runbook: 1.234, postmortem: -0.004 }],
        ['title:b', { runbook: 0.004, postmortem: -0.004 }],
        ['#past', { runbook: -0.001, postmortem: 2 }],
        [constant, { runbook: -3, postmortem: 0 }],
      ]),
    );
    assert.equal(table, '#,past 0 200\n,(constant) -300\ntitle:,a 123');
    assert.equal(weightsIn(table), 3);
  });

  it('is the same in whatever order the weights are given', () => {
    fc.assert(
      fc.property(weights, (written) => assert.equal(tableOf(new Map([...written].reverse())), tableOf(written))),
    );
  });
});

describe('scores and probabilities', () => {
  it('of nothing are those of the constant', () => {
    assert.deepEqual(scoresOf([]), readWeights(fitted.table).get(constant));
    assert.deepEqual(scoresOf([['title:no-such-word-anywhere', 1]]), scoresOf([]));
  });

  it('are probabilities, together 1, in the order of the scores', () => {
    const score = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(score, score, (runbook, postmortem) => {
        const all = probabilitiesOf({ runbook, postmortem });
        const values = Object.values(all);
        assert.ok(values.every((one) => one >= 0 && one <= 1));
        assert.ok(Math.abs(values.reduce((sum, one) => sum + one, 0) - 1) < 1e-9);
        assert.ok(runbook <= postmortem || all.runbook >= all.postmortem);
        assert.ok(runbook <= 0 || all.runbook >= all.other);
      }),
      { numRuns: examples(500) },
    );
  });
});
