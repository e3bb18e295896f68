import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { once } from '../../util/memo.ts';
import { anyOfNames, whole, wordsIn, written } from '../../vocabulary/words.ts';
import { findZone, namesPlace, readZone } from '../../time/zone.ts';
import type { Timeline, TimelineEntry } from './entry.ts';

/** Longer lines are cut. */
const longest = 2000;
/** A line may name very many times. */
const mostTimes = 200;

/** A time of two digits, with what may stand between it and its zone, or after a zone and before it. */
const clock =
  /(?:(?<=\/\d{4}:)|(?<![\d:.,]))(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?!\d|%)(?:\s?[AaPp]\.?[Mm]\b\.?)?[*_`\s([,]{0,4}(?:in\s)?/g;
const shift = /^[+-](?:0\d|1[0-4]):?[0-5]\d(?![\d:])/;

/** Words that speak of times or of a zone. */
const aboutTimes = once(
  () =>
    new RegExp(
      `${whole(written(({ time }) => time.times))}|${whole(anyOfNames(wordsIn(({ labels }) => labels.zone)))}|(?<!\\p{L})time ?(?:stamp|zone|line)s?(?!\\p{L})`,
      'iu',
    ),
);
/** "16:37 Denver", "14:00 Berlin time". */
const placeBehind =
  /^[\s*_`,([]{0,4}(?:in\s)?(?!(?:The|This|That|At|All|Any|Each|Every|First|Last|Over|Same|Some|Down|Up|Real|Run|Response|Recovery|Lead)\b)(\p{Lu}[\p{L}.]{1,20})(?:[ -](\p{Lu}\p{L}{1,20}))?(?:['’]s)?(\s(?:local\s)?time(?!\p{L}))?/u;

/** The statements of a document about zones, in any place. */
const toldBy = perDocument(({ blocks, frontMatter }) => {
  /** The times with a zone in logs and facts, which need not be those of the timeline. */
  const times = new Set<string>();
  let anywhere = false;
  const facts = Object.entries(frontMatter?.values ?? {}).map(([key, value]) => `${key}: ${String(value)}`);
  for (const line of facts) {
    timesWithZone(line).forEach(({ time }) => times.add(time));
  }
  for (const { type, text } of blocks) {
    for (const [line] of text.matchAll(/[^\n]+/g)) {
      const found = timesWithZone(line);
      found.forEach(({ time }) => times.add(time));
      anywhere ||= type !== 'code' && (found.some(({ named }) => named) || namesZoneOfTimes(line));
    }
  }
  return { anywhere, times };
});

/**
 * Returns whether a reader is told the zone of a timeline in whatever way: a sentence about times with a zone in it, in any order of words; a
 * zone before or behind a time anywhere; a city behind each of its times; a log that shows one of its times with an offset. Weaker
 * than what `Timeline.zone` is read from, which times are compared by.
 */
export function tellsZone(document: CatalogDocument, { zone, entries }: Timeline): boolean {
  if (zone !== undefined || entries.some((entry) => entry.zone !== undefined)) {
    return true;
  }
  const { anywhere, times } = toldBy(document);
  const timed = entries.filter((entry) => entry.clock !== undefined);
  return (
    anywhere ||
    timed.some((entry) => times.has(nameOf(entry))) ||
    timed.filter((entry) => namesOwnPlace(document, entry)).length * 2 >= Math.max(2, timed.length)
  );
}

function nameOf({ clock: at }: TimelineEntry): string {
  return at === undefined ? '' : `${at.hour}:${String(at.minute).padStart(2, '0')}`;
}

/** The hours and minutes in a line that have a zone by its name or, as programs write them, an offset. */
function timesWithZone(line: string): Array<{ readonly time: string; readonly named: boolean }> {
  const text = line.slice(0, longest);
  const found: Array<{ time: string; named: boolean }> = [];
  for (const match of [...text.matchAll(clock)].slice(0, mostTimes)) {
    const end = match.index + match[0].length;
    const behind = text.slice(end, end + 40);
    const bare = match[0].trimEnd().length;
    const [, hour = '', minute = ''] = /(\d{1,2})[:h](\d\d)/.exec(match[0]) ?? [];
    // "02:00-04:30" is a span.
    const isShift = shift.test(behind) && (behind.startsWith('+') || /:\d\d:/.test(match[0]));
    const isOffset = isShift || /^[zZ](?![\p{L}\p{N}])/u.test(text.slice(match.index + bare));
    const named =
      !isOffset &&
      (readZone(text, end) !== undefined ||
        placeBehind.exec(behind)?.[3] !== undefined ||
        endsInZone(text.slice(Math.max(0, match.index - 40), match.index)));
    if (isOffset || named) {
      found.push({ time: `${Number(hour)}:${minute}`, named });
    }
  }
  return found;
}

/** "UTC 05:29", "(CET) 05:29". */
function endsInZone(before: string): boolean {
  const word = /(?<![\p{L}\p{N}])([A-Z]{3,5}|[A-Z][a-z]+\/[A-Z][A-Za-z_]+)[\s*_`:)\]]{1,4}$/u.exec(before)?.[1];
  return word !== undefined && findZone(word) !== undefined;
}

/** Whether a line speaks of times and names a zone: "UTC is used for all times", "Timezone | Europe/Berlin". */
function namesZoneOfTimes(line: string): boolean {
  const text = line.slice(0, longest);
  return aboutTimes().test(text) && findZone(text) !== undefined;
}

function namesOwnPlace({ lines }: CatalogDocument, { time: { range } }: TimelineEntry): boolean {
  const { line, character } = range.end;
  const [, first = '', second, isTime] = placeBehind.exec(lines.text(line).slice(character, character + 60)) ?? [];
  return isTime !== undefined || namesPlace(first) || (second !== undefined && namesPlace(`${first} ${second}`));
}
