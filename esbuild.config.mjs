// Bundles the extension and the command line. The command line does not mark "vscode" external, so an accidental import
// of it from shared code breaks the build here. out/bundles.json gets the parts of each bundle, for scripts/papers.ts.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { Sharing } from './scripts/build/sharing.mjs';
import { withoutCodeOfText } from './scripts/build/without-code-of-text.mjs';

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
  'alert-workbench.cjs': 'src/vscode/features/alerts/workbench.ts',
  'calendar.cjs': 'src/vscode/features/review/calendar-file.ts',
  'commands.cjs': 'src/cli/run.ts',
  'git.cjs': 'src/node/git/simple-git.ts',
  'git-past.cjs': 'src/node/git-past.ts',
  'help.cjs': 'src/cli/help.ts',
  'import.cjs': 'src/vscode/features/import/reader.ts',
  'review.cjs': 'src/vscode/features/review/review.ts',
  'runbook-use.cjs': 'src/vscode/services/runbook-use.ts',
  'incident-told.cjs': 'src/core/workflow/incident/told.ts',
  'agents.cjs': 'src/vscode/features/agents/answers.ts',
  'lessons.cjs': 'src/vscode/features/lessons/lessons.ts',
  'mcp.cjs': 'src/cli/mcp/mcp.ts',
  'queries.cjs': 'src/cli/queries.ts',
  'reports.cjs': 'src/cli/formats/for-services.ts',
  'service-workbench.cjs': 'src/vscode/features/services/workbench.ts',
  'search.cjs': 'src/core/catalog/search/document-index.ts',
};

/** What the extension and the command line share as files of their own: words, numbers, and the forms of secrets. */
const shared = {
  'languages.cjs': 'src/core/vocabulary/languages.ts',
  'secrets.cjs': 'src/core/text/secrets/find.ts',
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
        const names = [
          ...(await readFile(file.path, 'utf8')).matchAll(/^export (?:(?:const|function) (\w+)|\{ (\w+) \})/gm),
        ];
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

/** The two that have guests. @type {Record<string, import('esbuild').BuildOptions>} */
const hosts = {
  'commands.cjs': {
    entryPoints: [onDemand['commands.cjs']],
    target: 'node20',
    plugins: [share, loadOnDemand, withoutCodeOfText],
  },
  'extension.cjs': {
    entryPoints: ['src/extension.ts'],
    target: 'node22',
    external: ['vscode'],
    plugins: [share, loadOnDemand],
  },
};

/** Bundles that load into one of the two and take from it what it has, with the host of each. */
const guests = {
  'agents.cjs': 'extension.cjs',
  'alert-workbench.cjs': 'extension.cjs',
  'git-past.cjs': 'extension.cjs',
  'import.cjs': 'extension.cjs',
  'lessons.cjs': 'extension.cjs',
  'mcp.cjs': 'commands.cjs',
  'queries.cjs': 'commands.cjs',
  'review.cjs': 'extension.cjs',
  'runbook-use.cjs': 'extension.cjs',
  'service-workbench.cjs': 'extension.cjs',
};

/** All other bundles, by their names in `dist`. @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  'alerts.cjs': { target: 'node20', plugins: [share] },
  'calendar.cjs': { target: 'node22' },
  'cli.cjs': {
    entryPoints: ['src/cli/main.ts'],
    target: 'node20',
    plugins: [share, loadOnDemand],
    banner: { js: '#!/usr/bin/env node' },
  },
  'git.cjs': { target: 'node20' },
  'help.cjs': { target: 'node20' },
  'incident-told.cjs': { target: 'node20', plugins: [share] },
  'languages.cjs': { entryPoints: [shared['languages.cjs']], target: 'node20' },
  'reports.cjs': { target: 'node20', plugins: [share, loadOnDemand] },
  'search.cjs': { target: 'node20', plugins: [share] },
  'secrets.cjs': { entryPoints: [shared['secrets.cjs']], target: 'node20' },
  'weights.cjs': { entryPoints: [shared['weights.cjs']], target: 'node20' },
  'webview/reading.js': {
    entryPoints: ['src/webview/reading/main.ts'],
    platform: 'browser',
    format: 'iife',
    target: 'es2023',
  },
};

/** Builds a bundle. Returns its name and what it is made of. */
const built = async ([name, options]) => {
  const entryPoints = onDemand[name] === undefined ? [] : [onDemand[name]];
  const { metafile } = await build({ ...common, entryPoints, outfile: `dist/${name}`, ...options });
  return [`dist/${name}`, metafile];
};

/** Builds a host and its guests: the host alone, to see what it holds; the guests, to see what they take; the host that gives it. */
const builtWithGuests = async ([host, options]) => {
  const { metafile } = await build({ ...common, ...options, outfile: `dist/${host}`, write: false });
  const sharing = await Sharing.from(host, metafile);
  const made = [];
  for (const name of Object.keys(guests).filter((guest) => guests[guest] === host)) {
    const { target, external, plugins } = options;
    made.push(await built([name, { target, external, plugins: [sharing.plugin(), ...plugins] }]));
    sharing.note(await readFile(`dist/${name}`, 'utf8'));
  }
  const { entryPoints, ...others } = options;
  const stdin = { contents: sharing.hostSource(entryPoints[0]), resolveDir: '.', loader: 'ts', sourcefile: host };
  const { metafile: whole } = await build({
    ...common,
    ...others,
    entryPoints: undefined,
    stdin,
    outfile: `dist/${host}`,
  });
  return [[`dist/${host}`, whole], ...made];
};

const metafiles = [
  ...(await Promise.all(Object.entries(hosts).map(builtWithGuests))).flat(),
  ...(await Promise.all(Object.entries(bundles).map(built))),
].toSorted(([one], [other]) => (one < other ? -1 : 1));
await Promise.all([
  build({ ...common, entryPoints: ['src/webview/reading/reading.css'], outfile: 'dist/webview/reading.css' }),
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
await writeFile('out/bundles.json', JSON.stringify(Object.fromEntries(metafiles)));
