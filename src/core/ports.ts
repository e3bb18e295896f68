/** Where messages for the developer and the curious go; never shown unasked. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  /** `error` is what was thrown; its stack is kept. */
  error(message: string, error: unknown): void;
}

/** What tells the time. */
export interface Clock {
  now(): Date;
}

/** A file's text without byte order mark, or why it was not read, in words for a user ("it is binary"). */
export type ReadResult = { readonly text: string } | { readonly skipped: string };

/** What the core asks of a tree of files. A root is whatever the store identifies folders by. */
export interface FileStore {
  /**
   * The paths of the files below `root` that may be markdown or a team's own (see `isTeamFile`), and with `all` every other
   * file too; relative to the root, with `/`. Ignored files are left out where the store can tell. Rejects when the root
   * cannot be listed at all.
   */
  list(root: string, signal: AbortSignal, all?: boolean): Promise<readonly string[]>;
  /** The names of the files directly in a folder, which may stand above the root (`../docs`); none where there is no such folder. */
  names(root: string, folder: string): Promise<readonly string[]>;
  /** Never rejects: what cannot be read comes with the reason. */
  read(root: string, path: string): Promise<ReadResult>;
}

/** Who changed a document last, and when. */
export interface LastChange {
  /** ISO 8601 with zone. */
  readonly date: string;
  readonly author: string;
}

/** The person at the keyboard, as git knows them. */
export interface Author {
  readonly name: string;
  readonly email?: string;
}

/**
 * What the core asks of git. Roots are folders of the local file system; nothing here changes a repository, starts another program or uses
 * the network, whatever a repository's configuration says. What git cannot tell, or not in time, is missing, and a warning says why.
 */
export interface History {
  /**
   * Tracked files and untracked ones that are not ignored, relative to `root`, with `/`: those that `FileStore.list` asks
   * for. Tracked files that are not on disk are left out. Undefined where there is no repository, or `root` itself is ignored. Where git
   * cannot be asked, all files that `.gitignore` files do not name.
   */
  files(root: string, signal: AbortSignal, all?: boolean): Promise<readonly string[] | undefined>;
  /** Why git could not be asked when the files of `root` were last listed, and the way out, in words for "…: {0}."; undefined when it could. */
  problem(root: string): string | undefined;
  /** Each file's last change, from one pass over the history. Empty where there is no repository or no commit. */
  lastChanges(root: string, signal: AbortSignal): Promise<ReadonlyMap<string, LastChange>>;
  /** Those of `paths` that git ignores; none where there is no repository. */
  ignored(root: string, paths: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * The files that differ from where HEAD and `revision` parted, committed or not, untracked ones and deleted ones
   * included, relative to `root`, with `/`. Rejects with a UserError where there is no repository, or nothing to compare
   * with. `revision` may be any text: it is never taken for an option of git.
   */
  changedSince(root: string, revision: string): Promise<ReadonlySet<string>>;
  /** Who wrote the latest commits, the most active first, each name once; nobody where there is no repository. */
  people(root: string): Promise<readonly Author[]>;
  /**
   * The subjects of the latest commits that changed one of `folders` (relative to `root`; all of it for none), the newest first and at
   * most 50; merges are left out. None where there is no repository.
   */
  subjects(root: string, folders: readonly string[]): Promise<readonly string[]>;
  /** From git's configuration; undefined when it names nobody. */
  author(root: string): Promise<Author | undefined>;
  /** The path from the repository's top to `root`, ending in `/`; empty at the top or without a repository. */
  prefix(root: string): Promise<string>;
  /** The folder of the repository's own files, which change at each commit and checkout; undefined without one, or where `root` stands in it. */
  gitFolder(root: string): Promise<string | undefined>;
}

/** A file that can be committed, as git sees it. */
export interface Committable {
  /** The branch that a commit would go to; undefined where HEAD is at none. */
  readonly branch?: string;
  /** The file's text in the last commit; undefined for one that is not in it. */
  readonly committed?: string;
}

/** What is to be committed, where, and in which words. */
export interface CommitRequest {
  readonly root: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly message: string;
  /** A branch to be made for it, from HEAD; without one the commit goes to the branch that HEAD is on. */
  readonly newBranch?: string;
  /** Ends git, as long as there is no commit yet. */
  readonly signal?: AbortSignal;
}

/** A commit that was made. */
export interface Committed {
  /** Abbreviated. */
  readonly commit: string;
  readonly branch: string;
}

/**
 * What the core asks of git that changes a repository: one file is committed, and nothing else. Roots are folders of the local file
 * system. Hooks and signing are git's own affair, and nothing is ever pushed. What git refuses rejects with a UserError in
 * git's own words.
 */
export interface Repository {
  /**
   * Whether a file can be committed now. Rejects with a UserError where it cannot: there is no repository, git ignores the file, it is as
   * in the last commit, or a merge, rebase or the like is not finished.
   */
  committable(root: string, path: string): Promise<Committable>;
  /** Why a branch of this name cannot be made in the repository of a file, in words; undefined when it can. */
  branchProblem(root: string, path: string, name: string): Promise<string | undefined>;
  /**
   * Commits a file as it is on disk, tracked before or not. Whatever else is staged or changed stays so. When it rejects, also because it was
   * stopped, the repository is as it was before: the same branch, the same index.
   */
  commitFile(request: CommitRequest): Promise<Committed>;
}
