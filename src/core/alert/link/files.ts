/** Endings of pages, in the order in which one is taken. */
const pageEnding = /\.(?:md|mdx|markdown|adoc|asciidoc|rst|qmd|rmd|html?|txt)$/i;
const indexName = /(?:^|\/)(?:index|_index|readme)$/i;

/** A number before a name that only orders pages, which sites leave out. */
export const orderNumber = /(^|\/)\d+[-_.](?=[^/\d])/g;

/** The name of some pages, also as its letters alone. */
export interface Stem {
  readonly stem: string;
  readonly letters: string;
}

/** The files of a repository, for links that name them in many ways. */
export class Files {
  readonly paths: readonly string[];
  readonly #exact: ReadonlySet<string>;
  readonly #folded = new Map<string, string>();
  /** Pages by their path without ending; index pages by their folder. */
  readonly #pages = new Map<string, string>();
  /** The same by the last part of that path. */
  readonly #byStem = new Map<string, string[]>();
  readonly #folders = new Set<string>();
  #stems: readonly Stem[] | undefined;
  #lower: readonly string[] | undefined;

  /** @param paths relative to the top of the repository, with `/`. */
  constructor(paths: readonly string[]) {
    this.paths = paths;
    this.#exact = new Set(paths);
    for (const path of paths) {
      const lower = path.toLowerCase();
      if (!this.#folded.has(lower)) {
        this.#folded.set(lower, path);
      }
      for (
        let slash = path.lastIndexOf('/');
        slash > 0 && !this.#folders.has(path.slice(0, slash));
        slash = path.lastIndexOf('/', slash - 1)
      ) {
        this.#folders.add(path.slice(0, slash));
      }
      if (isPage(path)) {
        this.#addPage(pageKey(path), path);
        const own = path.toLowerCase().replace(pageEnding, '');
        if (own !== pageKey(path)) {
          this.#addPage(own, path);
        }
      }
    }
  }

  #addPage(key: string, path: string): void {
    const known = this.#pages.get(key);
    if (known === undefined || preference(path) < preference(known)) {
      this.#pages.set(key, path);
    }
    const stem = key.slice(key.lastIndexOf('/') + 1);
    for (const name of new Set([stem, stem.replace(orderNumber, '')])) {
      const named = this.#byStem.get(name);
      if (named === undefined) {
        this.#byStem.set(name, [path]);
      } else if (named.at(-1) !== path) {
        named.push(path);
      }
    }
  }

  /** Returns whether there is exactly this file. */
  has(path: string): boolean {
    return this.#exact.has(path);
  }

  /** Returns whether there is exactly this folder; the top is one. */
  hasFolder(path: string): boolean {
    return path === '' || this.#folders.has(path);
  }

  /** Returns the file at a path, without regard to case. */
  folded(path: string): string | undefined {
    return this.#exact.has(path) ? path : this.#folded.get(path.toLowerCase());
  }

  /** Returns the page at a path, whatever its ending and case; for a folder its index page. */
  page(path: string): string | undefined {
    return this.#pages.get(
      path
        .toLowerCase()
        .replace(/\/$/, '')
        .replace(/\.html?$/, '')
        .replace(/\/(?:index|_index|readme)$/, ''),
    );
  }

  /** Returns the pages whose last part is `stem`, without regard to case and to numbers before it; for index pages the last part of their folder. */
  named(stem: string): readonly string[] {
    return this.#byStem.get(stem.toLowerCase()) ?? [];
  }

  /** Returns the names of all pages, as `named` takes them. */
  stems(): readonly Stem[] {
    this.#stems ??= [...this.#byStem.keys()].map((stem) => ({ stem, letters: lettersOf(stem) }));
    return this.#stems;
  }

  /** Returns all paths in lower case. */
  lowerPaths(): readonly string[] {
    this.#lower ??= this.paths.map((path) => path.toLowerCase());
    return this.#lower;
  }
}

/** Returns the letters and digits of a text, in lower case. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Returns whether a file is a page that a reader opens: Markdown, AsciiDoc, HTML and the like. */
export function isPage(path: string): boolean {
  return pageEnding.test(path);
}

/** Returns a path without the ending of a page. */
export function withoutPageEnding(path: string): string {
  return path.replace(pageEnding, '');
}

/** Returns a page's path in lower case without its ending, and without the name of an index page. */
export function pageKey(path: string): string {
  return path.toLowerCase().replace(pageEnding, '').replace(indexName, '');
}

/** Markdown before AsciiDoc before others; an index page before a README. */
function preference(path: string): number {
  const ending = /\.(?:md|mdx|markdown)$/i.test(path) ? 0 : /\.(?:adoc|asciidoc|rst)$/i.test(path) ? 2 : 4;
  return ending + (/readme\.[^/]*$/i.test(path) ? 1 : 0);
}

/**
 * Returns a path without `.`, `..` and empty parts; undefined if it leads above the top.
 */
export function normalisedPath(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.length === 0) {
        return undefined;
      }
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
