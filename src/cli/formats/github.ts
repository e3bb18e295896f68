import { logLine, newsOf, newsText, withinLogLine, type News, type Severity } from '../../core/index.ts';
import type { Located, Report } from '../report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Returns workflow commands of GitHub Actions, which become annotations, one for findings that say the same, then notes and summary for the log. */
export function toGithub({ findings, notes, summary }: Report): string {
  return `${[...newsOf(findings).map(commandOf), ...notes.map(logLine), logLine(summary)].join('\n')}\n`;
}

function commandOf(news: News<Located>): string {
  const { severity, file, range, rule } = news.first;
  const { start, end } = range;
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub accepts columns only if a finding starts and ends on one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(newsText(news))}`;
}

/** Escapes line breaks as the service expects them. Other control characters are made visible. */
function escapeData(text: string): string {
  const lines = text.replaceAll('%', '%25').split(/(\r|\n)/);
  return lines.map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : withinLogLine(part))).join('');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
