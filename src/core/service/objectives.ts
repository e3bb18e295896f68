import type { Objective } from '../objective/objective.ts';
import { firstIndex } from '../text/first-index.ts';
import { incidentsText, minutesText, ofBudget, shareText, windowText } from './budget-text.ts';
import { windowAt, type BudgetWindow } from './budget-window.ts';
import type { RecordedIncident } from './incident.ts';
import { keyOf } from './names.ts';

/** What one incident spent of an error budget. */
export interface CountedIncident {
  readonly incident: RecordedIncident;
  /** How long it lasted inside the window, up to now. */
  readonly minutes: number;
  /** The fraction that the minutes count with: what failed, from 0 to 1. */
  readonly share: number;
  /** `minutes` × `share`: what it would have spent alone. In minutes. */
  readonly spent: number;
  /** The part of `spent` that no other incident counts already. In minutes. */
  readonly counted: number;
  /** `spent` in percent of the budget; may be above 100. */
  readonly percent: number;
  /** The arithmetic: "2026-04-14, 38 min × 12 % = 4.6 min of 43.2 min (11 %)". */
  readonly text: string;
}

/** An incident that lies in the window, or may lie in it, but lacks a fact that the arithmetic needs. */
export interface UncountedIncident {
  readonly incident: RecordedIncident;
  /** The missing facts, each as a clause: "the record has no end". At least one. */
  readonly missing: readonly string[];
  /** "2026-04-14, not counted: the record has no end". */
  readonly text: string;
}

/** The error budget of an objective and what recorded incidents spent of it. */
export interface ErrorBudget extends BudgetWindow {
  readonly objective: Objective;
  /** (1 − target) × length of the window. In minutes. */
  readonly budget: number;
  /** In minutes. Minutes of several incidents count once, with the largest share. */
  readonly spent: number;
  /** `spent` in percent of the budget; may be above 100. */
  readonly percent: number;
  /** By start. */
  readonly counted: readonly CountedIncident[];
  /** As given. */
  readonly uncounted: readonly UncountedIncident[];
  /** "4.6 min of 43.2 min (11 %) in the last 30 days, by 1 incident; 2 are not counted". */
  readonly text: string;
}

/** An objective without the facts that a budget needs. */
export interface UnknownBudget {
  readonly objective: Objective;
  /** The missing facts, each as a clause: "the objective states no window". At least one. */
  readonly missing: readonly string[];
}

/** Returns whether an incident hit the service of an objective: whether it names it, in any spelling. */
export function concerns({ service }: Objective, { services }: Pick<RecordedIncident, 'services'>): boolean {
  const key = keyOf(service ?? '');
  return key !== '' && services.some((each) => keyOf(each) === key);
}

const minute = 60_000;

/**
 * Returns the error budget of an objective at a moment, and what incidents spent of it. Incidents that name only other services are left out, and those outside
 * the window, as far as they tell when they were. What lacks a fact is listed with it and has no number: no share is taken to be all, and no end to
 * be now. An incident spends the minutes of it in the window × the share that failed. For an objective in time slices a minute is spent whole if more
 * failed than a slice may, and else not. Minutes in which several incidents went on count once, with the largest share, so that they never count
 * more than whole; the sum can be less than what the incidents spent alone.
 */
export function errorBudget(
  objective: Objective,
  incidents: readonly RecordedIncident[],
  now: Date,
): ErrorBudget | UnknownBudget {
  const window = objective.window && windowAt(objective.window, now);
  const missing = [
    ...(objective.service === undefined ? ['the objective names no service'] : []),
    ...(window === undefined ? ['the objective states no window'] : 'missing' in window ? [window.missing] : []),
    ...(objective.method === 'timeslices' && objective.sliceTarget === undefined
      ? ['the objective does not say when a time slice is bad']
      : []),
  ];
  if (missing.length > 0 || window === undefined || 'missing' in window) {
    return { objective, missing };
  }
  const budget = (1 - objective.target) * minutesIn(window);
  const lived = { from: window.from.getTime(), to: now.getTime() };
  const named = incidents.filter((incident) => incident.services.length === 0 || concerns(objective, incident));
  const spans = named
    .flatMap((incident) => spanIn(incident, lived, objective) ?? [])
    .toSorted((a, b) => a.from - b.from);
  const own = ownMinutes(spans);
  const counted = spans.map((span) => countedIncident(span, own.get(span) ?? 0, objective, budget));
  const uncounted = named.flatMap((incident) => uncountedIncident(incident, lived) ?? []);
  const spent = counted.reduce((sum, incident) => sum + incident.counted, 0);
  const percent = (spent / budget) * 100;
  const others =
    uncounted.length === 0 ? '' : `; ${uncounted.length} ${uncounted.length === 1 ? 'is' : 'are'} not counted`;
  const text = `${ofBudget(spent, budget)} ${windowText(objective, window)}, by ${incidentsText(counted.length)}${others}`;
  return { objective, ...window, budget, spent, percent, counted, uncounted, text };
}

