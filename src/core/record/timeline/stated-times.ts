import type { CatalogDocument } from '../../document/document.ts';
import { cellsOf } from '../../text/table-cells.ts';
import { contentOf, placed, trimmed, within, type Placed, type Span } from '../../text/span.ts';
import type { Lines } from '../../text/lines.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Step } from '../../vocabulary/language.ts';
import { idsByName, namesById, nameSet } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { fullDate } from './dating.ts';
import { durationIn } from '../../time/duration.ts';
import type { Moment } from '../../time/moment.ts';
import { readStamp } from '../../time/stamp.ts';
import { findZone } from '../../time/zone.ts';

export type { Step } from '../../vocabulary/language.ts';

/** The names under which documents state the time of each step, as `normaliseName` gives them, the usual one first. */
export const stepNames = namesById(({ labels }) => labels.steps);
const steps = idsByName(({ labels }) => labels.steps);
/** The names under which documents state how long an incident lasted. */
export const durationNames = nameSet(({ labels }) => labels.duration);

/** A time that a document states about its incident as a whole. */
export interface StatedTime extends Placed {
  readonly step: Step;
  /** The label as written. */
  readonly label: string;
  readonly moment: Moment;
}

/** What one place, the front matter or one section, states. Steps that it states several times are left out. */
export interface StatedTimes {
  readonly times: readonly StatedTime[];
  /** In minutes. */
  readonly duration?: Placed & { readonly minutes: number };
}

/** The times that a document states by name, place by place. */
export function statedTimes(document: CatalogDocument): StatedTimes[] {
  const { lines } = document;
  const places = [frontMatterPairs(document, lines), ...bodyPairs(document, lines)];
  return places.map((pairs) => statedIn(pairs, document.metadata.date)).filter(({ times }) => times.length > 0);
}

interface Pair {
  readonly label: string;
  readonly value: Span;
}

function frontMatterPairs({ frontMatter }: CatalogDocument, lines: Lines): Pair[] {
  const pairs: Pair[] = [];
  for (let line = 1; line < (frontMatter?.range.end.line ?? 0); line += 1) {
    pairs.push(...pairOf({ line, from: 0, text: lines.text(line) }));
  }
  return pairs;
}

function bodyPairs({ blocks }: CatalogDocument, lines: Lines): Pair[][] {
  const places: Pair[][] = [];
  let here: Pair[] = [];
  let outer: unknown;
  for (const block of blocks) {
    // Each heading, and each item of an outer list, speaks of an incident of its own.
    const container = block.item?.parent ?? block.item?.depth;
    if (block.type === 'heading' || container !== outer) {
      places.push(here);
      here = [];
      outer = container;
    }
    if (block.type === 'table') {
      for (let line = block.firstLine; line <= block.lastLine; line += 1) {
        const [label, value, ...more] = cellsOf(lines, line);
        here.push(
          ...(label !== undefined && value !== undefined && more.length === 0
            ? [{ label: plainText(label.text), value }]
            : []),
        );
      }
    } else if (block.type === 'text') {
      for (let line = block.firstLine; line <= block.lastLine; line += 1) {
        here.push(...pairOf(contentOf(lines, line)));
      }
    }
  }
  return [...places, here];
}

const colon = /^([^:|]{2,60}?)(?:\*\*|__)?\s*:(?:\*\*|__)?(?:\s+|$)/;
const fullTime = /\s(?=(?:19|20)\d{2}-\d{2}-\d{2}[T ]+\d{1,2}:\d{2})/;

function pairOf(span: Span): Pair[] {
  const head = span.text.slice(0, 300);
  const match = colon.exec(head);
  const at = match === null ? fullTime.exec(head)?.index : match[0].length;
  if (at === undefined || at > 80) {
    return [];
  }
  return [
    {
      label: plainText(head.slice(0, match?.[1]?.length ?? at).replace(/\*\*|__/g, '')),
      value: trimmed(within(span, at, span.text.length)),
    },
  ];
}

function statedIn(pairs: readonly Pair[], documentDate: string | undefined): StatedTimes {
  const found = new Map<Step, StatedTime | undefined>();
  let duration: StatedTimes['duration'];
  for (const { label, value } of pairs) {
    // oxlint-disable-next-line regexp/no-super-linear-move -- A label has at most 80 characters.
    const name = normaliseName(label.replace(/\([^)]*\)/g, ' '));
    const step = steps().get(name);
    if (step !== undefined) {
      const time = timeOf(step, label, value, documentDate);
      // A step that is stated twice speaks of two incidents.
      found.set(step, found.has(step) ? undefined : time);
    } else if (durationNames().has(name)) {
      const minutes = durationIn(value.text);
      duration = minutes === undefined ? duration : { ...placed(value), minutes };
    }
  }
  return { times: [...found.values()].filter((time) => time !== undefined), ...(duration && { duration }) };
}

function timeOf(step: Step, label: string, value: Span, documentDate: string | undefined): StatedTime | undefined {
  const quote = /^["']/.test(value.text) ? 1 : 0;
  const stamp = readStamp(value.text.slice(quote));
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
        ...placed(within(value, quote + stamp.from, quote + stamp.to)),
      };
}
