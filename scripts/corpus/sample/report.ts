import { oneLine } from '../../../src/core/index.ts';
import { percent, table } from '../table.ts';
import type { Rate, Rates } from './rates.ts';

/** Returns the lines of the report. */
export function rateLines({ rules, warnings, all, wrong }: Rates): string[] {
  return [
    ...table([
      ['rule', 'severity', 'judged', 'right', 'debatable', 'wrong', 'wrong share', 'of all findings', 'unjudged'],
      ...rules.map(({ rule, severity, rate }) => row(rule, severity, rate)),
      row('all rules', 'warnings', warnings),
      row('all rules', 'all', all),
    ]),
    '',
    'The last share weighs each rule by the number of its findings.',
    '',
    ...wrong.map(({ number, rule, severity, repository, path, line, note }) =>
      oneLine(
        `wrong: ${number}. ${rule} (${severity}) ${repository}/${path}:${line}${note === '' ? '' : `: ${folded(note)}`}`,
      ),
    ),
  ];
}

function row(rule: string, severity: string, rate: Rate): Array<string | number> {
  const { judged, right, wrong, debatable, wrongOfAll, unjudged } = rate;
  return [
    rule,
    severity,
    judged,
    right,
    debatable,
    wrong,
    percent(wrong / judged),
    percent(judged === 0 ? Number.NaN : wrongOfAll),
    unjudged,
  ];
}

function folded(note: string): string {
  return note.replaceAll(/\s+/g, ' ');
}
