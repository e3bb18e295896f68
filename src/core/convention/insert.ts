import { readDocument, type CatalogDocument } from '../document/document.ts';
import { hasSection } from './coverage.ts';
import { groupedBy } from '../util/grouped-by.ts';
import type { Section } from '../document/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Lines } from '../text/lines.ts';
import type { ExpectedSection } from '../team/templates/template.ts';
import { generalHelp, isUnwritten } from './unwritten.ts';
import { isKnownName } from '../vocabulary/vocabulary.ts';

/**
 * Returns edits that insert sections where the convention has them: after the nearest expected section before it, else before the nearest
 * one after it, else at the end. A new section gets the heading level, or the label style, of that neighbour, and its help as a comment.
 * A place where headings do not work (a fence that is never closed), or where an existing section would lose content, is replaced by a
 * place higher up. Undefined if there is nothing to insert, or no place.
 */
export function insertSections(
  document: CatalogDocument,
  expected: readonly ExpectedSection[],
  wanted: readonly ExpectedSection[],
): readonly TextEdit[] | undefined {
  if (wanted.length === 0) {
    return undefined;
  }
  const { lines } = document;
  const strategies = [
    () => wanted.map((section) => nearNeighbour(document, lines, expected, section)),
    () => [beforeLastBlock(document, lines, wanted)],
    () => [beforeFirstSection(document, lines, wanted)],
    () => [atTop(document, lines, wanted)],
  ];
  for (const strategy of strategies) {
    const edits = strategy();
    if (works(document, edits, wanted)) {
      return edits;
    }
  }
  return undefined;
}

/**
 * Returns edits like those of `insertSections` for some of the sections, if not all have a place. Sections for the same place are
 * inserted together or not at all. Undefined if there is no place.
 */
export function insertSomeSections(
  document: CatalogDocument,
  expected: readonly ExpectedSection[],
  wanted: readonly ExpectedSection[],
): readonly TextEdit[] | undefined {
  const { lines } = document;
  const all = wanted.map((section) => ({ section, edit: nearNeighbour(document, lines, expected, section) }));
  const places = [...groupedBy(all, ({ edit }) => lines.offsetAt(edit.range.start)).values()];
  const isPossible = (group: typeof all): boolean =>
    works(
      document,
      group.map(({ edit }) => edit),
      group.map(({ section }) => section),
    );
  const possible = places.length < 2 ? [] : places.filter(isPossible);
  const together = possible.flat();
  const chosen = possible.length < 2 || isPossible(together) ? together : (possible[0] ?? []);
  return chosen.length === 0 ? undefined : chosen.map(({ edit }) => edit);
}

/**
 * After the edits, every wanted section is visible and to be written, the opening text is where it was, and every old section has its old
 * parent. One with a usual name has as much content as before.
 */
function works(document: CatalogDocument, edits: readonly TextEdit[], wanted: readonly ExpectedSection[]): boolean {
  const after = readDocument(document, applyEdits(document.text, edits), document);
  const titles = new Set(wanted.map(({ title }) => title));
  const kept = ({ sections }: CatalogDocument): string =>
    JSON.stringify(
      sections
        .filter(({ title }) => !titles.has(title))
        .map(({ title, level, style, state, parent, comments }) => [
          comments.length,
          title,
          level,
          style,
          isKnownName(title) && state,
          sections[parent ?? -1]?.title,
        ]),
    );
  const inserted = after.sections.filter(({ title }) => titles.has(title));
  return (
    wanted.every((section) => hasSection(after, section)) &&
    inserted.every((section) => section.state === 'written' || isUnwritten(section, wanted)) &&
    kept(after) === kept(document) &&
    after.signals.introLength > 0 === document.signals.introLength > 0
  );
}

function nearNeighbour(
  document: CatalogDocument,
  lines: Lines,
  expected: readonly ExpectedSection[],
  section: ExpectedSection,
): TextEdit {
  const at = expected.indexOf(section);
  const before = expected.slice(0, at).findLast((other) => hasSection(document, other));
  const after = expected.slice(at + 1).find((other) => hasSection(document, other));
  const previous = before && sectionFor(document, before);
  if (previous !== undefined) {
    return insertAfter(document, lines, previous, section);
  }
  const next = after && sectionFor(document, after);
  if (next !== undefined) {
    return insertBefore(document, lines, next, section);
  }
  const level = topLevel(document);
  return appendAfterLine(lines, lastTextLine(lines, lines.count - 1), block(section, level, lines.eol));
}

/** The section for an expected one. If there are several, the first heading, so that a label in passing does not count. */
function sectionFor(document: CatalogDocument, expected: ExpectedSection): Section | undefined {
  const found = expected.keys.flatMap((key) => document.keys.get(key) ?? []).map((index) => document.sections[index]);
  const present = found.filter((section) => section !== undefined);
  return present.find(({ style }) => style === 'heading') ?? present[0];
}

