/** Words of examples and of values that stand for others. They are long enough not to be in a random value by chance. */
const words =
  /example|placeholder|redacted|removed|changeme|change[_-]me|dummy|sample|insert|replace|secret|passw|token|your|fake_|not-?real|hidden|masked|foobar|qwerty|x{4}|\.{3}|…|\*{3}|[<>{}]|\$[({\w]/i;

/** Values that vendors print in their documentation, or that every installation of an emulator has: the beginning of each. */
const wellKnown = [
  // The storage emulator Azurite, and the emulator of Cosmos DB.
  'Eby8vdM02xNO',
  'C2y6yDjf5/R+',
  // The API of PagerDuty, and that of Opsgenie.
  'y_NbAkKc66ry',
  'eb243592-faa2',
  // GitHub's documentation.
  '16C7e42F292c',
  // The signature of the usual example of a JSON Web Token.
  'SflKxwRJSMeK',
];

/** The part of the greatest possible variety that random values have at least. */
const leastVariety = 0.72;
const longestRun = 4;
const longestSequence = 5;

/**
 * Returns whether a value is no secret: a placeholder, a well-known example, or too regular to be random. By chance, fewer than one of a
 * thousand random values of twenty characters or more is taken for one.
 */
export function isMadeUp(value: string): boolean {
  return words.test(value) || wellKnown.some((part) => value.includes(part)) || !isVaried(value) || isRegular(value);
}

/** Whether the characters of a value are about as varied as random ones of its length and alphabet: Shannon's entropy per character. */
function isVaried(value: string): boolean {
  const alphabet = /^[\da-f-]+$/i.test(value) ? 16 : /^[\da-z-]+$|^[\dA-Z-]+$/.test(value) ? 36 : 62;
  const counts = new Map<string, number>();
  for (const character of value) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let entropy = 0;
  for (const count of counts.values()) {
    entropy -= (count / value.length) * Math.log2(count / value.length);
  }
  return entropy >= leastVariety * Math.log2(Math.min(value.length, alphabet));
}

/** Whether a character is repeated, or neighbours of the alphabet follow one another, as in "aaaaa" and "abcdef". */
function isRegular(value: string): boolean {
  let run = 1;
  let up = 1;
  let down = 1;
  for (let at = 1; at < value.length; at += 1) {
    const step = value.charCodeAt(at) - value.charCodeAt(at - 1);
    run = step === 0 ? run + 1 : 1;
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (run > longestRun || up > longestSequence || down > longestSequence) {
      return true;
    }
  }
  return false;
}
