import type { CatalogDocument } from '../../document/document.ts';
import { blockAt } from '../../document/block-at.ts';
import { contentAt } from '../../document/content-at.ts';
import { tableOf } from '../../document/tables.ts';
import type { Span } from '../../text/span.ts';
import { isAboutTheResponse } from '../../record/own-entries.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import { comparePositions, type Range } from '../../text/position.ts';
import { plainText } from '../../text/plain-text.ts';
import { minutesOf } from '../../time/clock.ts';
import type { Timeline, TimelineEntry, Unread } from '../../record/timeline/entry.ts';
import { commandsIn, commandsInText, onlyLooks } from './commands.ts';
import type { LessonTopic } from './quotation.ts';
import { quotable, unitsOf, type Unit } from './units.ts';
import { purposeOf, tellsOfDetection } from './verbs.ts';

/** Something that a timeline tells, and what for. */
export interface Told {
  readonly unit: Unit;
  readonly topic: LessonTopic;
}

/**
 * Returns what the entries of a timeline tell: what was looked at and what was seen (diagnosis), what was done about it once somebody
 * knew (mitigation), and how it was first noticed (meaning). Each in the order in which it happened.
 * @param detectionTold whether the document tells elsewhere how it was noticed; then its entry is one like the others.
 */
export function toldBy(
  document: CatalogDocument,
  lines: Lines,
  { entries, unread }: Timeline,
  detectionTold: boolean,
): Told[] {
  // Entries about the response itself do not help with the next incident.
  const telling = entries.filter(({ text }) => !isAboutTheResponse(text));
  const starts = new Set(entries.map(({ range }) => range.start.line));
  const read = inOrder([
    ...telling.map((entry) => ({ entry, place: entry.range, units: unitsOfEntry(document, lines, entry, starts) })),
    ...unread.map((row) => ({ entry: undefined, place: row.range, units: unitsOfRow(document, row) })),
  ]);
  const all = read.flatMap(({ units }) => units);
  const detected = all.findIndex((unit) => tellsOfDetection(textOf(unit)));
  return all.flatMap((unit, index): Told[] => {
    const topic = index === detected && !detectionTold ? 'meaning' : topicOf(unit, index >= detected);
    return topic === undefined ? [] : [{ unit, topic }];
  });
}

function topicOf(unit: Unit, known: boolean): LessonTopic | undefined {
  const purpose = purposeOf(textOf(unit));
  if (unit.form === 'code' || purpose === 'looking' || onlyLooks(unit.commands)) {
    return known ? 'diagnosis' : undefined;
  }
  return known && (purpose === 'acting' || unit.commands.length > 0) ? 'mitigation' : undefined;
}

