import { createHash } from 'node:crypto';
import { mkdir, rmdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './system-errors.ts';

/** A turn is renewed after this time. In milliseconds. */
const renewal = 1000;
/** A turn that was not renewed for this time belonged to a process that has ended. In milliseconds. */
const abandoned = 5000;
/** The longest wait for a turn; then the action runs without one. In milliseconds. */
const patience = 30_000;
/** The time between two looks at a turn of another process. In milliseconds. */
const pause = 20;

/**
 * Runs an action while no other process runs one for the same file in its turn. A turn is an empty folder, because
 * creating a folder fails if it exists. If no turn can be had, the action runs all the same: a turn only prevents two
 * windows from saving at the same moment, which VS Code does not notice.
 * @param folder absolute path of the folder of the turns, which all processes share; created if it is missing.
 * @param file absolute path of the file.
 */
export async function inTurn<Result>(folder: string, file: string, action: () => Promise<Result>): Promise<Result> {
  const turn = join(folder, `turn-${createHash('sha256').update(file).digest('hex').slice(0, 32)}`);
  if (!(await taken(folder, turn))) {
    return action();
  }
  const renewing = setInterval(() => {
    const now = new Date();
    utimes(turn, now, now).catch(() => undefined);
  }, renewal);
  try {
    return await action();
  } finally {
    clearInterval(renewing);
    await rmdir(turn).catch(() => undefined);
  }
}

/** Takes a turn, and returns false if that is not possible or takes too long. */
async function taken(folder: string, turn: string): Promise<boolean> {
  const start = performance.now();
  await mkdir(folder, { recursive: true }).catch(() => undefined);
  while (performance.now() - start < patience) {
    try {
      await mkdir(turn);
      return true;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        return false;
      }
    }
    const renewed = await stat(turn).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - renewed > abandoned) {
      await rmdir(turn).catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return false;
}
