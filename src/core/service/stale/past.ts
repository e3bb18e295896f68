import { isMarkdown } from '../../document/candidates.ts';
import { groupedBy } from '../../util/grouped-by.ts';
import type { FileChange, FileCommit, FileHistory } from '../../ports.ts';

/** A commit that changes more documents is a move or reformatting of many, no care for one. */
const mostDocuments = 50;
/** A file that moved more often is followed no further. */
const mostMoves = 20;

/** A version of a file: what a commit made of it. */
export interface Version {
  /** Index of the commit in the history, the newest first. */
  readonly at: number;
  readonly hash: string;
  /** ISO 8601 with zone. */
  readonly date: string;
  /** Its path then. */
  readonly path: string;
  /** Ids of its content before and after; absent if it did not exist. */
  readonly before?: string;
  readonly after?: string;
  /** Where the commit moved it from. */
  readonly movedFrom?: string;
}

/** The removal of a file that did not come back. */
export interface Removal {
  readonly at: number;
  readonly hash: string;
  readonly date: string;
  readonly path: string;
  /** Where it is now, if it was moved. */
  readonly movedTo?: string;
}

/** A touch of a file in the history. */
interface Touch {
  readonly at: number;
  readonly before?: string;
  readonly after?: string;
}

/** The moves of one commit. */
interface Moves {
  readonly from: ReadonlyMap<string, string>;
  readonly to: ReadonlyMap<string, string>;
}

/** The history of files, asked for single files. Paths count from the top of the repository. */
export class Past {
  readonly #commits: readonly FileCommit[];
  readonly #byPath = new Map<string, Touch[]>();
  readonly #moves = new Map<number, Moves>();
  readonly #documents: readonly number[];
  readonly #head: ReadonlyMap<string, string>;
  readonly #modules: readonly string[];
  readonly #versions = new Map<string, readonly Version[]>();
  /** The date before which nothing is known; undefined if the history is complete. */
  readonly beginsAt: string | undefined;

  constructor({ commits, cut, head, modules }: FileHistory) {
    this.#commits = commits;
    this.#head = head;
    this.#modules = modules;
    this.#documents = commits.map(({ files }) => files.filter(({ path }) => isMarkdown(path)).length);
    this.beginsAt = cut === undefined ? undefined : commits.at(-1)?.date;
    commits.forEach(({ files }, at) => {
      for (const { path, before, after } of files) {
        const touch: Touch = { at, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
        const known = this.#byPath.get(path);
        if (known === undefined) {
          this.#byPath.set(path, [touch]);
        } else {
          known.push(touch);
        }
      }
    });
  }

  /** Returns the id of what the newest commit has of a file; undefined if it has none. Its newest version may be of a branch that lost. */
  contentNow(path: string): string | undefined {
    return this.#head.get(path);
  }

  /** Returns whether the newest commit has a file, though it may not be checked out, or may have it in a submodule. */
  mayHave(path: string): boolean {
    return this.#head.has(path) || this.isInModule(path);
  }

  /** Returns whether a path is a submodule's or below one. */
  isInModule(path: string): boolean {
    return this.#modules.some((module) => path === module || path.startsWith(`${module}/`));
  }

  /** Returns the paths of all files that the newest commit has. */
  get pathsNow(): Iterable<string> {
    return this.#head.keys();
  }

  /** Returns the versions of a file that is there, the newest first, through its moves. Those of merged branches are among them, by date. */
  versions(path: string): readonly Version[] {
    const known = this.#versions.get(path) ?? this.#findVersions(path);
    this.#versions.set(path, known);
    return known;
  }

  #findVersions(path: string): Version[] {
    const versions: Version[] = [];
    let [current, from, moves]: [string | undefined, number, number] = [path, -1, 0];
    while (current !== undefined && moves <= mostMoves) {
      const own: string = current;
      current = undefined;
      for (const touch of this.#byPath.get(own) ?? []) {
        // What was removed under this name and came back is the same file.
        if (touch.at <= from || touch.after === undefined) {
          continue;
        }
        const movedFrom: string | undefined =
          touch.before === undefined ? this.#movesIn(touch.at).from.get(own) : undefined;
        const { hash = '', date = '' } = this.#commits[touch.at] ?? {};
        versions.push({ ...touch, hash, date, path: own, ...(movedFrom !== undefined && { movedFrom }) });
        if (movedFrom !== undefined) {
          [current, from, moves] = [movedFrom, touch.at, moves + 1];
          break;
        }
      }
    }
    return versions;
  }

