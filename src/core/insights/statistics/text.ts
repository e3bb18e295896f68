import type { Interval } from './binomial.ts';
import { significance } from './holm.ts';
import type { Trend } from './trend.ts';
import type { WeekdayTest } from './weekday-test.ts';

const names = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/**
 * Returns what a weekday test says, a sentence for each finding: "Fridays: 2.1 times the other days (95 % interval 1.4–3.0, n = 212)". Without a
 * finding one sentence: "No evidence yet (n = 37, p = 0.41)".
 */
export function weekdayTexts({ total, isPartial, overall, findings }: WeekdayTest): string[] {
  if (findings.length > 0) {
    const others = isPartial ? 'the other days compared' : 'the other days';
    return findings.map(
      ({ weekday, ratio, interval }) =>
        `${names[weekday]}: ${timesText(ratio, interval)} ${others} (${intervalText(interval)}, n = ${total})`,
    );
  }
  if (overall.method === 'none') {
    return [`No evidence yet (n = ${total})`];
  }
  const evidence = `(n = ${total}, ${pText(overall.p)})`;
  return [overall.p < significance ? `Uneven, but no day stands out ${evidence}` : `No evidence yet ${evidence}`];
}

/**
 * Returns what a trend says: "Each month: 0.92 times the one before (95 % interval 0.87–0.98, n = 212)", or without a finding "No evidence of a
 * trend yet (n = 37, p = 0.41)".
 *
 * @param period the name of one period: "month".
 */
export function trendText(trend: Trend | undefined, period: string): string {
  if (trend === undefined) {
    return 'No evidence of a trend yet';
  }
  const { total, ratio, interval, p, isFinding } = trend;
  return isFinding
    ? `Each ${period}: ${timesText(ratio, interval)} the one before (${intervalText(interval)}, n = ${total})`
    : `No evidence of a trend yet (n = ${total}, ${pText(p)})`;
}

/** Returns a p-value for a reader: "p = 0.41", "p = 0.003", "p < 0.001". Never rounded across 0.05. */
export function pText(p: number): string {
  if (p < 0.001) {
    return 'p < 0.001';
  }
  const digits = p < 0.01 || (p > 0.045 && p < 0.055) ? 3 : 2;
  // 0.0499 with three digits would be 0.05 as well.
  return p < significance && Number(p.toFixed(digits)) >= significance ? 'p < 0.05' : `p = ${p.toFixed(digits)}`;
}

function timesText(ratio: number, { low, high }: Interval): string {
  if (ratio === Infinity) {
    return `at least ${numberText(low)} times`;
  }
  return ratio === 0 ? `at most ${numberText(high)} times` : `${numberText(ratio)} times`;
}

function intervalText({ low, high }: Interval): string {
  return `95 % interval ${numberText(low)}–${high === Infinity ? '∞' : numberText(high)}`;
}

/** One digit after the point, more for what is near 1 or below: an interval without 1 shall look so. */
function numberText(value: number): string {
  if (value >= 1000) {
    return value.toPrecision(3);
  }
  const digits = value >= 100 ? 0 : value >= 1.1 ? 1 : 2;
  const text = value.toFixed(digits);
  return Number(text) === 1 && value !== 1 ? value.toFixed(4) : text;
}
