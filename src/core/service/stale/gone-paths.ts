import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { groupedBy } from '../../util/grouped-by.ts';
import { dayOf, type Evidence } from './evidence.ts';
import { namedPaths, type NamedPath } from './named-paths.ts';
import { baseName, type Past, type Removal } from './past.ts';

/** What a runbook names and is not there any more, if its text before the removal had the same line. */
export interface Suspicion {
  readonly document: CatalogDocument;
  readonly evidence: Evidence;
  /** The line of the document, without white space around it. */
  readonly text: string;
  /** Id of what the document contained before the removal. */
  readonly contentBefore: string;
  /** What is gone: the path of a file or folder (with a final `/`), or the name of an alert. */
  readonly gone: string;
  readonly isAlert: boolean;
}

/** The files of a repository, now and once. Paths count from its top. */
export interface Places {
  readonly past: Past;
  /** All files that are in its folder. */
  readonly files: readonly string[];
  /** Names of the repository, `owner/name`. */
  readonly repositories: readonly string[];
}

/** A name in a command is one that somebody will type. */
const weights = { gone: 3, moved: 2, code: 1 } as const;

/** Finds names of files and folders that are gone. */
export class GonePaths {
  readonly #past: Past;
  readonly #repositories: readonly string[];
  readonly #there: ReadonlySet<string>;
  /** Folders that are there. */
  readonly #folders: ReadonlySet<string>;
  /** Files that are there, by the last part of their paths in lower case. */
  readonly #names: ReadonlyMap<string, readonly string[]>;
  readonly #removed: ReadonlyMap<string, Removal>;
  readonly #removedByName: ReadonlyMap<string, readonly Removal[]>;
  /** The last removal in each folder that is gone. */
  readonly #removedFolders = new Map<string, Removal>();

  constructor({ past, files, repositories }: Places) {
    this.#past = past;
    this.#repositories = repositories;
    // A file that is not checked out is there.
    this.#there = new Set([...files, ...past.pathsNow]);
    this.#folders = new Set([...this.#there].flatMap(foldersOf));
    this.#names = groupedBy(this.#there, (path) => baseName(path).toLowerCase());
    const removals = past.removals((path) => this.#there.has(path));
    this.#removed = new Map(removals.map((removal) => [removal.path, removal]));
    this.#removedByName = groupedBy(removals, ({ path }) => baseName(path));
    for (const removal of removals) {
      for (const folder of foldersOf(removal.path)) {
        const known = this.#removedFolders.get(folder);
        if (!this.#folders.has(folder) && (known === undefined || removal.at < known.at)) {
          this.#removedFolders.set(folder, removal);
        }
      }
    }
  }

  /** Returns what a document names and is gone, each once, with what its text must have been before. */
  suspicions(document: CatalogDocument): Suspicion[] {
    const found = new Map<string, Suspicion>();
    const own = pathFromTop(document);
    for (const named of namedPaths(document, this.#repositories)) {
      const gone = this.#goneBy(named);
      if (gone === undefined || found.has(gone.path)) {
        continue;
      }
      const { path, removal, now } = gone;
      const contentBefore = this.#past.contentBefore(own, removal.at);
      if (contentBefore !== undefined) {
        const evidence: Evidence = {
          kind: now === undefined ? 'path-gone' : 'path-moved',
          what: `It names ${named.name}, which ${now === undefined ? 'is gone' : `is now ${now}`}`,
          path: own,
          line: named.line,
          commit: removal.hash,
          date: dayOf(removal.date),
          weight: (now === undefined ? weights.gone : weights.moved) + (named.isCode ? weights.code : 0),
        };
        const text = document.lines.text(named.line).trim();
        found.set(path, { document, evidence, text, contentBefore, gone: path, isAlert: false });
      }
    }
    return [...found.values()];
  }

  #mayBeThere(path: string): boolean {
    return this.#there.has(path) || this.#folders.has(path) || this.#past.isInModule(path);
  }

  #goneBy({ name, targets }: NamedPath): Gone | undefined {
    if (targets.some((target) => this.#mayBeThere(target))) {
      return undefined;
    }
    if (name.endsWith('/')) {
      const end = `/${name.slice(0, -1).replace(/^(?:\.{0,2}\/)+/, '')}`;
      const folder = targets.find((target) => this.#removedFolders.has(target));
      if (folder === undefined || [...this.#folders].some((there) => `/${there}`.endsWith(end))) {
        return undefined;
      }
      const removal = this.#removedFolders.get(folder);
      return removal && this.#goneFolder(folder, removal);
    }
    const exact = targets.map((target) => this.#removed.get(target)).find((removal) => removal !== undefined);
    if (exact !== undefined) {
      return this.#goneFile(exact);
    }
    const end = `/${name.replace(/^(?:\.{0,2}\/)+/, '')}`;
    const holds = (path: string): boolean => `/${path}`.endsWith(end);
    if (this.#names.get(baseName(name).toLowerCase())?.some(holds) === true) {
      return undefined;
    }
    const ended = this.#removedByName.get(baseName(name))?.filter(({ path }) => holds(path)) ?? [];
    const [removal, ...others] = ended;
    return removal !== undefined && others.length === 0 ? this.#goneFile(removal) : undefined;
  }

  /** A file of the same name elsewhere may be the one that is meant, though no commit moved it. */
  #goneFile(removal: Removal): Gone | undefined {
    const { path, movedTo } = removal;
    if (movedTo !== undefined) {
      return { path, removal, now: movedTo };
    }
    return this.#names.has(baseName(path).toLowerCase()) ? undefined : { path, removal, now: undefined };
  }

  /** A folder is where its last file went, if that kept its place in the folder. */
  #goneFolder(folder: string, removal: Removal): Gone {
    const rest = removal.path.slice(folder.length);
    const now = removal.movedTo?.endsWith(rest) === true ? `${removal.movedTo.slice(0, -rest.length)}/` : undefined;
    return { path: `${folder}/`, removal, now };
  }
}

/** What is gone: its path, the removal that says so, and where it is now, if it was moved. */
interface Gone {
  readonly path: string;
  readonly removal: Removal;
  readonly now: string | undefined;
}

function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    folders.push(path.slice(0, slash));
  }
  return folders;
}
