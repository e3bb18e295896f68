import type { CatalogDocument } from '../../../document/document.ts';
import { blockAt } from '../../../document/block-at.ts';
import { contentAt } from '../../../document/content-at.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import { readTimelines } from '../read.ts';
import { readStamp } from '../../../time/stamp.ts';
import { findZone } from '../../../time/zone.ts';
import { indentBelow, type LineForm } from './line.ts';

/** Letters where digits belong: "hh:mm", "YYYY-MM-DD HH:MM", "??:??". A time that is known in part is none. */
const letters =
  /^[^\p{L}\p{N}?]*(?:[YyXx?]{2,4}-[MmXx?]{2}-[DdXx?]{2}[T ]+)?[HhXx?]{1,2}[:h][MmXx?]{2}(?:[:.][SsXx?]{2})?(?![\p{L}\p{N}])/u;

/** Returns whether a text is an example of an entry, not a real one. */
export function isExample(text: string): boolean {
  return letters.test(text);
}

/** An example of an entry that a template shows, with letters for its time. */
export interface Placeholder {
  readonly line: number;
  /** The last line of what belongs to it. */
  readonly lastLine: number;
  readonly shape: 'row' | 'item' | 'heading';
  /** The form of an entry in its place; absent for rows. */
  readonly form?: LineForm;
  /** Whether it shows a day too. */
  readonly withDay: boolean;
  /** The zone that it shows. */
  readonly zone?: string;
}

/** Returns the examples in the timeline that a section holds, in order. */
export function placeholdersIn(document: CatalogDocument, lines: Lines, section: number): Placeholder[] {
  const timeline = readTimelines(document).find((found) => found.section === section);
  return (timeline?.unread ?? [])
    .filter(({ reason, text }) => reason !== 'no time' && isExample(text))
    .flatMap(({ range }) => placeholderAt(document, lines, range.start.line) ?? []);
}

function placeholderAt(document: CatalogDocument, lines: Lines, line: number): Placeholder | undefined {
  const block = blockAt(document, line);
  if (block?.type === 'table') {
    return { line, lastLine: line, shape: 'row', withDay: showsDay(lines.text(line)) };
  }
  const content = contentAt(document, line);
  const stamp = readStamp(content.text);
  if (block === undefined || stamp === undefined || (block.type !== 'heading' && block.item === undefined)) {
    return undefined;
  }
  const isHeading = block.type === 'heading';
  const between = content.text.slice(stamp.to, stamp.rest);
  const textBelow = isHeading && content.text.slice(stamp.rest).trim() === '';
  const margin = lines.text(line).slice(0, content.from);
  const zone = findZone(content.text.slice(0, stamp.rest));
  const section = document.sections.find(({ titleRange }) => titleRange.start.line === line);
  return {
    line,
    lastLine: isHeading
      ? section === undefined || section.state === 'written'
        ? line
        : lastText(lines, line, section.range.end.line)
      : (block.item?.lastLine ?? line),
    shape: isHeading ? 'heading' : 'item',
    withDay: showsDay(content.text),
    ...(zone !== undefined && { zone }),
    form: {
      shape: isHeading ? 'heading' : 'item',
      margin,
      opening: content.text.slice(0, stamp.from),
      between: textBelow ? '' : between || ' – ',
      textBelow,
      behind: '',
      indent: isHeading ? '' : indentBelow(margin),
    },
  };
}

function showsDay(text: string): boolean {
  return /[YyXx?]{4}-[MmXx?]{2}-[DdXx?]{2}/.test(text);
}

function lastText(lines: Lines, from: number, to: number): number {
  let line = to;
  while (line > from && lines.text(line).trim() === '') {
    line -= 1;
  }
  return line;
}

/** Returns edits that take examples out, with the lines that they are on. */
export function withoutPlaceholders(lines: Lines, placeholders: readonly Placeholder[]): TextEdit[] {
  return placeholders
    .filter(({ shape, lastLine }) => shape !== 'heading' && lastLine + 1 < lines.count)
    .map(({ line, lastLine }) => ({
      range: { start: { line, character: 0 }, end: { line: lastLine + 1, character: 0 } },
      newText: '',
    }));
}
