import { minutesOf, type Clock } from '../../time/clock.ts';
import { daysAfter, fullDate, weekdayOf } from '../../time/calendar.ts';
import type { DayWord } from '../../time/day-word.ts';
import type { Day } from '../../time/day.ts';
import { possibleInstants } from '../../time/instant.ts';
import type { Stamp } from '../../time/stamp.ts';
import { possibleOffsets } from '../../time/zone.ts';
import type { Origin } from './entry.ts';

/** The date of an entry and its certainty. */
export interface Dated {
  /** YYYY-MM-DD; absent if nothing tells. */
  readonly date?: string;
  readonly dateFrom?: Origin;
  readonly dateSure: boolean;
  /** The date; where nothing tells it, one that only keeps the days of a frame apart. */
  readonly day: string;
  /** The days of entries with one number are certain as far as those entries are compared. */
  readonly frame: number;
  /** See `Moment`. */
  readonly offset?: number;
}

/** An undated time this much earlier than the one before belongs to the next day. In minutes, as all times here. */
const surelyNextDay = 12 * 60;
/** One this much earlier may: work goes on in the morning. */
const maybeNextDay = 4 * 60;
/** A Monday, for timelines of which nothing tells the date. */
const someDay = '2001-01-01';
/** Weekdays are told of the days ahead, and of those before only where they were told already. */
const daysOfWeek = 7;
const nearDays = 3;
/** Entries with stated dates, and those that follow surely, are of one frame. */
const calendarFrame = 0;

/** The entry before, as far as it tells the day of the next. */
interface Before {
  readonly clock: Clock;
  readonly zone: string | undefined;
  readonly day: string;
  /** When it was, in minutes; several where that is open, none if its zone is not known. */
  readonly instants: readonly number[];
}

/** Gives dates to entries, one after the other, in document order. */
export class Dating {
  readonly #reference: string | undefined;
  readonly #newestFirst: boolean;
  /** The day of the entry or heading before. */
  #day: string;
  #known: boolean;
  #from: Origin | undefined;
  #frame: number;
  #frames = 1;
  #before: Before | undefined;
  readonly #beforeInZone = new Map<string | undefined, Before>();
  /** The day that "+1d" is counted from. */
  #start: string;
  /** Whether a word such as "next day" has told the day of the entry before, and whether one holds until another day is told. */
  #stepped = false;
  #shifted = false;
  /** The day of "Day 1", or "Day 0". */
  #numbered: { readonly number: number; readonly day: string } | undefined;
  #first = true;
  /** Days that were told. */
  readonly #told = new Set<string>();
  /** Offsets that were found for zones with several meanings, in minutes east of Greenwich. */
  readonly #offsets = new Map<string, number>();

  /**
   * @param stated the date in the timeline's title or introduction.
   * @param documentDate of the document, as precise as it is known; years that are not written come from it.
   */
  constructor(stated: string | undefined, documentDate: string | undefined, newestFirst: boolean) {
    const day = stated ?? (documentDate?.length === 10 ? documentDate : undefined);
    this.#reference = day ?? (documentDate === undefined ? undefined : middleOf(documentDate));
    this.#newestFirst = newestFirst;
    this.#day = day ?? someDay;
    this.#known = day !== undefined;
    this.#from = stated === undefined ? (day === undefined ? undefined : 'document') : 'heading';
    this.#frame = stated === undefined ? this.#newFrame() : calendarFrame;
    this.#start = this.#day;
    this.#told.add(this.#day);
  }

  /** Takes the date of a heading, or of a label, for what follows. */
  begin({ day, dayWord }: Pick<Stamp, 'day' | 'dayWord'>): void {
    if (day !== undefined) {
      this.#take(day, 'heading');
    } else if (dayWord !== undefined) {
      this.#follow(dayWord, undefined, 'heading');
    }
    this.#forget();
  }

  /** Returns a new list or part of the timeline, which may begin at an earlier hour again. */
  restart(): void {
    if (this.#before !== undefined) {
      if (this.#from !== 'heading') {
        this.#break();
      }
      this.#forget();
    }
  }

  /** Returns a date stands here that could not be read: what follows may be of any day. */
  doubt(): void {
    this.#break();
    this.#forget();
  }

