import { matchAt } from './sticky.ts';

const unit =
  /(\d{1,5}(?:[.,]\d{1,2})?)\s*(d(?:ays?)?|h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?|dias?|horas?|minutos?|tage?n?|stunden?|minuten|jours?|heures?)\b|(\d{1,5}(?:\.\d{1,2})?)\s?(日|天|일|時間|小时|小時|시간|分钟|分鐘|分|분|秒|초)間?/giy;
/** The first signs of Japanese, Chinese and Korean units, and the units that they stand for. */
const signs: ReadonlyMap<string, string> = new Map(
  ['日天일 d', '時小시 h', '分분 m', '秒초 s'].flatMap((group) => {
    const [first = '', unit = ''] = group.split(' ');
    return [...first].map((sign) => [sign, unit] as const);
  }),
);
const separator = /\s*(?:(?:,|and|e|y|und|et)\s*)?/iy;
const perUnit: Readonly<Record<string, number>> = { d: 1440, t: 1440, j: 1440, h: 60, m: 1 };

/** The minutes of a text that begins with a length of time, such as "2h 30m" or "about 90 minutes"; undefined where it begins otherwise. */
export function durationIn(text: string): number | undefined {
  let at =
    /^(?:[\s~≈*_`"']|about|around|approx(?:imately|\.)?|roughly|ca\.?|circa|total:?)*/i.exec(text)?.[0].length ?? 0;
  let minutes: number | undefined;
  for (;;) {
    const match = matchAt(unit, text, at);
    if (match === undefined) {
      return minutes;
    }
    const name = signs.get((match[4] ?? '').charAt(0)) ?? (match[2] ?? '').toLowerCase();
    const factor =
      name.startsWith('s') && !name.startsWith('st')
        ? 1 / 60
        : name.startsWith('st')
          ? 60
          : (perUnit[name.charAt(0)] ?? 0);
    minutes = (minutes ?? 0) + Number((match[1] ?? match[3] ?? '').replace(',', '.')) * factor;
    at += match[0].length;
    at += matchAt(separator, text, at)?.[0].length ?? 0;
  }
}

/** A length of time in words for a reader: "2 h 30 min". */
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
