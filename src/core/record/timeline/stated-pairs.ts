import type { CatalogDocument } from '../../document/document.ts';
import { frontMatterEntries, type FrontMatterEntry } from '../../document/facts/front-matter-entries.ts';
import { inlineOf } from '../../document/inline.ts';
import { labelsOfBlock } from '../../document/labels.ts';
import type { Block } from '../../document/model.ts';
import { heldAt, partAt } from '../../document/part.ts';
import { linesOfBlock } from '../../document/places.ts';
import { tableOf } from '../../document/tables.ts';
import { trimmedEnd } from '../../text/ends.ts';
import { visibleText } from '../../text/inline.ts';
import type { Range } from '../../text/position.ts';
import { trimmed, within, type Span } from '../../text/span.ts';
import { durationIn } from '../../time/duration.ts';
import { readStamp } from '../../time/stamp.ts';
import { take } from '../../time/sticky.ts';
import { once } from '../../util/memo.ts';
import { ended, joined, written } from '../../vocabulary/words.ts';
import { factNamed, mayBeginName, type StatedFact } from './step-names.ts';

/** A fact about the course of an incident, as stated. */
export interface Pair {
  readonly fact: StatedFact;
  readonly label: string;
  /** As written, on one line. */
  readonly value: Span;
}

/** Returns the pairs of the front matter, also those in other keys. */
export function frontMatterPairs(document: CatalogDocument): Pair[] {
  const pairsOf = ({ key, parts, inner }: FrontMatterEntry): Pair[] => [
    ...(parts.length === 1 ? parts.flatMap(({ range }) => pair(key, spanOf(document, range))) : []),
    ...inner.flatMap(pairsOf),
  ];
  return frontMatterEntries(document).flatMap(pairsOf);
}

function pair(label: string, value: Span): Pair[] {
  const fact = factNamed(label);
  return fact === undefined ? [] : [{ fact, label, value }];
}

/**
 * Returns the pairs under each heading, and in it apart what each item of an outer list and each row of a table of incidents holds: each
 * speaks of an incident of its own.
 * @param behind reads names behind their times: "2024-03-05 10:10 First detected". Entries of a timeline are like that too.
 */
export function bodyPairs(document: CatalogDocument, behind: boolean): Pair[][][] {
  const sections: Pair[][][] = [];
  let places: Pair[][] = [];
  const open = new Map<unknown, Pair[]>();
  let isValue = false;
  let here: Pair[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const titled = titledPairs(document, block, document.blocks[index + 1]);
    const begins = block.type === 'heading' && titled.length === 0;
    const container = block.item?.parent ?? block.item?.depth;
    if (begins) {
      sections.push(places);
      places = [];
      open.clear();
    }
    // The value below a name belongs to the same list as the name, however deep it is.
    if (!isValue) {
      const known = container === undefined ? open.get(container) : undefined;
      if (container === undefined) {
        open.clear();
      }
      here = known ?? open.get(container) ?? [];
      if (!places.includes(here)) {
        places.push(here);
      }
      open.set(container, here);
    }
    isValue = titled.length > 0;
    here.push(...titled);
    if (begins) {
      continue;
    }
    if (block.type === 'table' || block.type === 'text') {
      const labels = labelsOfBlock(document, index).filter(({ form }) => form !== 'heading');
      const labelled = labels.flatMap(({ title, value }) =>
        value.text === '' ? [] : pair(title, spanOf(document, value.range)),
      );
      const lines = new Set(labelled.map(({ value }) => value.line));
      here.push(...labelled);
      if (block.type === 'text') {
        here.push(
          ...linesOfBlock(document.lines, block).flatMap((span, at, all) =>
            lines.has(span.line)
              ? []
              : behind
                ? nameBehind(document, block, span)
                : pairOf(document, block, span, all[at + 1]),
          ),
        );
      } else {
        const [first = [], ...more] = tablePairs(document, block, lines);
        here.push(...first);
        places.push(...more);
      }
    }
  }
  return [...sections, places];
}

function spanOf({ lines }: CatalogDocument, { start, end }: Range): Span {
  const text = lines.text(start.line).slice(0, end.line === start.line ? end.character : undefined);
  return { line: start.line, from: start.character, text: text.slice(start.character) };
}

