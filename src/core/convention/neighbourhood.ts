import { folderOf, type CatalogDocument } from '../document/document.ts';
import { builtInConventions } from '../team/templates/builtin/index.ts';
import type { Convention, ExpectedSection } from '../team/templates/template.ts';
import { countCovered, hasSection } from './coverage.ts';
import { commonSections, type CommonSection } from './learned.ts';
import { inOrder, nearOf, type Near } from './near.ts';

/** Least number of documents for a custom. */
export const fewestNeighbours = 5;
/** Share of neighbours that makes a custom. */
export const customShare = 0.6;
/** Share that makes a firm custom, with a warning. Below, it is information. */
const firmShare = 0.9;
/** Share that a section under a name of the team's own needs where there are few documents. */
const fewShare = 0.8;
/** Fewer others show no custom, whatever their share. */
const fewestHaving = 4;
/** This many others must have a section for a firm custom: four of five are not many. */
const firmCount = 8;

/** Number of documents of a folder that have a section. */
interface PartCount {
  readonly having: number;
  readonly total: number;
}

/** The documents of one kind below a folder, and their common sections. Counts are made on first use. */
export class Neighbourhood {
  /** Relative to the root; empty for the root itself. */
  readonly folder: string;
  readonly documents: readonly CatalogDocument[];
  #coverages: ReadonlyMap<Convention, number> | undefined;
  #common: readonly CommonSection[] | undefined;
  readonly #spread = new Map<string, ReadonlyMap<string, PartCount>>();
  readonly #having = new Map<string, number>();
  readonly #halves = new Map<string, ReadonlySet<string>>();
  #ordered: { readonly documents: readonly CatalogDocument[] | undefined } | undefined;

  constructor(folder: string, documents: readonly CatalogDocument[]) {
    this.folder = folder;
    this.documents = documents;
  }

  /**
   * Returns the built-in convention that fits the other documents best; undefined if there are too few documents, or no convention fits.
   * The document itself does not count, so fixing it never changes the expectation.
   */
  conventionFor(document: CatalogDocument): Convention | undefined {
    const others = this.documents.length - 1;
    if (others + 1 < fewestNeighbours) {
      return undefined;
    }
    this.#coverages ??= this.#sumCoverages();
    return [...this.#coverages]
      .map(([convention, sum]) => {
        // Integers, so that subtracting the document itself is exact.
        const covered = sum - countCovered(document, convention);
        const size = convention.sections.filter(({ required }) => required).length;
        const share = covered / (size * others);
        // A convention fits better if it names more of their sections and adds fewer.
        return { convention, share, covered, score: 2 * covered - size * others };
      })
      .filter(({ share }) => share >= customShare)
      .toSorted((a, b) => b.score - a.score || b.covered - a.covered)[0]?.convention;
  }

  /**
   * Returns the customary sections of the other documents, in their usual order; none if there are too few documents. The document itself
   * does not count.
   */
  customFor(document: CatalogDocument): readonly ExpectedSection[] {
    const { length } = this.documents;
    if (length < fewestNeighbours) {
      return [];
    }
    this.#common ??= commonSections(this.documents, (customShare * (length - 1)) / length);
    return this.#common.filter((section) => {
      const others = section.having.size - (section.having.has(document.uri) ? 1 : 0);
      return (
        others >= customShare * (length - 1) &&
        // Half of the documents is not a custom, whatever rounding gives.
        others * 2 > length &&
        others >= fewestHaving &&
        this.isCustomary(section, document) &&
        this.#spreadOf(section, document) >= customShare
      );
    });
  }

  /** Returns the share, 0 to 1, of the other documents that have a section; 0 if there are no others. */
  shareOf(section: ExpectedSection, document: CatalogDocument): number {
    const others = this.having(section) - (hasSection(document, section) ? 1 : 0);
    return others / Math.max(1, this.documents.length - 1);
  }

  /** Returns whether enough of the other documents have a section to ask for it. A name of the team's own needs more where they are few. */
  isCustomary(section: ExpectedSection, document: CatalogDocument): boolean {
    const known = (section.twins?.keys ?? section.keys).some((key) => !key.startsWith('='));
    const few = this.documents.length <= firmCount && !known;
    return this.shareOf(section, document) >= (few ? fewShare : customShare);
  }

  /** Returns whether a missing section is worth a warning: enough of the other documents have it. */
  isFirm(section: ExpectedSection, document: CatalogDocument): boolean {
    const others = this.having(section) - (hasSection(document, section) ? 1 : 0);
    return others >= firmCount && this.shareOf(section, document) >= firmShare;
  }

  /**
   * Returns the documents near another one in time; undefined where their time is not known. Only those with at least half of some
   * sections count: one of another form does not show when a section was introduced.
   */
  nearOf(document: CatalogDocument, sections: readonly ExpectedSection[]): Near | undefined {
    return this.nearAmong(document, () => this.#withHalfOf(sections));
  }

  /**
   * Returns those of some documents that are near another one in time; undefined where their time is not known.
   * @param counting returns the URIs of those that count.
   */
  nearAmong(document: CatalogDocument, counting: () => ReadonlySet<string>): Near | undefined {
    this.#ordered ??= { documents: inOrder(this.documents) };
    return this.#ordered.documents && nearOf(document, this.#ordered.documents, counting());
  }

  #withHalfOf(sections: readonly ExpectedSection[]): ReadonlySet<string> {
    const key = sections.map(({ keys }) => keys.join('|')).join('\n');
    const all = sections.map((section) => ({ ...section, required: true }));
    const known =
      this.#halves.get(key) ??
      new Set(
        this.documents
          .filter((document) => countCovered(document, { sections: all }) * 2 >= all.length)
          .map(({ uri }) => uri),
      );
    this.#halves.set(key, known);
    return known;
  }

  /**
   * Returns the share, 0 to 1, of the other documents that have a section. Each folder directly below counts the same: the custom of one
   * large folder is not the custom of the folders next to it. In a folder with enough documents only these count.
   */
  #spreadOf(section: ExpectedSection, document: CatalogDocument): number {
    const key = section.keys.join('|');
    const counts = this.#spread.get(key) ?? this.#countByFolder(section);
    this.#spread.set(key, counts);
    const own = this.#partOf(document);
    const enough = (counts.get(own)?.total ?? 0) >= fewestNeighbours;
    const shares = [...counts]
      .filter(([part]) => !enough || part === own)
      .flatMap(([part, { having, total }]) => {
        const others = total - (part === own ? 1 : 0);
        const kept = having - (part === own && hasSection(document, section) ? 1 : 0);
        return others === 0 ? [] : [kept / others];
      });
    return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  }

  #countByFolder(section: ExpectedSection): ReadonlyMap<string, PartCount> {
    const counts = new Map<string, PartCount>();
    for (const document of this.documents) {
      const part = this.#partOf(document);
      const { having, total } = counts.get(part) ?? { having: 0, total: 0 };
      counts.set(part, { having: having + (hasSection(document, section) ? 1 : 0), total: total + 1 });
    }
    return counts;
  }

  /** Returns the folder directly below this one that contains a document; empty if there is none. */
  #partOf({ path }: CatalogDocument): string {
    const below = this.folder === '' ? path : path.slice(this.folder.length + 1);
    return below.includes('/') ? below.slice(0, below.indexOf('/')) : '';
  }

  /** Returns the number of documents that have a section. */
  having(section: ExpectedSection): number {
    const key = [...section.keys, ...(section.standIns ?? [])].join('|');
    const count = this.#having.get(key) ?? this.documents.filter((document) => hasSection(document, section)).length;
    this.#having.set(key, count);
    return count;
  }

  #sumCoverages(): ReadonlyMap<Convention, number> {
    const kind = this.documents[0]?.kind;
    return new Map(
      builtInConventions()
        .filter(({ template }) => template.kind === kind)
        .map((convention) => [
          convention,
          this.documents.reduce((sum, document) => sum + countCovered(document, convention), 0),
        ]),
    );
  }
}

