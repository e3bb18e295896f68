import { constants } from 'node:fs';
import { lstat, open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { decode, maxFileSize, type ReadResult } from '../core/index.ts';
import { codeOf, readingProblem } from './system-errors.ts';

/** A file's bytes, or why it was not read, in words for a user ("it is a device"). */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly skipped: string };

/** The folder that links may not lead out of: that of a repository, as seen from a folder in it. */
export interface Bounds {
  /** Absolute. */
  readonly root: string;
  /** The path from the repository's top to the root, ending in `/`; empty at the top or without a repository. */
  readonly prefix: string;
}

/**
 * Reads a regular file of at most `maxFileSize` bytes. What is no regular file, such as a device or a named pipe, which may never
 * end, is not even opened. Never rejects.
 * @param file absolute.
 * @param bounds of a link in the file's place, or in that of a folder on the way to it. They are asked for only where there is one; without
 *   them links may lead anywhere.
 */
export async function readRegularFile(file: string, bounds?: () => Promise<Bounds>): Promise<FileBytes> {
  try {
    const problem = problemOf(await stat(file));
    if (problem !== undefined) {
      return { skipped: (await isLink(file)) ? problem.replace('it is ', 'it is a link to ') : problem };
    }
    const real = await realpath(file);
    if (bounds !== undefined && real !== resolve(file)) {
      const top = await topOf(await bounds());
      if (!isBelow(real, top)) {
        return { skipped: `it is a link to a file outside ${top}` };
      }
    }
    // Between a look at a path and its opening it may have become another file. That one is neither waited for nor followed.
    const handle = await open(
      real,
      constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY | constants.O_NOFOLLOW,
    );
    try {
      const changed = problemOf(await handle.stat());
      return changed === undefined ? await readAll(handle) : { skipped: changed };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const isBroken = codeOf(error) === 'ENOENT' && (await isLink(file));
    return { skipped: isBroken ? 'it is a link to a file that does not exist' : readingProblem(error) };
  }
}

/** The text of a file that `readRegularFile` reads. */
export async function readText(file: string, bounds?: () => Promise<Bounds>): Promise<ReadResult> {
  const result = await readRegularFile(file, bounds);
  return 'skipped' in result ? result : decode(result.bytes);
}

/** What reading needs of an open file. */
type Readable = Pick<FileHandle, 'read'>;

/** All bytes of an open file, however long it says it is: some files tell no size, and others grow meanwhile. */
export async function readAll(handle: Readable): Promise<FileBytes> {
  let buffer = Buffer.allocUnsafe(16 * 1024);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, null);
    filled += bytesRead;
    if (bytesRead === 0) {
      return { bytes: buffer.subarray(0, filled) };
    }
    if (filled > maxFileSize) {
      return { skipped: tooLarge };
    }
    if (filled === buffer.length) {
      buffer = Buffer.concat([buffer], Math.min(buffer.length * 4, maxFileSize + 1));
    }
  }
}

const tooLarge = `it is larger than ${maxFileSize / 1024 / 1024} MB`;

/** What `stat` says of a file. */
interface FileFacts {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

function problemOf(found: FileFacts): string | undefined {
  const kind = irregularity(found);
  return kind === undefined ? (found.size > maxFileSize ? tooLarge : undefined) : `it is ${kind}`;
}

/** What a file is that is no regular one, with its article: "a device"; undefined for a regular file. */
export function irregularity(found: Omit<FileFacts, 'size'>): string | undefined {
  if (found.isFile()) {
    return undefined;
  }
  return found.isDirectory()
    ? 'a folder'
    : found.isFIFO()
      ? 'a named pipe'
      : found.isSocket()
        ? 'a socket'
        : 'a device';
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** The real path of the folder that links may not lead out of. */
export async function topOf({ root, prefix }: Bounds): Promise<string> {
  // Where the root is a link, what is above it is above the folder that it leads to.
  return resolve(
    await realpath(root),
    ...prefix
      .split('/')
      .slice(1)
      .map(() => '..'),
  );
}

/** Whether a path is a folder's own or below it; both absolute. */
export function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
