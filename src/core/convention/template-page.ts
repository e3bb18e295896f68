import { folderOf, type CatalogDocument } from '../document/document.ts';
import { perDocument } from '../document/per-document.ts';
import { conventionOf, type Convention, type ExpectedSection } from '../team/templates/template.ts';
import { byKind, isDocumentKind } from '../vocabulary/kind.ts';
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

const optional =
  /\b(?:optional(?:ly)?|if any|if applicable|if needed|as (?:required|needed|appropriate|applicable))\b/i;
const templateFolderName = /^[._]?templates?$/i;

/** The sections of a page, for each kind of document that it may be the template of. */
const conventionsOf = perDocument(({ path, text }: CatalogDocument) =>
  byKind((kind) =>
    once((): readonly ExpectedSection[] => {
      const template = { id: path.replace(/\.md$/i, ''), kind, name: path, description: '', text };
      return conventionOf(template).sections.filter(({ keys }) => keys.length > 0);
    }),
  ),
);

/**
 * Returns the template page of a document: one in its folder, in a folder above, or in a `templates` folder beside one of these, whose
 * sections at least half of the other documents have at least half of. The nearest one counts. Without two others, the document itself
 * must have half of them. Sections that it calls optional, or that fewer than half of the others have, are not required.
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
          section.required &&
          !optional.test(section.title) &&
          (others.length < 2 || neighbourhood.shareOf(section, document) >= pageShare),
      })),
    }
  );
}

function covers(document: CatalogDocument, sections: Convention['sections']): boolean {
  const all = sections.map((section) => ({ ...section, required: true }));
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
