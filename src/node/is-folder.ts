import { stat } from 'node:fs/promises';

/** Whether a path is a folder, or a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
