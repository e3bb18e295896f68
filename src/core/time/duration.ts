import { once } from '../util/memo.ts';
import { anywhere, ended, wordsIn, written } from '../vocabulary/words.ts';
import { matchAt } from './sticky.ts';

const minutesIn = { days: 1440, hours: 60, minutes: 1, seconds: 1 / 60 } as const;
type Unit = keyof typeof minutesIn;
const patterns = once(() => {
  const units = (Object.keys(minutesIn) as Unit[]).map(
    (unit) => `(?<${unit}>${ended(written(({ time }) => time.units[unit]))})`,
  );
  return {
    lead: new RegExp(`(?:[\\s~≈*_\`"']|${anywhere(written(({ time }) => time.about))}|total:?)*`, 'iuy'),
    unit: new RegExp(`(\\d{1,5}(?:[.,]\\d{1,2})?)\\s*(?:${units.join('|')})`, 'iuy'),
    and: new RegExp(`\\s*(?:(?:,|${wordsIn(({ grammar }) => grammar.and).join('|')})\\s*)?`, 'iuy'),
  };
});

/** Returns the minutes of a duration at the start of a text, such as "2h 30m" or "about 90 minutes"; undefined if there is none. */
export function durationIn(text: string): number | undefined {
  let at = matchAt(patterns().lead, text, 0)?.[0].length ?? 0;
  let minutes: number | undefined;
  for (;;) {
    const match = matchAt(patterns().unit, text, at);
    if (match === undefined) {
      return minutes;
    }
    const unit = (Object.keys(minutesIn) as Unit[]).find((name) => match.groups?.[name] !== undefined);
    const factor = unit === undefined ? 0 : minutesIn[unit];
    minutes = (minutes ?? 0) + Number((match[1] ?? '').replace(',', '.')) * factor;
    at += match[0].length;
    at += matchAt(patterns().and, text, at)?.[0].length ?? 0;
  }
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
