import { existsSync } from 'node:fs';
import path from 'node:path';
import { installAptPackages, canInstallAptPackages } from './apt.ts';
import { installFonts } from './fonts.ts';
import { installNpmChromium } from './npm-chromium.ts';

/** Names of Chrome, Chromium and Edge, the most usual first. */
const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
];

/** Locations in the application folders of macOS. */
const MAC_PLACES = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Locations in the program folders of Windows. */
const WINDOWS_PLACES = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/**
 * Returns the path of a Chromium-based browser for playwright: the one in `CHROME_PATH`, or an installed Chrome,
 * Chromium or Edge, or one that this call installs (from npm below `<root>/.vscode-test/`, or Debian's package if npm's
 * does not run). Also installs missing fonts, if possible. Throws an Error with advice if there is none.
 */
export async function findBrowser(root: string): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) {
      throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
    }
    return named;
  }
  await installFonts();
  return installedBrowser() ?? (await installBrowser(root));
}

/** Returns the path of an installed browser, or undefined. */
function installedBrowser(): string | undefined {
  return candidates().find((file) => existsSync(file));
}

/** Returns the usual paths of browsers on this platform. */
function candidates(): string[] {
  const { env, platform } = process;
  if (platform === 'win32') {
    const bases = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return under(bases, WINDOWS_PLACES);
  }
  const onPath = under((env['PATH'] ?? '').split(path.delimiter), NAMES);
  if (platform === 'darwin') {
    const bases = ['/Applications', path.join(env['HOME'] ?? '/', 'Applications')];
    return [...onPath, ...under(bases, MAC_PLACES)];
  }
  return onPath;
}

/** Returns all `places` below all bases that are set. */
function under(bases: readonly (string | undefined)[], places: readonly string[]): string[] {
  return bases
    .filter((base): base is string => base !== undefined && base !== '')
    .flatMap((base) => places.map((place) => path.join(base, place)));
}

/** Installs a browser in the first way that works. */
async function installBrowser(root: string): Promise<string> {
  const failures: string[] = [];
  const ways = [() => installNpmChromium(root), installDebianChromium];
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `No Chrome, Chromium or Edge was found, and none could be installed. Install one, or set CHROME_PATH.\n${failures.join('\n')}`,
  );
}

/** Installs Debian's Chromium and resolves to its path. */
async function installDebianChromium(): Promise<string> {
  if (!canInstallAptPackages()) {
    throw new Error('apt-get needs Debian or Ubuntu, and root permissions.');
  }
  await installAptPackages(['chromium']);
  const installed = installedBrowser();
  if (installed === undefined) {
    throw new Error('apt-get installed chromium, but the command is not on PATH.');
  }
  return installed;
}
