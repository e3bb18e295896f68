import { constant, scoresOf, softmax } from '../../src/core/document/kind/weighing.ts';
import { strongest } from './prune.ts';
import type { DocumentKind, Kind } from '../../src/core/index.ts';

/** One labelled document. */
export interface Sample {
  readonly repository: string;
  readonly kind: Kind;
  readonly features: ReadonlyMap<string, number>;
  /** What it counts beside the other documents of its repository; 1 if absent. */
  readonly weight?: number;
}

/** How strongly weights are held back. */
export interface Penalty {
  /** Absolute values: makes weights zero (lasso). */
  readonly one: number;
  /** Squares (ridge). */
  readonly two: number;
}

/** Weights of each feature for the kinds, `other` being the zero that they are compared with. */
export type Weights = ReadonlyMap<string, Readonly<Record<DocumentKind, number>>>;

const kinds = ['runbook', 'postmortem'] as const satisfies readonly DocumentKind[];
const classes = kinds.length;

interface Rows {
  /** Names of the columns; column 0 is the constant. */
  readonly names: readonly string[];
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly targets: Int8Array;
  readonly shares: Float64Array;
}

/** Options of a fit. */
export interface FitOptions {
  readonly penalty: Penalty;
  /** A feature counts if it occurs in at least this many repositories. */
  readonly leastRepositories: number;
  /** From 0 (documents weigh alike within a repository) to 1 (kinds weigh alike). */
  readonly balance: number;
  /** Few steps hold weights back, too. */
  readonly steps: number;
  /** The number of weights that are kept. */
  readonly most: number;
  /** Weights that the penalty pulls towards, rather than to 0. */
  readonly prior: Weights;
  /** How much of the penalty applies to a feature, from 0 to 1. */
  readonly ease: (feature: string) => number;
}

/**
 * Fits a multinomial logistic regression with an elastic net by accelerated proximal gradient steps (FISTA; Beck and Teboulle 2009, with
 * the restart of O'Donoghue and Candès 2015), and keeps the strongest weights. Repositories weigh alike, whatever their number of documents.
 */
export function fit(samples: readonly Sample[], options: FitOptions): Weights {
  return strongest(fitAll(samples, options), samples, options.most);
}

function fitAll(samples: readonly Sample[], options: FitOptions): Weights {
  const rows = rowsOf(samples, options);
  const size = rows.names.length * classes;
  const centre = Float64Array.from(
    rows.names.flatMap((name) => {
      const { runbook = 0, postmortem = 0 } = options.prior.get(name) ?? {};
      return [runbook, postmortem];
    }),
  );
  let weights = centre.slice();
  let ahead = centre.slice();
  let momentum = 1;
  const step = 1 / (0.5 * largestNorm(rows) + options.penalty.two);
  const gradient = new Float64Array(size);
  const heldBack = rows.names.map((name) => (name === constant ? 0 : options.ease(name)));
  for (let round = 0; round < options.steps; round += 1) {
    slope(rows, ahead, gradient);
    const next = new Float64Array(size);
    let turned = 0;
    for (let index = 0; index < size; index += 1) {
      const held = heldBack[Math.floor(index / classes)]!;
      const distance = ahead[index]! - centre[index]!;
      const moved = distance - step * (gradient[index]! + held * options.penalty.two * distance);
      const cut = held * step * options.penalty.one;
      next[index] = centre[index]! + Math.sign(moved) * Math.max(0, Math.abs(moved) - cut);
      turned += (ahead[index]! - next[index]!) * (next[index]! - weights[index]!);
    }
    const after = turned > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = turned > 0 ? 0 : (momentum - 1) / after;
    let change = 0;
    for (let index = 0; index < size; index += 1) {
      const difference = next[index]! - weights[index]!;
      change = Math.max(change, Math.abs(difference));
      ahead[index] = next[index]! + push * difference;
    }
    weights = next;
    momentum = after;
    if (change < 2e-4 && round > 20) {
      break;
    }
  }
  const found = new Map<string, Record<DocumentKind, number>>();
  rows.names.forEach((name, column) => {
    const [runbook = 0, postmortem = 0] = weights.subarray(column * classes, column * classes + classes);
    if (runbook !== 0 || postmortem !== 0) {
      found.set(name, { runbook, postmortem });
    }
  });
  return found;
}

