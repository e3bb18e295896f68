import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gitignoreTest } from '../../core/index.ts';
import { isFolder } from '../is-folder.ts';
import { findRepository, isGitsOwn, type Found } from './find.ts';

/** The longest `.gitignore` file that is read, in bytes. */
const largestFile = 128 * 1024;
/** On these systems, file names and git patterns usually ignore case. */
const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

/**
 * Finds ignored files from `.gitignore` files and `.git/info/exclude`, without git. It knows less than git: tracked
 * files that match a pattern count as ignored, and the user's own patterns are not read.
 */
export class IgnoreFiles {
  /**
   * Returns the files below a root, relative to it, with `/`. Undefined if the root is in no repository or is ignored
   * itself. Rejects if the root cannot be listed.
   * @param onUnread receives each folder that cannot be read.
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
      // A nested repository keeps its files to itself. Linked work trees are in a folder without one.
      if (found.isBare !== true && folder !== found.prefix && entries.some(({ name }) => name === '.git')) {
        continue;
      }
      const known = await rules.of(folder);
      for (const entry of entries) {
        const inner = `${folder}${entry.name}`;
        if (entry.isDirectory()) {
          if (entry.name !== '.git' && entry.name !== 'node_modules' && !ignores(known, `${inner}/`)) {
            folders.push(`${inner}/`);
          }
        } else if (!ignores(known, inner) && !(entry.isSymbolicLink() && (await isFolder(join(path, entry.name))))) {
          files.push(inner.slice(found.prefix.length));
        }
      }
    }
    return files;
  }

  /**
   * Returns the ignored paths among some, relative to the root; none if the root is in no repository or is ignored
   * itself.
   */
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

/**
 * The patterns in the folders of a repository, each read once. Folders are paths from the top with a trailing `/`; the
 * top is empty.
 */
class Rules {
  readonly #repository: Found;
  readonly #known = new Map<string, Promise<readonly Pattern[]>>();

  constructor(repository: Found) {
    this.#repository = repository;
  }

  /** Returns the patterns for a folder, in order: the last one that matches decides. */
  of(folder: string): Promise<readonly Pattern[]> {
    const known = this.#known.get(folder) ?? this.#read(folder);
    this.#known.set(folder, known);
    return known;
  }

  /**
   * Whether a path from the top is ignored; folders have a trailing `/`. Everything in an ignored folder is ignored.
   */
  async ignores(path: string): Promise<boolean> {
    for (let end = path.indexOf('/'); end !== -1 && end < path.length - 1; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end + 1);
      if (ignores(await this.of(parentOf(folder)), folder)) {
        return true;
      }
    }
    return path !== '' && ignores(await this.of(parentOf(path)), path);
  }

  async #read(folder: string): Promise<readonly Pattern[]> {
    const { top, gitFolder } = this.#repository;
    const outer =
      folder === ''
        ? patternsOf(await textOf(join(gitFolder, 'info', 'exclude')), '')
        : await this.of(parentOf(folder));
    const own = patternsOf(await textOf(join(top, folder, '.gitignore')), folder);
    return own.length === 0 ? outer : [...outer, ...own];
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

/** Whether patterns ignore a path from the top; folders have a trailing `/`. */
function ignores(patterns: readonly Pattern[], path: string): boolean {
  return patterns.findLast(({ matches }) => matches(path))?.ignores === true;
}

/** Returns the text of a `.gitignore`; empty if it cannot be read or is a link, as in git. */
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

/** One line of a `.gitignore`. */
interface Pattern {
  /** False for a pattern with `!`. */
  readonly ignores: boolean;
  /** Whether it matches a path from the top; folders have a trailing `/`. */
  readonly matches: (path: string) => boolean;
}

/** Returns the patterns of a `.gitignore` in a folder. */
function patternsOf(text: string, folder: string): Pattern[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map(withoutBlanksBehind)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => patternOf(line, folder));
}

function patternOf(line: string, folder: string): Pattern {
  const pattern = folded(line.startsWith('!') ? line.slice(1) : line);
  const ofFolders = pattern.endsWith('/');
  const test = gitignoreTest(ofFolders ? pattern.slice(0, -1) : pattern, false);
  return {
    ignores: !line.startsWith('!'),
    matches(path) {
      const isFolder = path.endsWith('/');
      return (isFolder || !ofFolders) && test(folded(path.slice(folder.length, isFolder ? -1 : undefined)));
    },
  };
}

/** Returns a line without trailing blanks, except one after a backslash. */
function withoutBlanksBehind(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') {
    end -= 1;
  }
  return line.slice(0, end < line.length && line[end - 1] === '\\' ? end + 1 : end);
}

function folded(text: string): string {
  return ignoresCase ? text.toLowerCase() : text;
}
