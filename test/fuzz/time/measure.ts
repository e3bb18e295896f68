import type { TextClass } from './classes.ts';
import { jobs, type DocumentKind } from './work.ts';

/** How long one job takes on texts of one class. */
export interface Measured {
  readonly job: string;
  /** Lengths of the texts in UTF-16 units, ascending. */
  readonly sizes: readonly number[];
  /** CPU time for each in milliseconds: the least of several runs. */
  readonly times: readonly number[];
}

/** A job is repeated until it took so long, at most so often. */
const longestMs = 300;
const mostRuns = 5;

/** Measures all jobs on a class at several sizes. */
export function measure(texts: TextClass, kind: DocumentKind, sizes: readonly number[], runs = mostRuns): Measured[] {
  const made = sizes.map((size) => texts.text(size));
  return Object.entries(jobs).map(([job, run]) => {
    run(made[0] ?? '', kind);
    const times = made.map((text) => leastTime(() => run(text, kind), runs));
    return { job, sizes: made.map(({ length }) => length), times };
  });
}

/** CPU time in milliseconds: the least of several runs. */
export function leastTime(run: () => void, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let turn = 0; turn < runs && spent < longestMs; turn += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / 1000;
    least = Math.min(least, time);
    spent += time;
  }
  return least;
}

/** The exponent of the power law nearest to the times, by least squares of the logarithms. */
export function exponentOf({ sizes, times }: Measured): number {
  const points = sizes.map((size, index) => [Math.log(size), Math.log(Math.max(times[index] ?? 0, 0.001))] as const);
  const [meanX, meanY] = [0, 1].map((axis) => points.reduce((sum, each) => sum + (each[axis] ?? 0), 0) / points.length);
  const slope = points.map(([x, y]) => [(x - (meanX ?? 0)) * (y - (meanY ?? 0)), (x - (meanX ?? 0)) ** 2] as const);
  return slope.reduce((sum, [each]) => sum + each, 0) / slope.reduce((sum, [, each]) => sum + each, 0);
}

/** CPU milliseconds per 100 KB at the largest size. */
export function per100KB({ sizes, times }: Measured): number {
  return ((times.at(-1) ?? 0) * 100_000) / Math.max(1, sizes.at(-1) ?? 1);
}
