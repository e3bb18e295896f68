import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { findRepository, isGitsOwn, type Found } from './find.ts';

/** What is read of a `.gitignore` file, in bytes; longer ones are taken for something else. */
const largestFile = 128 * 1024;
/** A pattern with more wildcards in one part of a path, or with more `**`, takes too long to compare. */
const mostWildcards = 3;

/**
 * Tells what is ignored by reading `.gitignore` files and `.git/info/exclude`, without git. Less is known than git knows: a file that is tracked
 * although a pattern matches it is taken for ignored, and the user's own patterns are not read.
 */
export class IgnoreFiles {
  /**
   * The files below a root that stands in a repository, relative to it, with `/`; undefined where it stands in none, or is ignored itself.
   * Rejects when the root cannot be listed.
   * @param onUnread is told of each folder below it that cannot be.
   */
  async files(
    root: string,
    signal?: AbortSignal,
    onUnread?: (folder: string) => void,
  ): Promise<readonly string[] | undefined> {
    const found = await findRepository(root);
    if (found === undefined || isGitsOwn(found)) {
      return undefined;
    }
    const rules = new Rules(found);
    if (await rules.ignores(found.prefix)) {
      return undefined;
    }
    const files: string[] = [];
    const folders = [found.prefix];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      signal?.throwIfAborted();
      const path = join(found.top, folder);
      const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
        if (folder === found.prefix) {
          throw error;
        }
        onUnread?.(path);
        return [];
      });
      // A repository within the repository keeps its files to itself.
      if (folder !== found.prefix && entries.some(({ name }) => name === '.git')) {
        continue;
      }
      const known = await rules.of(folder);
      for (const entry of entries) {
        const inner = `${folder}${entry.name}`;
        if (entry.isDirectory()) {
          if (entry.name !== '.git' && entry.name !== 'node_modules' && !matches(known, `${inner}/`)) {
            folders.push(`${inner}/`);
          }
        } else if (entry.isFile() && !matches(known, inner)) {
          files.push(inner.slice(found.prefix.length));
        }
      }
    }
    return files;
  }

  /** Those of some paths, relative to the root, that are ignored; none where the root stands in no repository, or is ignored itself. */
  async ignored(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
    const found = paths.length === 0 ? undefined : await findRepository(root);
    if (found === undefined || isGitsOwn(found)) {
      return new Set();
    }
    const rules = new Rules(found);
    if (await rules.ignores(found.prefix)) {
      return new Set();
    }
    const ignored = new Set<string>();
    for (const path of paths) {
      if (await rules.ignores(`${found.prefix}${path}`)) {
        ignored.add(path);
      }
    }
    return ignored;
  }
}

/** The patterns that hold in the folders of a repository, each read once. Folders are named from the top and end in `/`; the top is empty. */
class Rules {
  readonly #repository: Found;
  readonly #known = new Map<string, Promise<Ignore>>();

  constructor(repository: Found) {
    this.#repository = repository;
  }

  /** The patterns that hold for what stands in a folder. */
  of(folder: string): Promise<Ignore> {
    const known = this.#known.get(folder) ?? this.#read(folder);
    this.#known.set(folder, known);
    return known;
  }

  /** Whether a path from the top is ignored; a folder's ends in `/`. What stands in an ignored folder is ignored, whatever the patterns in it say. */
  async ignores(path: string): Promise<boolean> {
    for (let end = path.indexOf('/'); end !== -1 && end < path.length - 1; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end + 1);
      if (matches(await this.of(parentOf(folder)), folder)) {
        return true;
      }
    }
    return path !== '' && matches(await this.of(parentOf(path)), path);
  }

  async #read(folder: string): Promise<Ignore> {
    const { top, gitFolder } = this.#repository;
    const outer = folder === '' ? patternsOf(await textOf(join(gitFolder, 'info', 'exclude')), '') : undefined;
    const own = patternsOf(await textOf(join(top, folder, '.gitignore')), folder);
    const above = folder === '' ? undefined : await this.of(parentOf(folder));
    if (own.length === 0 && above !== undefined) {
      return above;
    }
    // Later patterns win: those of inner folders over those of outer ones.
    const rules = ignore({ ignorecase: process.platform === 'win32' || process.platform === 'darwin' });
    return rules.add(above ?? outer ?? []).add(own);
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

function matches(rules: Ignore, path: string): boolean {
  try {
    return rules.ignores(path);
  } catch {
    // What the library takes for no path within the repository is not ignored.
    return false;
  }
}

/** The text of a `.gitignore`, empty where it cannot be read. Git, too, follows no link to one. */
async function textOf(path: string): Promise<string> {
  const there = await lstat(path).catch(() => undefined);
  if (there?.isFile() !== true || there.size > largestFile) {
    return '';
  }
  const file = await open(path, 'r').catch(() => undefined);
  try {
    return (await file?.readFile('utf8')) ?? '';
  } catch {
    return '';
  } finally {
    await file?.close();
  }
}

/** The patterns of a `.gitignore` in a folder, as patterns of one at the top. */
function patternsOf(text: string, folder: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#') && isCheap(line))
    .map((line) => (folder === '' ? line : below(folder, line)));
}

function below(folder: string, line: string): string {
  const not = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(not.length);
  const base = `/${folder.replaceAll(/[\\*?[\]#! ]/g, String.raw`\$&`)}`;
  // A slash that is not the last character ties a pattern to its folder.
  const isTied = /\/./.test(pattern);
  return `${not}${base}${isTied ? pattern.replace(/^\//, '') : `**/${pattern}`}`;
}

/** Whether comparing with a pattern takes no longer than a glance; hostile ones would take hours. */
function isCheap(pattern: string): boolean {
  const parts = pattern.split('/');
  const across = parts.filter((part) => part === '**').length;
  const within = parts.map((part) => (part === '**' ? 0 : (part.match(/\*+/g) ?? []).length));
  return across <= mostWildcards && within.every((count) => count <= mostWildcards);
}
