import type { ChildProcess } from 'node:child_process';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { delimiter, dirname } from 'node:path';
import type { SimpleGitOptions } from 'simple-git';
import type * as Library from './simple-git.ts';
import { gitBinary } from './binary.ts';

/** The longest time of a call that reads, in milliseconds. Listing the largest repositories takes some seconds. */
const readingLimit = 30_000;

/**
 * The longest output of a call that reads, in bytes: more than the history of the largest repositories, and small
 * enough for memory.
 */
const longestOutput = 256 * 1024 * 1024;

/** The largest number of filters that can be turned off in one call. */
const mostFilters = 500;

/** Options of a call that reads. */
export interface Reading {
  /** Each aborts the call. */
  readonly signals?: readonly AbortSignal[];
  /** Factor for the time limit. */
  readonly patience?: number;
  /** What git reads from its standard input; nothing by default. */
  readonly input?: string;
  /** Receives git's messages if the call succeeds. */
  readonly onWarning?: (said: string) => void;
}

/** A failed git call. The message is git's. */
export class GitFailure extends Error {
  /**
   * `missing`: git is not installed. `silent`: no answer in time. `refused`: an exit code other than 0. `stopped`:
   * aborted by the caller.
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
 * Settings for calls that read. They override those of the user and the repository: a repository's configuration starts
 * no program, and git's output is the same for everybody.
 */
const readingSettings = [
  // A folder that looks like a bare repository may come with a clone.
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'diff.external=',
  // Git reads these files completely, whatever they are.
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

/** Variables with an empty value and `false`, for settings from the environment. */
const nothing = 'RUNBOOK_LENS_NOTHING';
const no = 'RUNBOOK_LENS_NO';

/** Environment of calls that read: no network, questions, locks or translations. */
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

/** Locations of the user's settings, which count like those in the home folder. */
const settingsPlaces = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
/** Author and committer from the environment. */
const identity = ['AUTHOR_NAME', 'AUTHOR_EMAIL', 'COMMITTER_NAME', 'COMMITTER_EMAIL'].map((name) => `GIT_${name}`);
/** Options that simple-git forbids but that are constants here: the settings above, and those for filters. */
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

/** Identifies a call while simple-git starts its process. */
const starting = new AsyncLocalStorage<symbol>();

/** Git at the top of one work tree, with the calls of the door. */
export interface GitThere {
  read(args: readonly string[]): Promise<string>;
  compare(args: readonly string[]): Promise<string>;
  write(args: readonly string[], signal?: AbortSignal): Promise<string>;
}

/**
 * The only way to git. Processes start at the top of a work tree: an absolute path without links. Each call rejects
 * with a `GitFailure`.
 */
export class GitDoor {
  readonly #limit: number;
  readonly #longest: number;

  /**
   * @param limit longest time of a call that reads, in milliseconds.
   * @param longest its longest output, in bytes.
   */
  constructor(limit = readingLimit, longest = longestOutput) {
    this.#limit = limit;
    this.#longest = longest;
  }

  /** Returns git at a top. */
  at(top: string): GitThere {
    return {
      read: async (args) => this.read(top, args),
      compare: async (args) => this.compare(top, args),
      write: async (args, signal) => this.write(top, args, signal),
    };
  }

  /**
   * Returns git's output for a call that only reads. It starts no other program, changes nothing, and has a time limit.
   */
  async read(top: string, args: readonly string[], how: Reading = {}): Promise<string> {
    refuseStopped(how.signals ?? []);
    const environment = {
      ...kept([...settingsPlaces, ...identity]),
      ...readingEnvironment,
      ...ceiling(top),
      // The configuration may name another work tree. Then all paths would be relative to that.
      GIT_WORK_TREE: top,
    };
    // A separate bundle, because it is not needed without a repository or without trust.
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
        // Read all output, and never let git wait for input.
        completion: { onExit: false },
        input: () => Buffer.from(how.input ?? ''),
      })
      .env(environment);
    return this.#inTime(async () => git.raw([...args]), args, how).catch((error: unknown) => {
      throw failureOf(error);
    });
  }

  /**
   * Returns git's output for a call that compares file contents. Filters of the configuration are turned off: a file
   * counts as it is on disk.
   */
  async compare(top: string, args: readonly string[]): Promise<string> {
    return this.read(top, [...(await this.#withoutFilters(top)), ...args]);
  }

  /**
   * Returns git's output for a call that may write. Hooks, filters and signing run as configured, without a time limit.
   */
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
        // A hook can fail without output. The reason can be on either stream.
        errors: failure(library, true),
        // Hooks inherit the rule on abbreviated options through the environment.
        unsafe: { allowAbbreviatedOptions: true, allowUnsafeConfigPaths: true, allowUnsafeCustomBinary: true },
        ...(signal && { abort: signal }),
      })
      .env(environment)
      .raw([...args])
      .catch((error: unknown) => {
        throw failureOf(error);
      });
  }

  /** Returns options that empty every filter in the configuration. */
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
    // Invalid UTF-8 is read as this character, so the wrong filter would be emptied.
    if (names.length > mostFilters || names.some((name) => name.includes('\uFFFD'))) {
      throw new GitFailure('refused', 'the configuration names filters that cannot be turned off; remove them');
    }
    return names.flatMap((name) =>
      // Git splits at the first "=", but in the other form at the last.
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

  /** Ends a call and its process when its time is up or the caller aborts it. */
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
        // The streams exist after the process has started.
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

  /** Calls back when a process has printed too much. */
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

/** Kills a process. Its own children may continue and keep its streams; nobody waits for them. */
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

/** Returns the environment without variables that control git, except some. */
function kept(names: readonly string[]): Record<string, string> {
  const steers = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|PREFIX|SSH_ASKPASS)$/i;
  const entries = Object.entries(process.env).filter(([name]) => !steers.test(name) || names.includes(name));
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Keeps git from finding a repository above the top. A path with the list separator cannot be in the list. */
function ceiling(top: string): Record<string, string> {
  const above = dirname(top);
  return above.includes(delimiter) ? {} : { GIT_CEILING_DIRECTORIES: above };
}

/** Key for our failure in an error of simple-git, which wraps errors of other classes. */
const standsFor = Symbol('failure');

/** Returns the error of an ended process. simple-git would treat a silent failure as success. */
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
    // A negative exit code means that it did not start, and the output is a stack.
    const failed = new GitFailure('refused', exitCode < 0 ? (said.split('\n')[0] ?? '') : said, exitCode);
    return Object.assign(new GitError(undefined, failed.message), { [standsFor]: failed });
  };
}

/** Returns the failure in an error of simple-git, or the error itself. */
function failureOf(error: unknown): unknown {
  return (error as { readonly [standsFor]?: GitFailure } | undefined)?.[standsFor] ?? error;
}
