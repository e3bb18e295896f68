import { commandNames, unmistakableNames } from './command-names.ts';
import { isWindowsShell } from './languages.ts';

/** A prompt at the start of one line of code. */
export interface Prompt {
  /** Index of its line in the lines that were read. */
  readonly index: number;
  /** Start of the prompt on its line, after the indentation. */
  readonly start: number;
  /** Start of the command. */
  readonly end: number;
  /** Without the white space after it: `$`, `root@web1:~#`. */
  readonly text: string;
}

/** A prompt with a host name. One of a shell in a container (`sh-4.4#`) does not count: it shows where the command belongs. */
const host =
  /^(?:\([\w.-]{1,40}\) ?)?(?:\[[\w.-]{1,60}@[\w.-]{1,80}[ :][^\]\n]{0,120}\] ?|[\w.-]{1,60}@[\w.-]{1,80}(?:[: ][~/\w.-]{0,120})? ?)[$#%]\s*(?=[^\s$#%])/;
const dollar = /^\$\s+(?=\S)/;
const percent = /^%\s+(?=\S)/;
const windows = /^(?:PS(?: (?:[A-Za-z]:\\|[/~])[^>\n]{0,200})?>|[A-Za-z]:\\[^>\n]{0,200}>)\s*(?=\S)/;
const angle = /^>\s+(?=\S)/;
const hash = /^#\s+(?=\S)/;

/** Commands whose names are not English words, so that `# systemctl …` is a root prompt and not a comment. */
const unmistakable = new RegExp(`^(?:${unmistakableNames})\\s+[-./\\w]`);
/** A prompt without a space: a dollar sign in front of a program or a path. */
export const tight = new RegExp(`^\\$(?=(?:\\.{0,2}/|~/)[\\w.-]|(?:${commandNames})(?:\\s+(?![=:+?-]=|=)\\S|\\s*$))`);

const continues = /(?:\\|\||&&|`|\{|\(|\b(?:do|then|else))\s*$/;
const opens = /(?:\{|\bdo|\bthen)\s*$/;
const closes = /^>\s*(?:done|fi|\})/;
const hereDocument = /<<-?\s*['"]?(\w{1,40})['"]?/;

/**
 * Returns the prompts of a block in which every command has one; otherwise none. Blank lines, comments and continuation lines need no
 * prompt. A block with other lines is a session: its prompts separate input from output. A block with different prompts shows where each
 * command is typed. For both the result is empty.
 * @param own further prompts, such as `mysql>`.
 */
export function promptsOf(lines: readonly string[], language: string, own: readonly string[] = []): readonly Prompt[] {
  // A name that the block gives a value is a variable, and so its lines have no prompt.
  const given = new Set(lines.map((line) => /^\s*(?:export\s+|local\s+)?\$?([\w-]+)\s?=/.exec(line)?.[1]));
  const isVariable = (text: string): boolean => given.has(/^\$([\w-]+)/.exec(text)?.[1] ?? '');
  const prompts = behind(lines, (text) => (isVariable(text) ? 0 : promptLength(text, language, own)));
  const found = prompts.length > 0 ? prompts : rootPrompts(lines, language);
  if (prompts.length > 0 && lines.some(isAsRoot)) {
    return [];
  }
  return new Set(found.filter(({ text }) => text !== '>').map(({ text }) => text)).size > 1 ? [] : found;
}

/** Returns whether a prompt names the host for the command, which would be lost without it. */
export function namesHost({ text }: Prompt): boolean {
  return host.test(`${text} x`);
}

/** Whether a line is a command with the prompt of root. */
function isAsRoot(line: string): boolean {
  const text = line.trimStart();
  return hash.test(text) && unmistakable.test(text.replace(hash, ''));
}

function rootPrompts(lines: readonly string[], language: string): readonly Prompt[] {
  if (isWindowsShell(language)) {
    return [];
  }
  const remarks = lines.map((line) => line.trim()).filter((line) => line.startsWith('#'));
  return remarks.every((line) => unmistakable.test(line.replace(hash, '')))
    ? behind(lines, (text) => hash.exec(text)?.[0].length ?? 0)
    : [];
}

/** The prompts of lines that all have one, except lines that need none; empty if one is missing. */
function behind(lines: readonly string[], lengthOf: (text: string) => number): readonly Prompt[] {
  const prompts: Prompt[] = [];
  let goesOn = false;
  let until: string | undefined;
  // In the body of a loop or function, each line has the prompt of a continued line.
  let inBody = false;
  for (const [index, line] of lines.entries()) {
    const text = line.trimStart();
    const start = line.length - text.length;
    if (until !== undefined) {
      until = text.trimEnd() === until ? undefined : until;
      continue;
    }
    const isNext = goesOn || (inBody && angle.test(text));
    const length = isNext ? (angle.exec(text)?.[0].length ?? 0) : lengthOf(text);
    if (length > 0) {
      prompts.push({ index, start, end: start + length, text: text.slice(0, length).trimEnd() });
    } else if (!goesOn && text !== '' && !text.startsWith('#')) {
      return [];
    }
    if (text !== '' && (goesOn || length > 0)) {
      goesOn = continues.test(text);
      inBody = (inBody || opens.test(text)) && !closes.test(text);
      until = hereDocument.exec(text)?.[1];
    }
  }
  return until === undefined ? prompts : [];
}

/** The length of the prompt at the start of a text, with the white space after it; 0 without one. */
function promptLength(text: string, language: string, own: readonly string[]): number {
  const wanted = own.find((prompt) => prompt.trim() !== '' && text.startsWith(prompt.trim()));
  if (wanted !== undefined) {
    const rest = text.slice(wanted.trim().length);
    return rest.trim() === '' ? 0 : text.length - rest.trimStart().length;
  }
  const patterns = isWindowsShell(language) ? [windows, angle, dollar] : [dollar, tight, host, windows];
  const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (match !== undefined && match !== null) {
    return match[0].length;
  }
  const zsh = percent.exec(text);
  return zsh !== null && unmistakable.test(text.slice(zsh[0].length)) ? zsh[0].length : 0;
}
