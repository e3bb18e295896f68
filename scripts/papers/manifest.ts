import type { Bundle } from './bundle.ts';

/** The used part of package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly license: string;
  readonly devDependencies: Readonly<Record<string, string>>;
  /**
   * What ships: for each bundle its packages, sorted, by location below node_modules. Nothing else is installed, so all
   * are development dependencies or dependencies of these.
   */
  readonly bundled: Readonly<Record<string, readonly string[]>>;
}

/** A package in package-lock.json. */
export interface LockedPackage {
  /** Its own name, if it is installed under another one. */
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
export interface Lockfile {
  readonly lockfileVersion: number;
  /** By path, such as `node_modules/marked`. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Returns the package in package-lock.json at a location below node_modules. Throws if it is not locked. */
export function lockedPackage(lockfile: Lockfile, location: string): LockedPackage & { readonly version: string } {
  const locked = lockfile.packages[`node_modules/${location}`];
  if (locked?.version === undefined) {
    throw new Error(`package-lock.json does not contain ${location}, which ships. Run npm install.`);
  }
  return { ...locked, version: locked.version };
}

/** Returns the differences between bundled packages and package.json, as sentences. */
export function bundledProblems(bundles: readonly Bundle[], { bundled }: Manifest): string[] {
  const unknown = Object.keys(bundled).filter((file) => bundles.every((bundle) => bundle.file !== file));
  return [
    ...unknown.map((file) => `package.json: "bundled" names ${file}, which is not built. Remove it.`),
    ...bundles.flatMap(({ file, packages }) => {
      const named = bundled[file] ?? [];
      return [
        ...packages
          .filter((location) => !named.includes(location))
          .map(
            (location) =>
              `${file} holds ${location}, which package.json does not name. Review the package. To ship it, add it to "bundled".`,
          ),
        ...named
          .filter((location) => !packages.includes(location))
          .map((location) => `package.json: "bundled" names ${location}, which is not in ${file}. Remove it.`),
      ];
    }),
  ];
}
