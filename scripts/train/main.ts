// npm run train -- ROOT…             fits the weights anew and writes them, with the figures of leaving out each repository
// npm run train -- ROOT… --folds N   the figures of leaving out N groups of repositories, which is quicker; writes nothing
// npm run train -- ROOT… --final     scores the weights that are there on the repositories that were kept for it
// Each ROOT has a folder OWNER__NAME for each repository of training/repositories.csv, at the commit that is named there.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { constant, probabilitiesOf as weighed, readWeights, scoresOf } from '../../src/core/document/kind/weighing.ts';
import { fitted } from '../../src/core/document/kind/weights.ts';
import { figuresOf, type Bounds } from './figures.ts';
import type { FitOptions } from './fit.ts';
import { labelsFile, readLabels } from './labels.ts';
import { readSamples, type LabelledSample } from './samples.ts';
import { tableOf, weightsIn } from './table.ts';
import { bestTemperature, cooled, fitOn, leaveOut } from './validate.ts';

/** Words are many and each is rare, so they are held back in full. */
const isWord = /^(?:title|first|name|folder|heading|label|text|key|value):/;

/**
 * What three points of hand evidence weigh before anything is fitted. It decides where there is little else: labelled documents are seldom as short as those
 * that people have just begun.
 */
const handWeight = 3;

/** And what a folder for the kind weighs beside that, where nothing speaks against it. */
const folderWeight = 1;

/** Chosen by leaving out one repository after the other. The fit begins at zero and draws nothing at random, so it has no seed. */
const options: FitOptions = {
  penalty: { one: 0.0001, two: 0.001 },
  leastRepositories: 4,
  balance: 0.5,
  steps: 300,
  most: 1990,
  prior: new Map([
    [constant, { runbook: -handWeight, postmortem: -handWeight }],
    ['runbook.sum', { runbook: handWeight, postmortem: 0 }],
    ['postmortem.sum', { runbook: 0, postmortem: handWeight }],
    ['runbook.unopposed', { runbook: folderWeight, postmortem: 0 }],
    ['postmortem.unopposed', { runbook: 0, postmortem: folderWeight }],
    ['against.sum', { runbook: -handWeight, postmortem: -handWeight }],
  ]),
  ease: (feature) => (isWord.test(feature) ? 1 : 0.3),
};

const bounds: Bounds = { decided: 0.66, possible: 0.34 };

const weightsFile = path.join(import.meta.dirname, '..', '..', 'src', 'core', 'document', 'kind', 'weights.ts');

const { positionals: roots, values } = parseArgs({
  allowPositionals: true,
  options: { folds: { type: 'string' }, final: { type: 'boolean' } },
});
if (roots.length === 0) {
  console.error('Usage: npm run train -- ROOT… [--folds N | --final]');
  process.exitCode = 1;
} else {
  const labels = (await readLabels()).filter(({ final }) => final === (values.final === true));
  const { samples, missing } = await readSamples(labels, roots);
  if (missing.length > 0) {
    console.log(`${missing.length} labelled files were not found, or have changed:`);
    missing.forEach((file) => console.log(`  ${file}`));
  }
  const scored = samples.filter(({ ambiguous }) => !ambiguous);
  if (values.final === true) {
    printFinal(scored);
  } else {
    await train(scored, values.folds === undefined ? undefined : Number(values.folds));
  }
}

function printFinal(samples: readonly LabelledSample[]): void {
  const other = { runbook: 0, postmortem: 0, other: 1 };
  const predictions = samples.map((sample) => ({
    sample,
    probabilities: sample.settled ? other : weighed(scoresOf(sample.features)),
  }));
  figuresOf(predictions, fitted.bounds).forEach((line) => console.log(line));
}

async function train(samples: readonly LabelledSample[], folds: number | undefined): Promise<void> {
  const raw = leaveOut(samples, options, folds);
  const temperature = Number(bestTemperature(raw).toFixed(2));
  const predictions = raw.map((one) => ({ ...one, probabilities: cooled(one.probabilities, temperature) }));
  const figures = figuresOf(predictions, bounds);
  figures.forEach((line) => console.log(line));
  const table = tableOf(fitOn(samples, options));
  console.log(
    `\ntemperature ${temperature}; ${weightsIn(table)} weights, ${readWeights(table).size} features, ${table.length} characters`,
  );
  if (folds === undefined) {
    await writeFile(weightsFile, await moduleOf(table, temperature, figures));
  }
}

async function moduleOf(table: string, temperature: number, figures: readonly string[]): Promise<string> {
  const labels = createHash('sha256')
    .update(await readFile(labelsFile))
    .digest('hex');
  const summary = figures.filter((line) => /^(?:documents|right|possible)/.test(line));
  return `// Written by \`npm run train\`; do not edit. Each repository left out in turn:
${summary.map((line) => `//   ${line}`).join('\n')}

/** The fitted weights of the features that show the kind of a document. */
export const fitted = {
  /** SHA-256 of training/labels.csv, by which they were fitted. */
  labels: '${labels}',
  /** Scores are divided by it, so that probabilities are as sure as they are right. */
  temperature: ${temperature},
  /** Of the probability of the likelier kind of document: from where on it has that kind, and from where on it is possible. */
  bounds: { decided: ${bounds.decided}, possible: ${bounds.possible} },
  /** For each group of features its names, each with the weight for runbooks and, unless it is 0, for postmortems, in hundredths. */
  table: [
${table
  .split('\n')
  .map((line) => `    ${JSON.stringify(line)},\n`)
  .join('')}  ].join('\\n'),
};
`;
}