function minutesIn({ from, to }: BudgetWindow): number {
  return (to.getTime() - from.getTime()) / minute;
}

/** A stretch of time in milliseconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The part of an incident that counts, and the share that it counts with. */
interface Span extends Stretch {
  readonly incident: RecordedIncident;
  readonly share: number;
}

/** The part of an incident in the window; undefined if it has none, and if a fact is missing. */
function spanIn(incident: RecordedIncident, window: Stretch, objective: Objective): Span | undefined {
  const { start, end, share } = incident;
  if (missingFacts(incident).length > 0 || start === undefined || end === undefined || share === undefined) {
    return undefined;
  }
  const from = Math.max(start.getTime(), window.from);
  const to = Math.min(end.getTime(), window.to);
  return from > to || (from === to && start < end)
    ? undefined
    : { incident, from, to, share: spentShare(share, objective) };
}

/** A slice of time is bad as a whole if more failed in it than may. */
function spentShare(share: number, { method, sliceTarget = 1 }: Objective): number {
  return method !== 'timeslices' ? share : share > 1 - sliceTarget + rounding ? 1 : 0;
}

/** Of decimals as a computer has them. */
const rounding = 1e-9;

/** How many minutes of each span × its share no span with a larger share counts already. */
function ownMinutes(spans: readonly Span[]): ReadonlyMap<Span, number> {
  const own = new Map<Span, number>();
  /** In order, and apart from one another. */
  const covered: Stretch[] = [];
  for (const span of spans.toSorted((a, b) => b.share - a.share)) {
    const first = firstIndex(covered.length, (index) => (covered[index]?.to ?? 0) >= span.from);
    const behind = firstIndex(covered.length, (index) => (covered[index]?.from ?? 0) > span.to);
    const touching = covered.slice(first, behind);
    const taken = touching.reduce((sum, { from, to }) => sum + Math.min(to, span.to) - Math.max(from, span.from), 0);
    own.set(span, ((span.to - span.from - taken) / minute) * span.share);
    const from = Math.min(span.from, touching[0]?.from ?? Infinity);
    const to = Math.max(span.to, touching.at(-1)?.to ?? -Infinity);
    covered.splice(first, touching.length, { from, to });
  }
  return own;
}

function countedIncident(span: Span, counted: number, objective: Objective, budget: number): CountedIncident {
  const { incident, share } = span;
  const minutes = (span.to - span.from) / minute;
  const spent = minutes * share;
  const shared =
    spent - counted > rounding ? `; ${minutesText(spent - counted)} of it count with another incident` : '';
  const text = `${dayOf(incident)}, ${factorsText(span, objective)} = ${ofBudget(spent, budget)}${shared}`;
  return { incident, minutes, share, spent, counted, percent: (spent / budget) * 100, text };
}

function factorsText({ from, to, share, incident }: Span, { method, sliceTarget = 1 }: Objective): string {
  const minutes = minutesText((to - from) / minute);
  return method === 'timeslices'
    ? `${minutes} in ${share === 1 ? 'bad' : 'good'} time slices (${shareText(incident.share ?? 0)} failed, ${shareText(1 - sliceTarget)} may)`
    : `${minutes} × ${shareText(share)}`;
}

function uncountedIncident(incident: RecordedIncident, window: Stretch): UncountedIncident | undefined {
  const missing = missingFacts(incident);
  return missing.length === 0 || !mayLieIn(incident, window)
    ? undefined
    : { incident, missing, text: `${dayOf(incident)}, not counted: ${missing.join('; ')}` };
}

function missingFacts({ start, end, share, services }: RecordedIncident): string[] {
  return [
    ...(services.length === 0 ? ['the record names no service'] : []),
    ...(start === undefined ? ['the record has no start'] : []),
    ...(end === undefined ? ['the record has no end'] : []),
    ...(start !== undefined && end !== undefined && end < start ? ['the end of the record is before its start'] : []),
    ...(share === undefined ? ['the record does not say what share failed'] : []),
  ];
}

/** Whether an incident was in the window as far as it tells: by its times, else by its day. One that tells neither may have been. */
function mayLieIn({ start, end, day }: RecordedIncident, { from, to }: Stretch): boolean {
  const [first, last] = [start ?? end, end ?? start];
  if (first !== undefined && last !== undefined) {
    return last.getTime() >= from && first.getTime() <= to;
  }
  const date = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(date) || (date + dayLength >= from && date <= to);
}

const dayLength = 24 * 60 * minute;

function dayOf({ day, start, end }: RecordedIncident): string {
  return day ?? (start ?? end)?.toISOString().slice(0, 10) ?? 'undated';
}
