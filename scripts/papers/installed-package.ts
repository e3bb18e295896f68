import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lockedPackage, type Lockfile } from './manifest.ts';

/** An installed bundled package. */
export interface InstalledPackage {
  readonly location: string;
  readonly name: string;
  readonly version: string;
  /** The licence that it names; undefined if none. */
  readonly licence: string | undefined;
  /** Its home page, if it names one. */
  readonly homepage: string | undefined;
  /** The hash of the package in package-lock.json. */
  readonly integrity: string | undefined;
  /** Its files with licences, notices and copyrights, in the order of their names, then our additions. */
  readonly texts: readonly string[];
  /** Whether all texts are ours, because the package has none. */
  readonly supplied: boolean;
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly homepage?: unknown;
}

/** Texts for packages without their own, or for other code in them, by version. */
const ours = path.join(import.meta.dirname, 'licence-texts');

/**
 * Reads a package below node_modules of `root`. Rejects if it is not installed or its version is not the locked one.
 */
export async function installedPackage(root: string, location: string, lockfile: Lockfile): Promise<InstalledPackage> {
  const folder = path.join(root, 'node_modules', location);
  const { name, version, license, homepage } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  ) as PackageJson;
  const locked = lockedPackage(lockfile, location);
  if (locked.version !== version) {
    throw new Error(`${location} is installed as ${version} and locked as ${locked.version}. Run npm ci.`);
  }
  const own = await textsIn(folder, (file) => /^(?:(?:un)?licen[cs]e|copying|copyright|notice)/i.test(file));
  const lacking = await textsIn(ours, (file) => file === `${name.replace('/', '+')}@${version}.txt`);
  return {
    location,
    name,
    version,
    licence: typeof license === 'string' ? license : undefined,
    homepage: typeof homepage === 'string' ? homepage : undefined,
    integrity: locked.integrity,
    texts: [...own, ...lacking],
    supplied: own.length === 0 && lacking.length > 0,
  };
}

async function textsIn(folder: string, wanted: (file: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && wanted(entry.name)).map(({ name }) => name);
  return Promise.all(
    files.toSorted().map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      return text.replaceAll(/\r\n?/g, '\n').trim();
    }),
  );
}
