import { randomUUID } from 'node:crypto';
import {
  Breaks,
  markdownEndings,
  type FileCommit,
  type FileHistory,
  type Patch,
  type PastFiles,
  UserError,
} from '../core/index.ts';
import { Asking } from './git/asking.ts';
import { GitDoor, GitFailure, type Reading } from './git/door.ts';
import { findRepository, isGitsOwn, type Found } from './git/find.ts';
import {
  fileCommitsArguments,
  patchArguments,
  readFileCommits,
  readPatches,
  readTexts,
  readTree,
  textsArguments,
  treeArguments,
} from './git/past.ts';
import { inBatches, literally } from './git/paths.ts';
import { causeOf } from './git/problem.ts';

/** Commits that are read at most; of more, those are the newest. */
const mostCommits = 20_000;
/** Factor for the time limit of the history, as for last changes. */
const patience = 4;
/** Contents that are read in one process: each is small, and all are in memory at once. */
const atOnce = 500;

/** Whole words as they are, only what was found, whatever the user has set. */
const grepOptions = ['-o', '-h', '-w', '-F', '-I', '--no-color', '--no-line-number', '--no-column', '--no-textconv'];
const documentEndings = markdownEndings.map((ending) => `:(exclude,icase)*.${ending}`);

/** Whether git printed more than is read of one call. */
function isFlood(error: unknown): boolean {
  return error instanceof GitFailure && error.kind === 'refused' && error.message.endsWith('printed too much output');
}

/** What was read at a HEAD. */
interface Kept {
  readonly head: string;
  readonly history: FileHistory;
}

/** The port of past files over git. Starts git processes, which only read, at the top of the repository of a root. */
export class GitPast implements PastFiles {
  readonly #git: Asking;
  readonly #most: number;
  /** By top of the repository. */
  readonly #kept = new Map<string, Kept>();

  /** @param most commits that are read. */
  constructor(door = new GitDoor(), most = mostCommits) {
    this.#git = new Asking(door);
    this.#most = most;
  }

  async changes(root: string, signal: AbortSignal): Promise<FileHistory | undefined> {
    const found = await findRepository(root);
    if (found === undefined || isGitsOwn(found)) {
      return undefined;
    }
    return this.#telling(found, signal, async () => {
      const state = await this.#state(found, signal);
      if (state === undefined) {
        return undefined;
      }
      const { head, isShallow } = state;
      const kept = this.#kept.get(found.top);
      if (kept?.head === head) {
        return kept.history;
      }
      const tree = readTree(await this.#git.read(found, [...treeArguments, head], { signals: [signal], patience }));
      const read = async (most: number): Promise<FileHistory> => {
        const args = [...fileCommitsArguments, `--max-count=${most}`, head];
        const output = await this.#git.read(found, args, { signals: [signal], patience });
        const breaks = new Breaks(signal);
        const commits: FileCommit[] = [];
        for (const commit of readFileCommits(output)) {
          commits.push(commit);
          await breaks.take();
        }
        const cut = isShallow ? 'shallow' : commits.length >= most ? 'long' : undefined;
        return { commits, ...tree, ...(cut && { cut }) };
      };
      const history = await read(this.#most).catch((error: unknown) => {
        if (isFlood(error)) {
          return read(Math.ceil(this.#most / 10));
        }
        throw error;
      });
      this.#kept.set(found.top, { head, history });
      return history;
    });
  }

  async texts(root: string, ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const found = await findRepository(root);
    const texts = new Map<string, string>();
    const asked = [...new Set(ids)].filter((id) => /^[\da-f]{40,64}$/.test(id));
    if (found === undefined) {
      return texts;
    }
    const read = async (some: readonly string[]): Promise<void> => {
      const mark = randomUUID();
      const how = { signals: [signal], input: `${some.join('\n')}\n` };
      const output = await this.#git.read(found, textsArguments(mark), how).catch((error: unknown) => {
        if (isFlood(error)) {
          return undefined;
        }
        throw error;
      });
      if (output !== undefined) {
        readTexts(output, mark).forEach((text, id) => texts.set(id, text));
      } else if (some.length > 1) {
        await read(some.slice(0, some.length / 2));
        await read(some.slice(some.length / 2));
      }
    };
    await this.#telling(found, signal, async () => {
      for (let from = 0; from < asked.length; from += atOnce) {
        await read(asked.slice(from, from + atOnce));
      }
    });
    return texts;
  }

  async ignored(root: string, paths: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    const found = await findRepository(root);
    const asked = paths.filter((path) => path !== '' && !path.includes('\0'));
    if (found === undefined || asked.length === 0) {
      return new Set();
    }
    const args = ['check-ignore', '--no-index', '-z', '--stdin'];
    const output = await this.#answer(found, args, { signals: [signal], input: asked.join('\0') });
    return new Set(output.split('\0').filter((path) => path !== ''));
  }

  async wordsInFiles(root: string, words: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    const found = await findRepository(root);
    const said = new Set<string>();
    if (found === undefined) {
      return said;
    }
    for (const some of inBatches(words.filter((word) => /^[\w:.-]+$/.test(word)))) {
      const patterns = some.flatMap((word) => ['-e', word]);
      const args = ['grep', ...grepOptions, ...patterns, '--', '.', ...documentEndings];
      const output = await this.#answer(found, args, { signals: [signal], patience });
      output.split('\n').forEach((word) => said.add(word));
    }
    said.delete('');
    return said;
  }

  async patches(root: string, paths: readonly string[], signal: AbortSignal): Promise<readonly Patch[]> {
    const found = await findRepository(root);
    const patches: Patch[] = [];
    if (found === undefined) {
      return patches;
    }
    for (const some of inBatches(paths)) {
      const args = literally([...patchArguments, `--max-count=${this.#most}`, '--', ...some]);
      const how = { signals: [signal], patience };
      patches.push(...readPatches(await this.#telling(found, signal, () => this.#git.read(found, args, how))));
    }
    return patches;
  }

  /** Returns git's output, or an empty text for exit code 1, which means "none". */
  async #answer(found: Found, args: readonly string[], how: Reading & { readonly signals: [AbortSignal] }) {
    return this.#telling(found, how.signals[0], () =>
      this.#git.read(found, args, how).catch((error: unknown) => {
        if (error instanceof GitFailure && error.exitCode === 1) {
          return '';
        }
        throw error;
      }),
    );
  }

  /** Returns HEAD, and whether the clone is shallow; undefined without a commit. */
  async #state(found: Found, signal: AbortSignal): Promise<{ head: string; isShallow: boolean } | undefined> {
    const args = ['rev-parse', '--is-shallow-repository', '--verify', 'HEAD'];
    const output = await this.#git.read(found, args, { signals: [signal] }).catch((error: unknown) => {
      if (error instanceof GitFailure && /[Nn]eeded a single|unknown revision|ambiguous argument/.test(error.message)) {
        return undefined;
      }
      throw error;
    });
    const head = output?.match(/^[\da-f]{40,64}$/m)?.[0];
    return head === undefined ? undefined : { head, isShallow: /^true$/m.test(output ?? '') };
  }

  /** Calls git, and makes its failures errors for users. */
  async #telling<T>(found: Found, signal: AbortSignal, call: () => Promise<T>) {
    try {
      return await call();
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      throw new UserError(`The history of ${found.top} cannot be read: ${causeOf(found, error)}.`);
    }
  }
}
