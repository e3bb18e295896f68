import { oneLine, type Range } from '../../../src/core/index.ts';

/** Lines before and after a finding. */
const around = 12;
/** Of a longer finding, only the first lines are shown. */
const longest = 30;
/** Characters of a line: whole paragraphs stand on one. */
const widest = 2000;

/** Returns the lines of a text around a range. Each has its number, and those of the range a mark: `>   12 | text`. */
export function excerpt(text: string, { start, end }: Range): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  // A range that ends before the first character of a line does not have that line.
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  const shown = Math.min(last, start.line + longest - 1);
  const from = Math.max(0, start.line - around);
  const left = last - shown;
  return [
    ...lines.slice(from, shown + 1).map((line, position) => show(line, from + position, from + position >= start.line)),
    ...(left === 0 ? [] : [`         … ${left} more lines of it`]),
    ...lines.slice(last + 1, last + 1 + around).map((line, position) => show(line, last + 1 + position, false)),
  ];
}

function show(line: string, index: number, marked: boolean): string {
  const text = line.length > widest ? `${line.slice(0, widest)}…` : line;
  return `${marked ? '>' : ' '} ${String(index + 1).padStart(5)} | ${oneLine(text.replaceAll('\t', '    '))}`.trimEnd();
}
