import { folderOf, type CatalogDocument } from '../catalog/document.ts';
import { builtInConventions } from '../templates/builtin/index.ts';
import type { Convention, ExpectedSection } from '../templates/template.ts';
import { coverage, hasSection } from './coverage.ts';

/** Fewer documents than this show no custom. */
export const fewestNeighbours = 5;
/** What at least this share of the neighbours has is expected of the rest. */
export const customShare = 0.6;

/** The documents of one kind below one folder, and what they have in common. Counts are made once, when asked for. */
export class Neighbourhood {
  /** Relative to the root; empty for the root itself. */
  readonly folder: string;
  readonly documents: readonly CatalogDocument[];
  #convention: { readonly found: Convention | undefined } | undefined;
  readonly #having = new Map<string, number>();

  constructor(folder: string, documents: readonly CatalogDocument[]) {
    this.folder = folder;
    this.documents = documents;
  }

  /** The built-in convention that these documents cover best; undefined for too few, or where they agree on none. */
  get convention(): Convention | undefined {
    this.#convention ??= { found: this.#bestConvention() };
    return this.#convention.found;
  }

  /** How many of the documents have a section. */
  having(section: ExpectedSection): number {
    const key = section.keys.join('|');
    const count = this.#having.get(key) ?? this.documents.filter((document) => hasSection(document, section)).length;
    this.#having.set(key, count);
    return count;
  }

  #bestConvention(): Convention | undefined {
    const { documents } = this;
    if (documents.length < fewestNeighbours) {
      return undefined;
    }
    return builtInConventions
      .filter(({ template }) => template.kind === documents[0]?.kind)
      .map((convention) => {
        const share = documents.reduce((sum, document) => sum + coverage(document, convention), 0) / documents.length;
        const size = convention.sections.filter(({ required }) => required).length;
        // A convention is a better account of the documents the more of their sections it names and the fewer it adds.
        return { convention, share, matched: share * size, score: (2 * share - 1) * size };
      })
      .filter(({ share }) => share >= customShare)
      .toSorted((a, b) => b.score - a.score || b.matched - a.matched)[0]?.convention;
  }
}

/** The neighbourhoods of a fixed set of documents; made anew when the set changes. */
export class Neighbourhoods {
  readonly #peers = new Map<string, CatalogDocument[]>();
  readonly #byFolder = new Map<string, Neighbourhood>();

  constructor(documents: Iterable<CatalogDocument>) {
    for (const document of documents) {
      if (document.kind !== 'other') {
        const key = `${document.kind}|${document.root}`;
        const peers = this.#peers.get(key);
        if (peers === undefined) {
          this.#peers.set(key, [document]);
        } else {
          peers.push(document);
        }
      }
    }
  }

  /** The documents of the same kind in the nearest folder with enough of them; all of the root where none has. */
  of(document: CatalogDocument): Neighbourhood {
    let folder = folderOf(document.path);
    for (;;) {
      const found = this.#below(document, folder);
      if (found.documents.length >= fewestNeighbours || folder === '') {
        return found;
      }
      folder = folderOf(folder);
    }
  }

  #below({ kind, root }: CatalogDocument, folder: string): Neighbourhood {
    const group = `${kind}|${root}`;
    const key = `${group}|${folder}`;
    const known = this.#byFolder.get(key);
    if (known !== undefined) {
      return known;
    }
    const prefix = folder === '' ? '' : `${folder}/`;
    const documents = (this.#peers.get(group) ?? []).filter(({ path }) => path.startsWith(prefix));
    const made = new Neighbourhood(folder, documents);
    this.#byFolder.set(key, made);
    return made;
  }
}
