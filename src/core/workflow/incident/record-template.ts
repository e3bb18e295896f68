import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { applyEdits } from '../../text/edit.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import type { Shelf } from '../../team/shelf.ts';
import type { TeamTemplate } from '../../team/template-file.ts';
import { builtInTemplates } from '../../team/templates/builtin/index.ts';
import { shortPostmortem } from '../../team/templates/builtin/postmortem.ts';
import { homeOf } from '../../team/templates/home.ts';
import type { Template } from '../../team/templates/template.ts';

/** So many sections of a postmortem make a page that others are made from one for records of incidents. */
const fewestSections = 3;

/**
 * Returns the template for a new record, without asking: the team template for postmortems (if there are several, the one for most of
 * them); else the page from which postmortems of the repository are copied; else the built-in one that most of them follow; else the
 * short one.
 */
export function recordTemplate(shelf: Shelf, root: string, date: string): Template | TeamTemplate {
  const records = shelf.documents('postmortem').filter((document) => document.root === root);
  const own = shelf.team(root).templates.filter(({ kind }) => kind === 'postmortem');
  const governed = ({ governs }: TeamTemplate): number =>
    records.filter((record) => governs(pathFromTop(record))).length;
  const [mostUsed] = own.toSorted((a, b) => governed(b) - governed(a));
  if (mostUsed !== undefined) {
    return mostUsed;
  }
  const page = templatePage(shelf, root, records, date);
  if (page !== undefined) {
    return page;
  }
  const usual = records
    .map(({ uri }) => shelf.expectedTemplate(uri))
    .filter((expected) => expected?.strong === true)
    .map((expected) => expected?.id);
  const counts = builtInTemplates
    .filter(({ kind }) => kind === 'postmortem')
    .map((template) => ({ template, count: usual.filter((id) => id === template.id).length }));
  const best = counts.toSorted((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 0 ? shortPostmortem : best.template;
}

/** The page of a repository that its postmortems are copied from, as a template: the nearest to where they are. */
function templatePage(
  shelf: Shelf,
  root: string,
  records: readonly CatalogDocument[],
  date: string,
): Template | undefined {
  const home = homeOf(records, date)?.folder ?? '';
  const pages = shelf
    .documents('other')
    .filter((document) => document.root === root && document.isTemplate && isForRecords(document));
  const [nearest] = pages.toSorted(
    (a, b) => shared(b.path, home) - shared(a.path, home) || a.path.length - b.path.length,
  );
  return (
    nearest && {
      id: nearest.uri,
      kind: 'postmortem',
      name: nearest.title,
      description: nearest.path,
      text: withoutPlaceholders(nearest),
    }
  );
}

function isForRecords({ sections }: CatalogDocument): boolean {
  const ids = new Set(sections.flatMap(({ title }) => canonicalIds('postmortem', title)));
  const telling = ['timeline', 'action-items', 'causes', 'lessons'] as const;
  return ids.size >= fewestSections && telling.some((id) => ids.has(id));
}

/** How many folders two paths begin with in common. */
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
