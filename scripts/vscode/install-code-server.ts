import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findNode24 } from './node-24.ts';
import { npmInstall } from './npm-install.ts';

/** The pinned release of the npm package `code-server`; 4.139.1 contains VS Code 1.139.1. */
const VERSION = '4.139.1';

/** An installed VS Code server and the Node executable that runs it. */
export interface CodeServer {
  readonly nodePath: string;
  readonly serverMain: string;
  /** Version of the npm package, for messages. */
  readonly version: string;
}

/**
 * Installs the pinned code-server under `<root>/.vscode-test/` if needed, and returns how to run it. The first call
 * downloads it from the npm registry. An interrupted installation starts again. Throws on Windows, which code-server
 * does not support.
 */
export async function ensureCodeServer(root: string): Promise<CodeServer> {
  if (process.platform === 'win32') {
    throw new Error(
      'code-server does not run on Windows. Install VS Code and put `code` on PATH for `npm start`; ' +
        'run the tests on Linux, on macOS or in WSL.',
    );
  }
  const nodePath = findNode24(root);
  const folder = path.join(root, '.vscode-test', `code-server-${VERSION}`);
  const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const marker = path.join(folder, 'complete.json');
  if (!existsSync(marker)) {
    await install(folder, vscode, marker);
  }
  return { nodePath, serverMain: path.join(vscode, 'out', 'server-main.js'), version: VERSION };
}

/** Installs into an empty `folder`. `marker` is written last, so only a complete installation has it. */
async function install(folder: string, vscode: string, marker: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  console.log(`Installing code-server ${VERSION} from npm (once, about 600 MB on disk) ...`);
  await npmInstall(folder, [`code-server@${VERSION}`]);
  console.log('Installing the modules of its VS Code ...');
  await npmInstall(vscode, ['--omit=dev']);
  const product = await readFile(path.join(vscode, 'product.json'), 'utf8');
  const { version } = JSON.parse(product) as { version: string };
  await writeFile(marker, `${JSON.stringify({ codeServer: VERSION, vscode: version })}\n`);
  console.log(`Installed VS Code ${version}.`);
}
