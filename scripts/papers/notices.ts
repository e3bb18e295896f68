import type { Bundle } from './bundle.ts';
import type { InstalledPackage } from './installed-package.ts';

const rule = '='.repeat(80);

/**
 * Returns the licence notices of the bundled packages as text. The same packages give the same text.
 * @param comments about rights in the code of each bundle, from esbuild.
 */
export function notices(
  packages: readonly InstalledPackage[],
  bundles: readonly Bundle[],
  comments: ReadonlyMap<Bundle, string>,
): string {
  const parts = packages.map(({ location, name, version, licence, homepage, texts, supplied }) => {
    const holders = bundles.filter((bundle) => bundle.packages.includes(location)).map(({ file }) => file);
    return [
      rule,
      `${name} ${version}`,
      `Licence: ${licence ?? 'not stated'}`,
      `Part of: ${holders.join(', ')}`,
      ...(homepage === undefined ? [] : [`Home: ${homepage}`]),
      ...(supplied ? ['The package has no licence file. This is the text of the licence that it names.'] : []),
      rule,
      '',
      texts.join('\n\n'),
      '',
      '',
    ].join('\n');
  });
  const found = [...comments].map(([{ file }, text]) =>
    [rule, `Comments in the code that ${file} is made of`, rule, '', text.trim(), '', ''].join('\n'),
  );
  return `Third-party notices

The code of Runbook Lens is bundled with that of the ${packages.length} packages below. Each is used under its own
licence, whose text follows. dist/extension.cjs is the extension, dist/cli.cjs the command line. They load the other files
on demand.

${[...parts, ...found].join('').trimEnd()}
`;
}
