import type { LastChange } from './catalog/document.ts';

/** Where messages for the developer and the curious go; never shown unasked. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  /** `error` is what was thrown; its stack is kept. */
  error(message: string, error: unknown): void;
}

/** A file's text without byte order mark, or why it was not read, in words for a user ("it is binary"). */
export type ReadResult = { readonly text: string } | { readonly skipped: string };

/** What the core asks of a tree of files. A root is whatever the store identifies folders by. */
export interface FileStore {
  /**
   * The paths of the files below `root` that may be markdown, relative to it, with `/`. Ignored files are left out
   * where the store can tell. Rejects when the root cannot be listed at all.
   */
  list(root: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Never rejects: what cannot be read comes with the reason. */
  read(root: string, path: string): Promise<ReadResult>;
}

/** The person at the keyboard, as git knows them. */
export interface Author {
  readonly name: string;
  readonly email?: string;
}

/** What the core asks of git. Roots are folders of the local file system; nothing here changes a repository. */
export interface History {
  /**
   * Tracked files and untracked ones that are not ignored, relative to `root`, with `/`. Undefined where there is no
   * repository, no git, or `root` itself is ignored.
   */
  files(root: string, signal: AbortSignal): Promise<readonly string[] | undefined>;
  /** Each file's last change, from one pass over the history. Empty where there is no repository or no commit. */
  lastChanges(root: string, signal: AbortSignal): Promise<ReadonlyMap<string, LastChange>>;
  /** Those of `paths` that git ignores; none where there is no repository. */
  ignored(root: string, paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** From git's configuration; undefined when it names nobody. */
  author(root: string): Promise<Author | undefined>;
  /** The path from the repository's top to `root`, ending in `/`; empty at the top or without a repository. */
  prefix(root: string): Promise<string>;
  /** The folder of the repository's own files, which change at each commit and checkout; undefined without one. */
  gitFolder(root: string): Promise<string | undefined>;
}
