import { createHash } from 'node:crypto';
import type { Told } from '../findings/told.ts';

/** A finding that is drawn, and how many its rule has. */
export interface Drawn {
  readonly told: Told;
  readonly of: number;
}

/**
 * Draws up to `size` findings of each rule, in an order that tells nothing. A finding's lot depends on nothing but the seed and itself: as
 * long as it is told, it stays drawn, whatever else a change adds or takes away (unless others that are new have smaller lots).
 */
export function draw(all: readonly Told[], size: number, seed: number): Drawn[] {
  const byRule = new Map<string, Array<{ told: Told; lot: string }>>();
  const seen = new Map<string, number>();
  for (const told of all) {
    const name = nameOf(told);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    const lot = createHash('sha256')
      .update(JSON.stringify([seed, name, before]))
      .digest('hex');
    const own = byRule.get(told.finding.rule) ?? [];
    own.push({ told, lot });
    byRule.set(told.finding.rule, own);
  }
  return [...byRule.values()]
    .flatMap((lots) =>
      lots
        .toSorted(byLot)
        .slice(0, size)
        .map((one) => ({ ...one, of: lots.length })),
    )
    .toSorted(byLot)
    .map(({ told, of }) => ({ told, of }));
}

/** What a finding is, without its line, which other changes of the text move. */
function nameOf({ repository, path, finding }: Told): string {
  return JSON.stringify([repository, path, finding.rule, finding.message]);
}

function byLot(a: { readonly lot: string }, b: { readonly lot: string }): number {
  return a.lot < b.lot ? -1 : 1;
}
