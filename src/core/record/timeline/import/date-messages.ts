import { dateOrder } from '../../../time/dates.ts';
import { daysAfter, daysBetween, fullDate, weekdayOf } from '../../../time/calendar.ts';
import { minutesOf, type Clock } from '../../../time/clock.ts';
import type { DateOrder } from '../../../time/day.ts';
import { readStamp, type Stamp } from '../../../time/stamp.ts';
import { zoneOffset } from '../../../time/zone.ts';
import type { ImportedMessage, RawMessage, Reading, ReadingContext } from './message.ts';

/** A clock that goes back by less than this was set, or belongs to a message that came late. In minutes. */
const setBack = 60;
/** Messages this near to the incident belong to it. In days. */
const near = 7;
const minutesOfDay = 24 * 60;

/** Gives messages their days: their own, that of a line above them, or one after the other from a day that is known. */
export function dateMessages(given: readonly RawMessage[], context: ReadingContext): Omit<Reading, 'source'> {
  const raws = isNewestFirst(given) ? given.toReversed() : given;
  const byDay = withDates(raws, 'day', context);
  const byMonth = withDates(raws, 'month', context);
  const open = byDay.findIndex(({ date }, index) => date !== byMonth[index]?.date);
  const order = open === -1 ? 'day' : (context.order ?? orderOf(raws, byDay, byMonth, context));
  const messages = order === 'month' ? byMonth : byDay;
  const [one = '', other = ''] = [byDay[open]?.date, byMonth[open]?.date];
  return {
    messages,
    zoneOpen: messages.some(
      ({ instant, zone, date = context.today }) =>
        instant === undefined && (zone === undefined || zoneOffset(zone, date) === undefined),
    ),
    dayOpen: messages.some(({ instant, date }) => instant === undefined && date === undefined),
    ...(order === undefined && { meanings: [one, other] as const }),
  };
}

/** Whether clocks without days go back again and again, as in a log whose last entry comes first. */
function isNewestFirst(raws: readonly RawMessage[]): boolean {
  const stamps = raws.map(({ when }) => readStamp(when, 'day'));
  const clocks = stamps.flatMap((stamp) => stamp?.clock ?? []);
  const free = raws.every(({ under }) => under === undefined) && stamps.every((stamp) => stamp?.day === undefined);
  const steps = clocks.slice(1).map((clock, index) => minutesOf(clock) - minutesOf(clocks[index] ?? clock));
  return free && steps.every((step) => step <= 0) && steps.filter((step) => step < 0).length > 1;
}

/**
 * Returns the part that comes first in dates with two meanings: by the other dates, by the absence of future days, by
 * the incident, and by how near the days are. Undefined if nothing decides it.
 */
function orderOf(
  raws: readonly RawMessage[],
  byDay: readonly ImportedMessage[],
  byMonth: readonly ImportedMessage[],
  { today, incident }: ReadingContext,
): DateOrder | undefined {
  for (const { when, under } of raws) {
    const told = dateOrder(when) ?? (under === undefined ? undefined : dateOrder(under));
    if (told !== undefined) {
      return told;
    }
  }
  const datesOf = (messages: readonly ImportedMessage[]): string[] => messages.flatMap(({ date }) => date ?? []);
  const [first, second] = [datesOf(byDay), datesOf(byMonth)];
  const better = (rate: (dates: readonly string[]) => boolean): DateOrder | undefined => {
    const [day, month] = [rate(first), rate(second)];
    return day === month ? undefined : day ? 'day' : 'month';
  };
  const together = (dates: readonly string[]): boolean =>
    daysBetween(dates.toSorted()[0] ?? today, dates.toSorted().at(-1) ?? today) <= near;
  return (
    better((dates) => dates.every((date) => date <= today)) ??
    (incident === undefined
      ? undefined
      : better((dates) => dates.every((date) => Math.abs(daysBetween(incident, date)) <= near))) ??
    better(together)
  );
}

