import { matchAt } from './sticky.ts';

/** A day that is told by a word. What stands around it says which date is meant. */
export type DayWord =
  /** "Tue", "Wednesday"; Sunday is 0. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** "next day" and "+1d" are 1, "same day" 0, "the day before" -1. */
  | { readonly kind: 'shift'; readonly days: number }
  /** "Day 2". */
  | { readonly kind: 'numbered'; readonly number: number };

/** Names of weekdays in English, German, French, Spanish, Portuguese, Japanese and Korean, without accents; Sunday first. */
const weekdayNames: ReadonlyArray<readonly string[]> = [
  ['sunday', 'sun', 'sonntag', 'so', 'dimanche', 'dim', 'domingo', 'dom', '日曜日', '日曜', '일요일'],
  ['monday', 'mon', 'montag', 'mo', 'lundi', 'lun', 'lunes', 'segunda-feira', 'segunda', '月曜日', '月曜', '월요일'],
  ['tuesday', 'tues', 'tue', 'dienstag', 'di', 'mardi', 'mar', 'martes', 'terca-feira', '火曜日', '火曜', '화요일'],
  [
    'wednesday',
    'weds',
    'wed',
    'mittwoch',
    'mi',
    'mercredi',
    'mer',
    'miercoles',
    'mie',
    'quarta-feira',
    '水曜日',
    '水曜',
    '수요일',
  ],
  [
    'thursday',
    'thurs',
    'thur',
    'thu',
    'donnerstag',
    'do',
    'jeudi',
    'jeu',
    'jueves',
    'jue',
    'quinta-feira',
    '木曜日',
    '木曜',
    '목요일',
  ],
  ['friday', 'fri', 'freitag', 'fr', 'vendredi', 'ven', 'viernes', 'vie', 'sexta-feira', '金曜日', '金曜', '금요일'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'sa', 'samedi', 'sam', 'sabado', 'sab', '土曜日', '土曜', '토요일'],
];
const weekdayOf: ReadonlyMap<string, number> = new Map(
  weekdayNames.flatMap((names, weekday) => names.map((name) => [name, weekday] as const)),
);
const name = /(?:[a-zçéáà]{2,10}(?:-feira)?(?![\p{L}\p{N}])|[日月火水木金土]曜日?|[일월화수목금토]요일)\.?/iuy;
/** In brackets one letter is enough: "3/5(火)". */
const inBrackets = /[日月火水木金土](?=[)\]])/y;
const letters = '日月火水木金土';

const shifts: ReadonlyArray<readonly [pattern: RegExp, days: number]> = [
  [
    /(?:the\s+)?(?:next|following)\s+(?:day|morning)\b|(?:am\s+)?(?:n[äa]chste[nr]|folgenden)\s+(?:tag|morgen)\b|(?:am\s+)?(?:folgetag|tag\s+darauf)\b|(?:le\s+)?lendemain(?:\s+matin)?\b|(?:al\s+|el\s+)?d[ií]a\s+siguiente\b|(?:no\s+)?dia\s+seguinte\b|翌日|翌朝|次の日|次日|第二天|다음\s?날|익일/iuy,
    1,
  ],
  [
    /(?:the\s+)?same\s+day\b|(?:am\s+)?(?:selben|gleichen)\s+tag\b|(?:le\s+)?m[êe]me\s+jour\b|(?:el\s+)?mismo\s+d[ií]a\b|(?:no\s+)?mesmo\s+dia\b|当日|同日|당일/iuy,
    0,
  ],
  [
    /(?:the\s+)?(?:previous\s+day|(?:day|night)\s+before)\b|(?:am\s+)?(?:vortag|tag\s+(?:davor|zuvor))\b|(?:la\s+)?veille\b|(?:el\s+)?d[ií]a\s+anterior\b|(?:no\s+)?dia\s+anterior\b|前日|전날/iuy,
    -1,
  ],
];
const later =
  /\+\s?(\d{1,2})\s?(?:d(?:ays?)?|tage?|jours?|d[ií]as?)(?![\p{L}\p{N}])|[DdTJ]\+(\d{1,2})(?![\w:.])|(\d{1,2}|one|two|three|four|five)\s+days?\s+later\b|(\d{1,2})\s?日後/iuy;
const plus = /\+\s?(\d)(?=[)\]])/y;
const numbered =
  /(?:day|tag|jour|d[ií]a)\s*#?\s?(\d{1,2})(?!\s*(?:st|nd|rd|th)\b|\d|[:./h]\d)|第?\s?(\d{1,2})\s?(?:日目|天(?!後|后))/iuy;
const counts = ['zero', 'one', 'two', 'three', 'four', 'five'];

/** The day word that stands exactly at `at`, and where the text goes on; undefined where none does. */
export function readDayWord(text: string, at: number): { readonly word: DayWord; readonly end: number } | undefined {
  for (const [pattern, days] of shifts) {
    const found = matchAt(pattern, text, at);
    if (found !== undefined) {
      return { word: { kind: 'shift', days }, end: at + found[0].length };
    }
  }
  const bracketed = /[([]$/.test(text.slice(0, at));
  const shift = matchAt(later, text, at) ?? (bracketed ? matchAt(plus, text, at) : undefined);
  if (shift !== undefined) {
    const count = shift.slice(1).find((group) => group !== undefined) ?? '';
    const days = /\d/.test(count) ? Number(count) : counts.indexOf(count.toLowerCase());
    return { word: { kind: 'shift', days }, end: at + shift[0].length };
  }
  const day = matchAt(numbered, text, at);
  if (day !== undefined) {
    return { word: { kind: 'numbered', number: Number(day[1] ?? day[2]) }, end: at + day[0].length };
  }
  return readWeekday(text, at, bracketed);
}

function readWeekday(text: string, at: number, bracketed: boolean): ReturnType<typeof readDayWord> {
  const letter = bracketed ? matchAt(inBrackets, text, at) : undefined;
  if (letter !== undefined) {
    return { word: { kind: 'weekday', weekday: letters.indexOf(letter[0]) }, end: at + letter[0].length };
  }
  const found = matchAt(name, text, at);
  const weekday = weekdayOf.get(
    (found?.[0] ?? '')
      .toLowerCase()
      .replace(/\.$/, '')
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, ''),
  );
  return found === undefined || weekday === undefined
    ? undefined
    : { word: { kind: 'weekday', weekday }, end: at + found[0].length };
}
