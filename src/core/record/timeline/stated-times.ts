import type { CatalogDocument } from '../../document/document.ts';
import { frontMatterEntries, type FrontMatterEntry } from '../../document/facts/front-matter-entries.ts';
import { labelsOfBlock } from '../../document/labels.ts';
import type { Block } from '../../document/model.ts';
import { partAt } from '../../document/part.ts';
import { visibleText } from '../../text/inline.ts';
import { linesOfBlock } from '../../document/places.ts';
import type { Range } from '../../text/position.ts';
import { placed, trimmed, within, type Placed, type Span } from '../../text/span.ts';
import type { Step, Words } from '../../vocabulary/language.ts';
import { idsByName, namesById, nameSet } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { ended, joined, written } from '../../vocabulary/words.ts';
import { once } from '../../util/memo.ts';
import { take } from '../../time/sticky.ts';
import { fullDate } from '../../time/calendar.ts';
import { durationIn } from '../../time/duration.ts';
import type { Moment } from '../../time/moment.ts';
import { readStamp } from '../../time/stamp.ts';
import { findZone } from '../../time/zone.ts';

export type { Step } from '../../vocabulary/language.ts';

/** A step, and what else is stated with a time and has its place among them. */
export type StatedStep = Step | 'declared';

/** The names under which documents state the time of each step, as `normaliseName` gives them, the usual one first. */
export const stepNames = namesById(({ labels }) => labels.steps);
const steps = idsByName(({ labels }): Readonly<Record<StatedStep, Words>> => ({
  ...labels.steps,
  declared: labels.declared,
}));
/** The names under which documents state how long an incident lasted. */
export const durationNames = nameSet(({ labels }) => labels.duration);
/** Those under which they state how long it took to fix, from wherever they count. */
const mendingNames = nameSet(({ labels }) => labels.mending);
/** Counted by another clock than that on the wall: "5h 9m (during support hours)". */
const otherHours = /\b(?:support|business|working|office|staffed) (?:hours|days|time)\b/i;

/** A time that a document states about its incident as a whole. */
export interface StatedTime extends Placed {
  readonly step: StatedStep;
  /** The label as written. */
  readonly label: string;
  readonly moment: Moment;
}

/** What one place, the front matter or one section, states. Labels that it states several times are left out. */
export interface StatedTimes {
  readonly times: readonly StatedTime[];
  /** How long it lasted. */
  readonly duration?: StatedDuration;
  /** How long it took to fix, by each name. */
  readonly mending: readonly StatedDuration[];
}

/** A length of time as stated, in minutes. */
export interface StatedDuration extends Placed {
  readonly minutes: number;
}

/** Returns the times that a document states with a label, for each place. */
export function statedTimes(document: CatalogDocument): StatedTimes[] {
  const sections = [[frontMatterPairs(document)], ...bodyPairs(document)];
  return sections.flatMap((places) => {
    const stated = places.map((pairs) => statedIn(pairs, document.metadata.date));
    const timed = stated.filter(({ times }) => times.length > 0);
    const apart = stated.filter(({ times }) => times.length === 0);
    const durations = apart.flatMap(({ duration }) => duration ?? []);
    const mending = apart.flatMap((place) => place.mending);
    const [only, ...more] = timed;
    if (only === undefined || more.length > 0) {
      return timed;
    }
    // What is beside the one list of times speaks of them.
    const duration = only.duration ?? (durations.length === 1 ? durations[0] : undefined);
    return [{ times: only.times, ...(duration && { duration }), mending: [...only.mending, ...mending] }];
  });
}

interface Pair {
  readonly label: string;
  /** As written, on one line. */
  readonly value: Span;
}

function frontMatterPairs(document: CatalogDocument): Pair[] {
  const pairsOf = ({ key, parts, inner }: FrontMatterEntry): Pair[] => [
    ...(parts.length === 1 ? parts.map(({ range }) => ({ label: key, value: spanOf(document, range) })) : []),
    ...inner.flatMap(pairsOf),
  ];
  return frontMatterEntries(document).flatMap(pairsOf);
}

/** What is under each heading, and in it apart what each item of an outer list holds: each speaks of an incident of its own. */
function bodyPairs(document: CatalogDocument): Pair[][][] {
  const sections: Pair[][][] = [];
  let places: Pair[][] = [];
  let here: Pair[] = [];
  let outer: unknown;
  const close = (): void => {
    places.push(here);
    here = [];
  };
  for (const [index, block] of document.blocks.entries()) {
    const container = block.item?.parent ?? block.item?.depth;
    if (block.type === 'heading' || container !== outer) {
      close();
      outer = container;
    }
    if (block.type === 'heading') {
      sections.push(places);
      places = [];
    } else if (block.type === 'table' || block.type === 'text') {
      const labels = labelsOfBlock(document, index).filter(({ form }) => form !== 'heading');
      const known = labels.filter(({ title }) => isKnown(labelName(title)));
      const labelled = new Set(known.map(({ value }) => value.range.start.line));
      here.push(...known.map(({ title, value }) => ({ label: title, value: spanOf(document, value.range) })));
      if (block.type === 'text') {
        here.push(
          ...linesOfBlock(document.lines, block).flatMap((span) =>
            labelled.has(span.line) ? [] : pairOf(document, block, span),
          ),
        );
      }
    }
  }
  close();
  return [...sections, places];
}

