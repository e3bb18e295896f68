import { lockedPackage, type LockedPackage, type Lockfile, type Manifest } from '../papers/manifest.ts';

/** A project that depends on nothing but what ships, in the versions that ship: the two files by which npm knows it. */
export interface AuditProject {
  readonly manifest: {
    readonly name: string;
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  readonly lockfile: Lockfile;
}

/** Throws when something that ships is not locked. */
export function auditProject({ name, version, bundled }: Manifest, lockfile: Lockfile): AuditProject {
  const locations = shippedLocations(bundled);
  const locked = locations.map((location) => ({ location, ...lockedPackage(lockfile, location) }));
  const dependencies = Object.fromEntries(
    locked
      .filter(({ location }) => !nested(location))
      .map(({ location, name, version }) => [location, name === undefined ? version : `npm:${name}@${version}`]),
  );
  const manifest = { name, version, dependencies };
  return {
    manifest,
    lockfile: {
      lockfileVersion: lockfile.lockfileVersion,
      packages: {
        '': manifest,
        ...Object.fromEntries(
          locked.map(({ location, name, version, integrity }): [string, LockedPackage] => [
            `node_modules/${location}`,
            { version, ...(name !== undefined && { name }), ...(integrity !== undefined && { integrity }) },
          ]),
        ),
      },
    },
  };
}

/** Everything that ships in any bundle, by where it is below node_modules, sorted. */
export function shippedLocations(bundled: Manifest['bundled']): string[] {
  return [...new Set(Object.values(bundled).flat())].toSorted();
}

function nested(location: string): boolean {
  return location.includes('/node_modules/');
}
