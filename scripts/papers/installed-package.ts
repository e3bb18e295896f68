import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lockedPackage, type Lockfile } from './manifest.ts';

/** A bundled package as it is installed. */
export interface InstalledPackage {
  readonly location: string;
  readonly name: string;
  readonly version: string;
  /** The licence that it states; nothing when it states none. */
  readonly licence: string | undefined;
  /** Where it is at home, when it says so. */
  readonly homepage: string | undefined;
  /** What package-lock.json says the downloaded package must hash to. */
  readonly integrity: string | undefined;
  /** Its files with licences, notices and copyrights, whole, in the order of their names; then what we know that it lacks. */
  readonly texts: readonly string[];
  /** Whether all of the text is ours, because the package has none. */
  readonly supplied: boolean;
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly homepage?: unknown;
}

/** Texts for packages that lack one for themselves, or for code of others in them; each for one version. */
const ours = path.join(import.meta.dirname, 'licence-texts');

/** Reads a package below node_modules of `root`. Rejects when it is not installed, or in another version than the locked one. */
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