interface Timed {
  readonly raw: RawMessage;
  readonly clock: Clock | undefined;
  readonly date: string | undefined;
  readonly zone: string | undefined;
}

function withDates(raws: readonly RawMessage[], order: DateOrder, context: ReadingContext): ImportedMessage[] {
  const stamps = raws.map(({ when }) => readStamp(when, order));
  const twelve = stamps.some((stamp) => stamp?.clock?.twelve);
  let clock: Clock | undefined;
  const timed = raws.map((raw, index): Timed => {
    const stamp = stamps[index];
    clock = stamp?.clock && (twelve ? halfAfter(stamp.clock, clock) : stamp.clock);
    return {
      raw,
      clock,
      date:
        dateOf(stamp, context) ?? (raw.under === undefined ? undefined : dateOf(readStamp(raw.under, order), context)),
      zone: stamp?.zone?.text,
    };
  });
  const dates = filled(timed, context);
  return timed.map(({ raw: { instant, person, text, cut, noise }, clock: own, zone }, index) => ({
    ...(instant === undefined ? { date: dates[index], clock: own, zone } : { instant }),
    person,
    text,
    cut,
    noise,
  }));
}

/**
 * Returns a clock without am or pm as the next such time after the clock before, for texts in which other clocks have
 * am or pm: copies leave it out below the first message of a person.
 */
function halfAfter(clock: Clock, before: Clock | undefined): Clock {
  if (clock.twelve || clock.twentyFour || before === undefined || clock.hour > 12) {
    return clock;
  }
  const late = { ...clock, hour: (clock.hour % 12) + 12 };
  const early = { ...clock, hour: clock.hour % 12 };
  const wait = (other: Clock): number =>
    (minutesOf(other) - Math.floor(minutesOf(before)) + minutesOfDay) % minutesOfDay;
  return wait(late) < wait(early) ? late : early;
}

/** The date that a stamp states: a day, or a weekday near the incident, else the last such day. */
function dateOf(stamp: Stamp | undefined, { today, incident }: ReadingContext): string | undefined {
  if (stamp?.day !== undefined) {
    return fullDate(stamp.day, incident ?? today);
  }
  if (stamp?.dayWord?.kind !== 'weekday') {
    return undefined;
  }
  const { weekday } = stamp.dayWord;
  const around = incident === undefined ? [] : [0, 1, -1].map((days) => daysAfter(incident, days));
  const before = [0, 1, 2, 3, 4, 5, 6].map((days) => daysAfter(today, -days));
  return [...around, ...before].find((date) => weekdayOf(date) % 7 === weekday && date <= today);
}

/** Gives each message a date, from those that are known; none if none is. */
function filled(timed: readonly Timed[], { day }: ReadingContext): ReadonlyArray<string | undefined> {
  const dates = timed.map(({ date }) => date);
  const known = dates.findIndex((date) => date !== undefined);
  if (known === -1) {
    dates[0] = day;
  }
  for (let index = known - 1; index >= 0; index -= 1) {
    const next = timed[index + 1];
    const date = dates[index + 1];
    const crossed =
      goesBack(timed[index]?.clock, next?.clock) ||
      (next?.raw.under !== undefined && timed[index]?.raw.under === undefined);
    dates[index] = date === undefined ? undefined : daysAfter(date, crossed ? -1 : 0);
  }
  for (let index = 1; index < dates.length; index += 1) {
    const before = dates[index - 1];
    if (dates[index] === undefined && before !== undefined) {
      dates[index] = daysAfter(before, goesBack(timed[index - 1]?.clock, timed[index]?.clock) ? 1 : 0);
    }
  }
  return dates;
}

/** Whether the second of two clocks is that of another day. */
function goesBack(first: Clock | undefined, second: Clock | undefined): boolean {
  return first !== undefined && second !== undefined && minutesOf(first) - minutesOf(second) > setBack;
}
