import type { Scan } from './scan.ts';
import type { UnitCollector } from './units.ts';

// Follows about_Quoting_Rules and about_Parsing of PowerShell. Curly quotation marks count as straight ones, as they do there.

type Frame = 'single' | 'double' | 'hereSingle' | 'hereDouble' | 'group';

const singles = /['\u2018-\u201b]/;
const doubles = /["\u201c-\u201e]/;

/** Reads code for PowerShell; see `scan`. */
export function scanPowerShell(code: string, out: UnitCollector): Scan {
  let frames: Frame[] = [];
  let goesOn = false;
  let at = 0;
  const take = (length: number, closes = false): void => {
    const frame = frames.at(-1);
    const surrounding =
      frame === 'hereSingle'
        ? 'literal'
        : frame === 'hereDouble'
          ? 'plain'
          : frame === 'single' || frame === 'double'
            ? frame
            : 'bare';
    out.take(at, Math.min(at + length, code.length), surrounding);
    if (closes) {
      frames.pop();
    }
    at += length;
  };
  const open = (length: number, frame: Frame): void => {
    take(length);
    frames.push(frame);
  };
  while (at < code.length) {
    const character = code.charAt(at);
    const next = code.charAt(at + 1);
    const frame = frames.at(-1);
    if (out.isTooLong) {
      at = out.giveUp();
      frames = [];
    } else if (frame === 'hereSingle' || frame === 'hereDouble') {
      const ends = character === '\n' && /^\n['"]@/.test(code.slice(at, at + 3));
      take(ends ? 3 : 1, ends);
    } else if (frame === 'single') {
      take(1, singles.test(character));
    } else if (character === '`' && next === '\n' && frame !== 'double') {
      out.skip(at, at + 2, ' ', 'bare');
      at += 2;
    } else if (character === '`') {
      take(2);
    } else if (frame === 'double') {
      if (code.startsWith('$(', at)) {
        open(2, 'group');
      } else {
        take(1, doubles.test(character));
      }
    } else if (character === '\n') {
      if (frame === undefined && !goesOn) {
        out.skip(at, at + 1, '');
        out.finish(true);
        at += 1;
      } else if (frame === undefined) {
        out.skip(at, at + 1, ' ', 'bare');
        at += 1;
      } else {
        take(1);
      }
    } else if (character === '@' && (next === "'" || next === '"')) {
      open(2, next === "'" ? 'hereSingle' : 'hereDouble');
    } else if (singles.test(character)) {
      open(1, 'single');
    } else if (doubles.test(character)) {
      open(1, 'double');
    } else if (character === '#' && (at === 0 || /[\s;(){}]/.test(code.charAt(at - 1)))) {
      const stop = code.indexOf('\n', at);
      const end = stop === -1 ? code.length : stop;
      out.skip(at, end, '');
      at = end;
    } else if (/[({[]/.test(character)) {
      open(1, 'group');
    } else if (/[)}\]]/.test(character)) {
      take(1, frame === 'group');
    } else {
      goesOn = /\s/.test(character) ? goesOn : character === '|';
      take(1);
    }
    if (at >= code.length && frames.length > 0) {
      at = out.giveUp();
      frames = [];
    }
  }
  out.finish(!goesOn);
  return { units: out.units, surroundings: out.surroundings };
}
