import { findDate } from '../../time/dates.ts';
import { durationText } from '../../time/duration.ts';
import type { Timeline } from '../../record/timeline/entry.ts';
import { minutesBefore, type Moment } from '../../time/moment.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { statedTimes, type StatedTime, type StatedTimes, type Step } from '../../record/timeline/stated-times.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** Which step never comes before which. */
const sequences: ReadonlyArray<readonly [Step, Step]> = [
  ['start', 'end'],
  ['start', 'resolved'],
  ['start', 'mitigated'],
  ['detected', 'end'],
  ['detected', 'resolved'],
  ['mitigated', 'resolved'],
];

/** A stated duration may differ from the times by the greater of these: people round. */
const roundingMinutes = 15;
const roundingShare = 0.15;
/** Days by which a title may lie before the first entry of its timeline. */
const titleDays = 2;
const day = 24 * 60;

/** Times that a document states and that cannot all be true. */
export const timesInconsistent: Rule = {
  id: 'times-inconsistent',
  summary: 'Times that the document states contradict one another.',
  defaultSeverity: 'warning',

  *check(context): Iterable<Report> {
    const places = statedTimes(context.document);
    for (const place of places) {
      const wrong = wrongSequence(place.times);
      yield* wrong;
      yield* wrong.length === 0 ? wrongDuration(place) : [];
    }
    const [timeline, ...others] = readTimelines(context.document).filter(({ named }) => named);
    if (timeline !== undefined && others.length === 0) {
      yield* apart(timeline, places);
      yield* earlyTitle(timeline, context);
    }
  },
};

/** The later of two steps, where it is stated to come first; each time is reported once. */
function wrongSequence(times: readonly StatedTime[]): Report[] {
  const reported = new Set<StatedTime>();
  return sequences.flatMap(([first, second]): Report[] => {
    const a = times.find(({ step }) => step === first);
    const b = times.find(({ step }) => step === second);
    if (a === undefined || b === undefined || reported.has(b) || minutesBefore(a.moment, b.moment) === 0) {
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

function* wrongDuration({ times, duration }: StatedTimes): Iterable<Report> {
  if (duration === undefined) {
    return;
  }
  const spans = sequences.flatMap(([first, second]) => {
    const a = times.find(({ step }) => step === first);
    const b = times.find(({ step }) => step === second);
    const exact = a?.moment.clock?.sure === true && b?.moment.clock?.sure === true && a.moment.zone === b.moment.zone;
    return exact ? [{ a, b, minutes: minutesBefore(b.moment, a.moment) }] : [];
  });
  const whole = spans[0];
  const fits = spans.some(
    ({ minutes }) =>
      Math.abs(minutes - duration.minutes) <=
      Math.max(roundingMinutes, roundingShare * Math.max(minutes, duration.minutes)),
  );
  if (whole !== undefined && !fits) {
    yield {
      range: duration.range,
      about: 'duration',
      message: `A duration of ${durationText(duration.minutes)} does not fit the stated times: from ${whole.a.label} to ${whole.b.label} it is ${durationText(whole.minutes)}`,
      severity: 'information',
    };
  }
}

/** A timeline that ends before the stated start, or begins after the stated end. */
function* apart({ entries }: Timeline, places: readonly StatedTimes[]): Iterable<Report> {
  const moments = datedMoments(entries);
  if (moments.length < 2) {
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
        message: `${time.label} (${time.text}) is ${after ? 'after everything' : 'before anything'} that the timeline tells of`,
        severity: 'information',
      };
    }
  }
}

/** A title may bear the day on which its document was written, but no day before the incident. */
function* earlyTitle({ entries }: Timeline, { document }: RuleContext): Iterable<Report> {
  const stated = findDate(document.title);
  const moments = datedMoments(entries);
  const first = moments[0];
  if (
    stated?.length !== 10 ||
    first === undefined ||
    document.titleRange.start.line >= (entries[0]?.range.start.line ?? 0)
  ) {
    return;
  }
  if (moments.every((moment) => minutesBefore({ date: moment.date }, { date: stated }) > titleDays * day)) {
    yield {
      range: document.titleRange,
      about: 'title',
      message: `The title says ${stated}, and nothing in the timeline happens before ${first.date}`,
      severity: 'information',
    };
  }
}

function datedMoments(entries: Timeline['entries']): Moment[] {
  return entries.flatMap(({ date, dateSure, clock, zone }) =>
    date !== undefined && dateSure ? [{ date, clock, zone }] : [],
  );
}
