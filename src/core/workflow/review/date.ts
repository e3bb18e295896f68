import { once } from '../../util/memo.ts';
import { plain, whole } from '../../vocabulary/words.ts';
import { addBusinessDays, addDays, formatISO, parseISO } from 'date-fns';
import { containsWord } from '../../check/facts/schemes.ts';
import { wallClock, zonedIso } from '../../time/zoned.ts';

/** The worst incidents are talked about soon, whatever day that is. In calendar days. */
const daysForHighest = 3;
/** In business days, weekends left out. */
const daysForOthers = 5;
/** When a meeting begins that nobody chose a time for. */
const usualTime = '10:00';

const worstWords = once(() => new RegExp(`${whole(plain(({ worst }) => worst))}|^(?:highest|urgent)\\b`, 'iu'));
const number = /(?:\bsev(?:erity)?|\bp(?:rio(?:rity)?)?|\bs|^)[\s_-]*(\d)\b/i;

/**
 * Returns whether a severity is the worst that there is: the first that the team's configuration lists; else, by its number, the one with
 * 0 where any of those in use has 0, and with 1 where none has; or "critical", "blocker" and the like.
 * @param inUse what the other postmortems state.
 * @param configured the team's own, worst first; absent if it does not say.
 */
export function isHighestSeverity(
  severity: string | undefined,
  inUse: readonly string[],
  configured: readonly string[] = [],
): boolean {
  if (severity === undefined) {
    return false;
  }
  const [worst] = configured;
  if (worst !== undefined && containsWord(severity, configured)) {
    return containsWord(severity, [worst]);
  }
  const folded = severity.normalize('NFKD').replace(/\p{Mark}/gu, '');
  const rank = number.exec(folded)?.[1];
  const lowest = inUse.some((other) => number.exec(other)?.[1] === '0') ? '0' : '1';
  return worstWords().test(folded) || rank === '0' || rank === lowest;
}

/** Input for the default date of a retrospective. */
export interface DateRequest {
  readonly now: Date;
  /** The day on which the incident was over in the zone, YYYY-MM-DD; today counts where it is not known. */
  readonly resolved?: string | undefined;
  readonly highest: boolean;
  /** An IANA name such as Europe/Berlin, or UTC. */
  readonly zone: string;
}

/**
 * Returns the default time of a retrospective, YYYY-MM-DD hh:mm in the zone: at ten, three calendar days after the end of an incident of
 * the highest severity, five business days after others. If that has passed, the next business day.
 */
export function retrospectiveDate({ now, resolved, highest, zone }: DateRequest): string {
  const today = wallClock(now, zone).slice(0, 10);
  const from = parseISO(resolved ?? today);
  const due = at(highest ? addDays(from, daysForHighest) : addBusinessDays(from, daysForOthers));
  const iso = zonedIso(due, zone);
  return iso !== undefined && parseISO(iso) > now ? due : at(addBusinessDays(parseISO(today), 1));
}

function at(day: Date): string {
  return `${formatISO(day, { representation: 'date' })} ${usualTime}`;
}
