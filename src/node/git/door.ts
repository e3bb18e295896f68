import type { ChildProcess } from 'node:child_process';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { delimiter, dirname } from 'node:path';
import type { SimpleGitOptions } from 'simple-git';
import type * as Library from './simple-git.ts';
import { gitBinary } from './binary.ts';

/**
 * What a call may last that reads, in milliseconds. Listing the largest repositories takes some seconds; who waits for much longer waits for
 * a program or a disk that hangs.
 */
const readingLimit = 30_000;

/** What a call that reads may print, in bytes: more than the history of the largest repositories of documents, and little enough for memory. */
const longestOutput = 256 * 1024 * 1024;

/** A configuration that names more filters than this cannot be read without them: they would not fit into one call. */
const mostFilters = 500;

/** How a call reads. */
export interface Reading {
  /** Each ends the call. */
  readonly signals?: readonly AbortSignal[];
  /** How many times as long as others it may last. */
  readonly patience?: number;
  /** Is told what git says besides its output though it does not fail. */
  readonly onWarning?: (said: string) => void;
}

/** A call of git that failed; the message is what git said. */
export class GitFailure extends Error {
  /**
   * `missing`: there is no git. `silent`: it did not answer in time. `refused`: it ended with another code than 0. `stopped`: the caller
   * stopped it.
   */
  readonly kind: 'missing' | 'silent' | 'refused' | 'stopped';
  readonly exitCode: number | undefined;

  constructor(kind: GitFailure['kind'], message: string, exitCode?: number) {
    super(message);
    this.kind = kind;
    this.exitCode = exitCode;
  }
}

/**
 * Settings for calls that read. They come before those of the user and the repository: nothing of a repository's own configuration starts a
 * program, and git's output is the same for everybody.
 */
const readingSettings = [
  // A folder that looks like a bare repository may come with a clone, configuration and all.
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'diff.external=',
  // Git reads these to their end, whatever they are.
  'core.attributesFile=/dev/null',
  'mailmap.blob=',
  'mailmap.file=',
  'log.showSignature=false',
  'log.showRoot=true',
  'log.follow=false',
  'diff.orderFile=/dev/null',
  'diff.relative=false',
  'i18n.logOutputEncoding=UTF-8',
];

/** Variables that hold an empty value and `false`, for settings that are given by the environment. */
const nothing = 'RUNBOOK_LENS_NOTHING';
const no = 'RUNBOOK_LENS_NO';

/** The environment of calls that read: no network, no question, no lock, no translation. */
const readingEnvironment: Readonly<Record<string, string>> = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_ASKPASS: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
  [nothing]: '',
  [no]: 'false',
};

/** Where the user's own settings are, if elsewhere than usual. They count as those in the home folder do. */
const settingsPlaces = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
/** Who commits, where the environment says so. */
const identity = ['AUTHOR_NAME', 'AUTHOR_EMAIL', 'COMMITTER_NAME', 'COMMITTER_EMAIL'].map((name) => `GIT_${name}`);
/** What simple-git forbids and is a constant here: the settings above, and the same for filters. */
const constantsOfOurs: NonNullable<SimpleGitOptions['unsafe']> = {
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeCustomBinary: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeEditor: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeSubmodule: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeUrlRewrite: true,
};

/** Names a call while simple-git starts its process. */
const starting = new AsyncLocalStorage<symbol>();

/** Git at the top of one work tree. The calls are those of the door. */
export interface GitThere {
  read(args: readonly string[]): Promise<string>;
  compare(args: readonly string[]): Promise<string>;
  write(args: readonly string[], signal?: AbortSignal): Promise<string>;
}

/**
 * The one way to git. Processes start at the top of a work tree, which is a folder's absolute path without links. Each call rejects with a
 * `GitFailure`.
 */
export class GitDoor {
  readonly #limit: number;
  readonly #longest: number;

  /**
   * @param limit what a call that reads may last, in milliseconds.
   * @param longest what it may print, in bytes.
   */
  constructor(limit = readingLimit, longest = longestOutput) {
    this.#limit = limit;
    this.#longest = longest;
  }

