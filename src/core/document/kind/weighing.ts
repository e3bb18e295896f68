import { kinds, type DocumentKind, type Kind } from '../../vocabulary/kind.ts';
import { fitted } from './weights.ts';
import { once } from '../../util/memo.ts';

/** Log-odds of each kind of document against `other`. */
export type Scores = Readonly<Record<DocumentKind, number>>;

/** The name of the constant term among the weights. */
export const constant = '(constant)';

/** The fitted weights by feature. The table has one line for each group of features; its numbers are hundredths. */
const weights = once((): ReadonlyMap<string, Scores> => readWeights(fitted.table));

/** Reads a table of weights: `group,name runbook postmortem,name …` on each line; a missing number is 0. */
export function readWeights(table: string): ReadonlyMap<string, Scores> {
  const found = new Map<string, Scores>();
  for (const line of table.trim().split('\n')) {
    const [group = '', ...rest] = line.split(',');
    for (const entry of rest) {
      const [name = '', runbook = '0', postmortem = '0'] = entry.split(' ');
      found.set(`${group}${name}`, { runbook: Number(runbook) / 100, postmortem: Number(postmortem) / 100 });
    }
  }
  return found;
}

/** Returns what a feature adds to the scores; undefined if it has no weight. */
export function weightOf(feature: string): Scores | undefined {
  return weights().get(feature);
}

/**
 * Returns the scores of features together, with the constant term.
 * @param by other weights than the fitted ones.
 */
export function scoresOf(
  features: Iterable<readonly [name: string, value: number]>,
  by: ReadonlyMap<string, Scores> = weights(),
): Scores {
  let { runbook, postmortem } = by.get(constant) ?? { runbook: 0, postmortem: 0 };
  for (const [name, value] of features) {
    const weight = by.get(name);
    if (weight !== undefined) {
      runbook += weight.runbook * value;
      postmortem += weight.postmortem * value;
    }
  }
  return { runbook, postmortem };
}

/** Returns the probabilities of the kinds, which are together 1. They are calibrated: of documents at 0.8, four in five are of that kind. */
export function probabilitiesOf({ runbook, postmortem }: Scores): Readonly<Record<Kind, number>> {
  return softmax({ runbook: runbook / fitted.temperature, postmortem: postmortem / fitted.temperature });
}

/** Returns the probabilities that scores stand for as they are: those of a multinomial logistic model with `other` at 0. */
export function softmax(scores: Scores): Readonly<Record<Kind, number>> {
  const of = (kind: Kind): number => (kind === 'other' ? 0 : scores[kind]);
  const most = Math.max(...kinds.map(of));
  const total = kinds.reduce((sum, kind) => sum + Math.exp(of(kind) - most), 0);
  const share = (kind: Kind): number => Math.exp(of(kind) - most) / total;
  return { runbook: share('runbook'), postmortem: share('postmortem'), other: share('other') };
}
