/** A workspace folder, as far as it decides whether a server is offered for it. */
interface Folder {
  readonly uri: { readonly scheme: string; toString(): string };
}

/**
 * Returns the folders that a server is offered for: local ones with documents, in a trusted workspace. The server starts git, as the command
 * line has no Restricted Mode, and it reads the disk.
 * @param roots of the documents that agents can ask for.
 */
export function offeredFolders<F extends Folder>(
  isTrusted: boolean,
  folders: readonly F[],
  roots: ReadonlySet<string>,
): readonly F[] {
  return isTrusted ? folders.filter(({ uri }) => uri.scheme === 'file' && roots.has(uri.toString())) : [];
}

/** Returns the options by which the command line reads the same files as the editor. An option and its glob are one word: a glob may begin with a dash. */
export function globOptions(include: readonly string[], exclude: readonly string[]): string[] {
  return [...include.map((glob) => `--include=${glob}`), ...exclude.map((glob) => `--exclude=${glob}`)];
}
