/** A target as a fraction, or what is wrong with it as a sentence that says what to do. */
export type ReadTarget = { readonly target: number } | { readonly problem: string };

const decimal = /^\+?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Returns the target of a fraction: 0.999. */
export function fractionTarget(text: string): ReadTarget {
  if (!decimal.test(text)) {
    return { problem: `The target "${text}" is not a number. Write a fraction such as 0.999.` };
  }
  const target = Number(text);
  if (target === 0) {
    return { problem: 'A target of 0 allows every failure. Write a fraction between 0 and 1, such as 0.999.' };
  }
  if (target === 1) {
    return { problem: 'A target of 1 leaves no error budget. Write a fraction below 1, such as 0.999.' };
  }
  return target < 1
    ? { target }
    : { problem: `The target ${text} is not a fraction. Write one below 1, such as 0.999, or state targetPercent.` };
}

/** Returns the target of a percentage: 99.9. */
export function percentTarget(text: string): ReadTarget {
  if (!decimal.test(text)) {
    return {
      problem: text.endsWith('%')
        ? `The target "${text}" has a sign. Write the number alone: ${text.slice(0, -1).trim()}.`
        : `The target "${text}" is not a number. Write a percentage such as 99.9.`,
    };
  }
  // In decimals, so that 99.9 is 0.999 and not a little more.
  const target = Number(`${text}e-2`);
  if (target === 0) {
    return { problem: 'A target of 0 % allows every failure. Write a percentage between 0 and 100, such as 99.9.' };
  }
  if (target < 1) {
    return { target };
  }
  return {
    problem:
      target === 1
        ? 'A target of 100 % leaves no error budget. Write a percentage below 100, such as 99.9.'
        : `The target ${text} is above 100 %. Write a percentage below 100, such as 99.9.`,
  };
}
