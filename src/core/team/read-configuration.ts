import {
  createScanner,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type JSONPath,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { safeParse, type BaseIssue } from 'valibot';
import { globFault, globsFault } from '../util/globs/glob-test.ts';
import { longestGlob } from '../util/globs/parse.ts';
import type { Problem } from '../document/model.ts';
import { Lines } from '../text/lines.ts';
import type { Range } from '../text/position.ts';
import { isRecord } from '../text/unknown.ts';
import type { Configuration, ConfigurationSchema } from './configuration.ts';
import { nearest } from '../text/nearest.ts';
import { kinds } from '../vocabulary/kind.ts';

/** The settings of a configuration file, and its errors. Settings without errors apply. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
}

/** Reads a configuration file: JSON with comments and trailing commas. Never throws. An empty file has no settings. */
export function readConfiguration(text: string, schema: ConfigurationSchema): ReadConfiguration {
  const lines = Lines.of(text);
  if (nestsTooDeep(text)) {
    const message = `More than ${deepest} brackets are nested, so the whole file is ignored.`;
    return { configuration: {}, problems: [{ message, range: lines.range(0, 0) }] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const problems = errors.map(({ error, offset, length }): Problem => {
    const range = { start: lines.positionAt(offset), end: lines.positionAt(offset + length) };
    return {
      message: `This is not valid JSON: ${words(printParseErrorCode(error))}. Settings before this place apply.`,
      range,
    };
  });
  if (tree === undefined) {
    return { configuration: {}, problems };
  }
  let value = without(getNodeValue(tree), []);
  const lists = emptyLists(value);
  problems.push(...lists.map((fault) => ({ message: fault.message, range: rangeOf(tree, fault, lines) })));
  value = lists.some(({ path }) => path.length === 0)
    ? {}
    : without(
        value,
        lists.map(({ path }) => path),
      );
  for (;;) {
    const result = safeParse(schema, value);
    if (result.success) {
      // Not the output of the result: its defaults would hide the settings of configurations in folders above.
      const configuration = value as Configuration;
      return { configuration, problems: [...problems, ...globProblems(tree, lines)] };
    }
    const faults = result.issues.flatMap((issue) => faultsOf(issue, [], schema));
    for (const fault of faults) {
      problems.push({ message: fault.message, range: rangeOf(tree, fault, lines) });
    }
    // An entry of a list without one of its parts would be wrong again.
    const wrong = faults.map(({ path }) => path.slice(0, path.findIndex(isIndex) + 1 || path.length));
    value = wrong.some((path) => path.length === 0) ? {} : without(value, wrong);
  }
}

function isIndex(key: string | number): boolean {
  return typeof key === 'number';
}

/** Globs that are not valid. They stay in the configuration and match nothing. */
function globProblems(tree: Node, lines: Lines): Problem[] {
  return globLists.flatMap((path): Problem[] => {
    const list = nodeAt(tree, path);
    const globs = (list?.children ?? []).flatMap((node) =>
      node.type === 'string' && typeof node.value === 'string' ? [{ node, glob: node.value }] : [],
    );
    const tooMuch = globsFault(globs.map(({ glob }) => glob));
    const refused = globs.flatMap(({ node, glob }) => {
      const fault = glob === '' || glob.length > longestGlob ? undefined : globFault(glob);
      return fault === undefined ? [] : [{ node, message: `This glob matches nothing: ${fault}.` }];
    });
    return [
      ...(list === undefined || tooMuch === undefined
        ? []
        : [{ node: list, message: `This list matches nothing: ${tooMuch}.` }]),
      ...refused,
    ].map(({ node, message }) => ({ message, range: placeOf(node, lines) }));
  });
}

const globLists: readonly JSONPath[] = [
  ['files', 'include'],
  ['files', 'exclude'],
  ...kinds.map((kind) => ['kinds', kind]),
  ['alerts', 'usedElsewhere'],
];

/** Empty lists in place of objects, which the schema accepts. */
function emptyLists(value: unknown): Fault[] {
  const places: ReadonlyArray<readonly [JSONPath, unknown]> = [
    [[], value],
    ...(isRecord(value) ? Object.entries(value).map(([key, entry]): [JSONPath, unknown] => [[key], entry]) : []),
    ...sitesIn(value).map((entry, index): [JSONPath, unknown] => [['alerts', 'sites', index], entry]),
  ];
  return places
    .filter(
      ([path, entry]) =>
        Array.isArray(entry) &&
        entry.length === 0 &&
        (path.length > 1 || ['', 'files', 'kinds', 'tracker', 'alerts', 'rules'].includes(path.join('.'))),
    )
    .map(([path]): Fault => ({ path, key: false, message: notList(path) }));
}

function sitesIn(value: unknown): readonly unknown[] {
  const alerts = isRecord(value) ? value['alerts'] : undefined;
  const sites = isRecord(alerts) ? alerts['sites'] : undefined;
  return Array.isArray(sites) ? sites : [];
}

function notList(path: JSONPath): string {
  return `${nameOf(path)} must be an object in { }, not a list.`;
}

/** The parser is recursive and would overflow the stack. No configuration needs so many brackets. */
const deepest = 100;

function nestsTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length && depth <= deepest; scanner.scan()) {
    const first = text.charAt(scanner.getTokenOffset());
    depth += '{['.includes(first) ? 1 : '}]'.includes(first) ? -1 : 0;
  }
  return depth > deepest;
}

interface Fault {
  readonly path: JSONPath;
  readonly message: string;
  /** Whether the error is in the key, not in its value. */
  readonly key: boolean;
}

/** The errors of an issue, at the innermost place. For a choice: of the alternative that matched most. */
function faultsOf(issue: BaseIssue<unknown>, base: JSONPath, schema: ConfigurationSchema): Fault[] {
  const path = [...base, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  if (issue.type === 'strict_object' && issue.expected === 'never' && Array.isArray(issue.path?.at(-1)?.input)) {
    // valibot reports a list as an object with unknown keys.
    const list = path.slice(0, -1);
    return [{ path: list, message: notList(list), key: false }];
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined' && issue.expected !== 'never') {
    const whole = path.slice(0, -1);
    return [{ path: whole, message: `${nameOf(whole)} has no ${issue.expected ?? 'value'}.`, key: false }];
  }
  const deeper = (issue.issues ?? []).filter((inner) => (inner.path ?? []).length > 0);
  return deeper.length > 0
    ? deeper.flatMap((inner) => faultsOf(inner, path, schema))
    : [{ path, ...explain(issue, path, schema) }];
}

function explain(
  issue: BaseIssue<unknown>,
  path: JSONPath,
  schema: ConfigurationSchema,
): { message: string; key: boolean } {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const name = String(path.at(-1));
    const known = knownKeys(path.slice(0, -1), schema);
    const meant = nearest(name, known);
    const hint = meant === undefined ? `Known settings: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
    return { message: `Unknown setting "${name}". ${hint}`, key: true };
  }
  const found = issue.received === 'Object' ? 'an object' : issue.received === 'Array' ? 'a list' : issue.received;
  const expected =
    issue.type === 'regex' ? issue.message : issue.expected === null ? 'something else' : describe(issue.expected);
  return { message: `${nameOf(path)} must be ${expected}, not ${found}.`, key: false };
}

/** The name of a value in messages. */
function nameOf(path: JSONPath): string {
  const last = path.at(-1);
  return last === undefined
    ? 'The file'
    : typeof last === 'number'
      ? `An entry of ${String(path.at(-2))}`
      : `"${last}"`;
}

/** An expected type in words. */
function describe(expected: string): string {
  switch (expected) {
    case 'Array':
      return 'a list in [ ]';
    case 'Object':
      return 'an object in { }';
    case '>=1':
      return 'a text that is not empty';
    case 'string':
    case 'number':
      return `a ${expected === 'string' ? 'text' : expected}`;
    case 'boolean':
      return 'true or false';
    default:
      return expected
        .replace(/[()]/g, '')
        .split(' | ')
        .map((part) => (part === 'Object' ? 'an object in { }' : part))
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1');
  }
}

/** The settings that the schema knows at a place. */
function knownKeys(path: JSONPath, whole: ConfigurationSchema): string[] {
  let schema: unknown = whole;
  for (const key of path) {
    schema = entriesOf(schema)[String(key)];
  }
  return Object.keys(entriesOf(schema)).filter((key) => !key.startsWith('$'));
}

/** The entries of an object's schema, looked for in what is wrapped around it and among choices; none for other schemas. */
function entriesOf(schema: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(schema)) {
    return {};
  }
  if (isRecord(schema['entries'])) {
    return schema['entries'];
  }
  const inner = Array.isArray(schema['options']) ? schema['options'] : [schema['wrapped']];
  return inner.map(entriesOf).find((entries) => Object.keys(entries).length > 0) ?? {};
}

/** The range of an error: its key or value, or the nearest existing parent. */
function rangeOf(tree: Node, { path, key }: Fault, lines: Lines): Range {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = nodeAt(tree, path.slice(0, length));
    if (found !== undefined) {
      const name = found.parent?.type === 'property' ? found.parent.children?.[0] : undefined;
      const node = key && length === path.length && name !== undefined ? name : found;
      return placeOf(node, lines);
    }
  }
  return lines.range(0, 0);
}

function placeOf({ offset, length }: Node, lines: Lines): Range {
  return { start: lines.positionAt(offset), end: lines.positionAt(offset + length) };
}

/** The node at a path. If a setting is repeated, the last counts. */
function nodeAt(tree: Node, path: JSONPath): Node | undefined {
  return path.reduce<Node | undefined>((node, key) => {
    return typeof key === 'number'
      ? node?.children?.[key]
      : node?.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];
  }, tree);
}

/** A copy of a value without the values at some paths. List entries keep their indexes until all are removed. */
function without(value: unknown, paths: readonly JSONPath[]): unknown {
  const below = (key: string | number): JSONPath[] =>
    paths.filter((path) => path[0] === key && path.length > 1).map((path) => path.slice(1));
  const gone = (key: string | number): boolean => paths.some((path) => path.length === 1 && path[0] === key);
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => (gone(index) ? [] : [without(entry, below(index))]));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, entry]) => (gone(key) ? [] : [[key, without(entry, below(key))]])),
    );
  }
  return value;
}

/** "CloseBraceExpected" → "close brace expected". */
function words(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
