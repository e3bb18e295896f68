import { Asking } from './asking.ts';
import { GitDoor } from './door.ts';
import { findRepository } from './find.ts';

/** Returns the addresses of the remotes of the repository that a folder is in; none without one, or if git cannot be asked. */
export async function remotesOf(folder: string): Promise<string[]> {
  const found = await findRepository(folder);
  if (found === undefined) {
    return [];
  }
  const output = await new Asking(new GitDoor())
    .read(found, ['config', '--get-regexp', String.raw`^remote\..*\.url$`])
    .catch(() => '');
  return output.split('\n').flatMap((line) => (line.includes(' ') ? [line.slice(line.indexOf(' ') + 1)] : []));
}
