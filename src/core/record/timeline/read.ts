import { firstDefined } from '../../util/first-defined.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { groupedBy } from '../../util/grouped-by.ts';
import { perDocument } from '../../document/per-document.ts';
import { conflictsOf } from '../../document/conflicts.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import { findDate } from '../../time/dates.ts';
import { trimmedEnd } from '../../text/ends.ts';
import { fold, heldText, visibleText } from '../../text/inline.ts';
import { blocksWithin } from '../../document/block-at.ts';
import { inlineOf } from '../../document/inline.ts';
import { openStrikes } from '../../text/struck.ts';
import { proseDepth, type Candidate, type Piece, type Source, type Unreadable } from './candidates.ts';
import { minutesOf, type Clock } from '../../time/clock.ts';
import { dateOrderOf } from './date-order.ts';
import { dayNamedIn } from './days-in-text.ts';
import { Dating, type Dated } from './dating.ts';
import type { Timeline, TimelineEntry, Unread } from './entry.ts';
import { Groups } from './groups.ts';
import { readCode, readText } from './read-text.ts';
import { readTable } from './read-table.ts';
import { regionsOf, type Region } from './regions.ts';
import { findZone } from '../../time/zone.ts';
import { documentZone, statedZone, zoneOfAnyTime } from './stated-zone.ts';

/** A run of so many entries is a timeline, whatever its section is called. */
const shortestRun = 3;
/** So much of a run's lists and rows must be entries. */
const runShare = 0.6;

/**
 * Returns the timelines of a postmortem: sections with the name of a timeline, and runs of entries elsewhere. None for other documents,
 * or for one with a merge conflict. Never throws. An entry that cannot be read is listed in `unread`.
 */
export const readTimelines: (document: CatalogDocument) => readonly Timeline[] = perDocument((document) => {
  if (conflictsOf(document).length > 0) {
    return [];
  }
  const { lines } = document;
  return regionsOf(document).flatMap((region) => timelineOf(document, lines, region) ?? []);
});

/** The statements of a document that apply to each of its timelines. */
const statedBy = perDocument((document) => ({
  zone: documentZone(document),
  zoneOfAnyTime: zoneOfAnyTime(document),
  // The year of the first full date in the text, for a document that states none if documents do.
  date:
    document.metadata.date ??
    firstDefined(document.blocks, ({ type, text }) => (type === 'text' ? findDate(text)?.slice(0, 4) : undefined)),
}));

function timelineOf(document: CatalogDocument, lines: Lines, region: Region): Timeline | undefined {
  // A run needs times, and most sections of most documents hold none.
  if (!region.named && !region.blocks.some(({ text }) => /\d/.test(text))) {
    return undefined;
  }
  const pieces = piecesOf({ ...document, order: dateOrderOf(document) }, region);
  const kept = region.named ? pieces : runsIn(pieces);
  const entries = new Assembly(document, lines, region, kept).entries();
  const unread = region.named ? unreadOf(kept) : [];
  const [first] = entries;
  if (first === undefined && unread.length === 0) {
    return undefined;
  }
  const zone = zoneOf(document, region, kept)?.zone ?? statedBy(document).zoneOfAnyTime;
  const title = document.sections[region.section ?? -1];
  return {
    ...(region.section !== undefined && { section: region.section }),
    titleRange: (region.named ? title?.titleRange : undefined) ?? first?.time.range ?? document.titleRange,
    named: region.named,
    entries,
    unread,
    ...(zone !== undefined && { zone }),
  };
}

function piecesOf(source: Source, { blocks }: Region): Piece[] {
  const opened = new Set<unknown>();
  let struck = 0;
  const pieces = blocks.flatMap((block): Piece[] => {
    struck = Math.max(0, struck + (block.type === 'html' ? openStrikes(block.text) : 0));
    if (struck > 0 && block.type !== 'heading') {
      return [];
    }
    const opens = block.item !== undefined && !opened.has(block.item);
    opened.add(block.item);
    return block.type === 'table' ? [...readTable(source, block)] : [...readText(source, block, opens)];
  });
  return pieces.some(({ kind }) => kind === 'entry') ? pieces : [...pieces, ...pastedInto(source, blocks)];
}

