import type { Severity } from '../../core/index.ts';
import { oneLine, type Located, type Report } from '../report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions, which become annotations on the lines that a finding is about, then the notes and
 * the summary, which stay in the log.
 */
export function toGithub({ findings, notes, summary }: Report): string {
  return `${[...findings.map(commandOf), ...notes.map(logLine), logLine(summary)].join('\n')}\n`;
}

function commandOf({ severity, file, range, rule, message }: Located): string {
  const { start, end } = range;
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns only where a finding begins and ends on one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(message)}`;
}

/** A line that cannot be taken for a command, whatever file names it holds. */
function logLine(text: string): string {
  return oneLine(text)
    .replaceAll(/:(?=:)/g, ': ')
    .replaceAll('##[', '## [');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
