import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, lstat, open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { irregularity } from './read-file.ts';
import { codeOf, writingProblem } from './system-errors.ts';

/**
 * Writes a file whole or not at all: a temporary file beside it is written, flushed to the disk, then renamed. Readers
 * always find the old or the new text, even after a crash. Keeps the mode, and the owner if permitted. Another name of
 * the same file (a hard link) keeps the old text. Never rejects.
 * @param file absolute path.
 * @returns why it was not written, or undefined. Then everything is as before.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<string | undefined> {
  try {
    const before = await factsOf(file);
    const problem = before && problemOf(before);
    if (problem !== undefined) {
      return problem;
    }
    if (before !== undefined) {
      // A rename would replace a read-only file.
      await access(file, constants.W_OK);
    }
    const beside = join(dirname(file), `.runbook-lens-${randomBytes(8).toString('hex')}.tmp`);
    const handle = await open(beside, 'wx', before === undefined ? 0o666 : 0o600);
    try {
      try {
        await handle.writeFile(content);
        if (before !== undefined) {
          await keepOwnerAndMode(handle, before);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (!isSame(before, await factsOf(file))) {
        await unlink(beside);
        return 'it changed in the meantime; run the command again';
      }
      await rename(beside, file);
    } catch (error) {
      await unlink(beside).catch(() => undefined);
      throw error;
    }
    await flushFolder(dirname(file));
    return undefined;
  } catch (error) {
    return writingProblem(error);
  }
}

/** Returns the facts of a path without following links, or undefined if nothing is there. */
async function factsOf(file: string): Promise<Stats | undefined> {
  return lstat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
}

function problemOf(found: Stats): string | undefined {
  if (found.isSymbolicLink()) {
    return 'it is a link, and its target may belong to somebody else';
  }
  const kind = irregularity(found);
  return kind && `it is ${kind}`;
}

function isSame(before: Stats | undefined, now: Stats | undefined): boolean {
  return (['dev', 'ino', 'size', 'mtimeMs', 'mode'] as const).every((fact) => before?.[fact] === now?.[fact]);
}

async function keepOwnerAndMode(handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const made = await handle.stat();
  if (made.uid !== uid || made.gid !== gid) {
    // Only an administrator can change the owner. Members can keep the group.
    await handle.chown(uid, gid).catch(() => handle.chown(made.uid, gid).catch(() => undefined));
  }
  if (made.mode !== mode) {
    await handle.chmod(mode & 0o7777);
  }
}

/** Flushes the new name to the disk too. Some systems cannot; the file itself is safe in any case. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
