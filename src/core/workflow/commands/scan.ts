import { scanCmd } from './scan-cmd.ts';
import { scanPosix } from './scan-posix.ts';
import { scanPowerShell } from './scan-powershell.ts';
import { marksIn } from './marks.ts';
import type { ShellFamily } from './shell-family.ts';
import { UnitCollector } from './units.ts';

/**
 * The surroundings of a character of code. In `plain` (backticks, arithmetic, `${…}`) only values that mean nothing to
 * a shell can be put; in `closed` (comments) none. `ansi` is `$'…'`, `heredoc` a here-document that expands variables,
 * `literal` one that does not.
 */
export type Surrounding = 'bare' | 'single' | 'double' | 'ansi' | 'heredoc' | 'literal' | 'plain' | 'closed';

/** One command of a piece of code: a line, the lines that it goes on in, or a whole loop or here-document. */
export interface Unit {
  /** Offsets in the code, without white space and comments around it. */
  readonly start: number;
  readonly end: number;
  /** The command on one line; undefined if a line break is part of it. */
  readonly line: string | undefined;
  /** Whether it ends with everything closed. */
  readonly whole: boolean;
}

/** Code as a shell reads it. */
export interface Scan {
  readonly units: readonly Unit[];
  /** One for each character. */
  readonly surroundings: readonly Surrounding[];
}

/** Reads code by the rules of a family of shells. Each placeholder with a mark of its own, such as `<pod's name>`, is one word. Never throws. */
export function scan(code: string, family: ShellFamily): Scan {
  let bare = '';
  for (const { start, end } of marksIn(code)) {
    bare += code.slice(bare.length, start) + 'x'.repeat(end - start);
  }
  bare += code.slice(bare.length);
  const out = new UnitCollector(code);
  switch (family) {
    case 'posix':
      return scanPosix(bare, out);
    case 'powershell':
      return scanPowerShell(bare, out);
    case 'cmd':
      return scanCmd(bare, out);
  }
}
