import type { Duration } from 'date-fns';
import { once } from '../util/memo.ts';
import { numberNamed } from '../vocabulary/calendar.ts';
import type { CalendarUnit } from '../vocabulary/language.ts';
import { anywhere, folded, groupsIn, written } from '../vocabulary/words.ts';

type Unit = CalendarUnit;
const units: readonly Unit[] = ['days', 'weeks', 'months', 'quarters', 'years'];
/** Meanings of the groups of `often`. */
const spans: ReadonlyArray<readonly [number, Unit]> = [
  [1, 'days'],
  [1, 'weeks'],
  [2, 'weeks'],
  [1, 'months'],
  [2, 'months'],
  [1, 'quarters'],
  [6, 'months'],
  [1, 'years'],
];

const words = once(() => ({
  units: units.map((unit) => ({
    unit,
    pattern: new RegExp(`^${anywhere(written(({ time }) => time.units[unit]))}$`, 'iu'),
  })),
  often: new Map(
    groupsIn(({ time }) => time.often).flatMap((names, index) =>
      names.map((name) => [folded(name), spans[index]] as const),
    ),
  ),
  counted: new RegExp(
    `^(?:(?:${written(({ time }) => time.every).spaced}) |(?:${written(({ time }) => time.every).unspaced}))?(?:(\\d{1,4})[\\s-]*|(\\p{L}+)[\\s-]+)?(\\p{L}+)$`,
    'iu',
  ),
}));

const iso = /^P(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/i;
/** Returns a calendar interval as teams write it: "6 months", "3mo", "P6M", "every 90 days", "quarterly"; undefined for other texts. */
export function readInterval(text: string): Duration | undefined {
  const bare = text
    .trim()
    .replace(/[.;,]$/, '')
    .toLowerCase();
  const exact = iso.exec(bare);
  if (exact !== null && bare.length > 1) {
    const [years, months, weeks, days] = exact.slice(1).map((part: string | undefined) => Number(part ?? 0));
    return { years: years ?? 0, months: months ?? 0, weeks: weeks ?? 0, days: days ?? 0 };
  }
  const adverb = words().often.get(folded(bare));
  if (adverb !== undefined) {
    return durationOf(...adverb);
  }
  const match = words().counted.exec(bare);
  const unit = unitOf(match?.[3] ?? '');
  const written = match?.[1] ?? match?.[2];
  const count = written === undefined ? 1 : countOf(written);
  return unit === undefined || count === undefined || count === 0 ? undefined : durationOf(count, unit);
}

function countOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : numberNamed(text);
}

function unitOf(word: string): Unit | undefined {
  return words().units.find(({ pattern }) => pattern.test(word))?.unit;
}

function durationOf(count: number, unit: Unit): Duration {
  return unit === 'quarters' ? { months: 3 * count } : { [unit]: count };
}
