import type { InstalledPackage } from './installed-package.ts';

/** Licences that let code be bundled when their text comes along. Any other is for people to decide on. */
const fine: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);

/** Why packages may not be bundled, a sentence for each reason. */
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
