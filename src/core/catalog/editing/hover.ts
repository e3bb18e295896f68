import type { CatalogDocument } from '../../document/document.ts';
import { titleWithoutDate } from '../../workflow/links/add-links.ts';
import { contains, type Position, type Range } from '../../text/position.ts';
import type { RuleContext } from '../../check/rules/rule.ts';
import { knownKey, type Words } from './vocabulary.ts';

/** Hover text: paragraphs of plain text, then links. */
export interface Hover {
  readonly range: Range;
  readonly paragraphs: readonly string[];
  readonly links?: readonly HoverLink[];
}

/** A document to open. */
export interface HoverLink {
  /** Plain text. */
  readonly text: string;
  readonly uri: string;
}

/** Number of incidents in the list. */
const mostIncidents = 12;

/**
 * Returns the hover text at a position: on the title of a runbook, its past incidents; on the title of an expected section, its help and
 * why it is expected; on a key of front matter, its meaning and the values in use. Undefined elsewhere.
 * @param incidents past incidents of the document, newest first; see `Catalog.pastIncidents`.
 */
export function hoverAt(
  context: RuleContext,
  position: Position,
  words: Words,
  incidents: readonly CatalogDocument[] = [],
): Hover | undefined {
  return overTitle(context, position, incidents) ?? overSection(context, position) ?? overKey(context, position, words);
}

function overTitle(
  { document: { titleRange } }: RuleContext,
  position: Position,
  incidents: readonly CatalogDocument[],
): Hover | undefined {
  if (incidents.length === 0 || !contains(titleRange, position)) {
    return undefined;
  }
  const named = incidents.slice(0, mostIncidents);
  const more = incidents.length - named.length;
  return {
    range: titleRange,
    paragraphs: [more === 0 ? 'Past incidents:' : `Past incidents (latest ${named.length} of ${incidents.length}):`],
    links: named.map((incident) => ({ text: incidentLine(incident), uri: incident.uri })),
  };
}

/** Returns an incident on one line: date and severity, if stated, and title. */
export function incidentLine(incident: CatalogDocument): string {
  const { date, severity } = incident.metadata;
  const facts = [date, severity].filter((fact) => fact !== undefined).join(', ');
  const title = titleWithoutDate(incident);
  return facts === '' ? title : `${facts}: ${title}`;
}

function overSection({ document, expectation }: RuleContext, position: Position): Hover | undefined {
  const index = document.sections.findIndex(({ titleRange }) => contains(titleRange, position));
  const section = document.sections[index];
  const expected = expectation.sections.find(({ keys }) => keys.some((key) => document.keys.get(key)?.includes(index)));
  if (section === undefined || expected === undefined) {
    return undefined;
  }
  const name = section.title === expected.title ? [] : [`Treated as ${expected.title}.`];
  const help = expected.help === '' ? [] : [expected.help];
  const why = `${expected.required ? 'Expected' : 'Optional'}: ${expected.evidence}.`;
  return { range: section.titleRange, paragraphs: [...help, ...name, why] };
}

function overKey({ document, neighbourhood }: RuleContext, position: Position, words: Words): Hover | undefined {
  const front = document.frontMatter?.range;
  const { lines } = document;
  const match = /^(\s*)([\w-]+)\s*:/.exec(lines.text(position.line));
  if (front === undefined || !contains(front, position) || match === null) {
    return undefined;
  }
  const [, indent = '', key = ''] = match;
  const range = {
    start: lines.clamp(position.line, indent.length),
    end: lines.clamp(position.line, indent.length + key.length),
  };
  const known = knownKey(key);
  const having = neighbourhood.documents.filter(
    ({ frontMatter }) => frontMatter?.values[key.toLowerCase()] !== undefined,
  ).length;
  const values = known?.values(words).slice(0, 12) ?? [];
  const paragraphs = [
    ...(known === undefined ? [] : [known.help]),
    ...(having > 1 ? [`${having} of ${neighbourhood.documents.length} documents here have it.`] : []),
    ...(values.length > 1 ? [`Values in use: ${values.join(', ')}.`] : []),
  ];
  return contains(range, position) && paragraphs.length > 0 ? { range, paragraphs } : undefined;
}
