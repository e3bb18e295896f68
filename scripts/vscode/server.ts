import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CodeServer } from './install-code-server.ts';
import { runCommand } from './run-command.ts';
import { QUIET_SETTINGS } from './quiet-settings.ts';

/** The folders of one server. Servers must not share them. */
export interface ServerFolders {
  readonly userDataDir: string;
  readonly extensionsDir: string;
}

/** Options of a server. */
export interface ServerOptions extends ServerFolders {
  readonly codeServer: CodeServer;
  /** User settings besides the quiet ones, for a new user data folder. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Lets an address load an extension under development and its tests. */
  readonly smokeTestDriver: boolean;
  /** If false, every folder is trusted without a question. */
  readonly workspaceTrust: boolean;
  /** Environment variables besides those of this process, also for the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running server. */
export interface Server {
  /** Address without a path, such as `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly port: number;
  /** The process of the server, which is the parent of each extension host. */
  readonly pid: number;
  /** Resolves when the server has ended, for any reason. */
  readonly ended: Promise<void>;
  /** Stops the server and all its processes. Resolves when they are gone. Can be called again. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5000;
const LISTENING = /Extension host agent listening on (\d+)/;

/**
 * Starts the VS Code server on a free port of 127.0.0.1 and resolves when it answers. Writes the user settings unless
 * the folder has some. Rejects with the server's output if it ends or does not answer.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  await prepareFolders(options);
  const child = spawn(options.codeServer.nodePath, serverArguments(options), {
    // A separate process group, so that stop() also reaches the extension host and its children.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  // If this process ends without stop().
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
    // A listening process has an id.
    return { url, port, pid: child.pid ?? 0, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Installs an extension package into the extensions folder. Rejects with the installer's output if that fails. */
export async function installVsix(codeServer: CodeServer, vsix: string, folders: ServerFolders): Promise<void> {
  const args = [codeServer.serverMain, '--install-extension', vsix, '--force', ...folderArguments(folders)];
  await runCommand(codeServer.nodePath, [...args, '--accept-server-license-terms']);
}

/** Creates the folders of a server and its settings file. */
async function prepareFolders(options: ServerOptions): Promise<void> {
  await mkdir(options.extensionsDir, { recursive: true });
  const written = {
    User: { ...QUIET_SETTINGS, ...options.settings },
    // A setting of the scope "machine" counts here only.
    Machine: { 'workbench.welcomePage.walkthroughs.openOnInstall': false },
  };
  for (const [folder, settings] of Object.entries(written)) {
    const settingsFile = path.join(options.userDataDir, folder, 'settings.json');
    await mkdir(path.dirname(settingsFile), { recursive: true });
    if (!existsSync(settingsFile)) {
      await writeFile(settingsFile, `${JSON.stringify(settings, undefined, 2)}\n`);
    }
  }
}

/** Returns the arguments of Node for the server. */
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

/** Returns the arguments that keep all files of the server in its own folders. */
function folderArguments(folders: ServerFolders): string[] {
  const { userDataDir, extensionsDir } = folders;
  return ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir, '--server-data-dir', userDataDir];
}

/** Resolves to the port that a starting server prints. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ${what}:\n${output.slice(-4000)}`));
    };
    const timer = setTimeout(fail, START_TIMEOUT_MS, `did not start within ${START_TIMEOUT_MS / 1000} s`);
    const read = (chunk: Buffer): void => {
      // Keep the end for an error message, and keep reading, so that the server never blocks on the pipe.
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

/** Resolves when `url` answers with success. Rejects after the start timeout. */
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

/** Asks the process group of `child` to end, waits for `child`, then kills the rest of the group. */
async function stopGroup(child: ChildProcess): Promise<void> {
  signalGroup(child.pid, 'SIGTERM');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    await delay(20);
  }
  signalGroup(child.pid, 'SIGKILL');
}

/** Sends a signal to a process group. It is not an error if nothing in the group runs any more (EPERM on macOS). */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) {
    // The process could not be started.
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
