import { matcherOf, orBelow } from './matcher.ts';
import { longestGlob, parsePattern, type ParsedPattern, type Part } from './parse.ts';

/**
 * A test for paths by a list of globs, read as people write them: "./docs/" and "/docs" mean what stands below docs, and "!docs/old/**" takes
 * away from what the globs before it match. Matches hidden files; case counts. An empty list matches nothing, and so does a
 * glob that `globFault` refuses or a list that `globsFault` does. Takes at most a constant times the globs' length times the path's.
 */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  if (globsFault(globs) !== undefined) {
    return () => false;
  }
  const tests = globs.map((glob) => ({ takes: !glob.startsWith('!'), matches: oneTest(parsed(glob)) }));
  return (path) => tests.reduce((matched, { takes, matches }) => (matches(path) ? takes : matched), false);
}

/** A test for the very paths that globs without wildcards name; other globs match nothing. */
export function exactTest(globs: readonly string[]): (path: string) => boolean {
  const names = globs.flatMap((glob) => (glob.startsWith('!') ? [] : (nameOf(parsed(glob)) ?? [])));
  const all = new Set(names);
  return (path) => all.has(path);
}

/** Why a glob cannot be used, and what to write instead, for "…: <fault>."; undefined for one that can. */
export function globFault(glob: string): string | undefined {
  const pattern = parsed(glob);
  return 'fault' in pattern ? pattern.fault : undefined;
}

/** So many characters may the globs of one list with wildcards have together. */
const longestList = 20_000;

/** Why a list of globs takes too long to be used; undefined for one that does not. */
export function globsFault(globs: readonly string[]): string | undefined {
  const patterns = globs.filter((glob) => nameOf(parsed(glob)) === undefined);
  return patterns.reduce((sum, { length }) => sum + Math.min(length, longestGlob), 0) > longestList
    ? `its globs with wildcards have more than ${longestList} characters together. Name folders rather than files`
    : undefined;
}

/** A glob without what says where it begins; one that ends in a slash means what stands below. */
function tidyGlob(glob: string): string {
  const bare = glob.replace(/^\.?\//, '');
  return bare.endsWith('/') ? `${bare}**` : bare;
}

function parsed(glob: string): ParsedPattern {
  const bare = glob.replace(/^!/, '');
  if (bare.startsWith('!')) {
    return { fault: 'it begins with more than one !. Write [!] for a name that begins with one' };
  }
  // With names at the top alone it would be of little use, and other matchers take it so.
  return parsePattern(tidyGlob(bare).replace(/^\*\*(?=\.\w+$)/, '**/*'), 'globs');
}

function oneTest(pattern: ParsedPattern): (path: string) => boolean {
  if ('fault' in pattern) {
    return () => false;
  }
  const name = nameOf(pattern);
  if (name !== undefined) {
    return (path) => path === name || path.startsWith(`${name}/`);
  }
  const { parts } = pattern;
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
