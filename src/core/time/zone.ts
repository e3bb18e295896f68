import { tzOffset } from '@date-fns/tz';
import { once } from '../util/memo.ts';
import { zoneAliases, zoneNames } from '../vocabulary/calendar.ts';
import { ended, whole, written } from '../vocabulary/words.ts';
import { matchAt } from './sticky.ts';

/** Minutes east of Greenwich of the abbreviations that mean one thing. */
const offsets: ReadonlyMap<string, number> = new Map([
  ...pairs(0, ['UTC', 'GMT', 'Z', 'WET']),
  ...pairs(60, ['CET', 'WEST', 'WAT']),
  ...pairs(120, ['CEST', 'EET', 'SAST', 'CAT']),
  ...pairs(180, ['EEST', 'MSK', 'EAT']),
  ...pairs(480, ['SGT', 'HKT', 'AWST']),
  ...pairs(540, ['JST', 'KST']),
  ...pairs(600, ['AEST']),
  ...pairs(660, ['AEDT']),
  ...pairs(720, ['NZST']),
  ...pairs(780, ['NZDT']),
  ...pairs(-180, ['BRT', 'ART']),
  ...pairs(-240, ['EDT']),
  ...pairs(-300, ['EST', 'CDT', 'COT', 'PET']),
  ...pairs(-360, ['MDT']),
  ...pairs(-420, ['MST', 'PDT']),
  ...pairs(-480, ['PST']),
]);

/** Names that mean summer or winter time, whichever holds. */
const regional: ReadonlyMap<string, string> = new Map([
  ['ET', 'America/New_York'],
  ['EASTERN', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['CENTRAL', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['MOUNTAIN', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
  ['PACIFIC', 'America/Los_Angeles'],
]);

/** Abbreviations that mean several zones: they say which clock was read, to those who were there. */
const ambiguous = [
  'CST',
  'IST',
  'BST',
  'ACST',
  'ACDT',
  'AKST',
  'AKDT',
  'HST',
  'PKT',
  'ICT',
  'WIB',
  'CLT',
  'BRST',
  'AST',
  'ADT',
];

const short = [...offsets.keys(), ...ambiguous, 'ET', 'CT', 'MT', 'PT'].filter((name) => name.length > 1);
const byLength = short.toSorted((a, b) => b.length - a.length).join('|');
const shift = '\\s?[+-]\\s?(?:1[0-4]|0?\\d)(?::?[0-5]\\d)?(?!\\d)';
const iana =
  '(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Etc)/[A-Za-z_]{2,30}(?:/[A-Za-z_]{2,30})?';
const spoken =
  '(?:Central European|Eastern European|Western European|British|Pacific|Eastern|Central|Mountain|Irish|Indian|Japan|Australian Eastern)(?: (?:Standard|Daylight|Summer))? [Tt]ime';
const clear = [...offsets.keys(), ...ambiguous].filter((name) => name.length > 2);
const patterns = once(() => {
  const names = zoneNames();
  const times = written(({ time }) => time.times);
  return {
    behind: new RegExp(
      `(?:(?:UTC|GMT)${shift}|${iana}|${spoken}|${ended(names)}|(?:${byLength})\\b|(?:Pacific|Eastern|local time)\\b|(?<=\\d)Z\\b|(?:(?<=:\\d\\d\\s?)\\+|(?<=:\\d\\d:\\d\\d)-)(?:1[0-4]|0\\d):?[0-5]\\d\\b)`,
      'uy',
    ),
    anywhere: new RegExp(
      `(?:UTC|GMT)${shift}|\\b${iana}|\\b${spoken}|\\b(?:${clear.join('|')})\\b|${whole(names)}|\\blocal time\\b`,
      'u',
    ),
    /** Short or unusual names count where the text speaks of times: "all times in ET", "Times: Zurich time". */
    spokenOf: new RegExp(
      `${whole(times)}.{0,40}?(\\b(?:ET|CT|MT|PT|Pacific|Eastern|Mountain|UC/[A-Z][a-z]+)\\b|\\b[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:local )?time\\b)|\\((ET|CT|MT|PT)\\)`,
      'u',
    ),
  };
});

/** The zone that is written exactly at `at`, and where the text goes on. */
export function readZone(text: string, at: number): { zone: string; end: number } | undefined {
  const match = matchAt(patterns().behind, text, at);
  return match === undefined ? undefined : { zone: match[0], end: at + match[0].length };
}

/** The first zone that a title, a column's header or an introduction names. */
export function findZone(text: string): string | undefined {
  const head = text.slice(0, 2000);
  const spokenZone = patterns().spokenOf.exec(head);
  return patterns().anywhere.exec(head)?.[0] ?? spokenZone?.[1] ?? spokenZone?.[2];
}

/** Minutes east of Greenwich of a zone on a day (YYYY-MM-DD); undefined for names that are not known or mean several zones. */
export function zoneOffset(zone: string, date: string): number | undefined {
  const name = international(zone.replace(/\s+/g, ' ').trim());
  const numeric = /^(?:UTC|GMT)?\s?([+-])\s?(\d{1,2}?)(?::?(\d{2}))?$/.exec(name);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const fixed = offsets.get(name);
  if (fixed !== undefined) {
    return fixed;
  }
  const region = regionOf(name);
  return region === undefined ? undefined : tzOffset(region, new Date(`${date}T12:00:00Z`));
}

/** The IANA name of a zone in which summer and winter time change ("PT", "Europe/Berlin"); undefined for others and unknown ones. */
export function regionOf(zone: string): string | undefined {
  const name = international(zone.trim());
  const region = regional.get(name.toUpperCase().replace(/ TIME$/, '')) ?? (name.includes('/') ? name : undefined);
  return region === undefined || Number.isNaN(tzOffset(region, new Date(0))) ? undefined : region;
}

/** The international name of a zone that is written in some language; others as they are. */
function international(zone: string): string {
  return zoneAliases().get(zone.toLowerCase()) ?? zone;
}

function pairs(offset: number, names: readonly string[]): Array<[string, number]> {
  return names.map((name) => [name, offset]);
}
