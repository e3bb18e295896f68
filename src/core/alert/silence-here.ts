import type { Finding, Fix } from '../text/finding.ts';
import { Lines } from '../text/lines.ts';
import type { Alert } from './alert.ts';
import { ruleForm } from './read/paths.ts';

/**
 * Returns a fix that silences a finding of an alert by a comment on a line of its own before the alert. Undefined where the form of the file
 * has no comments.
 * @param path of the rule file. @param text of it.
 */
export function silenceHere(
  { rule }: Pick<Finding, 'rule'>,
  { extent }: Pick<Alert, 'extent'>,
  path: string,
  text: string,
): Fix | undefined {
  const form = ruleForm(path);
  if (form !== 'yaml' && form !== 'terraform') {
    return undefined;
  }
  const lines = Lines.of(text);
  const first = extent.start.line;
  const indent = /^[ \t]*/.exec(lines.text(first))?.[0] ?? '';
  const at = lines.clamp(first, 0);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: `Ignore ${rule} here`,
    edits: [{ range: { start: at, end: at }, newText: `${indent}# runbook-lens-disable-next-line ${rule}${eol}` }],
  };
}
