import type { InstalledPackage } from './installed-package.ts';

/** Licences that allow bundling with their text. People must decide on any other. */
const fine: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // A choice: Apache-2.0 is used.
  '(MPL-2.0 OR Apache-2.0)',
]);

/** Returns why packages cannot be bundled, as sentences. */
export function licenceProblems(packages: readonly InstalledPackage[]): string[] {
  return packages.flatMap(({ name, version, licence, texts }) => [
    ...(licence !== undefined && fine.has(licence)
      ? []
      : [
          `${name} ${version} has the licence ${licence ?? '(none stated)'}, which is not one of ${[...fine].join(', ')}. ` +
            'Use another package, or decide on this licence in scripts/papers/licences.ts.',
        ]),
    ...(texts.some((text) => text !== '')
      ? []
      : [
          `${name} ${version} has no licence file. Put the text into ` +
            `scripts/papers/licence-texts/${name.replace('/', '+')}@${version}.txt, with the copyright of its author.`,
        ]),
  ]);
}
