import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Returns this many simulated teams, each with a total of incidents that fall on cells by their weights; the same for the same seed. */
export function teams(howMany: number, total: number, weights: readonly number[], seed: number): number[][] {
  const generator = xoroshiro128plus(seed);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return Array.from({ length: howMany }, () => {
    const counts = weights.map(() => 0);
    for (let incident = 0; incident < total; incident += 1) {
      let rest = uniformFloat64(generator) * sum;
      const cell = weights.findIndex((weight) => (rest -= weight) < 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return counts;
  });
}

/** Returns the percentage of the items that meet a condition. */
export function percentage<T>(items: readonly T[], condition: (item: T) => boolean): number {
  return (items.filter((item) => condition(item)).length / items.length) * 100;
}
