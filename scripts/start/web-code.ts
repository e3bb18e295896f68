import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { windowAddress } from '../vscode/address.ts';
import { ensureCodeServer } from '../vscode/install-code-server.ts';
import { interruptedSignal, rejectOnAbort } from '../vscode/interrupted.ts';
import { packageExtension } from '../vscode/package-extension.ts';
import { installVsix, startServer } from '../vscode/server.ts';
import { openInBrowser } from './desktop.ts';
import { walkthrough } from './walkthrough.ts';

/** Options of `runWebCode`. */
export interface WebCodeOptions {
  readonly root: string;
  readonly opened: string;
  /** Whether the folder is trusted without asking. */
  readonly trusted: boolean;
  /** Whether to open the browser. */
  readonly open: boolean;
}

/**
 * Starts a VS Code server with the packaged extension, prints its address and returns after Ctrl-C, when the server has
 * stopped. The user's settings and layout are kept. Throws if the server cannot be installed or started, or stops by
 * itself.
 */
export async function runWebCode(options: WebCodeOptions): Promise<void> {
  const { root } = options;
  const folder = path.join(root, '.vscode-test', 'start');
  const folders = {
    userDataDir: path.join(folder, 'user-data'),
    extensionsDir: path.join(folder, 'extensions'),
  };
  const codeServer = await ensureCodeServer(root);
  const vsix = path.join(folder, 'runbook-lens.vsix');
  await mkdir(folder, { recursive: true });
  await packageExtension(root, vsix);
  await installVsix(codeServer, vsix, folders);
  const interrupted = interruptedSignal();
  const server = await startServer({
    codeServer,
    ...folders,
    settings: {},
    env: walkthrough,
    smokeTestDriver: false,
    workspaceTrust: !options.trusted,
  });
  try {
    const address = windowAddress(server.url, options.opened);
    console.log(`\nRunbook Lens runs in VS Code at\n\n  ${address}\n\nCtrl-C stops it.`);
    if (options.open) {
      openInBrowser(address);
    }
    await Promise.race([server.ended, aborted(interrupted)]);
    if (!interrupted.aborted) {
      throw new Error('The VS Code server ended by itself.');
    }
    console.log('\nStopped.');
  } finally {
    await server.stop();
  }
}

/** Resolves when `signal` aborts. */
function aborted(signal: AbortSignal): Promise<void> {
  return rejectOnAbort(signal).catch(() => undefined);
}
