import type { Scan } from './scan.ts';
import type { UnitCollector } from './units.ts';

// Follows the rules of cmd.exe: `^` escapes outside of double quotes, quotes end with their line, parentheses group.

const remark = /[ \t]*(?:::|@?rem(?![\w-]))[^\n]*/iy;

/** Reads code for cmd.exe; see `scan`. */
export function scanCmd(code: string, out: UnitCollector): Scan {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < code.length;) {
    const character = code.charAt(at);
    remark.lastIndex = at;
    const comment = at === 0 || code.charAt(at - 1) === '\n' ? remark.exec(code)?.[0].length : undefined;
    if (out.isTooLong) {
      at = out.giveUp();
      [depth, quoted] = [0, false];
    } else if (comment !== undefined) {
      out.skip(at, at + comment, '');
      at += comment;
    } else if (character === '\n') {
      quoted = false;
      if (depth === 0) {
        out.skip(at, at + 1, '');
        out.finish(true);
      } else {
        out.take(at, at + 1, 'bare');
      }
      at += 1;
    } else if (character === '^' && !quoted && code.charAt(at + 1) === '\n') {
      out.skip(at, at + 2, '', 'bare');
      at += 2;
    } else if (character === '^' && !quoted) {
      out.take(at, Math.min(at + 2, code.length), 'bare');
      at += 2;
    } else {
      if (character === '"') {
        quoted = !quoted;
      }
      if (!quoted) {
        depth = Math.max(0, depth + (character === '(' ? 1 : character === ')' ? -1 : 0));
      }
      out.take(at, at + 1, quoted && character !== '"' ? 'double' : 'bare');
      at += 1;
    }
    if (at >= code.length && depth > 0) {
      at = out.giveUp();
      depth = 0;
    }
  }
  out.finish(true);
  return { units: out.units, surroundings: out.surroundings };
}
