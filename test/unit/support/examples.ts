import fc from 'fast-check';

/** How many examples fast-check draws where nothing else is said. */
const usual = 100;

/**
 * How many examples a property is given: `thorough` of them in `npm run fuzz`, and as much fewer in `npm run test:unit` as
 * `setup.ts` says for all properties.
 */
export function examples(thorough: number): number {
  return Math.ceil((thorough * (fc.readConfigureGlobal().numRuns ?? usual)) / usual);
}
