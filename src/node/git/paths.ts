/** How many characters of paths one git process is given: Windows takes no more than 32,767 in all. */
const argumentLength = 20_000;

/** The paths in groups, none longer than what one process may be given. */
export function inBatches(paths: readonly string[]): string[][] {
  const batches: string[][] = [];
  let length = 0;
  for (const path of paths) {
    const batch = length + path.length > argumentLength ? undefined : batches.at(-1);
    if (batch === undefined) {
      batches.push([path]);
      length = path.length + 1;
    } else {
      batch.push(path);
      length += path.length + 1;
    }
  }
  return batches;
}

/** A call whose paths are no patterns. */
export function literally(args: readonly string[]): string[] {
  return ['--literal-pathspecs', ...args];
}

/** A pattern for what matches a glob below a folder; the folder's path, which ends in `/`, may hold anything. */
export function pathspec(folder: string, glob: string): string {
  // In front of a folder that begins with a colon, "./" keeps it from being a word to git.
  return `${folder === '' ? '' : './'}${folder.replaceAll(/[\\*?[]/g, String.raw`\$&`)}${glob}`;
}

/** A path from the top, as git names it, relative to the folder that a prefix names. Git on macOS composes characters that the disk may not. */
export function afterPrefix(path: string, prefix: string): string {
  return path.slice((path.startsWith(prefix) ? prefix : prefix.normalize('NFC')).length);
}
