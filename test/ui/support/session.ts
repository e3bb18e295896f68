import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { type Opened, windowAddress } from '../../../scripts/vscode/address.ts';
import type { CodeServer } from '../../../scripts/vscode/install-code-server.ts';
import { type Server, installVsix, startServer } from '../../../scripts/vscode/server.ts';
import { temporaryFolder } from '../../support/workspaces.ts';
import { extensionHosts } from './extension-host.ts';
import { Workbench } from './workbench.ts';

/** What a session of UI tests needs. */
export interface SessionOptions {
  readonly codeServer: CodeServer;
  readonly browser: Browser;
  /** The packaged extension. */
  readonly vsix: string;
  /** The folder for screenshots. */
  readonly screens: string;
  /** When true, folders are not trusted before the user trusts them, and open in Restricted Mode without asking. */
  readonly restricted?: boolean;
}

/** A VS Code with the packaged extension installed, where tests open windows. */
export class Session {
  readonly #options: SessionOptions;
  readonly #server: Server;
  readonly #folders: string[];
  #workbenches: Workbench[] = [];

  /** Use `startSession`. */
  constructor(options: SessionOptions, server: Server, folder: string) {
    this.#options = options;
    this.#server = server;
    this.#folders = [folder];
  }

  /**
   * Opens a window of 1440 by 900 on a fresh workspace: `prepare` fills an empty folder and says what of it to open.
   * The window stays open till `closeWindows`.
   */
  async open(prepare: (folder: string) => Promise<Opened>): Promise<Workbench> {
    const folder = await temporaryFolder('ui');
    this.#folders.push(folder);
    const opened = await prepare(folder);
    // A context of its own shares nothing with other windows in the browser.
    const context = await this.#options.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const workbench = new Workbench(await context.newPage(), this.#options.screens);
    this.#workbenches.push(workbench);
    await workbench.page.goto(windowAddress(this.#server.url, opened));
    await workbench.ready();
    return workbench;
  }

  /** A session of its own in which folders open in Restricted Mode; the caller ends it. */
  async restricted(): Promise<Session> {
    return startSession({ ...this.#options, restricted: true });
  }

  /** The process ids of the extension hosts of all windows, of which every window has one. */
  async extensionHosts(): Promise<readonly number[]> {
    return extensionHosts(this.#server.pid);
  }

  /** Takes a screenshot of every open window, for a test that failed. */
  async screenshots(name: string): Promise<void> {
    await Promise.all(this.#workbenches.map((workbench, index) => workbench.screenshot(`failed-${name}-${index + 1}`)));
  }

  /** Closes all windows: those that nobody looks at any more slow the others down. */
  async closeWindows(): Promise<void> {
    await Promise.all(this.#workbenches.map((workbench) => workbench.page.context().close()));
    this.#workbenches = [];
  }

  /** Closes the windows, ends the server and removes the folders. */
  async end(): Promise<void> {
    await this.closeWindows();
    await this.#server.stop();
    await Promise.all(this.#folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** Installs the packaged extension in fresh folders and starts a server, where every workspace is trusted unless asked otherwise. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { codeServer, vsix, restricted = false } = options;
  const folder = await temporaryFolder('server');
  const folders = {
    userDataDir: path.join(folder, 'user-data'),
    extensionsDir: path.join(folder, 'extensions'),
  };
  await installVsix(codeServer, vsix, folders);
  const server = await startServer({
    codeServer,
    ...folders,
    settings: {
      // Nothing is painted while nothing happens.
      'editor.cursorBlinking': 'solid',
      'terminal.integrated.cursorBlinking': false,
      'workbench.reduceMotion': 'on',
      ...(restricted && { 'security.workspace.trust.startupPrompt': 'never' }),
    },
    smokeTestDriver: false,
    workspaceTrust: restricted,
  });
  return new Session(options, server, folder);
}
