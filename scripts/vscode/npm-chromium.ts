import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findNode24 } from './node-24.ts';
import { npmInstall } from './npm-install.ts';
import { runCommand } from './run-command.ts';

/** The pinned release of the npm package `@sparticuz/chromium`, which contains a compressed Chromium for x64 Linux. */
const VERSION = '153.0.0';

/** Unpacks the browser, its fonts and missing libraries into the folder TMPDIR. */
const UNPACK = `
  import { createRequire } from 'node:module';
  import path from 'node:path';
  import chromium, { inflate } from '@sparticuz/chromium';
  await chromium.executablePath();
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  await inflate(path.join(path.dirname(main), '..', 'bin', 'al2023.tar.br'));
`;

/**
 * Installs npm's Chromium under `<root>/.vscode-test/` if needed, and resolves to its start script. The first call
 * downloads about 70 MB. An interrupted installation starts again. Throws on other systems than x64 Linux with the GNU
 * C library.
 */
export async function installNpmChromium(root: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`npm's Chromium is for x64 Linux, but this is ${process.platform} ${process.arch}.`);
  }
  const folder = path.join(root, '.vscode-test', `chromium-${VERSION}`);
  const start = path.join(folder, 'chromium.sh');
  if (!existsSync(start)) {
    await install(folder, start, findNode24(root));
  }
  return start;
}

/** Installs into an empty `folder`. The start script is written last, so only a complete installation has it. */
async function install(folder: string, start: string, nodePath: string): Promise<void> {
  const unpacked = path.join(folder, 'unpacked');
  await rm(folder, { recursive: true, force: true });
  await mkdir(unpacked, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  console.log(`Installing Chromium ${VERSION} from npm (once) ...`);
  await npmInstall(folder, [`@sparticuz/chromium@${VERSION}`]);
  await runCommand(nodePath, ['--input-type=module', '--eval', UNPACK], {
    cwd: folder,
    env: { ...process.env, TMPDIR: unpacked },
  });
  await writeFile(path.join(unpacked, 'fonts', 'fonts.conf'), fontConfiguration(unpacked));
  const untried = `${start}.untried`;
  await writeFile(untried, startScript(unpacked), { mode: 0o755 });
  await runCommand(untried, ['--version']);
  await rename(untried, start);
  console.log('Installed Chromium.');
}

/**
 * Returns a script that starts the browser with its own libraries, and with its own font if the system has no font
 * configuration.
 */
function startScript(unpacked: string): string {
  return `#!/bin/sh
here='${unpacked.replaceAll("'", String.raw`'\''`)}'
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts/fonts.conf"
exec "$here/chromium" "$@"
`;
}

/** Returns a font configuration for the one font of the package. */
function fontConfiguration(unpacked: string): string {
  const dir = path.join(unpacked, 'fonts').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dir}</dir>
  <cachedir>${dir}/cache</cachedir>
</fontconfig>
`;
}
