import { trimmedEnd } from '../../text/ends.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { shortened } from '../../text/shorten.ts';
import type { Block, Section } from '../../document/model.ts';
import { visibleText } from '../../text/inline.ts';
import { inlineOf } from '../../document/inline.ts';
import { isPlaceholder } from '../../vocabulary/placeholder.ts';
import { sectionsWith } from '../../document/sections-with.ts';
import { headingTitle } from '../../document/title-and-name.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import type { SectionId } from '../../vocabulary/section-ids.ts';

/** A part of a record for a retrospective. */
export interface Topic {
  readonly section: Section;
  /** The canonical ids of its title; empty for a team's own titles. */
  readonly ids: readonly SectionId[];
  readonly written: boolean;
  /** Its content in the record's words, shortened; empty if it is not written or only holds other topics. */
  readonly points: readonly string[];
}

/** Sections in which headings and labels are entries, not topics. */
const lists = new Set<SectionId>(['timeline', 'action-items', 'people', 'supporting', 'messaging']);
const mostPoints = 3;
const longestPoint = 160;

/**
 * Returns the topics of a record in its order: its main sections, and what is in them under a usual name ("What went well"). Bold labels
 * count where there are no headings below the title.
 */
export function topicsOf(document: CatalogDocument): Topic[] {
  const { sections, kind } = document;
  const title = headingTitle(document) === undefined ? undefined : sections.find(({ style }) => style === 'heading');
  const below = sections.filter((section) => section.style === 'heading' && section !== title);
  const style = below.length > 0 ? 'heading' : 'label';
  const top = Math.min(...(style === 'heading' ? below : sections).map(({ level }) => level));
  const chosen = sections.filter((section) => {
    const ids = canonicalIds(kind, section.title);
    const named = ids.length > 0 && !isInList(document, section);
    return section !== title && section.style === style && (named || (style === 'heading' && section.level <= top));
  });
  return chosen.map((section) => ({
    section,
    ids: canonicalIds(kind, section.title),
    written: section.state === 'written',
    points: pointsOf(document, section, chosen),
  }));
}

function isInList({ sections, kind }: CatalogDocument, { parent }: Section): boolean {
  for (let above = sections[parent ?? -1]; above !== undefined; above = sections[above.parent ?? -1]) {
    if (canonicalIds(kind, above.title).some((id) => lists.has(id))) {
      return true;
    }
  }
  return false;
}

/** Returns the first content of a section in the record's words, shortened: a paragraph, or some items of a list. */
function pointsOf(document: CatalogDocument, section: Section, topics: readonly Section[]): string[] {
  const { start, end } = section.range;
  const inner = topics
    .filter(({ range }) => range.start.line > start.line && range.start.line <= end.line)
    .map(({ range }) => range.start.line);
  const last = Math.min(end.line, ...inner.map((line) => line - 1));
  const own = document.blocks.filter(
    (block) =>
      (block.type === 'text' || block.type === 'table') &&
      !isPlaceholder(block.text) &&
      block.lastLine <= last &&
      (section.style === 'label' ? block.firstLine >= start.line : block.firstLine > section.titleRange.end.line),
  );
  const [first] = own;
  if (first === undefined) {
    return [];
  }
  if (first.type === 'table') {
    const rows = first.rows?.length ?? 0;
    return [rows === 1 ? 'a table with 1 row' : `a table with ${rows} rows`];
  }
  const introduces = first.item === undefined && endsWithColon(first.text) && own[1]?.item !== undefined;
  const listed = introduces ? own.slice(1) : own;
  const depth = listed[0]?.item?.depth;
  if (depth === undefined || section.style === 'label') {
    const said = opening(document, first, section);
    return said === '' ? [] : [said];
  }
  const items = listed.filter((block, index) => block.item?.depth === depth && listed[index - 1]?.item !== block.item);
  const shown = items
    .slice(0, mostPoints)
    .map((item) => shortened(visibleText(inlineOf(item, document)), longestPoint));
  return items.length > mostPoints ? [...shown, `… and ${items.length - mostPoints} more`] : shown;
}

/** A paragraph without the label that it begins with. */
function opening(document: CatalogDocument, block: Block, section: Section): string {
  const said = visibleText(inlineOf(block, document));
  const bare =
    section.style === 'label' && said.toLowerCase().startsWith(section.title.toLowerCase())
      ? said.slice(section.title.length).replace(/^[\s:–—-]+/, '')
      : said;
  return shortened(bare, longestPoint);
}

/** Returns the first paragraph of a record's summary as plain text, else of what is above its sections; undefined if neither is written. */
export function summaryParagraph(document: CatalogDocument): string | undefined {
  const { sections, blocks, titleRange, frontMatter } = document;
  const summary = sectionsWith(document, ['summary']).find(({ state }) => state === 'written');
  const title = headingTitle(document) === undefined ? undefined : sections[0];
  const next = sections.find((section) => section !== title)?.range.start.line ?? document.end.line + 1;
  const from = title === undefined ? (frontMatter?.range.end.line ?? -1) : titleRange.end.line;
  const found = blocks.find(({ type, text, firstLine, lastLine }) => {
    const inside =
      summary === undefined
        ? firstLine > from && lastLine < next
        : lastLine <= summary.range.end.line &&
          (summary.style === 'label' ? firstLine >= summary.range.start.line : firstLine > summary.titleRange.end.line);
    return type === 'text' && inside && !isPlaceholder(text);
  });
  if (found === undefined) {
    return undefined;
  }
  const said = visibleText(inlineOf(found, document));
  const label = summary?.style === 'label' ? summary.title : '';
  const bare = said.toLowerCase().startsWith(label.toLowerCase()) ? said.slice(label.length) : said;
  return bare.replace(/^[\s:–—-]+/, '');
}

/** Whether a colon is at the end of a text, or only signs after it. */
function endsWithColon(text: string): boolean {
  return text.slice(trimmedEnd(text, /\W/).length).includes(':');
}
