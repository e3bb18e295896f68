import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gitignoreTest } from '../../core/index.ts';
import { isFolder } from '../is-folder.ts';
import { findRepository, isGitsOwn, type Found } from './find.ts';

/** What is read of a `.gitignore` file, in bytes; longer ones are taken for something else. */
const largestFile = 128 * 1024;
/** On the usual disks of these systems case does not count, and git takes patterns so. */
const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

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
      // A repository within the repository keeps its files to itself; linked work trees stand in one that has none itself.
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
  readonly #known = new Map<string, Promise<readonly Pattern[]>>();

  constructor(repository: Found) {
    this.#repository = repository;
  }

  /** The patterns that hold for what stands in a folder, in the order in which they count: the last one that matches decides. */
  of(folder: string): Promise<readonly Pattern[]> {
    const known = this.#known.get(folder) ?? this.#read(folder);
    this.#known.set(folder, known);
    return known;
  }

  /** Whether a path from the top is ignored; a folder's ends in `/`. What stands in an ignored folder is ignored, whatever the patterns in it say. */
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

/** Whether patterns ignore a path from the top; a folder's ends in `/`. */
function ignores(patterns: readonly Pattern[], path: string): boolean {
  return patterns.findLast(({ matches }) => matches(path))?.ignores === true;
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

/** One line of a `.gitignore`. */
interface Pattern {
  /** False for one that takes away from what those before it ignore. */
  readonly ignores: boolean;
  /** Whether it speaks of a path from the top; a folder's ends in `/`. */
  readonly matches: (path: string) => boolean;
}

/** The patterns of a `.gitignore` in a folder. */
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

/** A line without the blanks at its end, but for one that a backslash keeps. */
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
