import { once } from '../util/memo.ts';
import { anywhere, ended, wordsIn, written } from '../vocabulary/words.ts';
import { matchAt } from './sticky.ts';

const minutesIn = { days: 1440, hours: 60, minutes: 1, seconds: 1 / 60 } as const;
type Unit = keyof typeof minutesIn;
const patterns = once(() => {
  const names = Object.keys(minutesIn) as Unit[];
  const units = names.map((unit) => `(?<${unit}>${ended(written(({ time }) => time.units[unit]))})`);
  const hours = ended(written(({ time }) => time.units.hours));
  return {
    lead: new RegExp(`(?:[\\s~≈*_\`"']|${anywhere(written(({ time }) => time.about))}|total:?)*`, 'iuy'),
    /** "3h58" has its minutes without a unit. */
    unit: new RegExp(
      `(\\d{1,5}(?:[.,]\\d{1,2})?)\\s*(?:${units.join('|')}|(?<short>h)(?=\\d{1,2}(?!\\d)))|(?<=\\dh)(?<rest>\\d{2})`,
      'iuy',
    ),
    and: new RegExp(`\\s*(?:(?:,|${wordsIn(({ grammar }) => grammar.and).join('|')})\\s*)?`, 'iuy'),
    clock: new RegExp(`(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d)|\\s?${hours})(?!\\d)`, 'iuy'),
    iso: /P(?:(\d{1,3})D)?T?(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,5}S)?\b/y,
    only: /\d{1,5}(?:[.,]\d{1,2})?(?=\s*$)/y,
    names: names.map(
      (unit) => [unit, new RegExp(`(?<!\\p{L})${ended(written(({ time }) => time.units[unit]))}`, 'iu')] as const,
    ),
  };
});

/**
 * Returns the minutes of a duration at the start of a text, such as "2h 30m", "3h58", "PT4H" or "about 90 minutes"; undefined if there is none.
 * @param label that may name the unit of a number alone: "duration_minutes".
 */
export function durationIn(text: string, label = ''): number | undefined {
  const { lead, unit: counted, and, clock, iso, only, names } = patterns();
  let at = matchAt(lead, text, 0)?.[0].length ?? 0;
  const parts = matchAt(clock, text, at) ?? matchAt(iso, text, at);
  if (parts?.[0].startsWith('P') === true) {
    const [days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return parts[0].length < 3 ? undefined : days * 1440 + hours * 60 + minutes;
  }
  if (parts !== undefined) {
    return Number(parts[1]) * 60 + Number(parts[2]);
  }
  let minutes: number | undefined;
  for (;;) {
    const match = matchAt(counted, text, at);
    if (match === undefined) {
      break;
    }
    const { rest, short, ...units } = match.groups ?? {};
    const unit = (Object.keys(minutesIn) as Unit[]).find((name) => units[name] !== undefined);
    const factor = rest === undefined ? (unit === undefined ? (short === undefined ? 0 : 60) : minutesIn[unit]) : 1;
    minutes = (minutes ?? 0) + Number((rest ?? match[1] ?? '').replace(',', '.')) * factor;
    at += match[0].length;
    at += matchAt(and, text, at)?.[0].length ?? 0;
  }
  const bare = minutes === undefined ? matchAt(only, text, at)?.[0] : undefined;
  const unit = bare === undefined ? undefined : names.find(([, name]) => name.test(label.replace(/[_-]/g, ' ')))?.[0];
  return bare === undefined || unit === undefined ? minutes : Number(bare.replace(',', '.')) * minutesIn[unit];
}

/** Returns a duration as text for a reader: "2 h 30 min". */
export function durationText(minutes: number): string {
  const whole = Math.round(minutes);
  const parts = [
    [Math.floor(whole / 1440), 'd'],
    [Math.floor((whole % 1440) / 60), 'h'],
    [whole % 60, 'min'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return shown.length === 0 ? '0 min' : shown.join(' ');
}
