import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CodeServer } from './install-code-server.ts';
import { runCommand } from './run-command.ts';
import { QUIET_SETTINGS } from './quiet-settings.ts';

/** The folders one server works in; two servers must not share them. */
export interface ServerFolders {
  readonly userDataDir: string;
  readonly extensionsDir: string;
}

/** How to start a server. */
export interface ServerOptions extends ServerFolders {
  readonly codeServer: CodeServer;
  /** User settings on top of the quiet ones, for a user data folder that has none yet. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Lets the page's address load an extension under development and its tests. */
  readonly smokeTestDriver: boolean;
  /** When false, every folder is trusted without asking. */
  readonly workspaceTrust: boolean;
  /** Environment variables on top of this process's, for the extension host as well. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running server. */
export interface Server {
  /** Address without a path, such as `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly port: number;
  /** The server's process, of which each window's extension host is a child. */
  readonly pid: number;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the server and every process it started; resolves when it is gone. May be called again. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5000;
const LISTENING = /Extension host agent listening on (\d+)/;

/**
 * Starts the VS Code server on a free port of 127.0.0.1 and resolves when it answers. Writes the user settings
 * unless the user data folder has some. Rejects with the server's output when it ends or stays silent instead.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  await prepareFolders(options);
  const child = spawn(options.codeServer.nodePath, serverArguments(options), {
    // A process group of its own, so that stop() reaches the extension host and its children too.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  // For the case that this process ends without a call of stop().
  const kill = (): void => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  let stopped: Promise<void> | undefined;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = (): Promise<void> => (stopped ??= stopGroup(child));
  try {
    const port = await listeningPort(child);
    const url = `http://127.0.0.1:${port}`;
    await answers(url);
    // A process that listens has an id.
    return { url, port, pid: child.pid ?? 0, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Installs an extension package into the extensions folder. Rejects with the installer's output when it fails. */
export async function installVsix(codeServer: CodeServer, vsix: string, folders: ServerFolders): Promise<void> {
  const args = [codeServer.serverMain, '--install-extension', vsix, '--force', ...folderArguments(folders)];
  await runCommand(codeServer.nodePath, [...args, '--accept-server-license-terms']);
}

/** Creates the folders of a server and its settings file. */
async function prepareFolders(options: ServerOptions): Promise<void> {
  const settingsFile = path.join(options.userDataDir, 'User', 'settings.json');
  await mkdir(path.dirname(settingsFile), { recursive: true });
  await mkdir(options.extensionsDir, { recursive: true });
  if (!existsSync(settingsFile)) {
    const settings = { ...QUIET_SETTINGS, ...options.settings };
    await writeFile(settingsFile, `${JSON.stringify(settings, undefined, 2)}\n`);
  }
}

/** The arguments of Node that start the server. */
function serverArguments(options: ServerOptions): string[] {
  return [
    options.codeServer.serverMain,
    '--host=127.0.0.1',
    '--port=0',
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level=off',
    ...folderArguments(options),
    ...(options.smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
  ];
}

/** The arguments that keep everything the server writes in its own folders. */
function folderArguments(folders: ServerFolders): string[] {
  const { userDataDir, extensionsDir } = folders;
  return ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir, '--server-data-dir', userDataDir];
}

/** The port that a starting server prints. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ${what}:\n${output.slice(-4000)}`));
    };
    const timer = setTimeout(fail, START_TIMEOUT_MS, `did not start within ${START_TIMEOUT_MS / 1000} s`);
    const read = (chunk: Buffer): void => {
      // The end is kept for an error message, and the pipe is read on so that the server never blocks on it.
      output = (output + chunk.toString()).slice(-8000);
      const port = LISTENING.exec(output)?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => fail(`ended with exit code ${code}`));
  });
}

/** Resolves when `url` answers with success; rejects when it has not within the start timeout. */
async function answers(url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`The VS Code server listens at ${url} but does not answer.`);
    }
    await delay(100);
  }
}

/** Asks the process group of `child` to end, waits for `child`, and kills what is left of the group. */
async function stopGroup(child: ChildProcess): Promise<void> {
  signalGroup(child.pid, 'SIGTERM');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    await delay(20);
  }
  signalGroup(child.pid, 'SIGKILL');
}

/** Sends a signal to a process group; that nothing in the group runs any more (EPERM on macOS) is no error. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) {
    // It could not be started.
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') {
      throw error;
    }
  }
}
