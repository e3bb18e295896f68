// Bundles the extension and the command line. The command line does not mark "vscode" external, so a stray
// import of it from the shared code breaks the build here.
//
// What each bundle is made of goes to out/bundles.json, from which scripts/papers.ts writes what accompanies the code.
import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { packLanguages } from './scripts/pack-languages.mjs';

const production = !process.argv.includes('--dev');
/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  charset: 'utf8',
  minify: production,
  sourcemap: production ? false : 'linked',
  // Beside the bundle; scripts/papers.ts passes them on.
  legalComments: 'external',
  // Some libraries' main file is a wrapper whose inner requires cannot be bundled; their ES modules can, and are smaller.
  mainFields: ['module', 'main'],
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  logOverride: { 'import-is-undefined': 'error' },
  logLevel: 'warning',
  plugins: [packLanguages],
};

const [extension, cli] = await Promise.all([
  build({
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.cjs',
    target: 'node22',
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...common,
    minify: false,
    sourcemap: 'inline',
    entryPoints: ['test/integration/index.ts'],
    outfile: 'out/test/integration.cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
  }),
]);

await mkdir('out', { recursive: true });
await writeFile(
  'out/bundles.json',
  JSON.stringify({ 'dist/cli.cjs': cli.metafile, 'dist/extension.cjs': extension.metafile }),
);
