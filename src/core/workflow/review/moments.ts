import type { CatalogDocument } from '../../document/document.ts';
import type { TimelineEntry } from '../../record/timeline/entry.ts';
import type { Moment } from '../../time/moment.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { entryTimeText, incidentFacts, minutesBetween, momentText } from './facts.ts';

/** A gap in a timeline. */
export interface Silence {
  readonly from: TimelineEntry;
  readonly to: TimelineEntry;
  readonly minutes: number;
}

/** Start and detection of an incident. */
export interface Detection {
  /** When it began, for a reader. */
  readonly began: string;
  /** When it was noticed, for a reader. */
  readonly noticed: string;
  readonly minutes: number;
}

/** The moments of a timeline to ask about. */
export interface Moments {
  readonly silence?: Silence;
  readonly detection?: Detection;
  /** Entries in which somebody chose to do something, in order. */
  readonly decisions: readonly TimelineEntry[];
}

/** Shorter silences are work. In minutes. */
const shortestSilence = 10;
const mostDecisions = 5;

const noticing =
  /\b(?:alert(?:s|ed)?|alarms?|page[ds]?|paged|pagerduty|fires|fired|notif(?:y|ied|ication)|report(?:s|ed)?|notice[ds]?|detected|complain\w*|customers? (?:write|call|ask)s?)\b/i;
const deciding =
  /\b(?:decid\w+|decision|rol(?:l|ls|led|ling)[ -]?back|rollback|revert\w*|restart(?:s|ed|ing)?|reboot\w*|failed over|escalat\w+|declar\w+|disabl\w+|switch(?:es|ed|ing)?|scal(?:es|ed|ing)|paus(?:es|ed|ing)|drain(?:s|ed|ing)?|cordon\w*|delet(?:es|ed|ing)|redeploy\w*|deploy(?:s|ed)|patch(?:es|ed)|set back|turn(?:s|ed) (?:off|on)|shut(?:s|ting)? down)\b/i;
/** Words for actions that a machine does by itself, so that nobody decided at that moment. */
const byItself = /\b(?:automatic(?:ally)?|automated|scheduled|unable|failed to|fails to)\b/i;

/** Returns the moments of a timeline to ask about, each once. Moments with uncertain times are left out. */
export function momentsOf(document: CatalogDocument): Moments {
  const timeline = readTimelines(document).find(({ entries: { length } }) => length > 0);
  const entries = timeline?.entries ?? [];
  const silence = longestSilence(document, entries);
  const detection = detectionOf(document, entries);
  return {
    ...(silence && silence.minutes !== detection?.minutes && { silence }),
    ...(detection && { detection }),
    decisions: entries.filter(({ text }) => deciding.test(text) && !byItself.test(text)).slice(0, mostDecisions),
  };
}

/** The longest time without an entry, while the incident went on. */
function longestSilence(document: CatalogDocument, entries: readonly TimelineEntry[]): Silence | undefined {
  const { resolved } = incidentFacts(document);
  const silences = entries.flatMap((from, index): Silence[] => {
    const to = entries[index + 1];
    const minutes = to === undefined || from.group !== to.group ? undefined : between(from, to);
    const over = resolved !== undefined && (minutesBetween(resolved.moment, momentOf(from)) ?? -1) >= 0;
    return to === undefined || minutes === undefined || minutes < shortestSilence || over
      ? []
      : [{ from, to, minutes }];
  });
  return silences.toSorted((a, b) => b.minutes - a.minutes)[0];
}

/** Times that follow one another without a date are of one day. */
function between(from: TimelineEntry, to: TimelineEntry): number | undefined {
  const start = from.until === undefined ? momentOf(from) : { ...momentOf(from), clock: from.until };
  return from.approximate || to.approximate ? undefined : minutesBetween(start, momentOf(to));
}

/** From when it began to when it was noticed: as stated, else by the first entry of the timeline that tells of it. */
function detectionOf(document: CatalogDocument, entries: readonly TimelineEntry[]): Detection | undefined {
  const { start, detected } = incidentFacts(document);
  const first = entries[0];
  const told = entries.find(({ text }) => noticing.test(text));
  const began = start?.moment ?? (first && momentOf(first));
  const noticed = detected?.moment ?? (told && momentOf(told));
  const minutes = began === undefined || noticed === undefined ? undefined : minutesBetween(began, noticed);
  if (began === undefined || noticed === undefined || minutes === undefined || minutes === 0) {
    return undefined;
  }
  return {
    began: start === undefined && first !== undefined ? entryTimeText(first) : momentText(began),
    noticed: detected === undefined && told !== undefined ? entryTimeText(told) : momentText(noticed),
    minutes,
  };
}

/** Without any date all entries are taken to be of one day. */
function momentOf({ date = '2000-01-01', clock, zone }: TimelineEntry): Moment {
  return { date, clock, zone };
}
