// Part of npm run build: writes the licence notices of the bundled packages and a bill of materials for each published
// package to dist/. Exits with code 1 and writes nothing if a bundle contains a package that package.json does not
// name, or one whose licence is not allowed.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { billOfMaterials } from './papers/bill-of-materials.ts';
import { readBundle, type Bundle } from './papers/bundle.ts';
import { installedPackage } from './papers/installed-package.ts';
import { licenceProblems } from './papers/licences.ts';
import { bundledProblems, type Lockfile, type Manifest } from './papers/manifest.ts';
import { notices } from './papers/notices.ts';
import { published } from './papers/published.ts';

// As for esbuild, the project is the current folder.
const root = process.cwd();
const manifest = await json<Manifest>('package.json');
const lockfile = await json<Lockfile>('package-lock.json');
const metafiles = await json<Readonly<Record<string, Parameters<typeof readBundle>[1]>>>('out/bundles.json');

const bundles = Object.entries(metafiles).map(([file, metafile]) => readBundle(file, metafile));
const locations = [...new Set(bundles.flatMap(({ packages }) => packages))].toSorted();
const packages = await Promise.all(locations.map(async (location) => installedPackage(root, location, lockfile)));

const comments = new Map<Bundle, string>();
for (const bundle of bundles) {
  if (bundle.comments !== undefined) {
    comments.set(bundle, await readFile(path.join(root, bundle.comments), 'utf8'));
  }
}

const problems = [...bundledProblems(bundles, manifest), ...licenceProblems(packages)];
if (problems.length > 0) {
  problems.forEach((problem) => console.error(problem));
  process.exitCode = 1;
} else {
  const papers: ReadonlyArray<readonly [string, string]> = [
    ['dist/THIRD-PARTY-NOTICES.txt', notices(packages, bundles, comments)],
    ...published.map(({ bill, contents, purlType }): [string, string] => {
      const inside = bundles.filter(({ file }) => contents.includes(file));
      return [bill, billOfMaterials(manifest, purlType, inside, packages)];
    }),
  ];
  await Promise.all(papers.map(async ([file, text]) => writeFile(path.join(root, file), text)));
}

async function json<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(root, file), 'utf8')) as T;
}
