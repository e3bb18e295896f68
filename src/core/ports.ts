/** Log for developers and curious users; never shown unasked. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  /** `error` is what was thrown; its stack is kept. */
  error(message: string, error: unknown): void;
}

/** The current time. */
export interface Clock {
  now(): Date;
}

/** Text of a file without its byte order mark, or why it was not read, as a clause for users ("it is binary"). */
export type ReadResult = { readonly text: string } | { readonly skipped: string };

/** The file tree as the core needs it. The store decides what identifies a root. */
export interface FileStore {
  /**
   * Returns the paths of the files below `root` that may be Markdown or files of the team (see `isTeamFile`); with `all`, of every other
   * file too. Paths are relative to the root, with `/`. Ignored files are left out if the store can tell. Rejects if the root cannot be
   * listed.
   */
  list(root: string, signal: AbortSignal, all?: boolean): Promise<readonly string[]>;
  /** Returns the names of the files directly in a folder, which may be above the root (`../docs`); none if the folder does not exist. */
  names(root: string, folder: string): Promise<readonly string[]>;
  /** Returns the text of a file, or why it cannot be read. Never rejects. */
  read(root: string, path: string): Promise<ReadResult>;
}

/** Who changed a document last, and when. */
export interface LastChange {
  /** ISO 8601 with zone. */
  readonly date: string;
  readonly author: string;
}

/** The current user, as git knows them. */
export interface Author {
  readonly name: string;
  readonly email?: string;
}

/**
 * Read access of the core to git. Roots are local folders. Nothing here changes a repository, starts another program or
 * uses the network, whatever the configuration of a repository says. Facts that git does not provide, or not in time,
 * are missing, and a warning says why.
 */
