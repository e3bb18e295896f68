import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { applyEdits } from '../../text/edit.ts';
import type { DocumentKind } from '../../vocabulary/kind.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import type { Shelf } from '../../team/shelf.ts';
import type { TeamTemplate } from '../../team/template-file.ts';
import { builtInTemplates } from '../../team/templates/builtin/index.ts';
import { shortPostmortem } from '../../team/templates/builtin/postmortem.ts';
import { homeOf } from '../../team/templates/home.ts';
import type { Template } from '../../team/templates/template.ts';

/** A page with fewer known sections is not the template of a kind. */
const fewestSections = 3;

/**
 * Returns the repository's own templates for new documents of a kind: its team templates, the one for most documents first; else the page
 * from which such documents are copied. Empty if there are none.
 */
export function ownTemplates(
  shelf: Shelf,
  root: string,
  kind: DocumentKind,
  date: string,
): ReadonlyArray<Template | TeamTemplate> {
  const documents = shelf.documents(kind).filter((document) => document.root === root);
  const own = shelf.team(root).templates.filter((template) => template.kind === kind);
  const governed = ({ governs }: TeamTemplate): number =>
    documents.filter((document) => governs(pathFromTop(document))).length;
  const page = own.length > 0 ? undefined : templatePage(shelf, root, kind, documents, date);
  return page === undefined ? own.toSorted((a, b) => governed(b) - governed(a)) : [page];
}

/** Returns the template for a new record, without asking: its own; else the built-in one that most of them follow; else the short one. */
export function recordTemplate(shelf: Shelf, root: string, date: string): Template | TeamTemplate {
  const [own] = ownTemplates(shelf, root, 'postmortem', date);
  if (own !== undefined) {
    return own;
  }
  const usual = shelf
    .documents('postmortem')
    .filter((document) => document.root === root)
    .map(({ uri }) => shelf.expectedTemplate(uri))
    .filter((expected) => expected?.strong === true)
    .map((expected) => expected?.id);
  const counts = builtInTemplates
    .filter(({ kind }) => kind === 'postmortem')
    .map((template) => ({ template, count: usual.filter((id) => id === template.id).length }));
  const best = counts.toSorted((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 0 ? shortPostmortem : best.template;
}

/** The page of a repository that its documents of a kind are copied from, as a template: the nearest to where they are. */
function templatePage(
  shelf: Shelf,
  root: string,
  kind: DocumentKind,
  models: readonly CatalogDocument[],
  date: string,
): Template | undefined {
  const home = homeOf(models, date)?.folder ?? '';
  const pages = shelf
    .documents('other')
    .filter((document) => document.root === root && document.isTemplate && isFor(kind, document));
  const [nearest] = pages.toSorted(
    (a, b) => shared(b.path, home) - shared(a.path, home) || a.path.length - b.path.length,
  );
  return (
    nearest && {
      id: nearest.uri,
      kind,
      name: nameOf(nearest),
      description: nearest.path,
      text: withoutPlaceholders(nearest),
    }
  );
}

/** A page's title is often a placeholder. */
function nameOf({ title, path }: CatalogDocument): string {
  return /^[<[{]/.test(title) || /^\W*$/.test(title) ? path.slice(path.lastIndexOf('/') + 1) : title;
}

function isFor(kind: DocumentKind, { sections }: CatalogDocument): boolean {
  const telling = ['timeline', 'action-items', 'causes', 'lessons'] as const;
  const ids = (of: DocumentKind): ReadonlySet<string> =>
    new Set(sections.flatMap(({ title }) => canonicalIds(of, title)));
  const tells = ids('postmortem');
  const isForRecords = tells.size >= fewestSections && telling.some((id) => tells.has(id));
  return kind === 'postmortem' ? isForRecords : !isForRecords && ids(kind).size >= fewestSections;
}

/** Returns the number of leading folders that a path has in common with a folder. */
function shared(path: string, folder: string): number {
  const own = path.split('/');
  const other = folder.split('/');
  const differs = other.findIndex((part, index) => part !== own[index]);
  return differs === -1 ? other.length : differs;
}

/** The page's text with its title, and its literal "${", made variables' own. */
function withoutPlaceholders(page: CatalogDocument): string {
  const { lines } = page;
  const front = page.frontMatter?.range.end.line ?? -1;
  const heading = page.blocks.find(({ type, depth }) => type === 'heading' && depth === 1);
  const literal = page.text.replace(/\$\{(?=\w+\})/g, '$ {');
  if (heading === undefined || heading.firstLine <= front || literal !== page.text) {
    return literal;
  }
  const raw = lines.text(heading.firstLine);
  const from = /^\s*#\s+/.exec(raw)?.[0].length;
  return from === undefined
    ? literal
    : applyEdits(literal, [
        {
          range: {
            start: { line: heading.firstLine, character: from },
            end: { line: heading.firstLine, character: raw.length },
          },
          newText: '${title}',
        },
      ]);
}
