import { changed, type Change, type Encoded } from './encoded.ts';

/** A parameter with the value that it is to have. */
export type Parameter = readonly [name: string, value: string];

/** One `name=value` by offsets. */
interface Found {
  readonly name: string;
  /** Of the value. */
  readonly start: number;
  readonly end: number;
  /** Whether there is a `=`. */
  readonly hasSign: boolean;
}

/** Returns the names of the parameters of a text such as `from=now-1h&to=now`. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set(parametersIn(text, '&').map(({ name }) => name));
}

/**
 * Returns parameters in which the values of some are written anew; all others stay as they are. Undefined if one of them cannot be.
 * @param rewrite gets the value as it is written.
 */
export function rewritten(
  text: string,
  names: readonly string[],
  rewrite: (value: string, name: string) => string | undefined,
): string | undefined {
  let result = '';
  let done = 0;
  for (const { name, start, end, hasSign } of parametersIn(text, '&')) {
    if (!names.includes(name)) {
      continue;
    }
    const value = rewrite(text.slice(start, end), name);
    if (value === undefined) {
      return undefined;
    }
    result += `${text.slice(done, start)}${hasSign ? '' : '='}${value}`;
    done = end;
  }
  return result + text.slice(done);
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
  const changes = found.flatMap(({ name, start, end, hasSign }): Change[] => {
    const value = values.get(name);
    return value === undefined ? [] : [{ start, end, text: hasSign ? value : `=${value}` }];
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
    found.push({ name, start: sign === -1 ? end : nameEnd + 1, end, hasSign: sign !== -1 });
    from = end + 1;
  }
  return found;
}