/** Returns what a unit says in its own words, without code and what it quotes. */
export function textOf({ lines, form }: Unit): string {
  return form === 'code' ? '' : plainText(lines.join('\n').replace(/`[^`]*`|"[^"]*"|“[^“”]*”/g, ' '));
}

interface Read {
  /** Undefined for what has a place in the timeline and no time that can be read. */
  readonly entry: TimelineEntry | undefined;
  readonly place: Range;
  readonly units: readonly Unit[];
}

/** The first event first, also where a timeline tells the last one first. */
function inOrder(all: readonly Read[]): readonly Read[] {
  const sorted = all.toSorted((a, b) => comparePositions(a.place.start, b.place.start));
  const times = sorted.flatMap(({ entry }) =>
    entry?.date === undefined || entry.clock === undefined
      ? []
      : `${entry.date} ${String(minutesOf(entry.clock)).padStart(4, '0')}`,
  );
  const [first, last] = [times[0], times.at(-1)];
  return first !== undefined && last !== undefined && last < first ? sorted.toReversed() : sorted;
}

/** A row whose time nobody filled in still tells what happened. */
function unitsOfRow(document: CatalogDocument, { range }: Unread): Unit[] {
  const { line } = range.start;
  const said = cellsAt(document, line).at(-1)?.text;
  return said === undefined ? [] : [whole(document.lines, line, line, [unescaped(said)], [])];
}

/** The cells of a row of a table; none for other lines. */
function cellsAt(document: CatalogDocument, line: number): readonly Span[] {
  const block = blockAt(document, line);
  return block === undefined ? [] : (tableOf(document, block).rows[line - block.firstLine - 2] ?? []);
}

function unescaped(cell: string): string {
  return cell.replaceAll(String.raw`\|`, '|');
}

function unitsOfEntry(
  document: CatalogDocument,
  lines: Lines,
  entry: TimelineEntry,
  starts: ReadonlySet<number>,
): Unit[] {
  const { shape, range, time } = entry;
  const [first, last] = [range.start.line, range.end.line];
  const said = behindTime(document, entry);
  if (shape === 'row') {
    return withTime([whole(lines, first, first, [said], [])], time.text);
  }
  const inside = document.blocks.filter((block) => block.firstLine >= first && block.lastLine <= last);
  if (shape === 'heading') {
    const below = inside.filter(({ firstLine }) => firstLine > first && !isOther(firstLine, first, starts));
    const title = said === '' ? [] : [whole(lines, first, first, [said], [])];
    return withTime([...title, ...unitsOf(document, below)], time.text);
  }
  if (range.start.character > 0 || range.end.character < lines.text(last).length) {
    return withTime([whole(lines, first, first, [entry.text], [])], time.text);
  }
  let end = first;
  while (end < last && !starts.has(end + 1)) {
    end += 1;
  }
  const code = inside.filter(({ type, firstLine }) => type === 'code' && firstLine > first && firstLine <= end);
  return withTime([whole(lines, first, end, [said], code)], time.text);
}

/** Whether a line belongs to an entry within the entry that begins on `first`. */
function isOther(line: number, first: number, starts: ReadonlySet<number>): boolean {
  for (let at = line; at > first; at -= 1) {
    if (starts.has(at)) {
      return true;
    }
  }
  return false;
}

/** An entry as one item: what comes after its time, then the lines below it; commands in code blocks are taken out. */
function whole(
  lines: Lines,
  first: number,
  last: number,
  [said = '']: readonly string[],
  code: readonly Block[],
): Unit {
  const found = code.flatMap((block) => {
    const commands = commandsIn(block);
    return commands === undefined ? [] : [{ block, commands }];
  });
  const indent = /^\s*/.exec(lines.text(first))?.[0] ?? '';
  const below: string[] = [];
  for (let line = first + 1; line <= last; line += 1) {
    if (!found.some(({ block }) => block.firstLine <= line && line <= block.lastLine)) {
      const text = lines.text(line);
      below.push(text.startsWith(indent) ? text.slice(indent.length) : text.trimStart());
    }
  }
  while (below.at(-1)?.trim() === '') {
    below.pop();
  }
  const start = said === '' ? below.findIndex((line) => line.trim() !== '') : 0;
  const opening = said === '' ? (below[start]?.trim() ?? '') : said;
  const rest = (said === '' ? below.slice(start + 1) : below).map((line) =>
    /^(?:\s|$)/.test(line) ? line : `  ${line}`,
  );
  const spoken = commandsInText([opening, ...rest].join('\n'));
  const ended = code.at(-1);
  return {
    form: ended === undefined || found.some(({ block }) => block === ended) ? 'item' : 'table',
    firstLine: first + 1,
    lastLine: last + 1,
    lines: opening === '' ? [] : quotable([`- ${opening}`, ...rest]),
    commands: [...(spoken === undefined ? [] : [spoken]), ...found.map(({ commands }) => commands)],
  };
}

function withTime(units: readonly Unit[], time: string): Unit[] {
  return units
    .filter(({ lines, commands }) => lines.length > 0 || commands.length > 0)
    .map((unit) => ({ ...unit, time }));
}

/** Markdown of an entry's first line without the time that it begins with. */
function behindTime(document: CatalogDocument, { shape, range, time }: TimelineEntry): string {
  const { lines } = document;
  const { line } = range.start;
  const { start, end } = time.range;
  if (shape === 'row') {
    const cells = cellsAt(document, line).filter(
      ({ from, text }) => from + text.length < start.character || from > end.character,
    );
    const later = cells.filter(({ from, text }) => text !== '' && from > end.character);
    return (later.length === 0 ? cells : later).map(({ text }) => unescaped(text)).join(' — ');
  }
  const content = contentAt(document, line);
  const opening = lines.text(line).slice(content.from, start.character);
  if (start.line !== line || end.line !== line || /[\p{L}\p{N}]/u.test(opening)) {
    return content.text;
  }
  const rest = lines
    .text(line)
    .slice(end.character)
    .replace(/^[\s*_~`)\]]*(?:(?:[:：|,–—-]|\*\*)+[\s*_]*)*/, '')
    .trimEnd();
  return (rest.match(/\*\*/g)?.length ?? 0) % 2 === 1 ? `**${rest}` : rest;
}
