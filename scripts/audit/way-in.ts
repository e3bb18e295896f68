import type { Lockfile, Manifest } from '../papers/manifest.ts';

/**
 * How a package came to ship: the shortest chain of packages that need one another, from one that package.json names to the
 * one at `location`. Only the latter when no chain leads there.
 */
export function wayIn(location: string, { devDependencies }: Manifest, lockfile: Lockfile): readonly string[] {
  const ways: Array<readonly string[]> = Object.keys(devDependencies).map((name) => [name]);
  const seen = new Set(ways.flat());
  // The list grows while it is gone through: what a package needs comes after everything that is nearer.
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

/** Where node finds a package: below the one that asks, else below one that that is nested in, else at the top. */
function foundFrom(at: string, name: string, { packages }: Lockfile): string | undefined {
  const outer = at.split('/node_modules/');
  return outer
    .map((_, index) => [...outer.slice(0, outer.length - index), name].join('/node_modules/'))
    .concat(name)
    .find((candidate) => packages[`node_modules/${candidate}`] !== undefined);
}
