import { countsOf } from './findings/count.ts';
import { findingLines } from './findings/report.ts';
import { kindLines } from './kinds/report.ts';
import type { Measured } from './measure.ts';
import { parts, sumOf } from './sections/compare.ts';
import { sectionLines } from './sections/report.ts';

/** Returns the lines of the report for a reader. */
export function reportLines({ kinds, sections, findings }: Measured): string[] {
  return [
    ...(kinds === undefined ? [] : [...kindLines(kinds), '']),
    ...(sections.length === 0 ? [] : [...sectionLines(sections), '']),
    ...findingLines(findings),
  ];
}

/** Returns the same as data: counts of findings, without the findings themselves. */
export function reportData({ kinds, sections, findings }: Measured): object {
  return {
    ...(kinds !== undefined && { kinds }),
    sections: {
      together: Object.fromEntries(parts.map((part) => [part, sumOf(sections.map(({ sums }) => sums[part]))])),
      repositories: sections,
    },
    findings: {
      together: countsOf(findings),
      repositories: findings.map((telling) => ({ repository: telling.repository, ...countsOf([telling]) })),
    },
  };
}
