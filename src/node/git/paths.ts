/** The longest paths for one git process, in characters: Windows accepts 32,767 in all. */
const argumentLength = 20_000;

/** Returns the paths in batches, each short enough for one process. */
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

/** Returns arguments whose paths are not patterns. */
export function literally(args: readonly string[]): string[] {
  return ['--literal-pathspecs', ...args];
}

/** Returns a pathspec for a glob below a folder. The folder may have any characters; it has a trailing `/`. */
export function pathspec(folder: string, glob: string): string {
  // "./" protects a leading colon of the folder.
  return `${folder === '' ? '' : './'}${folder.replaceAll(/[\\*?[]/g, String.raw`\$&`)}${glob}`;
}

/** Returns a path from the top, relative to a prefix. Git on macOS composes characters, but the disk may not. */
export function afterPrefix(path: string, prefix: string): string {
  return path.slice((path.startsWith(prefix) ? prefix : prefix.normalize('NFC')).length);
}