/** A timeline that was pasted into a code block. */
function pastedInto(source: Source, blocks: readonly Block[]): Candidate[] {
  return blocks
    .filter(({ type }) => type === 'code')
    .flatMap((block) => {
      const found = [...readCode(source, block)].filter((piece) => piece.kind === 'entry');
      const filled = block.text.split('\n').filter((line) => line.trim() !== '').length;
      return found.length >= shortestRun && found.length * 2 >= filled ? found : [];
    });
}

/**
 * Returns the entries outside of a timeline's section that form one, and all prose. Such entries are several times in
 * one list, table or row of headings, with little else in it.
 */
function runsIn(pieces: readonly Piece[]): Piece[] {
  const runs = new Set(
    besides(pieces)
      .filter((all) => {
        const dated = all.filter((piece) => piece.kind === 'entry' && !piece.aside);
        const timed = dated.filter((piece) => piece.kind === 'entry' && piece.stamp.clock !== undefined);
        return timed.length >= shortestRun && dated.length >= runShare * all.length;
      })
      .flat(),
  );
  return pieces.filter(
    (piece) => piece.kind === 'prose' || (piece.kind === 'entry' && !piece.aside && runs.has(piece)),
  );
}

/** Rows have a place for the time; list items count as unread only where most of their list has times. */
function unreadOf(pieces: readonly Piece[]): Unread[] {
  const left = new Set(
    besides(pieces).flatMap((all) => {
      const entries = all.filter(({ kind }) => kind === 'entry').length;
      const timeless = all.filter(
        (piece) => piece.kind === 'unread' && piece.reason === 'no time' && piece.depth > proseDepth,
      );
      return entries > timeless.length ? [] : timeless;
    }),
  );
  return pieces
    .filter((piece) => piece.kind === 'unread')
    .filter((piece) => !left.has(piece))
    .map(({ range, text, reason }) => ({ range, text, reason }));
}

/** Entries, and what is in the place of one, by the list, table or level of headings that they share. */
function besides(pieces: readonly Piece[]): Array<Array<Candidate | Unreadable>> {
  const groups = new Map<unknown, Map<number, Array<Candidate | Unreadable>>>();
  for (const piece of pieces) {
    if (piece.kind !== 'prose') {
      const byDepth = groups.get(piece.container) ?? new Map<number, Array<Candidate | Unreadable>>();
      const group = byDepth.get(piece.depth) ?? [];
      group.push(piece);
      byDepth.set(piece.depth, group);
      groups.set(piece.container, byDepth);
    }
  }
  return [...groups.values()].flatMap((byDepth) => [...byDepth.values()]);
}

/** The zone that is stated for all times of a timeline, and by what. */
function zoneOf(
  document: CatalogDocument,
  { section }: Region,
  pieces: readonly Piece[],
): { zone: string; from: 'heading' | 'document' } | undefined {
  const first = pieces.findIndex(({ kind }) => kind === 'entry');
  const intro = pieces.slice(0, first === -1 ? pieces.length : first).filter((piece) => piece.kind === 'prose');
  const heading =
    findZone(document.sections[section ?? -1]?.title ?? '') ??
    firstDefined(intro, ({ header }) => (header === undefined ? undefined : findZone(header))) ??
    firstDefined(intro, ({ header, block, text }) =>
      header === undefined && block.type === 'text' ? findZone(text) : undefined,
    ) ??
    firstDefined(pieces, (piece) => (piece.kind === 'prose' ? statedZone(piece.text) : undefined));
  const zone = heading ?? statedBy(document).zone;
  return zone === undefined ? undefined : { zone, from: heading === undefined ? 'document' : 'heading' };
}

/** Facts about an entry from its surroundings. */
interface Context {
  readonly dated: Dated;
  readonly clock: Clock | undefined;
  readonly zone: { readonly zone: string; readonly from: 'entry' | 'heading' | 'document' } | undefined;
  readonly group: number;
}

/** Makes the entries of one timeline from its pieces. */
class Assembly {
  readonly #document: CatalogDocument;
  readonly #lines: Lines;
  readonly #region: Region;
  readonly #pieces: readonly Piece[];

  constructor(document: CatalogDocument, lines: Lines, region: Region, pieces: readonly Piece[]) {
    this.#document = document;
    this.#lines = lines;
    this.#region = region;
    this.#pieces = pieces;
  }

