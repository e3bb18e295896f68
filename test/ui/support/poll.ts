/** How long anything that is waited for may take. In milliseconds. */
export const PATIENCE_MS = 20_000;

/** Reads again and again until `accept` likes the value; fails with the last value when it never does. @param patience in milliseconds. */
export async function poll<T>(
  read: () => Promise<T>,
  accept: (value: T) => boolean,
  what: string,
  patience = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (accept(value)) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited in vain for ${what}; now it is ${JSON.stringify(value, undefined, 2)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
