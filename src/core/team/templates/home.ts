import { folderOf, type CatalogDocument } from '../../document/document.ts';
import { mostCommon } from '../../document/most-common.ts';
import { isNumbered } from './numbering.ts';

/** The folder and the naming scheme for documents of one kind. */
export interface Home {
  /** Relative to the root; empty for the root itself. */
  readonly folder: string;
  /** A file name rule; see `fileNameFrom`. */
  readonly fileName: string;
}

const yearFolder = /(?:^|\/)(20\d{2})(?:[-/](0[1-9]|1[0-2]))?$/;

/**
 * Returns where a new document of a kind belongs: the folder with most of the other documents (for folders by year or month, the one of
 * `date`), and their most common naming scheme. Undefined if there are no documents.
 * @param date of the new document, YYYY-MM-DD.
 */
export function homeOf(documents: readonly CatalogDocument[], date: string): Home | undefined {
  const rule = homeRuleOf(documents);
  return rule && homeAt(rule, date);
}

/** Returns a rule for the documents of a day, with its year and month in the folder. */
export function homeAt({ folder, fileName }: Home, date: string): Home {
  return { folder: folder.replace('${year}', date.slice(0, 4)).replace('${month}', date.slice(5, 7)), fileName };
}

/** Returns the same as a rule: folders by year or month become variables. `share` says how many of the documents are there. */
export function homeRuleOf(
  documents: ReadonlyArray<Pick<CatalogDocument, 'path'>>,
): (Home & { readonly share: number }) | undefined {
  const folders = documents.map(({ path }) => undate(folderOf(path)));
  const folder = mostCommon(folders);
  if (folder === undefined) {
    return undefined;
  }
  const names = documents
    .filter((_, index) => folders[index] === folder)
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  return { folder, fileName: namingOf(names), share: names.length / documents.length };
}

/** The folder with its year and month, if it ends in them, made variable. */
function undate(folder: string): string {
  return folder.replace(yearFolder, (whole: string, year: string, month: string | undefined) =>
    month === undefined
      ? whole.replace(year, '${year}')
      : whole.replace(year, '${year}').replace(new RegExp(`${month}$`), '${month}'),
  );
}

function namingOf(names: readonly string[]): string {
  const stems = names.map((name) => {
    // oxlint-disable-next-line regexp/no-super-linear-move -- A file's name.
    const ending = /(?:\.(?:html|md|markdown|mdx|erb))+$/i.exec(name)?.[0] ?? '.md';
    return { stem: name.slice(0, name.length - ending.length), ending };
  });
  const snakes = stems.filter(({ stem }) => joinOf(stem) === '_').length;
  const kebabs = stems.filter(({ stem }) => joinOf(stem) === '-').length;
  const words = snakes > kebabs ? '${snake}' : '${slug}';
  const shapes = stems.map(({ stem, ending }) => {
    const rest = / /.test(stem) ? '${title}' : words;
    const dated = /^20\d{2}-\d{2}-\d{2}([-_ ]+)\S/.exec(stem);
    if (dated !== null) {
      return `\${date}${dated[1]}${rest}${ending}`;
    }
    const month = /^20\d{2}-(?:0[1-9]|1[0-2])([-_ ]+)(?=\p{L})/u.exec(stem);
    if (month !== null) {
      return `\${year}-\${month}${month[1]}${rest}${ending}`;
    }
    if (isNumbered(stem)) {
      const joint = /\d([-_ ]+)(?=\p{L})/u.exec(stem)?.[1];
      return joint === undefined ? `\${number}${ending}` : `\${number}${joint}${rest}${ending}`;
    }
    return /^[A-Z][A-Za-z0-9]+$/.test(stem) ? `\${camel}${ending}` : `${rest}${ending}`;
  });
  return mostCommon(shapes) ?? '${slug}.md';
}

/**
 * Returns the character that joins the words of a file name, after its date or number: "-" or "_". Undefined if there
 * is none.
 */
function joinOf(stem: string): string | undefined {
  return /\p{L}([-_])\p{L}/u.exec(stem)?.[1];
}
