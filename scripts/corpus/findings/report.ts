import { table } from '../table.ts';
import { countsOf, severities, type Count, type Counts } from './count.ts';
import type { Telling } from './told.ts';

/** Returns the lines of the report: all rules together, then each repository. */
export function findingLines(tellings: readonly Telling[]): string[] {
  const together = countsOf(tellings);
  const rules = Object.entries(together.rules);
  return [
    `Findings on ${together.checked} checked documents of ${tellings.length} repositories (per 100 documents)`,
    ...table([
      ['rule', ...severities, 'all', 'news', 'documents'],
      ...rules.map(([rule, count]) => row(rule, count, together)),
      row('all rules', together.all, together),
    ]),
    '',
    ...table([
      ['repository', 'checked', ...severities, 'all', 'news'],
      ...tellings.map((telling) => {
        const counts = countsOf([telling]);
        const [, ...cells] = row(telling.repository, counts.all, counts);
        return [telling.repository, counts.checked, ...cells.slice(0, -1)];
      }),
    ]),
    '',
    ...tellings.flatMap((telling) => rulesLine(telling)),
  ];
}

function row(name: string, count: Count, { checked }: Counts): Array<string | number> {
  return [
    name,
    ...severities.map((severity) => withRate(count.bySeverity[severity], checked)),
    withRate(count.findings, checked),
    withRate(count.news, checked),
    count.documents,
  ];
}

/** A number of findings, and that per 100 documents. */
function withRate(findings: number, checked: number): string {
  return findings === 0 ? '–' : `${findings} (${((findings / checked) * 100).toFixed(1)})`;
}

/** The rules of one repository: "missing-section 3 warning 2 hint". */
function rulesLine(telling: Telling): string[] {
  const texts = Object.entries(countsOf([telling]).rules).map(([rule, { bySeverity }]) => {
    const levels = severities.filter((severity) => bySeverity[severity] > 0);
    return `${rule} ${levels.map((severity) => `${bySeverity[severity]} ${severity}`).join(' ')}`;
  });
  return texts.length === 0 ? [] : [`${telling.repository}: ${texts.join(', ')}`];
}
