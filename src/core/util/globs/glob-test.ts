import { matcherOf, orBelow } from './matcher.ts';
import { longestGlob, parsePattern, weightOf, type ParsedPattern, type Part } from './parse.ts';

/**
 * Returns a test for paths by a list of globs. "./docs/" and "/docs" match everything below docs. "!docs/old/**" removes paths that
 * earlier globs match. Hidden files match; case counts. An empty list matches nothing. The same holds for a glob that `globFault`
 * refuses, and for a list that `globsFault` refuses. Takes at most a constant times the length of the globs times the length of the path.
 */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  if (globsFault(globs) !== undefined) {
    return () => false;
  }
  const names = new Map<string, number>();
  const tests: Array<{ readonly index: number; readonly matches: (path: string) => boolean }> = [];
  for (const [index, glob] of globs.entries()) {
    const pattern = parsed(glob);
    const name = nameOf(pattern);
    if (name !== undefined) {
      names.set(name, index);
    } else if ('parts' in pattern) {
      tests.unshift({ index, matches: oneTest(pattern.parts) });
    }
  }
  // The last matching glob decides.
  return (path) => {
    const named = lastNamed(path, names);
    const last = tests.find(({ index, matches }) => index < named || matches(path))?.index ?? -1;
    const glob = globs[Math.max(named, last)];
    return glob !== undefined && !glob.startsWith('!');
  };
}

/** The last index among the names of a path and its folders; -1 if there is none. */
function lastNamed(path: string, names: ReadonlyMap<string, number>): number {
  let last = names.get(path) ?? -1;
  for (let end = path.indexOf('/'); end !== -1 && names.size > 0; end = path.indexOf('/', end + 1)) {
    last = Math.max(last, names.get(path.slice(0, end)) ?? -1);
  }
  return last;
}

/** Returns a test for the exact paths of globs without wildcards. Other globs match nothing. */
export function exactTest(globs: readonly string[]): (path: string) => boolean {
  const names = globs.flatMap((glob) => (glob.startsWith('!') ? [] : (nameOf(parsed(glob)) ?? [])));
  const all = new Set(names);
  return (path) => all.has(path);
}

/** Returns why a glob is not valid and what to write instead, for "…: <fault>."; undefined if it is valid. */
export function globFault(glob: string): string | undefined {
  const pattern = parsed(glob);
  return 'fault' in pattern ? pattern.fault : undefined;
}

/** Limits for the globs with wildcards in one list: characters in total, and weight in total. */
const longestList = 20_000;
const heaviestList = 400;
// Globs such as docs/**/x-*.md have weight one: most paths do not contain their text. Lists of them may be long.
const simple = 3;

/** Returns why a list of globs takes too long to match; undefined if it does not. */
export function globsFault(globs: readonly string[]): string | undefined {
  let length = 0;
  let weight = 0;
  for (const glob of globs) {
    const pattern = parsed(glob);
    if (nameOf(pattern) === undefined) {
      length += Math.min(glob.length, longestGlob);
      const own = 'parts' in pattern ? weightOf(pattern.parts) : 0;
      weight += own <= simple ? 1 : own;
    }
  }
  if (length > longestList) {
    return `its globs with wildcards have more than ${longestList} characters in total. Name folders instead of files`;
  }
  return weight > heaviestList
    ? `its globs have more than ${heaviestList} wildcards and alternatives in total (a ** counts twice; a simple glob such as docs/**/x-*.md counts once). Name folders instead of files`
    : undefined;
}

/** A glob without a prefix such as "./". A glob that ends with a slash matches what is below it. */
function tidyGlob(glob: string): string {
  const bare = glob.replace(/^\.?\//, '');
  return bare.endsWith('/') ? `${bare}**` : bare;
}

function parsed(glob: string): ParsedPattern {
  const bare = glob.replace(/^!/, '');
  if (bare.startsWith('!')) {
    return { fault: 'it begins with more than one !. Write [!] for a name that begins with !' };
  }
  // A name alone matches in every folder: other matchers do the same.
  return parsePattern(tidyGlob(bare).replace(/^\*\*(?=\.\w+$)/, '**/*'), 'globs');
}

function oneTest(parts: readonly Part[]): (path: string) => boolean {
  const last = parts.slice(parts.findLastIndex(({ type }) => type === 'slash') + 1);
  // A name without wildcards may be a file or a folder.
  const run = matcherOf(isText(last) ? [...parts, orBelow] : parts);
  return (path) => run(path).matched;
}

/** The path that a glob without wildcards names. */
function nameOf(pattern: ParsedPattern): string | undefined {
  return 'parts' in pattern && isText(pattern.parts)
    ? pattern.parts.map((part) => (part.type === 'character' ? part.character : '/')).join('')
    : undefined;
}

function isText(parts: readonly Part[]): boolean {
  return parts.every(({ type }) => type === 'character' || type === 'slash');
}