  /** Returns the date of the next entry. @param zone that its clock is in, stated or not. */
  next({ day, dayWord, clock, until, approximate }: Timed, zone: string | undefined): Dated {
    this.#stepped = this.#stepped && dayWord?.kind === 'shift';
    if (day !== undefined) {
      this.#take(day, 'earlier');
      this.#forget();
    } else if (dayWord === undefined) {
      this.#advance(clock, zone, approximate);
    } else {
      this.#follow(dayWord, clock, 'earlier');
    }
    const offset = clock === undefined ? undefined : this.#remember(clock, until, zone);
    const own = { day: this.#day, frame: this.#frame, ...(offset !== undefined && { offset }) };
    if (!this.#known) {
      return { dateSure: false, ...own };
    }
    const dateFrom = day === undefined ? this.#from : 'entry';
    return { date: this.#day, ...(dateFrom && { dateFrom }), dateSure: this.#frame === calendarFrame, ...own };
  }

  /** Returns what a zone with several meanings was found to mean by its neighbours, in minutes east of Greenwich; undefined for others. */
  offsetOf(zone: string): number | undefined {
    return this.#offsets.get(zone);
  }

  /** Returns a day that is stated. */
  #take(day: Day, from: Origin): void {
    const reference = this.#known ? this.#day : this.#reference;
    const date = fullDate(day, reference);
    const nominal = date ?? fullDate(day, this.#known ? this.#reference : this.#day) ?? this.#day;
    if (date !== undefined && !this.#known) {
      this.#known = true;
    } else if (date === undefined && this.#known) {
      this.#known = false;
      this.#break();
    }
    this.#day = nominal;
    this.#from = from;
    this.#frame = date === undefined ? this.#frame : calendarFrame;
    this.#first = false;
    this.#settle();
  }

  /** Returns a day that a word tells. */
  #follow(word: DayWord, clock: Clock | undefined, from: Origin): void {
    if (word.kind === 'weekday') {
      this.#day = daysAfter(this.#day, this.#daysUntil((word.weekday + 6) % daysOfWeek));
      this.#settle();
    } else if (word.kind === 'numbered') {
      this.#numbered ??= { number: Math.min(word.number, 1), day: this.#day };
      this.#day = daysAfter(this.#numbered.day, word.number - this.#numbered.number);
      this.#settle();
    } else if (word.from === 'start') {
      this.#day = daysAfter(this.#start, word.days);
      this.#shifted = true;
    } else {
      // "Next day" before each of several entries is one day, as long as their clocks go on.
      const back =
        clock !== undefined && this.#before !== undefined && minutesOf(clock) < minutesOf(this.#before.clock);
      this.#day = this.#stepped && !back && word.days > 0 ? this.#day : daysAfter(this.#day, word.days);
      this.#shifted = true;
      this.#stepped = true;
    }
    this.#from = from;
    this.#first = false;
    this.#before = undefined;
  }

  /** Returns how many days it is to a weekday, Monday being 0: from the first day that is known the nearest, later the next that comes. */
  #daysUntil(weekday: number): number {
    const ahead = (weekday - (weekdayOf(this.#day) - 1) + daysOfWeek) % daysOfWeek;
    const back = ahead - daysOfWeek;
    const nearer = this.#first ? this.#known && -back < ahead : this.#told.has(daysAfter(this.#day, back));
    return ahead > nearDays && nearer ? back : ahead;
  }

  /** Returns the day goes on, as far as the clocks tell. */
  #advance(clock: Clock | undefined, zone: string | undefined, approximate: boolean): void {
    const before = this.#before;
    if (clock === undefined || before === undefined) {
      return;
    }
    const known = before.zone === zone || (before.instants.length > 0 && this.#offsetsOf(zone, this.#day).length > 0);
    if (known && before.zone !== zone) {
      this.#advanceAcross(before, clock, zone);
      return;
    }
    const same = before.zone === zone ? before : this.#beforeInZone.get(zone);
    if (same === undefined) {
      this.#break();
      return;
    }
    this.#advanceFrom(same, clock, approximate);
  }

  /** In one zone a clock that steps back far shows the next day. */
  #advanceFrom(before: Before, clock: Clock, approximate: boolean): void {
    const drop = minutesOf(before.clock) - minutesOf(clock);
    this.#day = before.day;
    if (drop <= 0) {
      return;
    }
    if (this.#newestFirst || !clock.sure) {
      this.#break();
    } else if (drop >= maybeNextDay) {
      if (drop < surelyNextDay || approximate) {
        this.#break();
      }
      this.#day = daysAfter(this.#day, 1);
      this.#start = this.#shifted ? this.#start : this.#day;
    }
  }

  /** Between zones days are counted on instants: the first day on which the clock is not hours before the entry above. */
  #advanceAcross(before: Before, clock: Clock, zone: string | undefined): void {
    const found = before.instants.flatMap((last) =>
      this.#offsetsOf(zone, before.day).map((offset) => {
        const days = [-2, -1, 0, 1, 2].map((step) => daysAfter(before.day, step));
        const at = (date: string): number => (possibleInstants({ date, clock, zone, offset })[0] ?? 0) / 60_000;
        const date = days.find((each) => at(each) > last - maybeNextDay) ?? before.day;
        return { date, apart: Math.abs(at(date) - last), back: at(date) < last };
      }),
    );
    const [best] = found.toSorted((a, b) => a.apart - b.apart);
    if (best === undefined || found.some(({ date }) => date !== best.date) || (best.back && this.#newestFirst)) {
      this.#break();
    }
    this.#day = best?.date ?? this.#day;
    this.#start = this.#shifted ? this.#start : this.#day;
  }