function isKnown(name: string): boolean {
  return steps().has(name) || durationNames().has(name) || mendingNames().has(name);
}

function spanOf({ lines }: CatalogDocument, { start, end }: Range): Span {
  const text = lines.text(start.line).slice(0, end.line === start.line ? end.character : undefined);
  return { line: start.line, from: start.character, text: text.slice(start.character) };
}

/** The name of a step that no colon ends has at most so many words. */
const mostWords = 4;

function pairOf(document: CatalogDocument, block: Block, span: Span): Pair[] {
  const at = behindStep(span.text.slice(0, 300));
  if (at === undefined) {
    return [];
  }
  const { inline, start } = partAt(document, block, span);
  return [{ label: visibleText(inline, start, start + at), value: trimmed(within(span, at, span.text.length)) }];
}

const wordsOf = /^[*_`]{0,3}(?:\p{L}[\p{L}\p{Mark}'’-]{0,20}[*_`]{0,3}\s+)/u;
const joint = once(() => {
  const lead = ended(written(({ time: { at, lead } }) => joined(at, lead)));
  return new RegExp(`(?:${lead}\\s|[-–—@|]\\s?){0,3}`, 'iuy');
});

/** The first words of the names of steps: for "time of detection" also "time" and "time of". */
const beginnings = once(
  () =>
    new Set(
      [...steps().keys()].flatMap((name) =>
        name.split(' ').map((_, index, words) => words.slice(0, index + 1).join(' ')),
      ),
    ),
);

/** Where the time begins after the name of a step that no colon ends: "First detected at 10:10 on 5 March 2024". */
function behindStep(text: string): number | undefined {
  let at = 0;
  for (let words = 0; words < mostWords; words += 1) {
    const word = wordsOf.exec(text.slice(at, at + 40))?.[0];
    if (word === undefined) {
      return undefined;
    }
    at += word.length;
    const name = labelName(text.slice(0, at));
    // A hyphen or an apostrophe at the end changes the name when more words follow.
    if (!beginnings().has(name) && !/['’-]/.test(text.slice(0, at))) {
      return undefined;
    }
    if (steps().has(name)) {
      const begin = take(joint(), text, at);
      return readStamp(text.slice(begin))?.day === undefined ? undefined : begin;
    }
  }
  return undefined;
}

function labelName(label: string): string {
  // oxlint-disable-next-line regexp/no-super-linear-move -- A label is short.
  return normaliseName(label.replace(/\([^)]*\)/g, ' ').replace(/[*_`]+/g, ' '));
}

function statedIn(pairs: readonly Pair[], documentDate: string | undefined): StatedTimes {
  const found = new Map<string, StatedTime | undefined>();
  const mending: StatedDuration[] = [];
  let duration: StatedDuration | undefined;
  for (const { label, value } of pairs) {
    const name = labelName(label);
    const step = steps().get(name);
    if (step !== undefined) {
      const time = timeOf(step, label, value, documentDate);
      // A label that is stated twice speaks of two incidents.
      found.set(name, found.has(name) ? undefined : time);
      continue;
    }
    const minutes = durationNames().has(name) || mendingNames().has(name) ? durationIn(value.text) : undefined;
    if (minutes !== undefined && !otherHours.test(value.text.slice(0, 200))) {
      const length = { ...placed(value), minutes };
      duration = durationNames().has(name) ? length : duration;
      mending.push(...(durationNames().has(name) ? [] : [length]));
    }
  }
  return { times: [...found.values()].filter((time) => time !== undefined), ...(duration && { duration }), mending };
}

function timeOf(
  step: StatedStep,
  label: string,
  value: Span,
  documentDate: string | undefined,
): StatedTime | undefined {
  const stamp = readStamp(value.text);
  if (stamp?.day === undefined || stamp.unreadable || stamp.approximate) {
    return undefined;
  }
  const date = fullDate(stamp.day, documentDate?.length === 10 ? documentDate : undefined);
  const zone = stamp.zone?.text ?? findZone(label);
  return date === undefined || (stamp.day.year === undefined && documentDate?.length !== 10)
    ? undefined
    : {
        step,
        label,
        moment: { date, clock: stamp.clock, zone },
        ...placed(within(value, stamp.from, stamp.to)),
      };
}
