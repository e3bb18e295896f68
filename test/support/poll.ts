import { slowness } from './slowness.ts';

/** How long anything that is waited for may take on a machine that has nothing else to do. In milliseconds. */
const PATIENCE_MS = 20_000;

/**
 * Reads again and again until `accept` likes the value; fails with the last value when it never does.
 * @param patience how long it may take on an idle machine, in milliseconds; on a slow or busy one it is that much longer.
 */
export async function poll<T>(
  read: () => T | Promise<T>,
  accept: (value: T) => boolean,
  what: string,
  patience = PATIENCE_MS,
): Promise<T> {
  const start = performance.now();
  let limit = patience;
  for (;;) {
    const value = await read();
    if (accept(value)) {
      return value;
    }
    if (performance.now() - start > limit) {
      // The machine may have become busy meanwhile.
      limit = Math.max(limit, patience * slowness());
      if (performance.now() - start > limit) {
        throw new Error(`Waited in vain for ${what}; now it is ${JSON.stringify(value, undefined, 2)}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
