import { findDate } from '../../time/dates.ts';
import { durationText } from '../../time/duration.ts';
import type { Timeline } from '../../record/timeline/entry.ts';
import { minutesOf } from '../../time/clock.ts';
import { minutesBefore, type Moment } from '../../time/moment.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { isExample } from '../../record/timeline/write/placeholders.ts';
import {
  statedTimes,
  type StatedClock,
  type StatedDuration,
  type StatedTime,
  type StatedTimes,
} from '../../record/timeline/stated-times.ts';
import type { StatedStep } from '../../record/timeline/step-names.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** Which step never comes before which. */
const sequences: ReadonlyArray<readonly [StatedStep, StatedStep]> = [
  ['start', 'end'],
  ['start', 'resolved'],
  ['start', 'mitigated'],
  ['detected', 'end'],
  ['detected', 'resolved'],
  ['mitigated', 'resolved'],
  ['start', 'declared'],
];
/** The spans that teams count as time to repair; an incident may be declared after it is over. */
const mendingSpans: typeof sequences = [
  ...sequences,
  ['detected', 'mitigated'],
  ['declared', 'mitigated'],
  ['declared', 'resolved'],
  ['declared', 'end'],
];

/** A stated duration may differ from the times by the greater of these, because people round. */
const roundingMinutes = 15;
const roundingShare = 0.15;
/** The least share of a long time that is working hours, and the longest time without any, in minutes. */
const workingShare = 0.2;
const longestPause = 5 * 24 * 60;
/** Days by which the date in a title may be before the first entry of the timeline. */
const titleDays = 2;
const day = 24 * 60;
/**
 * Pairs of steps that are reported only if they are more than a day out of order. The detection may be of another thing
 * than the declaration, but not for days.
 */
const longSequences: typeof sequences = [['detected', 'declared']];

/** Reports times in a document that contradict each other. */
export const timesInconsistent: Rule = {
  id: 'times-inconsistent',
  summary: 'Times in the document contradict each other.',
  defaultSeverity: 'warning',

  *check(context): Iterable<Report> {
    const places = statedTimes(context.document);
    for (const place of places) {
      const wrong = wrongSequence(place.times);
      yield* wrong;
      yield* wrong.length === 0 ? wrongDurations(place) : [];
    }
    const [timeline, ...others] = readTimelines(context.document).filter(({ named }) => named);
    if (timeline !== undefined && others.length === 0 && !hasUnknownDates(timeline)) {
      yield* apart(timeline, places);
      yield* earlyTitle(timeline, context);
    }
  },
};

/** The later of two steps, if it is stated to come first; each time is reported once. */
function wrongSequence(times: readonly StatedTime[]): Report[] {
  const reported = new Set<StatedTime>();
  const pairs = [
    ...pairsIn(times, sequences).filter(([a, b]) => minutesBefore(a.moment, b.moment) > 0),
    ...pairsIn(times, longSequences).filter(([a, b]) => minutesBefore(a.moment, b.moment) > day),
  ];
  return pairs.flatMap(([a, b]): Report[] => {
    if (reported.has(b)) {
      return [];
    }
    reported.add(b);
    return [
      {
        range: b.range,
        about: `${b.label} before ${a.label}`,
        message: `${b.label} (${b.text}) is before ${a.label} (${a.text})`,
      },
    ];
  });
}

/** Pairs of times whose steps have a fixed order. A step may have several names, each with a time. */
function pairsIn<Time extends Timed>(times: readonly Time[], steps: typeof sequences): Array<readonly [Time, Time]> {
  return steps.flatMap(([first, second]) =>
    times
      .filter(({ step }) => step === first)
      .flatMap((a) => times.filter(({ step }) => step === second).map((b) => [a, b] as const)),
  );
}

/**
 * Reports a duration that matches none of the spans between the stated times, and a time to repair that is longer than all of them, or much
 * shorter than that to its own step. A time to repair may count only working hours, from any start.
 */
function* wrongDurations({ times, clocks, durations, mending }: StatedTimes): Iterable<Report> {
  const all = [...times, ...clocks];
  const spans = spansIn(all, sequences);
  const [whole] = spans;
  // Without a stated start it may have begun long before.
  const begun = spans.some(({ a }) => a.step === 'start');
  for (const duration of whole === undefined ? [] : durations) {
    const open = !begun && spans.every(({ minutes }) => minutes < duration.minutes);
    if (whole !== undefined && !open && !spans.some((span) => fits(duration, span))) {
      yield misfit(duration, whole);
    }
  }
  const [longest] = spansIn(all, mendingSpans).toSorted((a, b) => b.minutes - a.minutes);
  if (longest !== undefined) {
    yield* mending
      .filter((length) => length.minutes > longest.minutes && !fits(length, longest))
      .map((length) => misfit(length, longest));
  }
  for (const length of mending) {
    const own = spansIn(times, mendingSpans).filter(
      ({ b }) => verbOf(length.label) !== undefined && verbOf(b.label) === verbOf(length.label),
    );
    const [shortest] = own.toSorted((a, b) => a.minutes - b.minutes);
    if (shortest !== undefined && length.minutes < workingShare * (shortest.minutes - longestPause)) {
      yield misfit(length, shortest);
    }
  }
}