export interface History {
  /**
   * Returns tracked files, and untracked files that are not ignored, relative to `root`, with `/`: those that `FileStore.list` asks for.
   * Tracked files that are not on disk are left out. Undefined if there is no repository or `root` itself is ignored. If git cannot be
   * asked: all files that `.gitignore` files do not name.
   */
  files(root: string, signal: AbortSignal, all?: boolean): Promise<readonly string[] | undefined>;
  /**
   * Returns why git could not be asked when the files of `root` were last listed, and what to do, as text for "…: {0}."; undefined if it
   * could.
   */
  problem(root: string): string | undefined;
  /** Returns each file's last change, from one pass over the history. Empty if there is no repository or no commit. */
  lastChanges(root: string, signal: AbortSignal): Promise<ReadonlyMap<string, LastChange>>;
  /** Returns those of `paths` that git ignores; none if there is no repository. */
  ignored(root: string, paths: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Returns the files that differ from the merge base of HEAD and `revision`: committed or not, untracked and deleted files included,
   * relative to `root`, with `/`. Rejects with a UserError if there is no repository or nothing to compare with. `revision` may be any
   * text: it is never taken for an option of git.
   */
  changedSince(root: string, revision: string): Promise<ReadonlySet<string>>;
  /** Returns the authors of the latest commits, most active first, each name once; none if there is no repository. */
  people(root: string): Promise<readonly Author[]>;
  /**
   * Returns the subjects of the latest commits that changed one of `folders` (relative to `root`; all of it for none), newest first and
   * at most 50; merges are left out. None if there is no repository.
   */
  subjects(root: string, folders: readonly string[]): Promise<readonly string[]>;
  /** Returns the user in the configuration of git; undefined if there is none. */
  author(root: string): Promise<Author | undefined>;
  /** Returns the addresses of the repository's remotes; none without a repository, or if git cannot be asked. */
  remotes(root: string): Promise<readonly string[]>;
  /** Returns the path from the repository's top to `root`, ending in `/`; empty at the top or without a repository. */
  prefix(root: string): Promise<string>;
  /**
   * Returns the folder in which git keeps its own files, which change at each commit and checkout; undefined without a repository, or if
   * `root` is in it.
   */
  gitFolder(root: string): Promise<string | undefined>;
}

/** A file that a commit added, changed or removed. A rename is one file that is removed and one that is added. */
export interface FileChange {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** Id of its content before the commit; absent if the commit added it. */
  readonly before?: string;
  /** Id of its content after the commit; absent if the commit removed it. */
  readonly after?: string;
}

/** A commit with the files that it changed; merges have none. */
export interface FileCommit {
  readonly hash: string;
  /** When it was committed, which is when it came to others at the earliest: ISO 8601 with zone. */
  readonly date: string;
  readonly files: readonly FileChange[];
}

/** The changes of all files of a repository. */
export interface FileHistory {
  /** The newest first. */
  readonly commits: readonly FileCommit[];
  /**
   * Ids of the contents of all files of the newest commit, by path, whether they are checked out or not. What merges made of a file is only
   * here.
   */
  readonly head: ReadonlyMap<string, string>;
  /** The folders in which that commit has other repositories (submodules): what is in them is not known. Without a final `/`. */
  readonly modules: readonly string[];
  /**
   * Why older commits are missing: the clone is `shallow`, and its oldest commits seem to add all files; or the history is `long`, and only
   * the newest commits were read. Absent if it is complete.
   */
  readonly cut?: 'shallow' | 'long';
}

/** The lines that one commit removed from a file, and those that it added, without their `-` and `+`. */
export interface Patch {
  readonly hash: string;
  /** As in `FileCommit`. */
  readonly date: string;
  /** As git writes it: unusual names are quoted. Empty for a file that is new. */
  readonly path: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * Read access of the core to what files once were, with the promises of `History`. Each call rejects with a UserError if git cannot tell,
 * and with another error if it was aborted.
 */
export interface PastFiles {
  /** Returns the changes of all files of the repository that `root` is in, read once for each HEAD. Undefined without any commit. */
  changes(root: string, signal: AbortSignal): Promise<FileHistory | undefined>;
  /** Returns texts by the ids of contents; without those that are no text, are very large, or are missing in a partial clone. */
  texts(root: string, ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  /** Returns those of some paths from the top that git would ignore, whether they exist or not. Folders end in `/`. */
  ignored(root: string, paths: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>>;
  /** Returns those of some words that are in tracked files which are not Markdown, each as a whole word. */
  wordsInFiles(root: string, words: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>>;
  /** Returns how commits changed some files, from the top of the repository, that are there or were once; the newest first. */
  patches(root: string, paths: readonly string[], signal: AbortSignal): Promise<readonly Patch[]>;
}

/** A file that can be committed, as git sees it. */
export interface Committable {
  /** The branch of the next commit; undefined if HEAD is detached. */
  readonly branch?: string;
  /** Text of the file in the last commit; undefined if it is not in it. */
  readonly committed?: string;
}

/** The file to commit, its root, and the message. */
export interface CommitRequest {
  readonly root: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly message: string;
  /** A new branch for the commit, from HEAD. Without it, the commit goes to the current branch. */
  readonly newBranch?: string;
  /** Stops git, if there is no commit yet. */
  readonly signal?: AbortSignal;
}

/** The result of a commit. */
export interface Committed {
  /** Abbreviated. */
  readonly commit: string;
  readonly branch: string;
}

/**
 * Write access of the core to git: it commits one file, and nothing else. Roots are local folders. Hooks and signing
 * are left to git. Nothing is ever pushed. If git refuses, it rejects with a UserError with the message of git.
 */
export interface Repository {
  /**
   * Resolves if a file can be committed now. Rejects with a UserError if it cannot: there is no repository, git ignores the file, the
   * file has not changed since the last commit, or a merge or rebase is not finished.
   */
  committable(root: string, path: string): Promise<Committable>;
  /** Returns why a branch with this name cannot be created in the repository of a file; undefined if it can. */
  branchProblem(root: string, path: string, name: string): Promise<string | undefined>;
  /**
   * Commits a file as it is on disk, tracked before or not. Other staged or changed files stay as they are. If it rejects, also because
   * it was stopped, the repository is as before: same branch, same index.
   */
  commitFile(request: CommitRequest): Promise<Committed>;
}