function insertAfter(document: CatalogDocument, lines: Lines, previous: Section, section: ExpectedSection): TextEdit {
  const marker = itemMarker(lines, previous);
  if (marker !== undefined) {
    const last = lastTextLine(lines, previous.range.end.line);
    return { range: emptyAt(lines, last), newText: `${lines.eol}${marker}${label(section)}` };
  }
  const owner = ownerOf(document, previous);
  const text = owner.style === 'heading' ? block(section, owner.level, lines.eol) : label(section);
  return appendAfterLine(lines, lastTextLine(lines, owner.range.end.line), text);
}

function insertBefore(document: CatalogDocument, lines: Lines, next: Section, section: ExpectedSection): TextEdit {
  const marker = itemMarker(lines, next);
  if (marker !== undefined) {
    return inFrontOf(lines, next.titleRange.start.line, `${marker}${label(section)}${lines.eol}`);
  }
  const owner = ownerOf(document, next);
  const text = owner.style === 'heading' ? block(section, owner.level, lines.eol) : label(section);
  return inFrontOf(lines, owner.titleRange.start.line, `${text}${lines.eol}${lines.eol}`);
}

/** Returns the text before a label that begins a list item, such as "- " or "  1. "; undefined for other sections. */
function itemMarker(lines: Lines, { style, titleRange }: Section): string | undefined {
  return style === 'label'
    ? /^(\s*(?:[-*+]|\d+[.)])\s+)(?:\*\*|__)/.exec(lines.text(titleRange.start.line))?.[1]
    : undefined;
}

/** The section next to which another is inserted: for a label below the title, its section; else itself. */
function ownerOf({ sections }: CatalogDocument, section: Section): Section {
  let owner: Section | undefined = section;
  while (owner?.style === 'label') {
    owner = sections[owner.parent ?? -1];
  }
  return owner === undefined || (owner !== section && owner.level === 1) ? section : owner;
}

function label({ title, help }: ExpectedSection): string {
  return `**${title}**: <!-- ${help || generalHelp} -->`;
}

/** Before the last block, which may be a fence or a comment that is never closed. */
function beforeLastBlock(document: CatalogDocument, lines: Lines, wanted: readonly ExpectedSection[]): TextEdit {
  const bodyLine = document.frontMatter === undefined ? 0 : document.frontMatter.range.end.line + 1;
  return inFrontOf(
    lines,
    document.blocks.at(-1)?.firstLine ?? bodyLine,
    `${blocks(wanted, topLevel(document), lines.eol)}${lines.eol}${lines.eol}`,
  );
}

function beforeFirstSection(document: CatalogDocument, lines: Lines, wanted: readonly ExpectedSection[]): TextEdit {
  const first = document.sections.find(({ style, level }) => style === 'heading' && level > 1);
  return first === undefined
    ? atTop(document, lines, wanted)
    : inFrontOf(
        lines,
        first.titleRange.start.line,
        `${blocks(wanted, first.level, lines.eol)}${lines.eol}${lines.eol}`,
      );
}

function atTop(document: CatalogDocument, lines: Lines, wanted: readonly ExpectedSection[]): TextEdit {
  const text = blocks(wanted, topLevel(document), lines.eol);
  const front = document.frontMatter?.range.end.line;
  if (front !== undefined) {
    return { range: emptyAt(lines, front), newText: `${lines.eol}${lines.eol}${text}${lines.eol}` };
  }
  return inFrontOf(lines, 0, `${text}${lines.eol}${lines.eol}`);
}

/** Inserts at the start of a line; after the byte order mark, if the line begins with one. */
function inFrontOf(lines: Lines, line: number, newText: string): TextEdit {
  const start = lines.clamp(line, line === 0 && lines.text(0).startsWith('\ufeff') ? 1 : 0);
  return { range: { start, end: start }, newText };
}

function appendAfterLine(lines: Lines, line: number, text: string): TextEdit {
  const { eol } = lines;
  const nothingBefore =
    line === 0 &&
    lines
      .text(0)
      .replace(/^\ufeff/, '')
      .trim() === '';
  const followed = line + 1 < lines.count && lines.text(line + 1).trim() !== '';
  return { range: emptyAt(lines, line), newText: `${nothingBefore ? '' : eol + eol}${text}${followed ? eol : ''}` };
}

function emptyAt(lines: Lines, line: number): TextEdit['range'] {
  const { end } = lines.range(line, line);
  return { start: end, end };
}

function lastTextLine(lines: Lines, from: number): number {
  let line = Math.min(from, lines.count - 1);
  while (line > 0 && lines.text(line).trim() === '') {
    line -= 1;
  }
  return line;
}

function block(section: ExpectedSection, level: number, eol: string): string {
  return `${'#'.repeat(level)} ${section.title}${eol}${eol}<!-- ${section.help || generalHelp} -->`;
}

function blocks(sections: readonly ExpectedSection[], level: number, eol: string): string {
  return sections.map((section) => block(section, level, eol)).join(eol + eol);
}

/** The level of the sections of the document: below its title, if it has one. */
function topLevel(document: CatalogDocument): number {
  const levels = document.sections
    .filter(({ style, level }) => style === 'heading' && level > 1)
    .map(({ level }) => level);
  return levels.length === 0 ? 2 : levels.reduce((a, b) => Math.min(a, b));
}
