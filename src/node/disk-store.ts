import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, maxFileSize, type FileStore, type History, type ReadResult } from '../core/index.ts';

/** The file port over the local disk: what git lists where there is a repository, else every file below the root. */
export class DiskStore implements FileStore {
  readonly #history: History;

  constructor(history: History) {
    this.#history = history;
  }

  async list(root: string, signal: AbortSignal, all = false): Promise<readonly string[]> {
    return (await this.#history.files(root, signal, all)) ?? walk(root, '', signal);
  }

  async names(root: string, folder: string): Promise<readonly string[]> {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  async read(root: string, path: string): Promise<ReadResult> {
    const file = join(root, path);
    try {
      const { size } = await stat(file);
      return size > maxFileSize ? { skipped: tooLarge } : decode(await readFile(file));
    } catch (error) {
      return { skipped: reasonOf(error) };
    }
  }
}

const tooLarge = `it is larger than ${maxFileSize / 1024 / 1024} MB`;

async function walk(root: string, folder: string, signal: AbortSignal): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (signal.aborted) {
      break;
    }
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') {
      found.push(...(await walk(root, path, signal).catch(() => [])));
    } else if (entry.isFile()) {
      found.push(path);
    }
  }
  return found;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'it no longer exists';
    case 'EACCES':
    case 'EPERM':
      return 'reading it is not permitted';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
