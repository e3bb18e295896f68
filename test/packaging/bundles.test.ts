import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { transform, type Metafile } from 'esbuild';
import { temporaryFolder } from '../support/workspaces.ts';
import { ended } from './processes.ts';

const root = path.join(import.meta.dirname, '..', '..');
const metafiles = JSON.parse(readFileSync(path.join(root, 'out', 'bundles.json'), 'utf8')) as Readonly<
  Record<string, Metafile>
>;

/** Modules from outside of the bundles that can reach no network. A process can; see below. */
const local = new Set([
  'async_hooks',
  'child_process',
  'crypto',
  'diagnostics_channel',
  'events',
  'fs',
  'fs/promises',
  'os',
  'path',
  'process',
  'stream',
  'tty',
  'util',
  'v8',
  'vscode',
]);
/** The others touch no file. */
const touchingFiles = new Set(['dist/commands.cjs', 'dist/extension.cjs']);
/** What Node.js and browsers have without an import that can reach the network. */
const reaching = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'WebSocketStream'];

for (const [file, { inputs, outputs }] of Object.entries(metafiles)) {
  const code = readFileSync(path.join(root, file), 'utf8');

  describe(`the code in ${file}`, () => {
    it('imports no module by which something could leave the machine', () => {
      const outside = outputs[file]?.imports.filter(({ external }) => external).map(({ path }) => path) ?? [];
      assert.equal(outside.includes('node:fs/promises'), touchingFiles.has(file));
      assert.deepEqual(
        outside.filter(
          (name) => !local.has(name.replace(/^node:/, '')) && !Object.hasOwn(metafiles, `dist/${path.basename(name)}`),
        ),
        [],
      );
    });

    it('uses nothing else by which something could leave the machine', async () => {
      // esbuild knows the global from methods and variables of the same name.
      const define = Object.fromEntries(
        reaching.flatMap((name) =>
          [name, `globalThis.${name}`, `global.${name}`, `self.${name}`].map((use) => [use, 'REACHES_OUT']),
        ),
      );
      const found = async (text: string): Promise<boolean> =>
        (await transform(text, { define, charset: 'utf8' })).code.includes('REACHES_OUT');
      assert.equal(await found(`${code}\n(async () => fetch('https://example.org'))();`), true, 'the search finds it');
      assert.equal(await found(code), false);
    });

    it('makes no code of text', () => {
      assert.doesNotMatch(code, /(?<![.\w$])eval\(|new Function\(|(?<![.\w$])Function\(|["'](?:node:)?vm["']/);
      // Nor by another name for it.
      assert.doesNotMatch(code, /[=,(:?]\s*(?:Function|eval)\s*[;,)}:]/);
    });

    it('shows no text from which a click starts a command, and HTML in the reading view only', () => {
      assert.doesNotMatch(code, /\bsupportHtml\b|\bisTrusted\s*(?:=(?!=)|:)|\benableCommandUris\b/);
      const pages = code.match(/\bcreateWebview\w*\(|\bregisterWebview\w*\(/g) ?? [];
      const expected = file === 'dist/extension.cjs' ? ['createWebviewPanel(', 'registerWebviewPanelSerializer('] : [];
      assert.deepEqual(pages.toSorted(), expected);
    });

    it('starts processes for git only', () => {
      const starters = Object.entries(inputs)
        .filter(([, { imports }]) => imports.some(({ path }) => /^(?:node:)?child_process$/.test(path)))
        .map(([input]) => input)
        .filter((input) => Object.hasOwn(outputs[file]?.inputs ?? {}, input));
      assert.equal(starters.length > 0, file === 'dist/git.cjs');
      assert.deepEqual(
        starters.filter((input) => !/^(?:node_modules\/simple-git|src\/node\/git)\//.test(input)),
        [],
      );
      assert.doesNotMatch(
        code,
        /\b(?:executeTask|ShellExecution|executeCommand\(["']workbench\.action\.terminal\.sendSequence)\b/,
      );
    });

    it('opens a terminal in the extension only, and places text in it without running it', () => {
      const sends = [...code.matchAll(/\.sendText\([^()]*\)/g)].map(([call]) => call);
      assert.equal(sends.length, file === 'dist/extension.cjs' ? 1 : 0);
      assert.ok(sends.every((call) => /,(?:!1|false)\)$/.test(call)));
      assert.equal(/\bcreateTerminal\(/.test(code), file === 'dist/extension.cjs');
      // No arguments: a terminal without a program or text of ours.
      assert.doesNotMatch(code, /\bcreateTerminal\([^)]/);
    });
  });
}

describe('guests', () => {
  const codes = Object.keys(metafiles).map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);

  for (const host of ['extension.cjs', 'commands.cjs']) {
    it(`take from ${host} only what it gives`, () => {
      const [, given = ''] = codes.find(([file]) => file === `dist/${host}`) ?? [];
      const guests = codes.filter(([, code]) => code.includes(`require("./${host}")`) && code.includes('.$'));
      assert.ok(guests.length > 1);
      for (const [file, code] of guests) {
        const taken = new Set([...code.matchAll(/\.(\$[0-9a-z]+_\w+)/g)].map(([, name]) => name));
        assert.ok(taken.size > 0, file);
        assert.deepEqual(
          [...taken].filter((name) => !given.includes(`${name}:()=>`)),
          [],
          file,
        );
      }
    });
  }
});

describe('dist/cli.cjs', () => {
  it('tells its version and help alone, without the commands', async () => {
    const { imports } = metafiles['dist/cli.cjs']?.outputs['dist/cli.cjs'] ?? { imports: [] };
    assert.deepEqual(
      imports.map(({ path: name }) => name),
      ['node:v8', './commands.cjs'],
    );
    const folder = await temporaryFolder('cli');
    try {
      await copyFile(path.join(root, 'dist', 'cli.cjs'), path.join(folder, 'cli.cjs'));
      for (const [asked, told] of [
        ['--version', /^\d+\.\d+\.\d+\n$/],
        ['--help', /^Usage: runbook-lens <command>/],
      ] as const) {
        const { code, out, err } = await ended(process.execPath, ['cli.cjs', asked], { cwd: folder });
        assert.deepEqual([code, err], [0, '']);
        assert.match(out, told);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
