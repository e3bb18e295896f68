import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/vscode/find-browser.ts';

/** Starts the headless browser that the tests drive; the project at `root` holds one where none is installed. */
export async function launchBrowser(root: string): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(root),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    // The runners end the browser themselves, after taking a screenshot.
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}