  /**
   * Returns what follows may begin after the start of a span or after its end, so the start is kept, and the date of neither is changed.
   * Returns the offset of the entry's zone, where its name leaves it open and the entry above tells.
   */
  #remember(clock: Clock, until: Clock | undefined, zone: string | undefined): number | undefined {
    if (until !== undefined && minutesOf(until) < minutesOf(clock)) {
      this.#break();
    }
    const offsets = this.#offsetsOf(zone, this.#day);
    const all = offsets.flatMap((offset) => {
      const exact = offsets.length > 1 ? { offset } : {};
      return possibleInstants({ date: this.#day, clock, zone, ...exact }).map((instant) => instant / 60_000);
    });
    const instant = this.#chosen(all, offsets.length === 1);
    const before = { clock, zone, day: this.#day, instants: instant === undefined ? all : [instant] };
    const chosen = instant === undefined || all.length < 2 ? undefined : this.#wall(clock) - instant;
    if (chosen !== undefined && zone !== undefined && offsets.length > 1) {
      this.#offsets.set(zone, chosen);
    }
    this.#before = before;
    this.#beforeInZone.set(zone, before);
    return chosen;
  }

  /**
   * Of several instants the first that is not before the entry above, else the nearest to it. Without one above the likeliest, where the
   * zone is clear and its clocks are changed; else undefined.
   */
  #chosen(instants: readonly number[], clear: boolean): number | undefined {
    const last = this.#before?.instants.length === 1 ? this.#before.instants[0] : undefined;
    if (instants.length < 2 || last === undefined) {
      return instants.length === 1 || clear ? instants[0] : undefined;
    }
    const sorted = instants.toSorted((a, b) => Math.abs(a - last) - Math.abs(b - last));
    return sorted.find((instant) => instant >= last && instant < last + maybeNextDay) ?? sorted[0];
  }

  #wall(clock: Clock): number {
    return (possibleInstants({ date: this.#day, clock, zone: 'UTC' })[0] ?? 0) / 60_000;
  }

  #offsetsOf(zone: string | undefined, day: string): readonly number[] {
    const settled = zone === undefined ? undefined : this.#offsets.get(zone);
    return settled !== undefined ? [settled] : zone === undefined ? [] : possibleOffsets(zone, day);
  }

  /** Returns a day was told. */
  #settle(): void {
    this.#start = this.#day;
    this.#shifted = false;
    this.#told.add(this.#day);
  }

  #forget(): void {
    this.#before = undefined;
    this.#beforeInZone.clear();
  }

  /** From here on nothing is certain of the days before. */
  #break(): void {
    this.#frame = this.#newFrame();
  }

  #newFrame(): number {
    const frame = this.#frames;
    this.#frames += 1;
    return frame;
  }
}

/** The parts of an entry that its day follows from. */
type Timed = Pick<Stamp, 'day' | 'dayWord' | 'clock' | 'until' | 'approximate'>;

/** A day in the middle of a year or month. */
function middleOf(date: string): string {
  return date.length === 4 ? `${date}-07-01` : `${date}-15`;
}
