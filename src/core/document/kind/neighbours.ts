import { documentKinds, kinds, type DocumentKind, type Kind } from '../../vocabulary/kind.ts';
import { pathWords } from './words.ts';

/** The properties of a page that count for the pages beside it. */
export interface Page {
  /** From the top of the repository. */
  readonly path: string;
  /** The kind that the hand-written rules alone give it. */
  readonly taken: Kind;
  /** Names of its headings and labels, without its title. */
  readonly headings: readonly string[];
}

type Tally = Map<Kind, number>;

/** The pages of a folder, counted by what they are taken for. Pages in folders for years and days, and page bundles, are counted together. */
export class Shelf {
  readonly #all: Tally = new Map();
  readonly #byForm = new Map<string, Tally>();
  readonly #byHeading = new Map<string, Tally>();

  constructor(pages: Iterable<Page>) {
    for (const page of pages) {
      add(this.#all, page.taken);
      add(tallyIn(this.#byForm, formOf(page.path)), page.taken);
      for (const heading of new Set(page.headings)) {
        add(tallyIn(this.#byHeading, heading), page.taken);
      }
    }
  }

  /**
   * Returns what the other pages say about one of them, as features from 0 to 1: the shares of each kind among all (`beside:runbook`), among those
   * with a name of the same form (`alike:runbook`), and of its headings that two others of a kind have (`headed:runbook`), of which few say little, too.
   */
  featuresOf(page: Page): Array<readonly [name: string, value: number]> {
    const form = this.#byForm.get(formOf(page.path));
    const headings = [...new Set(page.headings)];
    return documentKinds.flatMap((kind) => [
      [`beside:${kind}`, share(this.#all, kind, page.taken)] as const,
      [`alike:${kind}`, share(form, kind, page.taken)] as const,
      [`headed:${kind}`, this.#headed(headings, kind, page.taken)] as const,
    ]);
  }

  #headed(headings: readonly string[], kind: DocumentKind, own: Kind): number {
    const shared = headings.filter((heading) => others(this.#byHeading.get(heading), kind, own) >= 2);
    return shared.length / (headings.length + 1);
  }
}

function tallyIn(map: Map<string, Tally>, key: string): Tally {
  const tally = map.get(key) ?? new Map<Kind, number>();
  map.set(key, tally);
  return tally;
}

function add(tally: Tally, kind: Kind): void {
  tally.set(kind, (tally.get(kind) ?? 0) + 1);
}

/** Returns the number of other pages that are taken for a kind. */
function others(tally: Tally | undefined, kind: Kind, own: Kind): number {
  return (tally?.get(kind) ?? 0) - (kind === own ? 1 : 0);
}

/** Few pages say little. */
const doubt = 2;

/** The share of a kind among the other pages. */
function share(tally: Tally | undefined, kind: Kind, own: Kind): number {
  const total = kinds.reduce((sum, each) => sum + others(tally, each, own), 0);
  return total <= 0 ? 0 : others(tally, kind, own) / (total + doubt);
}

/**
 * Returns the folder that a page belongs to: without folders that are years, months or days, and without the folder of a page bundle
 * (`index.md`, `README.md` below a folder with a day in its name), which is the page's name.
 */
export function shelfOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  if (isBundle(path)) {
    folders.pop();
  }
  return folders.filter((folder) => !/^[\d._-]+$|^(?:19|20)\d{2}\b/.test(folder)).join('/');
}

/** Returns whether a page stands for its folder, whose name is a day, or a year and a title. A folder for a year or month holds several. */
export function isBundle(path: string): boolean {
  const [folder = '', file = ''] = path.split('/').slice(-2);
  return (
    /^(?:_?index|readme)(?:\.[a-z]+)+$/i.test(file) &&
    /(?<!\d)(?:19[7-9]|20[0-3])\d(?:\d{4})?(?!\d)/.test(folder) &&
    (/\p{L}{2}/u.test(folder) || /^\D*\d{4}\D?\d{2}\D?\d{2}/.test(folder))
  );
}

/** The form of a file name: a day, a number, an alert's name, capitals, or words. */
function formOf(path: string): string {
  const parts = path.split('/');
  const stem = isBundle(path) ? (parts.at(-2) ?? '') : pathWords(path).stem;
  if (/(?:^|\D)(?:19|20)\d{2}[-_. ]?\d{2}/.test(stem)) {
    return 'day';
  }
  if (/^[A-Za-z]{0,6}[-_ ]?\d{1,5}\b/.test(stem)) {
    return 'number';
  }
  if (/^[A-Z][a-z0-9]+[A-Z][a-z0-9][A-Za-z0-9]*$/.test(stem)) {
    return 'alert';
  }
  return /^[A-Z][A-Z0-9_-]+$/.test(stem) ? 'capitals' : 'words';
}