function rowsOf(samples: readonly Sample[], { leastRepositories, balance }: FitOptions): Rows {
  const repositories = new Map<string, Set<string>>();
  for (const { repository, features } of samples) {
    for (const name of features.keys()) {
      const found = repositories.get(name) ?? new Set();
      repositories.set(name, found.add(repository));
    }
  }
  const names = [
    constant,
    ...[...repositories]
      .filter(([, found]) => found.size >= leastRepositories)
      .map(([name]) => name)
      .toSorted(),
  ];
  const columnOf = new Map(names.map((name, index) => [name, index]));
  const starts = new Int32Array(samples.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  samples.forEach(({ features }, row) => {
    columns.push(0);
    values.push(1);
    for (const [name, value] of features) {
      const column = columnOf.get(name);
      if (column !== undefined) {
        columns.push(column);
        values.push(value);
      }
    }
    starts[row + 1] = columns.length;
  });
  return {
    names,
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    targets: Int8Array.from(samples, ({ kind }) => kinds.indexOf(kind as DocumentKind)),
    shares: sharesOf(samples, balance),
  };
}

/** What each sample weighs; together 1. */
function sharesOf(samples: readonly Sample[], balance: number): Float64Array {
  const counts = new Map<string, number>();
  samples.forEach(({ repository, weight = 1 }) => counts.set(repository, (counts.get(repository) ?? 0) + weight));
  const own = samples.map(({ repository, weight = 1 }) => weight / counts.get(repository)!);
  const perKind = new Map<Kind, number>();
  samples.forEach(({ kind }, index) => perKind.set(kind, (perKind.get(kind) ?? 0) + own[index]!));
  const balanced = samples.map(({ kind }, index) => own[index]! / perKind.get(kind)! ** balance);
  const sum = balanced.reduce((total, share) => total + share, 0);
  return Float64Array.from(balanced, (share) => share / sum);
}

/** A bound on the curvature: the greatest weighted mean of squared norms is no more than the greatest squared norm. */
function largestNorm({ starts, values, shares }: Rows): number {
  let weighted = 0;
  for (let row = 0; row < shares.length; row += 1) {
    let norm = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      norm += values[at]! * values[at]!;
    }
    weighted += shares[row]! * norm;
  }
  return weighted;
}

/** Writes the gradient of the mean negative log-likelihood. */
function slope(
  { starts, columns, values, targets, shares }: Rows,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  gradient.fill(0);
  for (let row = 0; row < shares.length; row += 1) {
    let a = 0;
    let b = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const index = columns[at]! * classes;
      a += weights[index]! * values[at]!;
      b += weights[index + 1]! * values[at]!;
    }
    const most = Math.max(0, a, b);
    const ea = Math.exp(a - most);
    const eb = Math.exp(b - most);
    const total = ea + eb + Math.exp(-most);
    const ga = shares[row]! * (ea / total - (targets[row] === 0 ? 1 : 0));
    const gb = shares[row]! * (eb / total - (targets[row] === 1 ? 1 : 0));
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const index = columns[at]! * classes;
      gradient[index] = gradient[index]! + ga * values[at]!;
      gradient[index + 1] = gradient[index + 1]! + gb * values[at]!;
    }
  }
}

/** Probabilities of a document's kinds. */
export type Probabilities = Readonly<Record<Kind, number>>;

/** Returns the probabilities of the kinds by these weights. */
export function probabilitiesOf(features: ReadonlyMap<string, number>, weights: Weights): Probabilities {
  return softmax(scoresOf(features, weights));
}
