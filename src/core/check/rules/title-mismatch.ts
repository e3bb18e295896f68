import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { fewestNeighbours } from '../../convention/neighbourhood.ts';
import { othersInWords, othersOf } from '../../convention/others.ts';
import { frontMatterEntries } from '../../document/facts/front-matter-entries.ts';
import { trimmedEnd } from '../../text/ends.ts';
import type { Range } from '../../text/position.ts';
import {
  headingTitle,
  letters,
  stemOf,
  titleIsAlmost,
  titleIsName,
  titleResembles,
  titlesOf,
} from '../../document/title-and-name.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** Share of the others whose title must match their file name. */
const customShare = 0.9;

/** Names of index pages of a folder. */
const folderPage = /^(?:_?index|readme)$/i;

const oneWord = /^[A-Za-z]\w*$/;

/** Reports a title that differs from the file name, if they match in other documents. */
export const titleMismatch: Rule = {
  id: 'title-mismatch',
  summary: 'The title differs from the file name, but they match in the documents around it.',
  defaultSeverity: 'information',

  *check(context): Iterable<Report> {
    const { document } = context;
    const [title] = titlesOf(document);
    if (title === undefined || titleIsName(document) || folderPage.test(stemOf(document))) {
      return;
    }
    const custom = customOf(context);
    const stem = stemOf(document);
    if (custom === undefined || (titleResembles(title, stem) && !custom.exact)) {
      return;
    }
    const twin = custom.others.find((other) => other.path !== document.path && stemOf(other) === title);
    if (twin === undefined && titleIsAlmost(title, stem, (word) => isInFront(word, custom.others))) {
      return;
    }
    const hint = twin === undefined ? '' : `; the title matches ${twin.path}`;
    yield {
      range: placeOf(document),
      about: title,
      message: `The title is "${title}", but the file name is "${stem}"${hint} (${custom.evidence})`,
      fix: () => {
        const range = titleText(document);
        return custom.exact && range !== undefined
          ? { title: `Change the title to ${stem}`, edits: [{ range, newText: stem }] }
          : undefined;
      },
    };
  },
};

interface Custom {
  readonly others: readonly CatalogDocument[];
  /** Whether titles and file names are identical single words, such as alert names. */
  readonly exact: boolean;
  readonly evidence: string;
}

/** The custom of matching titles and file names; undefined if the others have none. */
function customOf(context: RuleContext): Custom | undefined {
  const { depth } = titling(context.document);
  const others = othersOf(context).filter((other) => titling(other).depth === depth);
  if (others.length < fewestNeighbours) {
    return undefined;
  }
  const most = Math.floor(others.length * (1 - customShare) + 1e-9);
  let odd = 0;
  let exact = 0;
  for (const other of others) {
    odd += titling(other).likeFile ? 0 : 1;
    exact += titling(other).exact ? 1 : 0;
    if (odd > most) {
      return undefined;
    }
  }
  return {
    others,
    exact: exact >= customShare * others.length && oneWord.test(stemOf(context.document)),
    evidence: `${others.length - odd} of ${others.length} ${othersInWords(context)} have titles that match their file names`,
  };
}

/** Number of other file names that must begin with a word for the name of a product. */
const fewestInFront = 3;

/** Whether several file names begin with a word. */
function isInFront(word: string, others: readonly CatalogDocument[]): boolean {
  return others.filter((other) => letters(stemOf(other)).startsWith(word)).length >= fewestInFront;
}

const titling = perDocument((document) => ({
  likeFile: titleIsName(document),
  /** Whether title and file name are the same single word. */
  exact: oneWord.test(stemOf(document)) && headingTitle(document) === stemOf(document),
  /** Depth of its folder: pages above the folders of alerts have other names. */
  depth: document.path.split('/').length,
}));

function placeOf(document: CatalogDocument): Range {
  const entry = frontMatterEntries(document).find(({ key }) => key.toLowerCase() === 'title');
  return headingTitle(document) === undefined && entry !== undefined ? entry.valueRange : document.titleRange;
}

/** The range of the title in a heading without markup; undefined if it cannot be changed there. */
function titleText(document: CatalogDocument): Range | undefined {
  const title = headingTitle(document);
  const { line } = document.titleRange.start;
  const text = document.lines.text(line);
  const from = title !== undefined && /^ {0,3}#\s/.test(text) ? text.indexOf(title) : -1;
  return title === undefined || from === -1 || trimmedEnd(text.slice(from + title.length), /[\s#]/) !== ''
    ? undefined
    : { start: { line, character: from }, end: { line, character: from + title.length } };
}
