// Bundles the extension and the command line. The command line does not mark "vscode" external, so an accidental import
// of it from shared code breaks the build here. out/bundles.json gets the parts of each bundle, for scripts/papers.ts.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const production = !process.argv.includes('--dev');
/** @type {import('esbuild').BuildOptions} */
const common = {
  // Load on demand with require, which also works in the extension host.
  supported: { 'dynamic-import': false },
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  charset: 'utf8',
  minify: production,
  sourcemap: production ? false : 'linked',
  // Write comments about rights beside the bundle; scripts/papers.ts uses them.
  legalComments: 'external',
  // The main file of some libraries is a wrapper that cannot be bundled. Their ES modules can, and are smaller.
  mainFields: ['module', 'main'],
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  logOverride: { 'import-is-undefined': 'error' },
  logLevel: 'warning',
};

/** Bundles that load on first use, with the file that each starts with. */
const onDemand = {
  'alerts.cjs': 'src/core/alert/alerts.ts',
  'calendar.cjs': 'src/vscode/features/review/calendar-file.ts',
  'commands.cjs': 'src/cli/run.ts',
  'git.cjs': 'src/node/git/simple-git.ts',
  'help.cjs': 'src/cli/help.ts',
  'import.cjs': 'src/vscode/features/import/reader.ts',
  'reports.cjs': 'src/cli/formats/for-services.ts',
  'runbook-use.cjs': 'src/vscode/services/runbook-use.ts',
  'incident-told.cjs': 'src/core/workflow/incident/told.ts',
  'search.cjs': 'src/core/catalog/search/document-index.ts',
};

/** What the extension and the command line share as files of their own: words and numbers, no code. */
const shared = {
  'languages.cjs': 'src/core/vocabulary/languages.ts',
  'weights.cjs': 'src/core/document/kind/weights.ts',
};

/** Imports those files rather than bundling them. @type {import('esbuild').Plugin} */
const share = {
  name: 'share',
  setup(plugins) {
    for (const [name, source] of Object.entries(shared)) {
      const filter = new RegExp(`[\\\\/]${path.basename(source).replace('.', '\\.')}$`);
      plugins.onLoad({ filter }, async (file) => {
        if (path.relative(process.cwd(), file.path).replaceAll(path.sep, '/') !== source) {
          return undefined;
        }
        const names = [...(await readFile(file.path, 'utf8')).matchAll(/^export (?:const (\w+)|\{ (\w+) \})/gm)];
        return { contents: `export { ${names.map(([, one, other]) => one ?? other).join(', ')} } from './${name}';` };
      });
      plugins.onResolve({ filter: new RegExp(`^\\./${name.replace('.', '\\.')}$`) }, () => ({
        path: `./${name}`,
        external: true,
      }));
    }
  },
};

/** Leaves those files out of other bundles. @type {import('esbuild').Plugin} */
const loadOnDemand = {
  name: 'load-on-demand',
  setup(plugins) {
    plugins.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path: specifier, resolveDir }) => {
      const file = path.relative(process.cwd(), path.join(resolveDir, specifier)).replaceAll(path.sep, '/');
      const found = Object.entries(onDemand).find(([, entry]) => kind === 'dynamic-import' && entry === file);
      return found && { path: `./${found[0]}`, external: true };
    });
  },
};

const [
  extension,
  alerts,
  calendar,
  commands,
  git,
  help,
  imports,
  reports,
  told,
  search,
  use,
  reading,
  cli,
  languages,
  weights,
] = await Promise.all([
  build({
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.cjs',
    target: 'node22',
    external: ['vscode'],
    plugins: [share, loadOnDemand],
  }),
  build({
    ...common,
    entryPoints: [onDemand['alerts.cjs']],
    outfile: 'dist/alerts.cjs',
    target: 'node20',
    plugins: [share],
  }),
  build({
    ...common,
    entryPoints: [onDemand['calendar.cjs']],
    outfile: 'dist/calendar.cjs',
    target: 'node22',
  }),
  build({
    ...common,
    entryPoints: [onDemand['commands.cjs']],
    outfile: 'dist/commands.cjs',
    target: 'node20',
    plugins: [share, loadOnDemand],
  }),
  build({
    ...common,
    entryPoints: [onDemand['git.cjs']],
    outfile: 'dist/git.cjs',
    target: 'node20',
  }),
  build({
    ...common,
    entryPoints: [onDemand['help.cjs']],
    outfile: 'dist/help.cjs',
    target: 'node20',
  }),
  build({
    ...common,
    entryPoints: [onDemand['import.cjs']],
    outfile: 'dist/import.cjs',
    target: 'node22',
    plugins: [share],
  }),
  build({
    ...common,
    entryPoints: [onDemand['reports.cjs']],
    outfile: 'dist/reports.cjs',
    target: 'node20',
    plugins: [share, loadOnDemand],
  }),
  build({
    ...common,
    entryPoints: [onDemand['incident-told.cjs']],
    outfile: 'dist/incident-told.cjs',
    target: 'node20',
    plugins: [share],
  }),
  build({
    ...common,
    entryPoints: [onDemand['search.cjs']],
    outfile: 'dist/search.cjs',
    target: 'node20',
    plugins: [share],
  }),
  build({
    ...common,
    entryPoints: [onDemand['runbook-use.cjs']],
    outfile: 'dist/runbook-use.cjs',
    target: 'node22',
    plugins: [share],
  }),
  build({
    ...common,
    entryPoints: ['src/webview/reading/main.ts', 'src/webview/reading/reading.css'],
    entryNames: 'reading',
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'iife',
    target: 'es2023',
  }),
  build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    target: 'node20',
    plugins: [share, loadOnDemand],
    banner: { js: '#!/usr/bin/env node' },
  }),
  ...Object.entries(shared).map(([name, source]) =>
    build({ ...common, entryPoints: [source], outfile: `dist/${name}`, target: 'node20' }),
  ),
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
  JSON.stringify({
    'dist/alerts.cjs': alerts.metafile,
    'dist/calendar.cjs': calendar.metafile,
    'dist/cli.cjs': cli.metafile,
    'dist/commands.cjs': commands.metafile,
    'dist/extension.cjs': extension.metafile,
    'dist/git.cjs': git.metafile,
    'dist/help.cjs': help.metafile,
    'dist/import.cjs': imports.metafile,
    'dist/languages.cjs': languages.metafile,
    'dist/reports.cjs': reports.metafile,
    'dist/runbook-use.cjs': use.metafile,
    'dist/incident-told.cjs': told.metafile,
    'dist/search.cjs': search.metafile,
    'dist/weights.cjs': weights.metafile,
    'dist/webview/reading.js': reading.metafile,
  }),
);
