import { logLine, withinLogLine, type Severity } from '../../core/index.ts';
import type { Located, Report } from '../report.ts';

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

/** The service knows escapes for line breaks alone; what else could steer a terminal is shown as it is in logs. */
function escapeData(text: string): string {
  const lines = text.replaceAll('%', '%25').split(/(\r|\n)/);
  return lines.map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : withinLogLine(part))).join('');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