  entries(): TimelineEntry[] {
    const isStory = this.#pieces.every((piece) => piece.kind !== 'entry' || piece.running);
    const stated = zoneOf(this.#document, this.#region, this.#pieces);
    const dating = this.#dating(stated?.zone);
    const groups = new Groups();
    const clockOf = clockReader(this.#pieces);
    let table: string | undefined;
    const entries: TimelineEntry[] = [];
    for (const [index, piece] of this.#pieces.entries()) {
      if (piece.kind === 'prose') {
        groups.meet(piece);
        table = piece.header === undefined ? table : findZone(piece.header);
        if (piece.heading) {
          dating.restart();
        } else if (piece.block.type === 'text' && piece.block.item === undefined) {
          const day = dayNamedIn(piece.text, isStory);
          if (day !== undefined) {
            dating.begin({ day });
          }
        }
      } else if (piece.kind === 'unread') {
        if (piece.reason === 'unknown time') {
          dating.doubt();
          groups.split();
        }
      } else {
        if (this.#isContext(piece, index)) {
          dating.begin(piece.stamp);
          continue;
        }
        const clock = piece.stamp.clock === undefined ? undefined : clockOf(piece.stamp.clock);
        const column =
          piece.shape === 'row' && table !== undefined ? ({ zone: table, from: 'heading' } as const) : undefined;
        const own = piece.stamp.zone && ({ zone: piece.stamp.zone.text, from: 'entry' } as const);
        const zone = own ?? column ?? stated;
        // Running text beside a list or table tells again what is there, and a day alone leads a sentence in.
        if (piece.running && (!isStory || clock === undefined)) {
          const day = dayNamedIn(piece.text, true) ?? piece.stamp.day;
          if (day !== undefined) {
            dating.begin({ day });
          } else if (isStory) {
            dating.begin(piece.stamp);
          }
          continue;
        }
        const dated = dating.next({ ...piece.stamp, ...(clock && { clock }) }, zone?.zone);
        const day = piece.running ? dayNamedIn(piece.text, true) : undefined;
        if (day !== undefined) {
          dating.begin({ day });
        }
        entries.push(this.#entry(piece, index, { dated, clock, zone, group: groups.of(piece) }));
      }
    }
    return entries.map((entry) => {
      const offset = entry.offset ?? (entry.zone === undefined ? undefined : dating.offsetOf(entry.zone));
      return offset === undefined ? entry : { ...entry, offset };
    });
  }

  /** @param zone that is stated for all times. */
  #dating(zone: string | undefined): Dating {
    const title = this.#document.sections[this.#region.section ?? -1]?.title ?? '';
    const first = this.#pieces.findIndex(({ kind }) => kind === 'entry');
    const intro = this.#pieces
      .slice(0, Math.max(first, 0))
      .filter((piece) => piece.kind === 'prose')
      .filter(
        ({ text, header }) => header !== undefined || (text.length < 200 && /\b(?:times?|dates?|day)\b/i.test(text)),
      )
      .map(({ block, text, header = '' }) => `${visibleText(inlineOf(block, this.#document, text))} ${header}`);
    const stated = firstDefined([title, ...intro], (text) => {
      const found = findDate(text);
      return found?.length === 10 ? found : undefined;
    });
    return new Dating(stated, statedBy(this.#document).date, isNewestFirst(this.#pieces, zone));
  }

  /** Returns whether a day alone only says when what is under it happened. */
  #isContext({ stamp, shape, text, depth }: Candidate, index: number): boolean {
    if (stamp.clock !== undefined || !tellsDay(stamp) || shape === 'row') {
      return false;
    }
    const next = this.#pieces[this.#find(index + 1, ({ kind }) => kind !== 'prose')];
    const undated = next?.kind === 'entry' && next.stamp.clock !== undefined && !tellsDay(next.stamp);
    return undated && (text.trim() === '' || next.depth > depth);
  }

  /** Returns the position of the first piece from `start` on that passes a test; the number of pieces where none does. */
  #find(start: number, test: (piece: Piece) => boolean): number {
    let at = start;
    for (let piece = this.#pieces[at]; piece !== undefined && !test(piece); piece = this.#pieces[at]) {
      at += 1;
    }
    return at;
  }

  #entry(piece: Candidate, index: number, { dated, clock, zone, group }: Context): TimelineEntry {
    const { shape, stamp, time, author } = piece;
    const lastLine = this.#lastLineOf(piece, index);
    const lines = this.#lines.range(piece.firstLine, lastLine);
    const { start: begin, end } = time.range;
    return {
      shape,
      range: { start: piece.start ?? lines.start, end: piece.end ?? lines.end },
      // As it is there, with what the reading left out.
      time: { text: this.#lines.text(begin.line).slice(begin.character, end.character), range: time.range },
      ...dated,
      ...(clock && { clock }),
      ...(stamp.until && { until: stamp.until }),
      ...(zone && { zone: zone.zone, zoneFrom: zone.from }),
      approximate: stamp.approximate,
      text: said(piece.text) || this.#textBelow(piece.firstLine + 1, lastLine),
      ...(author !== undefined && { author }),
      group,
    };
  }

  #lastLineOf({ shape, depth, lastLine, end: exact }: Candidate, index: number): number {
    if (shape === 'row' || shape === 'item' || exact !== undefined) {
      return lastLine;
    }
    const ends = (piece: Piece): boolean =>
      piece.kind === 'prose' ? piece.heading && (piece.block.depth ?? 1) <= depth : piece.depth <= depth;
    const next = this.#pieces[this.#find(index + 1, ends)];
    const open = shape === 'heading' || shape === 'chat' ? this.#region.lastLine : lastLine;
    const end = next === undefined ? open : firstLineOf(next) - 1;
    let line = Math.max(lastLine, Math.min(end, this.#region.lastLine));
    while (line > lastLine && this.#lines.text(line).trim() === '') {
      line -= 1;
    }
    return line;
  }

  /** Returns the first text that is under an entry whose line holds the time alone: the blocks up to an empty line. */
  #textBelow(from: number, to: number): string {
    const texts: string[] = [];
    let next: number | undefined;
    for (const block of blocksWithin(this.#document, from, to)) {
      if ((next !== undefined && block.firstLine > next) || texts.join(' ').length >= 300) {
        break;
      }
      next = block.lastLine + 1;
      texts.push(block.type === 'code' ? fold(block.text) : heldText(inlineOf(block, this.#document)));
    }
    return said(texts.join(' - '));
  }
}

/** A text without the mark of a definition in front, and a hard break after it. */
function said(text: string): string {
  return trimmedEnd(fold(text).replace(/^[:：] /, ''), /[\s\\]/);
}

function firstLineOf(piece: Piece): number {
  return piece.kind === 'entry'
    ? piece.firstLine
    : piece.kind === 'unread'
      ? piece.range.start.line
      : piece.block.firstLine;
}

/**
 * Clock times in one timeline are written one way: an hour after 12 or a leading zero somewhere says what "9:40" means elsewhere, and
 * where some have am or pm, those without are doubtful.
 */
function clockReader(pieces: readonly Piece[]): (clock: Clock) => Clock {
  const clocks = pieces.flatMap((piece) => (piece.kind === 'entry' && piece.stamp.clock ? [piece.stamp.clock] : []));
  const twelve = clocks.some((clock) => clock.twelve);
  const sure = clocks.some((clock) => clock.twentyFour) || clocks.every((clock) => clock.sure);
  return (clock) => ({ ...clock, sure: twelve ? clock.twelve || clock.hour > 12 || clock.hour === 0 : sure });
}

/** Whether a timeline tells the last event first, as status pages do. */
function isNewestFirst(pieces: readonly Piece[], stated: string | undefined): boolean {
  const times = pieces.flatMap((piece) =>
    piece.kind === 'entry' && piece.stamp.clock && !tellsDay(piece.stamp)
      ? [{ minutes: minutesOf(piece.stamp.clock), zone: piece.stamp.zone?.text ?? stated }]
      : [],
  );
  // Clocks of several zones step back and forth.
  const steps = [...groupedBy(times, ({ zone }) => zone).values()].flatMap((alike) =>
    alike.slice(1).map(({ minutes }, index) => minutes - (alike[index]?.minutes ?? 0)),
  );
  const falls = steps.filter((step) => step < 0).length;
  const rises = steps.filter((step) => step > 0).length;
  return falls >= 2 && falls > rises * 2;
}

function tellsDay({ day, dayWord }: Candidate['stamp']): boolean {
  return day !== undefined || dayWord !== undefined;
}
