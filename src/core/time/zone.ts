import { tzOffset } from '@date-fns/tz';
import { nearest } from '../text/nearest.ts';
import { once, remembering } from '../util/memo.ts';
import { zoneAliases, zoneNames } from '../vocabulary/calendar.ts';
import { ended, whole, withoutAccents, wordsIn, written } from '../vocabulary/words.ts';
import { matchAt } from './sticky.ts';
import { ambiguousZones, areas, cities, fixedZones, regions, spokenZones } from '../vocabulary/zone-names.ts';

/** The meaning of a zone name. */
interface Meaning {
  /** IANA name of a region with daylight saving, if the name covers both summer and winter time. */
  readonly region?: string;
  /** Otherwise minutes east of Greenwich; several if the name has several meanings. */
  readonly offsets: readonly number[];
}

const ambiguous = new Map(ambiguousZones);
/** By name in upper case. */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ...fixedZones.flatMap(([, offset, names]) => namesIn(names).map((name) => [name, { offsets: [offset] }] as const)),
  ...regions.flatMap(([region, standard, summer, names]) =>
    namesIn(names).map(
      (name, place) =>
        [name, place > 1 ? { region, offsets: [] } : { offsets: [place === 0 ? standard : summer] }] as const,
    ),
  ),
  ...ambiguousZones.map(([name, offsets]) => [name, { offsets }] as const),
]);
/** The region of two names that are each other's winter and summer: "PST" and "PDT". */
const pairs: ReadonlyMap<string, string> = new Map(
  regions.flatMap(([region, , , names]) => {
    const [standard = '', summer = ''] = namesIn(names);
    return [[`${standard} ${summer}`, region] as const, [`${summer} ${standard}`, region] as const];
  }),
);

/** Short names that are everyday words too. They are zones only where a zone is expected. */
const words = new Set(['AT', 'NT', 'UK', 'GET', 'ACT', 'AMT', 'WIT']);
const short = [...meanings.keys()].filter((name) => /^[A-Z]{2,4}$/.test(name) && !words.has(name));
const shift = '\\s?[+−-]\\s?(?:1[0-4]|0?\\d)(?::?[0-5]\\d)?(?!\\d)';
const iana = `(?:${areas})/[A-Za-z_]{2,30}(?:[+-]\\d{1,2}|-[A-Z][a-z]{2,12})?(?:/[A-Za-z_]{2,30})?`;
const whichever = '(?:CE|ME|EE)\\(S\\)[TZ]|C\\(E\\)ST';
const generic = 'ET|CT|MT|PT|Pacific|Eastern|Central|Mountain';

const patterns = once(() => {
  const names = zoneNames();
  const times = written(({ time }) => time.times);
  const and = wordsIn(({ grammar }) => grammar.and)
    .filter((word) => /^\p{L}+$/u.test(word))
    .join('|');
  // "MEZ" and the like are shorter names of a language.
  const local = [...zoneAliases().keys()].filter((name) => /^[a-z]{3,5}$/.test(name)).map((name) => name.toUpperCase());
  const byLength = [...short, ...local].toSorted((a, b) => b.length - a.length);
  /** With a look ahead, the engine compiles what follows once, and not once for each name, which takes 20 ms. */
  const oneOf = (some: readonly string[], end: string): string => `(?=(?:${some.join('|')})${end})[A-Z]{2,5}${end}`;
  /** The other of a pair. */
  const other = `(?:\\s?(?:/|,|or|oder|o|ou|${and})\\s?${oneOf(byLength, '\\b')}|\\s?\\(${oneOf(byLength, '\\)')})?`;
  // After a time these are zones; in a title they may be anything.
  const clear = byLength.filter((name) => name.length > 2 && name !== 'MET' && name !== 'SST');
  return {
    behind: new RegExp(
      `(?:(?:UTC|GMT)${shift}|${iana}|${spokenZones}|${whichever}|${oneOf(byLength, '\\b')}${other}|${ended(names)}|(?:Pacific|Eastern|local time|Zulu)\\b|(?:Central|Mountain)(?=\\s?[)\\]:,|]|\\s[-–—]|\\s?$)|(?<=\\d)Z\\b|(?:(?<=:\\d\\d(?:[.,]\\d{1,9})?\\s?)\\+|(?<=:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?|T\\d{4}|T\\d{6})-|(?<=T\\d{4}|T\\d{6})\\+)(?:1[0-4]|0\\d):?[0-5]\\d\\b)`,
      'uy',
    ),
    anywhere: new RegExp(
      `(?:UTC|GMT)${shift}|\\b${iana}|\\b${spokenZones}|\\b(?:${whichever})|\\b${oneOf(clear, '\\b')}${other}|${whole(names)}|\\blocal time\\b`,
      'u',
    ),
    /** Short or unusual names count only if the text is about times: "all times in ET", "Times: Zurich time", or alone in brackets. */
    spokenOf: new RegExp(
      `${whole(times)}.{0,40}?(\\b(?:ET|CT|MT|PT|Pacific|Eastern|Mountain|UC/[A-Z][a-z]+)\\b|\\b[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:local )?time\\b)|\\((${generic})(?: time)?\\)`,
      'u',
    ),
  };
});

