import type { ParsedDocument, Section } from './model.ts';
import type { TextEdit } from '../text/edit.ts';

/**
 * Returns the lines of a section's own text, 0-based, without its title and the sub-headings. `last` is less than `first` if there is no
 * text.
 */
export function ownLines({ sections, lines }: ParsedDocument, index: number): { first: number; last: number } {
  const section = sections[index];
  if (section === undefined) {
    return { first: 0, last: -1 };
  }
  const { titleRange, range } = section;
  const first = titleRange.end.line + 1;
  const inner = sections
    .slice(index + 1)
    .find(({ style, titleRange: { start } }) => style === 'heading' && start.line <= range.end.line);
  let last = Math.min(range.end.line, (inner?.titleRange.start.line ?? Infinity) - 1);
  while (last >= first && lines.text(last).trim() === '') {
    last -= 1;
  }
  return { first, last };
}

/**
 * Returns an edit that adds paragraphs at the end of a section's own text, before its sub-headings. Nothing else changes. If the section
 * is a list item, the paragraphs become part of the item.
 * @param text without a line break at its end; its line breaks are `\n`.
 */
export function appendTo(document: ParsedDocument, index: number, text: string): TextEdit {
  return insertBehind(document, index, indented(text, itemIndent(document, document.sections[index])), false);
}

/**
 * Returns an edit that adds a list item in the same way. It continues the list at the end of the section, if there is one.
 * @param text without a marker.
 */
export function appendItem(document: ParsedDocument, index: number, text: string): TextEdit {
  const { last } = ownLines(document, index);
  const { lines } = document;
  const list = document.blocks.find(({ quoted, item }) => !quoted && item?.depth === 1 && item.lastLine === last)?.item;
  const marker = list && /^( {0,3}[-*+][ \t]+)(?:\S|$)/.exec(lines.text(list.firstLine))?.[1];
  return insertBehind(document, index, `${marker ?? '- '}${text}`, marker !== undefined);
}

/** Returns the indentation that text needs to belong to a section that is a list item. */
function itemIndent({ lines }: ParsedDocument, section: Section | undefined): number {
  const line = section?.style === 'label' ? lines.text(section.titleRange.start.line) : '';
  return /^(\s*(?:[-*+]|\d+[.)])\s+)(?:\*\*|__)/.exec(line)?.[1]?.length ?? 0;
}

/** Returns a text with every non-empty line indented. */
export function indented(text: string, by: number): string {
  return by === 0 ? text : text.replace(/^(?=.)/gm, ' '.repeat(by));
}

function insertBehind(document: ParsedDocument, index: number, text: string, tight: boolean): TextEdit {
  const { lines } = document;
  const { first, last } = ownLines(document, index);
  const line = Math.max(last, first - 1);
  const { end } = lines.range(line, line);
  const followed = line + 1 < lines.count && lines.text(line + 1).trim() !== '';
  const gap = tight ? lines.eol : lines.eol + lines.eol;
  return {
    range: { start: end, end },
    newText: `${gap}${text.replaceAll('\n', lines.eol)}${followed ? lines.eol : ''}`,
  };
}

/**
 * Returns whether a text still has all sections of another, each with the same parent, and no new ones except those with the given
 * titles.
 */
export function keepsSections(
  before: ParsedDocument,
  after: ParsedDocument,
  added: ReadonlySet<string> = new Set(),
): boolean {
  const outline = ({ sections }: ParsedDocument): string =>
    JSON.stringify(
      sections
        .filter(({ title }) => !added.has(title))
        .map(({ title, level, style, parent }) => [title, level, style, sections[parent ?? -1]?.title]),
    );
  return outline(before) === outline(after);
}
