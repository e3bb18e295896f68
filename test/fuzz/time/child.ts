// Measures the classes that the parent names, one at a time, so that the parent can end one that hangs.
import { everyClass } from './classes.ts';
import { measure } from './measure.ts';
import type { DocumentKind } from './work.ts';

/** What is to be measured. */
export interface Order {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly sizes: readonly number[];
  readonly runs: number;
}

const classes = new Map(everyClass().map((each) => [each.name, each]));

process.on('message', ({ name, kind, sizes, runs }: Order) => {
  const texts = classes.get(name);
  const answer = texts === undefined ? [] : measure(texts, kind, sizes, runs);
  if (process.connected) {
    process.send?.(answer);
  }
});
process.on('disconnect', () => process.exit());