/** Whether a document is directly in the folder, and all others are in one folder below it. */
function isAbove({ uri, path }: CatalogDocument, { folder, documents }: Neighbourhood): boolean {
  const example = documents.find((other) => other.uri !== uri)?.path ?? '';
  const end = example.indexOf('/', folder === '' ? 0 : folder.length + 1);
  const part = example.slice(0, end + 1);
  return (
    end !== -1 &&
    folderOf(path) === folder &&
    documents.every((other) => other.uri === uri || other.path.startsWith(part))
  );
}

/** A page about its folder. */
const overview = /(?:^|\/)(?:_?index|readme)\.[^/]*$/i;

/** The neighbourhoods of a fixed set of documents; built again when the set changes. */
export class Neighbourhoods {
  readonly #peers = new Map<string, CatalogDocument[]>();
  readonly #byFolder = new Map<string, Neighbourhood>();
  readonly #pages = new Map<string, CatalogDocument[]>();

  constructor(documents: Iterable<CatalogDocument>) {
    for (const document of documents) {
      if (!document.isTemplate) {
        const folder = `${document.root}|${folderOf(document.path)}`;
        const pages = this.#pages.get(folder);
        if (pages === undefined) {
          this.#pages.set(folder, [document]);
        } else {
          pages.push(document);
        }
      }
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

  /**
   * Returns the documents of the same kind in the nearest folder with enough of them; else all of the root. A page above the one folder that
   * holds all others is alone: it is not one of them.
   */
  of(document: CatalogDocument): Neighbourhood {
    let folder = folderOf(document.path);
    for (;;) {
      const found = this.#below(document, folder);
      if (found.documents.length >= fewestNeighbours || folder === '') {
        return isAbove(document, found) ? new Neighbourhood(folder, [document]) : found;
      }
      folder = folderOf(folder);
    }
  }

  /**
   * Returns the other pages in the folder of a document, whatever their kind, without overviews of the folder. For a page that has a folder of its
   * own, those beside that folder that have one too.
   */
  beside({ root, path, uri }: CatalogDocument): readonly CatalogDocument[] {
    const folder = folderOf(path);
    const pages = this.#pages.get(`${root}|${folder}`) ?? [];
    if (pages.length > 1 || folder === '') {
      return pages.filter((page) => page.uri !== uri && !overview.test(page.path));
    }
    const parent = folderOf(folder);
    return [...this.#pages.values()].flatMap(([page, ...more]) =>
      page !== undefined &&
      more.length === 0 &&
      page.root === root &&
      page.uri !== uri &&
      folderOf(page.path) !== '' &&
      folderOf(folderOf(page.path)) === parent
        ? [page]
        : [],
    );
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