  /** Git at a top. */
  at(top: string): GitThere {
    return {
      read: async (args) => this.read(top, args),
      compare: async (args) => this.compare(top, args),
      write: async (args, signal) => this.write(top, args, signal),
    };
  }

  /** Git's output for a call that only reads. It starts no other program, changes nothing, and ends in time. */
  async read(top: string, args: readonly string[], how: Reading = {}): Promise<string> {
    refuseStopped(how.signals ?? []);
    const environment = {
      ...kept([...settingsPlaces, ...identity]),
      ...readingEnvironment,
      ...ceiling(top),
      // The configuration may name another folder, to which all paths would then be relative.
      GIT_WORK_TREE: top,
    };
    // A bundle of its own, for where there is no repository, or no trust, nobody needs it.
    const library = await import('./simple-git.ts');
    const git = library
      .simpleGit({
        baseDir: top,
        binary: await binary(top),
        trimmed: false,
        config: readingSettings,
        unsafe: constantsOfOurs,
        allowEnvironment: Object.keys(environment),
        errors: failure(library, false, how.onWarning),
        // All that git prints is waited for, and it is given nothing to read.
        completion: { onExit: false },
        input: () => Buffer.alloc(0),
      })
      .env(environment);
    return this.#inTime(async () => git.raw([...args]), args, how).catch((error: unknown) => {
      throw failureOf(error);
    });
  }

  /**
   * The same, for calls that compare what files hold: git would send them through the filters that the configuration names. A file is
   * taken as it is on disk.
   */
  async compare(top: string, args: readonly string[]): Promise<string> {
    return this.read(top, [...(await this.#withoutFilters(top)), ...args]);
  }

  /** Git's output for a call that may write. Hooks, filters and signing are as the user has them; it lasts as long as these do. */
  async write(top: string, args: readonly string[], signal?: AbortSignal): Promise<string> {
    refuseStopped(signal === undefined ? [] : [signal]);
    const environment = kept([...settingsPlaces, ...identity]);
    const library = await import('./simple-git.ts');
    return library
      .simpleGit({
        baseDir: top,
        binary: await binary(top),
        trimmed: false,
        allowEnvironment: Object.keys(environment),
        // A hook that says nothing fails as well as one that does; and what tells why may be on either stream.
        errors: failure(library, true),
        // Hooks inherit by the environment whether options may be shortened.
        unsafe: { allowAbbreviatedOptions: true, allowUnsafeConfigPaths: true, allowUnsafeCustomBinary: true },
        ...(signal && { abort: signal }),
      })
      .env(environment)
      .raw([...args])
      .catch((error: unknown) => {
        throw failureOf(error);
      });
  }

  /** Options that empty every filter which some configuration names. */
  async #withoutFilters(top: string): Promise<string[]> {
    const args = ['config', '-z', '--name-only', '--get-regexp', String.raw`^filter\..`];
    const keys = await this.read(top, args).catch((error: unknown) => {
      if (error instanceof GitFailure && error.exitCode === 1) {
        return '';
      }
      throw error;
    });
    const all = keys.split('\0').map((key) => key.slice(0, key.lastIndexOf('.')));
    const names = [...new Set(all.filter((name) => name.startsWith('filter.')))];
    // What is no UTF-8 was read as this character, and another filter would be emptied.
    if (names.length > mostFilters || names.some((name) => name.includes('\uFFFD'))) {
      throw new GitFailure('refused', 'the configuration names filters that cannot be turned off; remove them');
    }
    return names.flatMap((name) =>
      // Git takes what stands before the first "=" for the key, but in the other form what stands before the last.
      name.includes('=')
        ? [
            `--config-env=${name}.clean=${nothing}`,
            `--config-env=${name}.smudge=${nothing}`,
            `--config-env=${name}.process=${nothing}`,
            `--config-env=${name}.required=${no}`,
          ]
        : ['-c', `${name}.clean=`, '-c', `${name}.smudge=`, '-c', `${name}.process=`, '-c', `${name}.required=false`],
    );
  }

  /** Ends a call, and its process with it, when time is up or the caller stops it. */
  async #inTime(
    run: () => Promise<string>,
    args: readonly string[],
    { signals = [], patience = 1 }: Reading,
  ): Promise<string> {
    const limit = this.#limit * patience;
    let child: ChildProcess | undefined;
    let end = (): void => undefined;
    let flooded = (): void => undefined;
    const ended = new Promise<never>((_, reject) => {
      const giveUp = (failed: GitFailure): void => {
        if (child !== undefined) {
          abandon(child);
        }
        reject(failed);
      };
      const stop = (): void => giveUp(stopped());
      flooded = () => giveUp(new GitFailure('refused', `"git ${commandIn(args)}" printed too much output`));
      const timer = setTimeout(() => giveUp(silence(args, limit)), limit);
      signals.forEach((signal) => signal.addEventListener('abort', stop));
      end = (): void => {
        clearTimeout(timer);
        signals.forEach((signal) => signal.removeEventListener('abort', stop));
      };
    });
    const call = Symbol('call');
    const note = (message: unknown): void => {
      if (starting.getStore() === call) {
        const { process: started } = message as { readonly process: ChildProcess };
        child = started;
        // It has its streams when it has been started.
        process.nextTick(() => this.#bound(started, flooded));
      }
    };
    subscribe('child_process', note);
    try {
      return await Promise.race([starting.run(call, run), ended]);
    } finally {
      unsubscribe('child_process', note);
      end();
    }
  }

  /** Calls back when a process has printed more than may be kept. */
  #bound(child: ChildProcess, flooded: () => void): void {
    let length = 0;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > this.#longest) {
          flooded();
        }
      });
    }
  }
}

