import type { Objective } from '../objective/objective.ts';
import { wallClock } from '../time/zoned.ts';
import type { BudgetWindow } from './budget-window.ts';

/** Returns minutes for a reader, rounded so that the arithmetic can be followed: "4.6 min". */
export function minutesText(minutes: number): string {
  return `${amount(minutes)} min`;
}

/** Returns a fraction as a percentage for a reader: "12.5 %". */
export function shareText(share: number): string {
  return `${Number((share * 100).toPrecision(4))} %`;
}

/** Returns what was spent of a budget, both in minutes: "4.6 min of 43.2 min (11 %)". */
export function ofBudget(spent: number, budget: number): string {
  const percent = (spent / budget) * 100;
  return `${minutesText(spent)} of ${minutesText(budget)} (${percent >= 10 ? Math.round(percent) : amount(percent)} %)`;
}

/** Returns the window of an objective for a reader: "in the last 30 days", "from 2026-04-01 to 2026-04-30". */
export function windowText({ window }: Objective, { from, to, zone }: BudgetWindow): string {
  if (window?.calendar === true) {
    const [first, last] = [from, new Date(to.getTime() - 1)].map((at) => wallClock(at, zone).slice(0, 10));
    return first === last ? `on ${first}` : `from ${first} to ${last}`;
  }
  const days = window?.days ?? 0;
  const [count, unit] = days < 1 ? [days * 24, 'hour'] : [days, 'day'];
  return count === 1 ? `in the last ${unit}` : `in the last ${amount(count)} ${unit}s`;
}

/** Returns a number of incidents for a reader: "1 incident". */
export function incidentsText(count: number): string {
  return count === 0 ? 'no incident' : `${count} incident${count === 1 ? '' : 's'}`;
}

function amount(value: number): string {
  if (value > 0 && value < 0.01) {
    return '<0.01';
  }
  const digits = value < 0.1 ? 2 : value < 100 ? 1 : 0;
  return String(Number(value.toFixed(digits)));
}
