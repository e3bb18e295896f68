import { parseDocument as parseYaml, type Document } from 'yaml';
import { remembering } from '../util/memo.ts';
import type { FrontMatter, Problem } from './model.ts';
import type { Lines } from '../text/lines.ts';
import { isRecord } from '../text/unknown.ts';

/** The front matter, and the line on which the markdown after it begins (0 without front matter). */
export interface FrontMatterResult {
  readonly frontMatter?: FrontMatter;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML between `---` lines, or skips TOML between `+++` lines, at the very top (after an optional byte order mark). Invalid YAML
 * gives a problem and no values. An opening line that is never closed is not front matter.
 */
export function readFrontMatter(lines: Lines): FrontMatterResult {
  const fence = lines
    .text(0)
    .replace(/^\ufeff/, '')
    .trimEnd();
  if (fence !== '---' && fence !== '+++') {
    return { bodyLine: 0, problems: [] };
  }
  const close = closingLine(lines, fence);
  if (close === undefined) {
    return { bodyLine: 0, problems: [] };
  }
  const range = lines.range(0, close);
  const bodyLine = close + 1;
  if (fence === '+++') {
    return { frontMatter: { range, values: {} }, bodyLine, problems: [] };
  }
  const yaml = Array.from({ length: close - 1 }, (_, index) => lines.text(index + 1)).join('\n');
  const { values, error } = readYaml(yaml);
  const problems = error === undefined ? [] : [{ message: `Front matter is not valid YAML: ${error}`, range }];
  return { frontMatter: { range, values }, bodyLine, problems };
}

/** The YAML library takes quadratic time for nested brackets and for many keys. No front matter needs so many. */
const mostBrackets = 1000;
const longestYaml = 10_000;

/** Returns whether a YAML text has too many brackets for the library. */
export function hasTooManyBrackets(yaml: string): boolean {
  return (yaml.match(/[[{]/g)?.length ?? 0) > mostBrackets;
}

/** Returns why front matter is too much for the YAML library; undefined if it is not. */
export function tooMuchYaml(yaml: string): string | undefined {
  if (yaml.length > longestYaml) {
    return `it has more than ${longestYaml} characters`;
  }
  return hasTooManyBrackets(yaml) ? `it has more than ${mostBrackets} opening brackets` : undefined;
}

/** Returns the syntax tree of a YAML text. Do not change it: it is shared by all readers of the same text. */
export const yamlTree = remembering(20, (yaml): Document.Parsed =>
  parseYaml(yaml, { logLevel: 'silent', prettyErrors: false }),
);

/** Returns the values of a YAML mapping, with keys in lower case. If it is not valid: no values, and the text of the first error. */
export function readYaml(yaml: string): { values: Record<string, unknown>; error?: string } {
  const tooMuch = tooMuchYaml(yaml);
  if (tooMuch !== undefined) {
    return { values: {}, error: tooMuch };
  }
  try {
    const document = yamlTree(yaml);
    const error = document.errors[0];
    if (error !== undefined) {
      return { values: {}, error: error.message };
    }
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    if (!isRecord(value)) {
      return { values: {} };
    }
    // An anchor inside itself gives an endless value, and readers would never finish.
    JSON.stringify(value);
    return { values: Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry])) };
  } catch (error) {
    return { values: {}, error: error instanceof Error ? error.message : String(error) };
  }
}

function closingLine(lines: Lines, fence: string): number | undefined {
  for (let line = 1; line < lines.count; line += 1) {
    const text = lines.text(line).trimEnd();
    if (text === fence || (fence === '---' && text === '...')) {
      return line;
    }
  }
  return undefined;
}
