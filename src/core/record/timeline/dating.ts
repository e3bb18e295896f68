import { addDays, differenceInCalendarDays, formatISO, isExists, parseISO } from 'date-fns';
import type { Candidate } from './candidates.ts';
import { minutesOf, type Clock } from '../../time/clock.ts';
import type { Day } from '../../time/day.ts';
import type { Origin } from './entry.ts';

/** The date of an entry, and how far it is to be trusted. */
export interface Dated {
  readonly date?: string;
  readonly dateFrom?: Origin;
  readonly dateSure: boolean;
}

/** An undated time this much earlier than the one before belongs to the next day. */
const surelyNextDay = 12 * 60;
/** One this much earlier may: work goes on in the morning. */
const maybeNextDay = 4 * 60;

/** Gives entries their dates, one after the other, in the order in which they stand. */
export class Dating {
  readonly #reference: string | undefined;
  readonly #newestFirst: boolean;
  #date: string | undefined;
  #from: Origin | undefined;
  #sure: boolean;
  #minutes: number | undefined;

  /**
   * @param stated the date in the timeline's title or introduction.
   * @param documentDate of the document, as precise as it is known; years that are not written come from it.
   */
  constructor(stated: string | undefined, documentDate: string | undefined, newestFirst: boolean) {
    const day = stated ?? (documentDate?.length === 10 ? documentDate : undefined);
    this.#reference = day ?? (documentDate === undefined ? undefined : middleOf(documentDate));
    this.#newestFirst = newestFirst;
    this.#date = day;
    this.#from = stated === undefined ? (day === undefined ? undefined : 'document') : 'heading';
    this.#sure = stated !== undefined;
  }

  /** Takes the date of a heading, or of a label, for what follows. */
  begin(day: Day): void {
    this.#date = fullDate(day, this.#date ?? this.#reference);
    this.#from = this.#date === undefined ? undefined : 'heading';
    this.#sure = this.#date !== undefined;
    this.#minutes = undefined;
  }

  /** A new list or part of the timeline, which may begin at an earlier hour again. */
  restart(): void {
    if (this.#minutes !== undefined) {
      this.#sure = this.#sure && this.#from === 'heading';
      this.#minutes = undefined;
    }
  }

  /** A date stands here that could not be read: what follows may be of any day. */
  doubt(): void {
    this.#sure = false;
    this.#minutes = undefined;
  }

  /** The date of the next entry. */
  next({ day, clock, until, approximate }: Candidate['stamp']): Dated {
    if (day !== undefined) {
      this.#date = fullDate(day, this.#date ?? this.#reference);
      this.#from = 'earlier';
      this.#sure = this.#date !== undefined;
      this.#minutes = undefined;
      this.#remember(clock, until);
      return this.#date === undefined ? { dateSure: false } : { date: this.#date, dateFrom: 'entry', dateSure: true };
    }
    this.#rollOver(clock, approximate);
    this.#remember(clock, until);
    return this.#date === undefined || this.#from === undefined
      ? { dateSure: false }
      : { date: this.#date, dateFrom: this.#from, dateSure: this.#sure };
  }

  #rollOver(clock: Clock | undefined, approximate: boolean): void {
    const drop = clock === undefined || this.#minutes === undefined ? 0 : this.#minutes - minutesOf(clock);
    if (drop <= 0) {
      return;
    }
    if (this.#newestFirst || clock?.sure !== true) {
      this.#sure = false;
    } else if (drop >= maybeNextDay) {
      this.#sure = this.#sure && drop >= surelyNextDay && !approximate;
      this.#date = this.#date === undefined ? undefined : dayAfter(this.#date);
    }
  }

  /** What follows may begin after the start of a span or after its end, so the start is kept, and the date of neither is changed. */
  #remember(clock: Clock | undefined, until: Clock | undefined): void {
    if (clock !== undefined) {
      this.#minutes = minutesOf(clock);
    }
    if (clock !== undefined && until !== undefined && minutesOf(until) < minutesOf(clock)) {
      this.#sure = false;
    }
  }
}

/** The date that a day means: its own year, else the one that brings it nearest to the reference. */
export function fullDate(day: Day, reference: string | undefined): string | undefined {
  const { month, day: number } = day;
  const near = Number(reference?.slice(0, 4));
  const years = day.year === undefined ? (reference === undefined ? [] : [near, near - 1, near + 1]) : [day.year];
  const dates = years
    .filter((year) => isExists(year, month - 1, number))
    .map((year) => `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`);
  return reference === undefined
    ? dates[0]
    : dates.toSorted((a, b) => distance(a, reference) - distance(b, reference))[0];
}

function distance(date: string, other: string): number {
  return Math.abs(differenceInCalendarDays(parseISO(date), parseISO(other)));
}

function dayAfter(date: string): string {
  return formatISO(addDays(parseISO(date), 1), { representation: 'date' });
}

/** A day in the middle of a year or month. */
function middleOf(date: string): string {
  return date.length === 4 ? `${date}-07-01` : `${date}-15`;
}