/** A zone does not begin with these characters. This test is faster than the pattern. */
const noZone = /^(?:$|[\0-*,./0-9:-@[-`{-\x7f])/;

/** Returns the zone that begins exactly at `at`, or a pair of zones ("PST/PDT"), and the offset after it; undefined if there is none. */
export function readZone(text: string, at: number): { zone: string; end: number } | undefined {
  const match = noZone.test(text[at] ?? '') ? undefined : matchAt(patterns().behind, text, at);
  const zone = match && asPair(match[0]);
  return zone === undefined ? undefined : { zone, end: at + zone.length };
}

/** Returns the first zone in a title, a column header or an introduction. */
export function findZone(text: string): string | undefined {
  // Marks of emphasis are letters to a pattern; those inside names stay.
  const head = text.slice(0, 2000).replace(/(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu, ' ');
  const spokenZone = patterns().spokenOf.exec(head);
  const found = patterns().anywhere.exec(head)?.[0];
  return found === undefined ? (spokenZone?.[1] ?? spokenZone?.[2]) : asPair(found);
}

/** Two names that are not a pair are two zones. The first is meant: "EST, UTC in brackets". */
function asPair(zone: string): string {
  const [first = zone] = /^[A-Z]+/.exec(zone) ?? [];
  return first === zone || !isKnown(first) || isKnown(zone) ? zone : first;
}

const numeric = /^(?:UTC|GMT)?\s?([+\-−])\s?(\d{1,2}?)(?::?(\d{2}))?$/;

/** Number of names in the cache: the entries of a timeline are compared with one another. */
const mostNames = 500;

/** Meaning of a zone name; no offset if the name is not known. */
const meaningOf = remembering(mostNames, (zone): Meaning => findMeaning(zone) ?? { offsets: [] });

function findMeaning(zone: string): Meaning | undefined {
  const name = international(zone.replace(/\s+/g, ' ').trim());
  const shifted = numeric.exec(name);
  if (shifted !== null) {
    const minutes = Number(shifted[2]) * 60 + Number(shifted[3] ?? 0);
    return { offsets: [shifted[1] === '+' ? minutes : -minutes] };
  }
  const upper = name.toUpperCase();
  const known = meanings.get(upper) ?? meanings.get(upper.replace(/ TIME$/, ''));
  if (known !== undefined) {
    return known;
  }
  const both = /^(\p{L}+)\s?(?:\/|,|\s\p{L}+\s|&|\()\s?(\p{L}+)\)?$/u
    .exec(name)
    ?.slice(1)
    .map((each) => international(each).toUpperCase());
  const region = pairs.get(both?.join(' ') ?? '') ?? regionNamed(name);
  return region === undefined ? spokenMeaning(upper) : { region, offsets: [] };
}

/** The international name of a zone in some language; other names stay. */
function international(zone: string): string {
  return zoneAliases().get(zone.toLowerCase()) ?? zone;
}

/** "Pacific Standard Time", "British Summer Time", "Coordinated Universal Time". */
function spokenMeaning(upper: string): Meaning | undefined {
  const match = /^(.+?) (STANDARD|DAYLIGHT|SUMMER) TIME$/.exec(upper);
  const place = regions.find(([, , , names]) => namesIn(names).indexOf(match?.[1] ?? '') > 1);
  if (place !== undefined) {
    return { offsets: [match?.[2] === 'STANDARD' ? place[1] : place[2]] };
  }
  return /^(?:COORDINATED UNIVERSAL|GREENWICH MEAN) TIME$/.test(upper)
    ? { offsets: [0] }
    : match === null
      ? undefined
      : meanings.get(match[1] ?? '');
}

/** An IANA name, or "Zurich time" by the city in one. */
function regionNamed(name: string): string | undefined {
  const city = /^(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) (?:local )?time$/u.exec(name)?.[1]?.replace(' ', '_');
  const region =
    city === undefined ? name : Intl.supportedValuesOf('timeZone').find((each) => each.endsWith(`/${city}`));
  return region !== undefined && region.includes('/') && !Number.isNaN(tzOffset(region, new Date(0)))
    ? region
    : undefined;
}

const places = once(
  () =>
    new Set(
      [...Intl.supportedValuesOf('timeZone').map(lastPart), ...cities.split('|')].map((name) => name.toLowerCase()),
    ),
);

/** Returns whether a name is that of a city whose clock tells a zone: "Denver", "São Paulo". */
export function namesPlace(name: string): boolean {
  return places().has(withoutAccents(name).toLowerCase());
}

function lastPart(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/**
 * Returns the minutes east of Greenwich that a zone name can mean on a day (YYYY-MM-DD, at noon), most likely first: one for a clear
 * name, several for an ambiguous one ("IST"), none for an unknown one.
 */
export function possibleOffsets(zone: string, date: string): readonly number[] {
  const { region, offsets } = meaningOf(zone);
  return region === undefined ? offsets : [tzOffset(region, new Date(`${date}T12:00:00Z`))];
}

/** Returns the minutes east of Greenwich of a zone on a day (YYYY-MM-DD); undefined if the name is not known or ambiguous. */
export function zoneOffset(zone: string, date: string): number | undefined {
  const offsets = ambiguous.has(zone.trim().toUpperCase()) ? [] : possibleOffsets(zone, date);
  return offsets[0];
}

/** Returns the IANA name of a zone with daylight saving ("PT", "PST/PDT", "Europe/Berlin"); undefined for other and unknown zones. */
export function regionOf(zone: string): string | undefined {
  return meaningOf(zone).region;
}

const area = /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+){1,2}$/;

/**
 * Returns a result if the name of a time zone is unknown, with the name that was probably meant, if one is close. Undefined if the name
 * is known, or in words that cannot be checked ("our time").
 */
export function unknownZone(name: string): { readonly meant?: string } | undefined {
  // "CET (Berlin)" is CET, and "CE(S)T" is whole.
  const bare = (/\([A-Z]\)/.test(name) ? name : (name.split('(', 1)[0] ?? '')).trim();
  const plain = /^(?:UTC|GMT)?\s?[+\-−]?\d{1,2}(?::?\d{2})?$/i.test(bare);
  if (plain || bare.toUpperCase() === 'LOCAL' || isKnown(bare) || isZone(bare)) {
    return undefined;
  }
  if (area.test(bare)) {
    const meant = nearest(bare, Intl.supportedValuesOf('timeZone'));
    return meant === undefined ? {} : { meant };
  }
  return /^[A-Z]{2,5}$/.test(bare) ? {} : undefined;
}

function isKnown(zone: string): boolean {
  const { region, offsets } = meaningOf(zone);
  return region !== undefined || offsets.length > 0;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function namesIn(names: string): string[] {
  return names.split(' ').map((name) => name.replaceAll('_', ' ').toUpperCase());
}
