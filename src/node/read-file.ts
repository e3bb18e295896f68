import { constants } from 'node:fs';
import { lstat, open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { decode, maxFileSize, type ReadResult } from '../core/index.ts';
import { codeOf, readingProblem } from './system-errors.ts';

/** The bytes of a file, or why it was not read ("it is a device"). */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly skipped: string };

/** The repository that links may not leave, seen from a folder in it. */
export interface Bounds {
  /** Absolute path. */
  readonly root: string;
  /** Path from the top of the repository to the root, with a trailing `/`; empty at the top or without a repository. */
  readonly prefix: string;
}

/**
 * Reads a regular file of at most `maxFileSize` bytes. Devices and named pipes, which may never end, are not opened.
 * Never rejects.
 * @param file absolute path.
 * @param bounds for links in the path. Called only if there is a link; without it links may lead anywhere.
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
    // The path may have become another file in the meantime. Do not wait for that file or follow it.
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

/** Reads a file like `readRegularFile`, as text. */
export async function readText(file: string, bounds?: () => Promise<Bounds>): Promise<ReadResult> {
  const result = await readRegularFile(file, bounds);
  return 'skipped' in result ? result : decode(result.bytes);
}

/** The part of an open file that reading needs. */
type Readable = Pick<FileHandle, 'read'>;

/** Reads all bytes of an open file, whatever its size: some files state none, others grow. */
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

/** The used part of `stat`. */
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

/** Returns what a file is if it is not a regular file ("a device"), or undefined. */
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

/** Returns the real path of the folder that links may not leave. */
export async function topOf({ root, prefix }: Bounds): Promise<string> {
  // If the root is a link, its parents are those of its target.
  return resolve(
    await realpath(root),
    ...prefix
      .split('/')
      .slice(1)
      .map(() => '..'),
  );
}

/** Whether a path is a folder or below it; both are absolute. */
export function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
