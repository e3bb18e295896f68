import type { Duration } from 'date-fns';

const units = {
  d: 'days',
  day: 'days',
  dia: 'days',
  tag: 'days',
  jour: 'days',
  w: 'weeks',
  wk: 'weeks',
  week: 'weeks',
  semana: 'weeks',
  woche: 'weeks',
  semaine: 'weeks',
  m: 'months',
  mo: 'months',
  month: 'months',
  mes: 'months',
  monat: 'months',
  mois: 'months',
  q: 'quarters',
  quarter: 'quarters',
  trimestre: 'quarters',
  quartal: 'quarters',
  y: 'years',
  yr: 'years',
  year: 'years',
  ano: 'years',
  jahr: 'years',
  an: 'years',
} as const;
type Unit = (typeof units)[keyof typeof units];

const adverbs: Readonly<Record<string, readonly [number, Unit]>> = {
  daily: [1, 'days'],
  weekly: [1, 'weeks'],
  biweekly: [2, 'weeks'],
  fortnightly: [2, 'weeks'],
  monthly: [1, 'months'],
  bimonthly: [2, 'months'],
  quarterly: [1, 'quarters'],
  biannually: [6, 'months'],
  semiannually: [6, 'months'],
  'semi-annually': [6, 'months'],
  yearly: [1, 'years'],
  annually: [1, 'years'],
  annual: [1, 'years'],
  mensal: [1, 'months'],
  trimestral: [1, 'quarters'],
  semestral: [6, 'months'],
  anual: [1, 'years'],
};
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const iso = /^P(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/i;
const counted =
  /^(?:every |each |in |after |once (?:a |an |per |every )|cada |alle |todos os |a |an )?(?:(\d{1,4})[\s-]*|([a-z]+)[\s-]+)?(\p{L}+)$/u;

/** A length of calendar time as teams write it: "6 months", "3mo", "P6M", "every 90 days", "quarterly"; undefined for other texts. */
export function readInterval(text: string): Duration | undefined {
  const bare = text
    .trim()
    .replace(/[.;,]$/, '')
    .toLowerCase();
  const exact = iso.exec(bare);
  if (exact !== null && bare.length > 1) {
    const [years, months, weeks, days] = exact.slice(1).map((part: string | undefined) => Number(part ?? 0));
    return { years: years ?? 0, months: months ?? 0, weeks: weeks ?? 0, days: days ?? 0 };
  }
  const adverb = Object.hasOwn(adverbs, bare) ? adverbs[bare] : undefined;
  if (adverb !== undefined) {
    return durationOf(...adverb);
  }
  const match = counted.exec(bare);
  const unit = unitOf(match?.[3] ?? '');
  const written = match?.[1] ?? match?.[2];
  const count = written === undefined ? 1 : countOf(written);
  return unit === undefined || count === undefined || count === 0 ? undefined : durationOf(count, unit);
}

function countOf(text: string): number | undefined {
  const place = numbers.indexOf(text);
  return /^\d+$/.test(text) ? Number(text) : place === -1 ? undefined : place + 1;
}

function unitOf(word: string): Unit | undefined {
  const folded = word.normalize('NFKD').replace(/\p{Mark}/gu, '');
  const known = new Map<string, Unit>(Object.entries(units));
  return [folded, folded.replace(/s$/, ''), folded.replace(/(?:e|en|es|n)$/, '')]
    .map((form) => known.get(form))
    .find((unit) => unit !== undefined);
}

function durationOf(count: number, unit: Unit): Duration {
  return unit === 'quarters' ? { months: 3 * count } : { [unit]: count };
}
