import picomatch from 'picomatch';

/**
 * A test for paths by a list of globs, read as people write them: "./docs/" and "/docs" mean what stands below docs, and "!docs/old/**" takes
 * away from what the globs before it match. Matches hidden files; case counts. An empty list matches nothing.
 */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.map((glob) => ({ takes: !glob.startsWith('!'), matches: oneTest(glob.replace(/^!/, '')) }));
  return (path) => tests.reduce((matched, { takes, matches }) => (matches(path) ? takes : matched), false);
}

/** A test for the very paths that globs without wildcards name. */
export function exactTest(globs: readonly string[]): (path: string) => boolean {
  return picomatch(globs.map(tidyGlob), { dot: true });
}

function oneTest(glob: string): (path: string) => boolean {
  return picomatch(spellings(glob), { dot: true });
}

/** What a glob means: a name without wildcards may be a file or a folder. */
function spellings(glob: string): string[] {
  const bare = tidyGlob(glob);
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  return /[*?[\]{}()!+@]/.test(last) ? [bare] : [bare, `${bare}/**`];
}

/** A glob without what says where it begins; one that ends in a slash means what stands below. */
export function tidyGlob(glob: string): string {
  const bare = glob.replace(/^\.?\//, '');
  return bare.endsWith('/') ? `${bare}**` : bare;
}
