import { lockedPackage, type LockedPackage, type Lockfile, type Manifest } from '../papers/manifest.ts';

/** A project that depends only on what ships: the two files that npm needs. */
export interface AuditProject {
  readonly manifest: {
    readonly name: string;
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  readonly lockfile: Lockfile;
}

/** Returns a project with the shipped packages. Throws if one of them is not locked. */
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

/** Returns the locations of all shipped packages below node_modules, sorted. */
export function shippedLocations(bundled: Manifest['bundled']): string[] {
  return [...new Set(Object.values(bundled).flat())].toSorted();
}

function nested(location: string): boolean {
  return location.includes('/node_modules/');
}
