import { readDocument, type CatalogDocument } from '../catalog/document.ts';
import { hasSection } from '../conventions/coverage.ts';
import type { Section } from '../model/document.ts';
import { applyEdits, type TextEdit } from '../model/edit.ts';
import { Lines } from '../model/lines.ts';
import type { ExpectedSection } from '../templates/template.ts';

/**
 * Edits that insert sections where the convention has them: behind the nearest expected section before it, else in front
 * of the nearest one after it, else at the end; at the heading level, or in the label style, of that neighbour. Each
 * comes with its help as a comment. A place inside something that swallows headings, such as a fence that is never
 * closed, is passed over for one higher up. Undefined when there is nothing to insert or no place where it would be seen.
 */
export function insertSections(
  document: CatalogDocument,
  expected: readonly ExpectedSection[],
  wanted: readonly ExpectedSection[],
): readonly TextEdit[] | undefined {
  if (wanted.length === 0) {
    return undefined;
  }
  const lines = new Lines(document.text);
  const strategies = [
    () => wanted.map((section) => nearNeighbour(document, lines, expected, section)),
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

/** The edits leave every wanted section visible and take away none that was there. */
function works(document: CatalogDocument, edits: readonly TextEdit[], wanted: readonly ExpectedSection[]): boolean {
  const after = readDocument(document, applyEdits(document.text, edits), document);
  return (
    wanted.every((section) => hasSection(after, section)) &&
    [...document.keys.keys()].every((key) => after.keys.has(key)) &&
    after.sections.length >= document.sections.length + wanted.length &&
    countEmpty(after) <= countEmpty(document) + wanted.length
  );
}

function countEmpty({ sections }: CatalogDocument): number {
  return sections.filter(({ state }) => state !== 'written').length;
}

function nearNeighbour(document: CatalogDocument, lines: Lines, expected: readonly ExpectedSection[], section: ExpectedSection): TextEdit {
  const at = expected.indexOf(section);
  const before = expected.slice(0, at).findLast((other) => hasSection(document, other));
  const after = expected.slice(at + 1).find((other) => hasSection(document, other));
  const previous = before && sectionFor(document, before);
  if (previous !== undefined) {
    return insertAfter(document, lines, previous, section);
  }
  const next = after && sectionFor(document, after);
  if (next !== undefined) {
    return insertBefore(lines, next, block(section, levelOf(document, next), lines.eol));
  }
  const level = topLevel(document);
  return appendAfterLine(lines, lastTextLine(lines, lines.count - 1), block(section, level, lines.eol));
}

/** The section that answers an expected one; of several the first heading, so that a passing label does not attract. */
function sectionFor(document: CatalogDocument, expected: ExpectedSection): Section | undefined {
  const found = expected.keys.flatMap((key) => document.keys.get(key) ?? []).map((index) => document.sections[index]);
  const present = found.filter((section) => section !== undefined);
  return present.find(({ style }) => style === 'heading') ?? present[0];
}

function insertAfter(document: CatalogDocument, lines: Lines, previous: Section, section: ExpectedSection): TextEdit {
  const last = lastTextLine(lines, previous.range.end.line);
  const marker = /^(\s*(?:[-*+]|\d+[.)])\s+)\*\*/.exec(lines.text(previous.titleRange.start.line))?.[1];
  if (previous.style === 'label' && marker !== undefined) {
    return { range: emptyAt(lines, last), newText: `${lines.eol}${marker}**${section.title}**: <!-- ${section.help} -->` };
  }
  const owner = previous.style === 'label' && previous.parent !== undefined ? document.sections[previous.parent] : previous;
  const ownerLast = lastTextLine(lines, owner?.range.end.line ?? last);
  return appendAfterLine(lines, ownerLast, block(section, levelOf(document, owner ?? previous), lines.eol));
}

function insertBefore(lines: Lines, next: Section, text: string): TextEdit {
  const { line } = next.titleRange.start;
  const start = lines.clamp(line, line === 0 && lines.text(0).startsWith('\ufeff') ? 1 : 0);
  return { range: { start, end: start }, newText: `${text}${lines.eol}${lines.eol}` };
}

function beforeFirstSection(document: CatalogDocument, lines: Lines, wanted: readonly ExpectedSection[]): TextEdit {
  const first = document.sections.find(({ style, level }) => style === 'heading' && level > 1);
  const text = wanted.map((section) => block(section, first?.level ?? topLevel(document), lines.eol)).join(lines.eol + lines.eol);
  return first === undefined ? atTop(document, lines, wanted) : insertBefore(lines, first, text);
}

function atTop(document: CatalogDocument, lines: Lines, wanted: readonly ExpectedSection[]): TextEdit {
  const text = wanted.map((section) => block(section, topLevel(document), lines.eol)).join(lines.eol + lines.eol);
  const front = document.frontMatter?.range.end.line;
  if (front !== undefined) {
    const end = emptyAt(lines, front);
    return { range: end, newText: `${lines.eol}${lines.eol}${text}${lines.eol}` };
  }
  const start = lines.clamp(0, lines.text(0).startsWith('\ufeff') ? 1 : 0);
  return { range: { start, end: start }, newText: `${text}${lines.eol}${lines.eol}` };
}

function appendAfterLine(lines: Lines, line: number, text: string): TextEdit {
  const { eol } = lines;
  const nothingBefore = line === 0 && lines.text(0).replace(/^\ufeff/, '').trim() === '';
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
  return `${'#'.repeat(level)} ${section.title}${section.help === '' ? '' : `${eol}${eol}<!-- ${section.help} -->`}`;
}

function levelOf(document: CatalogDocument, section: Section): number {
  return section.style === 'heading' ? section.level : topLevel(document);
}

/** The level at which the document's sections stand: under the title where there is one. */
function topLevel(document: CatalogDocument): number {
  const levels = document.sections.filter(({ style, level }) => style === 'heading' && level > 1).map(({ level }) => level);
  return levels.length === 0 ? 2 : Math.min(...levels);
}
