import { oneLine } from '../../text/one-line.ts';
import type { Surrounding } from './scan.ts';
import type { ShellFamily } from './shell-family.ts';

// The libraries that quote do it for a whole argument: none knows quotation marks around a placeholder, and those that know PowerShell
// and cmd remove characters without a word. The rules here:
// - POSIX.1-2024, Shell Command Language, 2.2: everything is literal in '…'. A quote ends it, so it is written '\''. `!` is history in
//   the "…" of an interactive bash and zsh, so a value with one leaves them: "…"'!'"…".
// - PowerShell, about_Quoting_Rules: everything is literal in '…', a quote (also a curly one) is doubled. In "…" a backtick escapes.
//   Windows PowerShell hands a double quote on to programs wrongly, so a value with one is refused.
// - cmd.exe: "…" keeps all but % (and ! with delayed expansion), and no escape is sure. A value with these is refused.

/** The place in a command at which a value is put. */
export interface Site {
  readonly family: ShellFamily;
  readonly surrounding: Surrounding;
  /** The characters right before and after it; empty at an end. */
  readonly before: string;
  readonly after: string;
  /** Whether another shell reads the command again, as with `ssh` and `sh -c`. */
  readonly readAgain: boolean;
}

const plain: Readonly<Record<ShellFamily, RegExp>> = {
  posix: /^[\w./:@%+,-][\w./:@%+,=-]*$/,
  powershell: /^[\w./\\:][\w./\\:-]*$/,
  cmd: /^[\w./\\:@+-]+$/,
};
/** Means nothing to any shell, nor to arithmetic. */
const meaningless = /^[\w.:@/-]+$/;

/** Returns whether a value means nothing to a shell of the family, so that it can be put anywhere as it is. */
export function isPlainValue(value: string, family: ShellFamily): boolean {
  return plain[family].test(value);
}

/** Returns why a value cannot be put in a place, as the end of a sentence; undefined if it can. */
export function valueProblem(
  value: string,
  { family, surrounding, before, after, readAgain }: Site,
): string | undefined {
  if (oneLine(value) !== value) {
    return 'has a line break or another invisible character';
  }
  if ((surrounding === 'plain' || readAgain) && !meaningless.test(value)) {
    return readAgain
      ? 'would be read again by another shell; only letters, digits and . _ : @ / - are safe there'
      : 'can only have letters, digits and . _ : @ / - here';
  }
  if (surrounding === 'closed') {
    return 'is in a comment';
  }
  if (family === 'powershell' && surrounding !== 'literal') {
    const alone = /^[\s(;|=,{]?$/.test(before) && /^[\s);|,}]?$/.test(after);
    if (value.includes('"')) {
      return 'has a double quote, which Windows PowerShell does not pass on';
    }
    if (/\s/.test(value) && value.endsWith('\\')) {
      return 'has a space and ends with a backslash, which Windows PowerShell does not pass on';
    }
    if (surrounding === 'bare' && !alone && !plain.powershell.test(value)) {
      return 'needs quotation marks, but is only a part of a word here';
    }
  }
  if (family === 'cmd') {
    const refused = /["%!]/.exec(value)?.[0];
    if (refused !== undefined) {
      return `has the character ${refused}, which cmd cannot quote`;
    }
    if (value.endsWith('\\') && (surrounding === 'double' ? after === '"' : !plain.cmd.test(value))) {
      return 'ends with a backslash, which would take away the quotation mark after it';
    }
  }
  return undefined;
}

/** Returns a value as it is written in a place, so that the shell reads it letter by letter. Only for values without a `valueProblem`. */
export function quotedValue(value: string, { family, surrounding }: Site): string {
  switch (family) {
    case 'posix':
      return forPosix(value, surrounding);
    case 'powershell':
      return forPowerShell(value, surrounding);
    case 'cmd':
      return surrounding === 'double' || plain.cmd.test(value) ? value : `"${value}"`;
  }
}

function forPosix(value: string, surrounding: Surrounding): string {
  const inner = value.replaceAll("'", String.raw`'\''`);
  switch (surrounding) {
    case 'bare':
      return plain.posix.test(value) ? value : `'${inner}'`;
    case 'double':
      return /[$`\\"!]/.test(value) ? `"'${inner}'"` : value;
    case 'single':
      return inner;
    case 'ansi':
      return value.replace(/[\\']/g, String.raw`\$&`);
    case 'heredoc':
      return value.replace(/[\\$`]/g, String.raw`\$&`);
    default:
      return value;
  }
}

function forPowerShell(value: string, surrounding: Surrounding): string {
  const inner = value.replace(/['\u2018-\u201b]/g, '$&$&');
  switch (surrounding) {
    case 'bare':
      return plain.powershell.test(value) ? value : `'${inner}'`;
    case 'double':
      return value.replace(/[`$\u201c-\u201e]/g, '`$&');
    case 'single':
      return inner;
    default:
      return value;
  }
}
