import { logLine, newsOf, newsText, type Position } from '../../core/index.ts';
import type { Report } from '../report.ts';

/** Returns one line per finding, or for findings that say the same, then notes and summary. */
export function toText({ findings, notes, summary }: Report): string {
  const lines = newsOf(findings).map((news) => {
    const { path, range, severity, rule } = news.first;
    return `${path}:${place(range.start)} ${severity} ${newsText(news)} [${rule}]`;
  });
  return `${[...lines, ...notes, summary].map(logLine).join('\n')}\n`;
}

function place({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}
