import type { WindowUnit } from '../objective.ts';

/** A length of time in one unit. */
export interface Period {
  /** At least 1. */
  readonly count: number;
  readonly unit: WindowUnit;
}

const days: Readonly<Record<WindowUnit, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
};

/** Returns the length of a period in days, with months of 30 days, quarters of 90 and years of 365. */
export function daysOf({ count, unit }: Period): number {
  return count * days[unit];
}

/** The units of OpenSLO's duration shorthand; case counts. */
const shorthand: ReadonlyMap<string, WindowUnit> = new Map([
  ['m', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['M', 'month'],
  ['Q', 'quarter'],
  ['Y', 'year'],
]);

/** Returns a period in OpenSLO's duration shorthand, such as 28d, 4w or 1M; undefined for other texts, and for none at all. */
export function shorthandPeriod(text: string): Period | undefined {
  const [, number = '', letter = ''] = /^(\d{1,6})([mhdwMQY])$/.exec(text) ?? [];
  return periodOf(number, shorthand.get(letter));
}

/** Returns a period of a number and the name of a unit, as OpenSLO had them before v1: 4 and Week. */
export function countedPeriod(count: string, unit: string): Period | undefined {
  const name = unit.toLowerCase().replace(/s$/, '');
  return /^\d{1,6}$/.test(count)
    ? periodOf(
        count,
        [...shorthand.values()].find((known) => known === name),
      )
    : undefined;
}

function periodOf(number: string, unit: WindowUnit | undefined): Period | undefined {
  const count = Number(number);
  return unit === undefined || count === 0 ? undefined : { count, unit };
}

/** Days of the units of Prometheus, in the order in which it takes them. */
const prometheusUnits = [365, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400, 1 / 86_400_000];
const prometheus =
  /^(?:(\d{1,6})y)?(?:(\d{1,6})w)?(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?(?:(\d{1,6})ms)?$/;

/** Returns the days of a duration as Prometheus writes it, such as 4w, 28d or 1d12h; undefined for other texts, and for none at all. */
export function prometheusDays(text: string): number | undefined {
  const parts = prometheus.exec(text)?.slice(1) ?? [];
  const total = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (prometheusUnits[index] ?? 0), 0);
  return total > 0 ? total : undefined;
}
