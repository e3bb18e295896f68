import { stat } from 'node:fs/promises';

/** Whether there is a folder at a path, also behind links. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