  /**
   * Returns the last version of a document that somebody wrote for its own sake: no move, and no commit that changes many documents. Its
   * oldest version if there is none; undefined if the history does not know it.
   */
  lastCare(path: string): Version | undefined {
    const versions = this.versions(path);
    return versions.find((version) => this.#isCare(version)) ?? versions.at(-1);
  }

  #isCare({ at, before, after, movedFrom }: Version): boolean {
    if ((this.#documents[at] ?? 0) > mostDocuments) {
      return false;
    }
    return movedFrom === undefined ? before !== after : !this.#wasRemovedAs(movedFrom, at, after);
  }

  #wasRemovedAs(path: string, at: number, content: string | undefined): boolean {
    return this.#byPath.get(path)?.some((touch) => touch.at === at && touch.before === content) === true;
  }

  /** Returns the id of what the newest commit that touched a path replaced, and the index of that; undefined if it replaced nothing. */
  replaced(path: string): { readonly at: number; readonly id: string } | undefined {
    const [newest] = this.#byPath.get(path) ?? [];
    return newest?.before === undefined ? undefined : { at: newest.at, id: newest.before };
  }

  /** Returns the files that a commit changed. */
  filesOf(at: number): readonly FileChange[] {
    return this.#commits[at]?.files ?? [];
  }

  /** Returns the id of what a file contained just before a commit; undefined if it was not there, or the history does not tell. */
  contentBefore(path: string, at: number): string | undefined {
    const versions = this.versions(path);
    const own = versions.find((version) => version.at === at);
    return own === undefined ? versions.find((version) => version.at > at)?.after : this.beforeOf(own);
  }

  /** Returns the id of what a version was made of, under its name or that which it had before; undefined if the commit added the file. */
  beforeOf({ at, before, movedFrom }: Version): string | undefined {
    return movedFrom === undefined ? before : this.#byPath.get(movedFrom)?.find((touch) => touch.at === at)?.before;
  }

  /**
   * Returns the last removals of all files that are not there now, in no order. What the newest commit has, or may have in a submodule, is
   * there.
   * @param isChecked whether a file is in the folder of the repository now.
   */
  removals(isChecked: (path: string) => boolean): Removal[] {
    const isThere = (path: string): boolean => isChecked(path) || this.mayHave(path);
    return [...this.#byPath].flatMap(([path, own]): Removal[] => {
      const last = isThere(path) ? undefined : own.find(({ after }) => after === undefined);
      const commit = last && this.#commits[last.at];
      if (last === undefined || commit === undefined) {
        return [];
      }
      const movedTo = this.#placeNow(path, last.at, isThere);
      const { hash, date } = commit;
      return [{ at: last.at, hash, date, path, ...(movedTo !== undefined && { movedTo }) }];
    });
  }

  #placeNow(path: string, at: number, isThere: (path: string) => boolean): string | undefined {
    let [current, removedAt]: [string | undefined, number | undefined] = [path, at];
    for (let moves = 0; moves < mostMoves && current !== undefined && removedAt !== undefined; moves += 1) {
      const to: string | undefined = this.#movesIn(removedAt).to.get(current);
      if (to === undefined || isThere(to)) {
        return to;
      }
      const before: number = removedAt;
      current = to;
      removedAt = this.#byPath.get(to)?.findLast((touch) => touch.at < before && touch.after === undefined)?.at;
    }
    return undefined;
  }

  /** A file that is removed and one that is added are one that moved, if they have the same content, or if they alone have the same name. */
  #movesIn(at: number): Moves {
    const known = this.#moves.get(at);
    if (known !== undefined) {
      return known;
    }
    const files = this.#commits[at]?.files ?? [];
    const removed = files.filter(({ after }) => after === undefined);
    const added = removed.length === 0 ? [] : files.filter(({ before }) => before === undefined);
    const from = new Map<string, string>();
    const to = new Map<string, string>();
    const pair = (keyOfRemoved: (file: (typeof files)[number]) => string, keyOfAdded: typeof keyOfRemoved): void => {
      const left = groupedBy(
        removed.filter(({ path }) => !to.has(path)),
        keyOfRemoved,
      );
      const right = groupedBy(
        added.filter(({ path }) => !from.has(path)),
        keyOfAdded,
      );
      for (const [key, [old, ...others]] of left) {
        const [now, ...more] = right.get(key) ?? [];
        if (old !== undefined && now !== undefined && others.length === 0 && more.length === 0) {
          from.set(now.path, old.path);
          to.set(old.path, now.path);
        }
      }
    };
    pair(
      ({ path, before = '' }) => `${before} ${baseName(path)}`,
      ({ path, after = '' }) => `${after} ${baseName(path)}`,
    );
    pair(
      ({ before = '' }) => before,
      ({ after = '' }) => after,
    );
    pair(
      ({ path }) => baseName(path),
      ({ path }) => baseName(path),
    );
    const moves = { from, to };
    this.#moves.set(at, moves);
    return moves;
  }
}

/** Returns the last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
