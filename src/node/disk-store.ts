import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileStore, type History, type Logger, type ReadResult } from '../core/index.ts';
import { isFolder } from './is-folder.ts';
import { readText, type Bounds } from './read-file.ts';
import { readingProblem } from './system-errors.ts';

/** The file port over the local disk: the files that git lists, or without a repository all files below the root. */
export class DiskStore implements FileStore {
  readonly #history: History;
  readonly #logger: Logger;
  /** The prefix of each root with links. */
  readonly #prefixes = new Map<string, Promise<string>>();

  /** @param logger receives folders that cannot be read. */
  constructor(history: History, logger: Logger) {
    this.#history = history;
    this.#logger = logger;
  }

  async list(root: string, signal: AbortSignal, all = false): Promise<readonly string[]> {
    return (await this.#history.files(root, signal, all)) ?? this.#walk(root, '', signal);
  }

  async names(root: string, folder: string): Promise<readonly string[]> {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
  }

  /**
   * Reads only regular files and links to them. A link must stay in the repository, or below the root if there is none.
   */
  async read(root: string, path: string): Promise<ReadResult> {
    return readText(join(root, path), () => this.#bounds(root));
  }

  async #bounds(root: string): Promise<Bounds> {
    const prefix = this.#prefixes.get(root) ?? this.#history.prefix(root);
    this.#prefixes.set(root, prefix);
    return { root, prefix: await prefix };
  }

  async #walk(root: string, folder: string, signal: AbortSignal): Promise<string[]> {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      if (folder === '') {
        throw error;
      }
      this.#logger.warn(`Not read: ${folder}/: ${readingProblem(error)}`);
      return [];
    });
    const found: string[] = [];
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (signal.aborted) {
        break;
      }
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') {
        found.push(...(await this.#walk(root, path, signal)));
      } else if (!entry.isDirectory() && !(entry.isSymbolicLink() && (await isFolder(join(root, path))))) {
        found.push(path);
      }
    }
    return found;
  }
}
