import { rulesNamed, unsilenced, type Directive } from '../document/suppressions.ts';
import type { Finding } from '../text/finding.ts';
import { Lines } from '../text/lines.ts';
import { matchesOf } from '../text/matches.ts';
import type { Alert } from './alert.ts';
import { ruleForm, type RuleForm } from './read/paths.ts';

const verb = String.raw`runbook-lens-(disable(?:-(?:next-line|line|file))?|enable)(?![\w-])`;

/** Comments by the form of a file: YAML's and those of templates in it; Terraform's. JSON has none. */
const comments: Readonly<Partial<Record<RuleForm, RegExp>>> = {
  yaml: new RegExp(String.raw`(?:(?:^|(?<=\s))#|\/\*)[^\S\r\n]*${verb}([^\r\n]*)`, 'gm'),
  terraform: new RegExp(String.raw`(?:#|\/\/|\/\*)[^\S\r\n]*${verb}([^\r\n]*)`, 'g'),
};

/**
 * Returns the findings in a rule file that no comment silences: `# runbook-lens-disable-line RULE` and the other forms of `unsuppressed`.
 * Before an alert, `disable-next-line` silences all of it.
 */
export function unsilencedAlerts<Item extends Finding>(
  path: string,
  text: string,
  alerts: readonly Pick<Alert, 'extent'>[],
  findings: readonly Item[],
): readonly Item[] {
  const pattern = comments[ruleForm(path) ?? 'json'];
  if (pattern === undefined || findings.length === 0 || !text.includes('runbook-lens-')) {
    return findings;
  }
  const lines = Lines.of(text);
  const said = matchesOf(pattern, text).map(({ 1: directive, 2: rest = '', index }) => ({
    directive: directive as Directive,
    rules: rulesNamed(rest.replace(/\*\/.*$/, '')),
    line: lines.positionAt(index).line,
  }));
  const blocks = alerts.map(({ extent: { start, end } }) => ({
    firstLine: start.line,
    // A mapping ends where the next line begins.
    lastLine: end.character === 0 && end.line > start.line ? end.line - 1 : end.line,
  }));
  return unsilenced(findings, said, { lines, blocks });
}
