import { trimmedEnd } from '../../text/ends.ts';
import { replaceHidden } from '../../text/one-line.ts';

/** Sequences that control a terminal: colours, titles, moves of the cursor, marks of shell integration. */
const control =
  // oxlint-disable-next-line no-control-regex
  /\u001b(?:\[[ -?]*[@-~]|[\]P^_X][^\u0007\u001b]*(?:\u0007|\u001b\\|$)|[ -/]*[0-~])|\u009b[\d;:?]*[ -/]*[@-~]/g;

const head = 10;
const tail = 20;
const longestLine = 300;

/** The output of a command for a record. */
export interface Shortened {
  readonly text: string;
  /** Lines that are left out. */
  readonly left: number;
}

/** Returns a terminal's output as text: without control sequences, and of an overwritten line only its last state. */
export function outputText(raw: string): string {
  const lines = raw
    .replace(control, '')
    .split('\n')
    .map((line) => {
      const bare = trimmedEnd(line, /[\r ]/);
      const last = withoutBackspaces(bare.slice(bare.lastIndexOf('\r') + 1)).replaceAll('\t', '    ');
      return replaceHidden(last, () => '').trimEnd();
    });
  const first = Math.max(
    0,
    lines.findIndex((line) => line !== ''),
  );
  return lines.slice(first, lines.findLastIndex((line) => line !== '') + 1).join('\n');
}

/** Returns output with at most 31 lines of 300 characters: how it begins and how it ends. */
export function shortenedOutput(raw: string): Shortened {
  const lines = outputText(raw)
    .split('\n')
    .map((line) =>
      line.length > longestLine ? `${line.slice(0, longestLine - 1).replace(/[\ud800-\udbff]$/, '')}…` : line,
    );
  const left = lines.length - head - tail;
  return left <= 1
    ? { text: lines.join('\n'), left: 0 }
    : { text: [...lines.slice(0, head), `… ${left} lines …`, ...lines.slice(-tail)].join('\n'), left };
}

function withoutBackspaces(line: string): string {
  if (!line.includes('\b')) {
    return line;
  }
  const kept: string[] = [];
  for (const character of line) {
    if (character === '\b') {
      kept.pop();
    } else {
      kept.push(character);
    }
  }
  return kept.join('');
}

/** Returns a text with secrets replaced by their placeholders. */
export function withoutSecrets(text: string, secrets: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [written, value] of secrets) {
    result = value === '' ? result : result.replaceAll(value, written);
  }
  return result;
}

/** Returns a command as code in running text, whatever backticks it has. */
export function codeSpan(command: string): string {
  const line = command.replace(/\s+/g, ' ').trim();
  let fence = '`';
  while (line.includes(fence)) {
    fence += '`';
  }
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