/** A whole heading or line that is a name, and the first line of the next block. */
function titledPairs(document: CatalogDocument, block: Block, next: Block | undefined): Pair[] {
  const start = block.text.lastIndexOf('\n') + 1;
  if (
    next?.type !== 'text' ||
    (block.type !== 'heading' && block.type !== 'text') ||
    !mayName(block.text.slice(start))
  ) {
    return [];
  }
  const [value] = linesOfBlock(document.lines, next);
  return value === undefined ? [] : stating(visibleText(inlineOf(block, document), start), held(document, value));
}

/** No name is longer, with its marks. */
const longestName = 60;

/** Whether a line is a name as far as its letters tell. */
function mayName(text: string): boolean {
  return text.length <= longestName && factNamed(trimmedEnd(text, ending)) !== undefined;
}

/** A character that may come after a name. */
const ending = /[\s*_.:：–—-]/;

function stating(label: string, value: Span): Pair[] {
  return pair(trimmedEnd(label, ending), value).filter(({ fact }) => states(fact, value.text));
}

function states(fact: StatedFact, value: string): boolean {
  return fact === 'duration' || fact === 'mending'
    ? durationIn(value) !== undefined
    : readStamp(value)?.day !== undefined;
}

/** A span without what is struck out. */
function held(document: CatalogDocument, span: Span): Span {
  return trimmed({ ...span, text: heldAt(document, span) });
}

/**
 * Rows that begin with a name, and what stands under names in the header: the pairs of the first row with names above it, or of all rows
 * with names; then those of each further incident.
 * @param known lines that were read.
 */
function tablePairs(document: CatalogDocument, block: Block, known: ReadonlySet<number>): Pair[][] {
  const { header, titles, rows } = tableOf(document, block);
  if (titles.filter((title) => factNamed(title) !== undefined).length > 1) {
    return rows
      .filter(([cell]) => cell !== undefined && !known.has(cell.line))
      .map((row) => row.flatMap((cell, column) => stating(titles[column] ?? '', held(document, cell))));
  }
  return [
    [header, ...rows].flatMap(([name, ...cells]) => {
      if (name === undefined || known.has(name.line) || name.text.length > longestName) {
        return [];
      }
      const label = visibleText(inlineOf(block, document, name.text));
      return cells.flatMap((cell) => stating(label, held(document, cell))).slice(0, 1);
    }),
  ];
}

/** The name of a step that no colon ends has at most so many words. */
const mostWords = 6;
const wordsOf = /^[*_`]{0,3}(?:\p{L}[\p{L}\p{Mark}'’-]{0,20}[*_`]{0,3}\s+)/u;
const joint = once(() => {
  const lead = ended(written(({ time: { at, lead } }) => joined(at, lead)));
  return new RegExp(`(?:${lead}\\s|[-–—@|]\\s?){0,3}`, 'iuy');
});

/** A value behind a name that no colon ends: "First detected at 10:10 on 5 March 2024"; or on the next line. */
function pairOf(document: CatalogDocument, block: Block, span: Span, next: Span | undefined): Pair[] {
  const text = span.text.slice(0, 300);
  const labelTo = (end: number): string => {
    const { inline, start } = partAt(document, block, span);
    return visibleText(inline, start, start + end);
  };
  if (next !== undefined && mayName(text)) {
    const below = stating(labelTo(text.length), held(document, next));
    if (below.length > 0) {
      return below;
    }
  }
  let at = 0;
  for (let words = 0; words < mostWords; words += 1) {
    const word = wordsOf.exec(text.slice(at, at + 40))?.[0];
    at += word?.length ?? 0;
    if (word === undefined || !mayBeginName(text.slice(0, at))) {
      return [];
    }
    const fact = factNamed(text.slice(0, at));
    const begin = take(joint(), text, at);
    if (fact !== undefined && states(fact, text.slice(begin))) {
      return [{ fact, label: labelTo(at), value: trimmed(within(span, begin, span.text.length)) }];
    }
  }
  return [];
}

function nameBehind(document: CatalogDocument, block: Block, span: Span): Pair[] {
  const { day, rest = 0 } = readStamp(span.text) ?? {};
  if (day === undefined || span.text.length - rest > longestName) {
    return [];
  }
  const { inline, start, end } = partAt(document, block, span);
  return stating(visibleText(inline, start + rest, end), span);
}
