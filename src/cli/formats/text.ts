import { logLine, type Position } from '../../core/index.ts';
import type { Report } from '../report.ts';

/** Returns one line per finding, then notes and summary. */
export function toText({ findings, notes, summary }: Report): string {
  const lines = findings.map(
    ({ path, range, severity, message, rule }) => `${path}:${place(range.start)} ${severity} ${message} [${rule}]`,
  );
  return `${[...lines, ...notes, summary].map(logLine).join('\n')}\n`;
}

function place({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}
