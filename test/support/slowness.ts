/** How long `work` takes on an ordinary machine that has nothing else to do. In milliseconds. */
const ORDINARY_MS = 75;

/**
 * How many times slower than an ordinary idle machine this one is just now, because it is slow or busy with other things;
 * at least 1. Limits of tests are multiplied by it, so that they tell what hangs, not how busy the machine is. Takes about
 * a tenth of a second on an idle machine.
 */
export function slowness(): number {
  const start = performance.now();
  work();
  return Math.max(1, (performance.now() - start) / ORDINARY_MS);
}

/** A fixed amount of work for the processor, long enough that the system gives other programs their turns meanwhile. */
function work(): number {
  let value = 1;
  for (let round = 0; round < 60_000_000; round += 1) {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0;
  }
  return value;
}
