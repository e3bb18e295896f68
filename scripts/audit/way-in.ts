import type { Lockfile, Manifest } from '../papers/manifest.ts';

/**
 * Returns why a package ships: the shortest chain of dependencies from a package that package.json names to the one at
 * `location`. Only the latter if there is no chain.
 */
export function wayIn(location: string, { devDependencies }: Manifest, lockfile: Lockfile): readonly string[] {
  const ways: Array<readonly string[]> = Object.keys(devDependencies).map((name) => [name]);
  const seen = new Set(ways.flat());
  // The list grows during the loop: dependencies of a package come after everything that is nearer.
  for (const way of ways) {
    const at = way.at(-1)!;
    if (at === location) {
      return way;
    }
    for (const name of Object.keys(lockfile.packages[`node_modules/${at}`]?.dependencies ?? {})) {
      const next = foundFrom(at, name, lockfile);
      if (next !== undefined && !seen.has(next)) {
        seen.add(next);
        ways.push([...way, next]);
      }
    }
  }
  return [location];
}

/** Returns where node finds a package: below the package that asks, below one that it is nested in, or at the top. */
function foundFrom(at: string, name: string, { packages }: Lockfile): string | undefined {
  const outer = at.split('/node_modules/');
  return outer
    .map((_, index) => [...outer.slice(0, outer.length - index), name].join('/node_modules/'))
    .concat(name)
    .find((candidate) => packages[`node_modules/${candidate}`] !== undefined);
}
