import { changed, type Change, type Encoded } from './encoded.ts';

/** A parameter with the value that it is to have. */
export type Parameter = readonly [name: string, value: string];

/** One `name=value` by offsets. */
interface Found {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the names of the parameters of a text such as `from=now-1h&to=now`. */
export function namesIn(text: string, separator = '&'): ReadonlySet<string> {
  return new Set(parametersIn(text, separator).map(({ name }) => name));
}

/** Returns the values of the parameters with a name, by offsets, in order. */
export function valuesOf(text: string, wanted: string, separator = '&'): ReadonlyArray<readonly [number, number]> {
  return parametersIn(text, separator)
    .filter(({ name }) => name === wanted)
    .map(({ start, end }) => [start, end]);
}

/**
 * Returns a text of parameters in which some have new values; those that are not in it come last, and all others stay as they are. A parameter
 * that is there several times gets the value each time.
 * @param separator `&` in queries, `;` in fragments of the console of AWS.
 * @param like see `changed`.
 */
export function withParameters(
  parameters: Encoded,
  wanted: readonly Parameter[],
  separator = '&',
  like: Encoded = parameters,
): string {
  return changed(parameters, changesFor(parameters.text, wanted, separator), like);
}

/** Returns the changes that give some parameters new values. */
function changesFor(text: string, wanted: readonly Parameter[], separator: string): Change[] {
  const found = parametersIn(text, separator);
  const values = new Map(wanted);
  const changes = found.flatMap(({ name, start, end }): Change[] => {
    const value = values.get(name);
    return value === undefined
      ? []
      : [{ start, end, text: start > 0 && text[start - 1] === '=' ? value : `=${value}` }];
  });
  const names = new Set(found.map(({ name }) => name));
  const missing = wanted.filter(([name]) => !names.has(name)).map(([name, value]) => `${name}=${value}`);
  if (missing.length > 0) {
    const joint = text === '' || text.endsWith(separator) ? '' : separator;
    changes.push({ start: text.length, end: text.length, text: joint + missing.join(separator) });
  }
  return changes;
}

function parametersIn(text: string, separator: string): Found[] {
  const found: Found[] = [];
  for (let from = 0; from <= text.length;) {
    const next = text.indexOf(separator, from);
    const end = next === -1 ? text.length : next;
    const sign = text.slice(from, end).indexOf('=');
    const nameEnd = sign === -1 ? end : from + sign;
    // `&amp;` of HTML that was copied as text.
    const name = text.slice(from, nameEnd).replace(/^amp;/, '');
    found.push({ name, start: sign === -1 ? end : nameEnd + 1, end });
    from = end + 1;
  }
  return found;
}