/** Returns the verb for the end of a time to repair; undefined if the label has none. */
function verbOf(label: string): string | undefined {
  return /repair|resol|restor|recover|mitigat|fix/i.exec(label)?.[0].toLowerCase();
}

type Timed = StatedTime | StatedClock;

interface Span {
  readonly a: Timed;
  readonly b: Timed;
  readonly minutes: number;
  /** Without days it may be longer by any number of these minutes. */
  readonly turn?: number;
}

function spansIn(times: readonly Timed[], steps: typeof sequences): Span[] {
  return pairsIn(times, steps).flatMap(([a, b]): Span[] => {
    const [from, to] = [clockOf(a), clockOf(b)];
    if (from.clock === undefined || to.clock === undefined || from.zone !== to.zone) {
      return [];
    }
    const sure = from.clock.sure && to.clock.sure;
    if ('moment' in a && 'moment' in b) {
      return sure ? [{ a, b, minutes: minutesBefore(b.moment, a.moment) }] : [];
    }
    const turn = sure ? day : day / 2;
    return [{ a, b, minutes: (minutesOf(to.clock) - minutesOf(from.clock) + day) % turn, turn }];
  });
}

function clockOf(time: Timed): Pick<Moment, 'clock' | 'zone'> {
  return 'moment' in time ? time.moment : time;
}

function fits({ minutes: stated }: StatedDuration, { minutes, turn = Infinity }: Span): boolean {
  const apart = Math.abs(minutes - stated);
  return (
    stated >= turn ||
    Math.min(apart, turn - apart) <= Math.max(roundingMinutes, roundingShare * Math.max(minutes, stated))
  );
}

function misfit({ minutes, range }: StatedDuration, span: Span): Report {
  return {
    range,
    about: 'duration',
    message: `The duration ${durationText(minutes)} does not match the stated times: ${span.a.label} to ${span.b.label} is ${durationText(span.minutes)}`,
    severity: 'information',
  };
}

/** Unread entries can be on any day. Examples of a template do not count. */
function hasUnknownDates({ unread }: Timeline): boolean {
  return unread.some(({ reason, text }) => reason !== 'no time' && !isExample(text));
}

/** A timeline that ends before the stated start, or begins after the stated end. */
function* apart({ entries }: Timeline, places: readonly StatedTimes[]): Iterable<Report> {
  const moments = datedMoments(entries);
  if (moments.length < 2 || !beginsDated(entries)) {
    return;
  }
  for (const time of places.flatMap(({ times }) => times)) {
    const after = time.step === 'start' && moments.every((moment) => minutesBefore(time.moment, moment) > day);
    const before =
      (time.step === 'end' || time.step === 'resolved') &&
      moments.every((moment) => minutesBefore(moment, time.moment) > day);
    if (after || before) {
      yield {
        range: time.range,
        about: `${time.label} beside the timeline`,
        message: `${time.label} (${time.text}) is ${after ? 'after' : 'before'} the whole timeline`,
        severity: 'information',
      };
    }
  }
}

/** Reports a date in the title before the incident. The date may be later: the day on which the document was written. */
function* earlyTitle({ entries }: Timeline, { document }: RuleContext): Iterable<Report> {
  const stated = findDate(document.title);
  const moments = datedMoments(entries);
  const first = moments[0];
  if (
    stated?.length !== 10 ||
    first === undefined ||
    !beginsDated(entries) ||
    document.titleRange.start.line >= (entries[0]?.range.start.line ?? 0)
  ) {
    return;
  }
  if (moments.every((moment) => minutesBefore({ date: moment.date }, { date: stated }) > titleDays * day)) {
    yield {
      range: document.titleRange,
      about: 'title',
      message: `The title says ${stated}, but the timeline begins on ${first.date}`,
      severity: 'information',
    };
  }
}

/** Whether the day of the first entry is known. Entries before the first day can be of any day before it. */
function beginsDated([first]: Timeline['entries']): boolean {
  return first?.date !== undefined && first.dateSure;
}

function datedMoments(entries: Timeline['entries']): Moment[] {
  return entries.flatMap(({ date, dateSure, clock, zone }) =>
    date !== undefined && dateSure ? [{ date, clock, zone }] : [],
  );
}
