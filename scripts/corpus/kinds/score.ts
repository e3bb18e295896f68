import { documentKinds, kinds, type DocumentKind, type Kind } from '../../../src/core/index.ts';
import type { Outcome } from './outcomes.ts';
import { reliabilityOf, type Reliability } from './reliability.ts';

/** Right ones of all. */
export interface Tally {
  readonly right: number;
  readonly total: number;
}

/** An answer of the classifier: a kind, or that a document is possibly of one. */
export type Answer = Kind | `possibly ${DocumentKind}`;

export const answers: readonly Answer[] = [
  ...kinds,
  ...documentKinds.map((kind) => `possibly ${kind}` satisfies Answer as Answer),
];

/** How well the kinds of labelled documents are known. */
export interface KindScore {
  /** The kind as users get it: what is possibly a runbook is `other`. */
  readonly all: Tally;
  readonly repositories: ReadonlyArray<Tally & { readonly repository: string }>;
  /** The mean of the shares of the repositories, which weigh alike. */
  readonly mean: number;
  /** Documents with one kind and no other possible one. */
  readonly decided: Tally;
  /** Documents that are possibly of a kind; right if it is that of the label. */
  readonly possible: Tally;
  /** All documents, where a possible kind counts as the kind. */
  readonly asPossible: Tally;
  /** All documents, where a possible kind counts as the kind from a probability of one half. */
  readonly asLikelier: Tally;
  readonly reliability: Reliability;
  /** By label, then answer. */
  readonly confusion: Readonly<Record<Kind, Readonly<Record<Answer, number>>>>;
  readonly misses: readonly Outcome[];
}

/** Scores what documents are taken for. */
export function scoreOf(outcomes: readonly Outcome[]): KindScore {
  const names = [...new Set(outcomes.map(({ repository }) => repository))];
  const repositories = names.map((repository) => ({
    repository,
    ...tally(outcomes.filter((outcome) => outcome.repository === repository)),
  }));
  const possible = outcomes.filter((outcome) => outcome.possible !== undefined);
  return {
    all: tally(outcomes),
    repositories,
    mean: repositories.reduce((sum, each) => sum + shareOf(each), 0) / repositories.length,
    decided: tally(outcomes.filter((outcome) => outcome.possible === undefined)),
    possible: tally(possible, (outcome) => outcome.possible),
    asPossible: tally(outcomes, (outcome) => outcome.possible ?? outcome.kind),
    asLikelier: tally(
      outcomes,
      ({ kind, possible, probability = 0 }) => (probability >= 0.5 ? possible : kind) ?? kind,
    ),
    reliability: reliabilityOf(outcomes),
    confusion: record(kinds, (label) =>
      record(
        answers,
        (answer) => outcomes.filter((outcome) => outcome.label === label && answerOf(outcome) === answer).length,
      ),
    ),
    misses: outcomes.filter((outcome) => outcome.label !== outcome.kind),
  };
}

/** Returns what the classifier says of a document. */
export function answerOf({ kind, possible }: Pick<Outcome, 'kind' | 'possible'>): Answer {
  return possible === undefined ? kind : `possibly ${possible}`;
}

/** Returns the share of right ones; not a number if there are none at all. */
export function shareOf({ right, total }: Tally): number {
  return right / total;
}

function tally(
  outcomes: readonly Outcome[],
  taken: (outcome: Outcome) => Kind | undefined = ({ kind }) => kind,
): Tally {
  return { right: outcomes.filter((outcome) => taken(outcome) === outcome.label).length, total: outcomes.length };
}

function record<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
