import { readDocument, type CatalogDocument } from '../../document/document.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { appendItem, keepsSections } from '../../document/append.ts';
import { insertFilled } from '../../convention/insert-filled.ts';
import { nameSet } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { linkText, linkTo } from '../../document/links/destination.ts';
import { linkedPaths } from '../../document/links/links.ts';
import type { SectionKey } from '../../vocabulary/section-ids.ts';

/** The section for links of one kind. */
interface Home {
  /** The title of a new section, and the names of sections for these links as `normaliseName` returns them. */
  readonly title: string;
  readonly names: readonly string[];
  /** Another section key for the links, and names that have that key and are for something else. */
  readonly key: SectionKey | undefined;
  readonly not: () => ReadonlySet<string>;
}

const relatedRunbooks: Home = {
  title: 'Related runbooks',
  names: ['related runbooks', 'related runbook', 'runbooks', 'runbook', 'runbooks used', 'playbooks'],
  key: 'supporting',
  not: nameSet(({ grammar }) => grammar.appendix),
};

const pastIncidents: Home = {
  title: 'Past incidents',
  names: [
    'past incidents',
    'previous incidents',
    'prior incidents',
    'incidents',
    'incident history',
    'related incidents',
    'known incidents',
    'postmortems',
    'related postmortems',
    'past postmortems',
    'history',
  ],
  key: undefined,
  not: () => new Set(),
};

/**
 * Returns edits that add a link to a runbook of the same root to a postmortem: in its section for runbooks, among its references, or in a
 * new section. Empty if the link exists, or if other text would change its meaning.
 */
export function linkRunbook(record: CatalogDocument, runbook: Pick<CatalogDocument, 'path' | 'title'>): TextEdit[] {
  return addLink(record, runbook, relatedRunbooks, `[${linkText(runbook.title)}](${linkTo(record, runbook)})`);
}

/**
 * Returns edits that add a postmortem of the same root to the past incidents of a runbook, with date and severity if stated. Empty if the
 * link exists, or if other text would change its meaning.
 */
export function linkIncident(
  runbook: CatalogDocument,
  record: Pick<CatalogDocument, 'path' | 'title' | 'metadata'>,
): TextEdit[] {
  const { date, severity } = record.metadata;
  const facts = [date, severity].filter((fact) => fact !== undefined).map(linkText);
  const link = `[${linkText(titleWithoutDate(record))}](${linkTo(runbook, record)})`;
  return addLink(runbook, record, pastIncidents, facts.length === 0 ? link : `${facts.join(', ')}: ${link}`);
}

/** Returns the title of a postmortem without a leading date or record number. */
export function titleWithoutDate({ title }: Pick<CatalogDocument, 'title'>): string {
  const bare = title
    .replace(/^\W*(?:[A-Z]{1,4}[-_ ]?)?(?:19|20)\d\d[-./_]?\d{1,3}(?:[-./]\d{1,2})?(?![\p{L}\p{N}])[\s:,–—-]*/u, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(bare) ? bare : title;
}

function addLink(from: CatalogDocument, to: Pick<CatalogDocument, 'path'>, home: Home, item: string): TextEdit[] {
  if (linkedPaths(from).has(to.path)) {
    return [];
  }
  const attempts = [
    ...placesFor(from, home).map((index) => () => [appendItem(from, index, item)]),
    () => insertFilled(from, [], [{ title: home.title, text: `- ${item}` }]),
  ];
  for (const attempt of attempts) {
    const edits = attempt() ?? [];
    const after = readDocument(from, applyEdits(from.text, edits), from);
    if (linkedPaths(after).has(to.path) && keepsSections(from, after, new Set([home.title]))) {
      return [...edits];
    }
  }
  return [];
}

/** The positions of the sections in which such links may stand, best first. */
function placesFor({ sections, keys }: CatalogDocument, { names, key, not }: Home): number[] {
  const named = sections.flatMap(({ name, style }, index) =>
    style === 'heading' && names.includes(name) ? index : [],
  );
  const alike = (key === undefined ? [] : (keys.get(key) ?? [])).filter((index) => {
    const section = sections[index];
    return section?.style === 'heading' && section.level > 1 && !not().has(normaliseName(section.title));
  });
  return [...named, ...alike];
}
