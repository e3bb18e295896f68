import { folderOf, type CatalogDocument } from '../document/document.ts';
import { perDocument } from '../document/per-document.ts';
import { conventionOf, type Convention, type ExpectedSection } from '../team/templates/template.ts';
import { byKind, isDocumentKind } from '../vocabulary/kind.ts';
import { sectionKeys } from '../vocabulary/section-keys.ts';
import { once } from '../util/memo.ts';
import { countCovered } from './coverage.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { othersOf } from './others.ts';

/** A template page of the repository that its documents follow. */
export interface FollowedPage {
  readonly path: string;
  readonly sections: readonly ExpectedSection[];
}

/** A page with fewer sections shows no structure. */
const fewestSections = 3;
/** Share of the other documents that must have a section of their page: not every heading of a template is meant for every document. */
const pageShare = 0.5;

/**
 * The marks by which a page calls a section required or optional, at the start of its text and at the end of its title.
 */
const mark = /^[\s*_]*[([]?(?<word>required|mandatory|optional)\b(?=[\s*_]*(?:[)\].:–—-]|$))/i;
const markInTitle = / ?[([](?<word>required|mandatory|optional)[)\]]\s*$/i;
const optional =
  /\b(?:optional(?:ly)?|if any|if applicable|if needed|as (?:required|needed|appropriate|applicable))\b/i;
const templateFolderName = /^[._]?templates?$/i;

interface PageSection extends ExpectedSection {
  /** Whether the page says of it in words that every document needs it. */
  readonly marked: boolean;
}

/** The sections of a page, for each kind of document that it may be the template of. */
const conventionsOf = perDocument((page: CatalogDocument) =>
  byKind((kind) =>
    once((): readonly PageSection[] => {
      const { path, text } = page;
      const template = { id: path.replace(/\.md$/i, ''), kind, name: path, description: '', text };
      return conventionOf(template).sections.flatMap((section) => {
        const word = markOf(page, section.title)?.toLowerCase();
        const title = section.title.replace(markInTitle, '');
        const keys = title === section.title ? section.keys : sectionKeys(kind, title);
        const marked = word !== undefined && word !== 'optional';
        return keys.length === 0
          ? []
          : [{ ...section, title, keys, marked, required: section.required && word !== 'optional' }];
      });
    }),
  ),
);

/** The word by which a page marks a section as required or optional. */
function markOf({ sections, blocks }: CatalogDocument, title: string): string | undefined {
  const section = sections.find((other) => other.title === title);
  const text = blocks.find(({ firstLine }) => firstLine > (section?.titleRange.end.line ?? Infinity));
  const inText = text?.type === 'text' ? mark.exec(text.text) : null;
  return (markInTitle.exec(title) ?? inText)?.groups?.['word'];
}

/**
 * Returns the template page of a document: one in its folder, in a folder above, or in a `templates` folder beside one of these, whose
 * sections at least half of the other documents have at least half of. The nearest one counts. Without two others, the document itself
 * must have half of them. Sections that it calls optional are not required, nor those that fewer than half of the others have, unless it
 * says in words that they are.
 */
export function followedPage(
  document: CatalogDocument,
  neighbourhood: Neighbourhood,
  pages: readonly CatalogDocument[],
): FollowedPage | undefined {
  const { kind } = document;
  if (pages.length === 0 || !isDocumentKind(kind)) {
    return undefined;
  }
  const others = othersOf({ document, neighbourhood });
  const judges = others.length < 2 ? [document] : others;
  const followed = pages
    .filter(({ path }) => isAbove(homeOf(path), document.path))
    .toSorted((a, b) => homeOf(b.path).length - homeOf(a.path).length || (a.path < b.path ? -1 : 1))
    .map((page) => ({ path: page.path, sections: conventionsOf(page)[kind]() }))
    .find(
      ({ sections }) =>
        sections.length >= fewestSections &&
        judges.filter((each) => covers(each, sections)).length * 2 >= judges.length,
    );
  return (
    followed && {
      path: followed.path,
      sections: followed.sections.map((section) => ({
        ...section,
        required:
          section.marked ||
          (section.required &&
            !optional.test(section.title) &&
            (others.length < 2 || neighbourhood.shareOf(section, document) >= pageShare)),
      })),
    }
  );
}

/**
 * Returns whether a document has every section of one of several template pages that are together in any folder, with at least a third as many
 * sections as are expected of it: a shorter form for smaller matters.
 * @param expected the number of sections that are expected of it.
 */
export function fulfilsAnother(
  document: CatalogDocument,
  pages: readonly CatalogDocument[],
  expected: number,
): boolean {
  const { kind } = document;
  return (
    isDocumentKind(kind) &&
    pages
      .filter((page) => pages.some((other) => other !== page && folderOf(other.path) === folderOf(page.path)))
      .map((page) => conventionsOf(page)[kind]())
      .some(
        (sections) =>
          sections.length >= Math.max(fewestSections, expected / 3) &&
          countCovered(document, { sections }) === sections.filter(({ required }) => required).length,
      )
  );
}

function covers(document: CatalogDocument, sections: Convention['sections']): boolean {
  // Names show whether a page is followed; one section for two of the same meaning does not.
  const all = sections.map((section) => ({
    ...section,
    required: true,
    ...(section.twins && { twins: { keys: [], names: [] } }),
  }));
  return countCovered(document, { sections: all }) * 2 >= all.length;
}

/** The folder that a template page is for. */
function homeOf(path: string): string {
  const folder = folderOf(path);
  return templateFolderName.test(folder.slice(folder.lastIndexOf('/') + 1)) ? folderOf(folder) : folder;
}

function isAbove(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