function silence(args: readonly string[], limit: number): GitFailure {
  return new GitFailure('silent', `"git ${commandIn(args)}" did not answer within ${limit / 1000} seconds`);
}

function commandIn(args: readonly string[]): string {
  return args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-c') ?? '';
}

function stopped(): GitFailure {
  return new GitFailure('stopped', 'git was stopped');
}

/** Ends a process for good. What it started may go on and hold its streams: nobody waits for that. */
function abandon(child: ChildProcess): void {
  child.kill('SIGKILL');
  child.stdin?.destroy();
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.unref();
}

function refuseStopped(signals: readonly AbortSignal[]): void {
  if (signals.some(({ aborted }) => aborted)) {
    throw stopped();
  }
}

async function binary(top: string): Promise<string> {
  const found = await gitBinary(process.env, top);
  if (found === undefined) {
    throw new GitFailure('missing', 'there is no program "git" in the folders of PATH');
  }
  return found;
}

/** The environment without what steers git, but for some variables of it. */
function kept(names: readonly string[]): Record<string, string> {
  const steers = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|PREFIX|SSH_ASKPASS)$/i;
  const entries = Object.entries(process.env).filter(([name]) => !steers.test(name) || names.includes(name));
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Keeps git from looking for a repository above the top. A list of folders cannot hold one whose path has the list's own mark. */
function ceiling(top: string): Record<string, string> {
  const above = dirname(top);
  return above.includes(delimiter) ? {} : { GIT_CEILING_DIRECTORIES: above };
}

/** Where an error that simple-git passes on keeps the failure that it stands for: it wraps every error that is not of its own class. */
const standsFor = Symbol('failure');

/** What simple-git makes of a process that has ended. It would take one that fails without a word for success. */
function failure(
  { GitError, GitPluginError }: typeof Library,
  both: boolean,
  onWarning?: (said: string) => void,
): NonNullable<SimpleGitOptions['errors']> {
  return (error, { exitCode, stdOut, stdErr }) => {
    const said = Buffer.concat([...(both ? stdOut : []), ...stdErr]).toString('utf8');
    if (exitCode === 0 && said !== '') {
      onWarning?.(said);
    }
    if (exitCode === 0 || error instanceof GitPluginError) {
      return error;
    }
    // Below 0 it did not even start, and what is said is a stack.
    const failed = new GitFailure('refused', exitCode < 0 ? (said.split('\n')[0] ?? '') : said, exitCode);
    return Object.assign(new GitError(undefined, failed.message), { [standsFor]: failed });
  };
}

/** The failure that an error of simple-git stands for; the error itself where it stands for none. */
function failureOf(error: unknown): unknown {
  return (error as { readonly [standsFor]?: GitFailure } | undefined)?.[standsFor] ?? error;
}
