import type { Change } from './encoded.ts';

/** How a notation nests and quotes. */
export interface Notation {
  readonly quote: string;
  /** Makes the next character of a quoted text lose its meaning. */
  readonly escape: string;
  readonly opens: string;
  readonly closes: string;
}

/** JSON (RFC 8259), in which Grafana's Explore keeps its state. */
export const json: Notation = { quote: '"', escape: '\\', opens: '{[', closes: '}]' };

/** Rison, in which Kibana keeps its state: https://github.com/Nanonid/rison. Lists are `!(…)`. */
export const rison: Notation = { quote: "'", escape: '!', opens: '(', closes: ')' };

/** An entry of a mapping, or an item of a list, by offsets. */
export interface Entry {
  /** Empty for an item. */
  readonly key: string;
  /** Of the value. */
  readonly start: number;
  readonly end: number;
}

/** What is directly in a mapping or list. */
export interface Group {
  readonly entries: readonly Entry[];
  /** The offset of the bracket that closes it. */
  readonly close: number;
}

/** Returns the mapping or list that a bracket opens; undefined if none opens there, or nothing closes it. Takes time in proportion to its length. */
export function groupAt(text: string, open: number, { quote, escape, opens, closes }: Notation): Group | undefined {
  if (!opens.includes(text[open] ?? ' ')) {
    return undefined;
  }
  const entries: Entry[] = [];
  let [depth, quoted, from, colon] = [0, false, open + 1, -1];
  const add = (end: number): void => {
    if (colon !== -1 || text.slice(from, end).trim() !== '') {
      const name = trimmed(text, from, Math.max(from, colon));
      const key = text.slice(name.start, name.end);
      const start = colon === -1 ? from : colon + 1;
      entries.push({ key: key.startsWith(quote) ? key.slice(1, -1) : key, ...trimmed(text, start, end) });
    }
    [from, colon] = [end + 1, -1];
  };
  for (let at = open; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      at += character === escape ? 1 : 0;
      quoted = character !== quote;
    } else if (character === quote) {
      quoted = true;
    } else if (opens.includes(character)) {
      depth += 1;
    } else if (closes.includes(character)) {
      depth -= 1;
      if (depth === 0) {
        add(at);
        return { entries, close: at };
      }
    } else if (depth === 1 && character === ',') {
      add(at);
    } else if (depth === 1 && character === ':' && colon === -1) {
      colon = at;
    }
  }
  return undefined;
}

/** An offset pair without the white space around it: JSON may have some, also as `+`. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let [first, last] = [start, end];
  while (first < last && /[\s+]/.test(text[first] ?? '')) {
    first += 1;
  }
  while (last > first && /[\s+]/.test(text[last - 1] ?? '')) {
    last -= 1;
  }
  return { start: first, end: last };
}

/**
 * Returns the changes, in order, that give keys of a mapping their values; keys that it does not have come last.
 * @param wanted keys with values as the notation writes them.
 * @param written how a key that is missing is written with its value.
 */
export function entryChanges(
  { entries, close }: Group,
  wanted: ReadonlyArray<readonly [key: string, value: string]>,
  written: (key: string, value: string) => string,
): Change[] {
  const values = new Map(wanted);
  const changes = entries.flatMap(({ key, start, end }): Change[] => {
    const text = values.get(key);
    return text === undefined ? [] : [{ start, end, text }];
  });
  const missing = wanted.filter(([key]) => entries.every((entry) => entry.key !== key));
  if (missing.length > 0) {
    const all = missing.map(([key, value]) => written(key, value)).join(',');
    changes.push({ start: close, end: close, text: entries.length === 0 ? all : `,${all}` });
  }
  return changes;
}
