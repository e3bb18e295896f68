import { oneLine } from '../../../src/core/index.ts';
import { ofAll, table } from '../table.ts';
import { parts, sumOf, type Part, type SectionResult, type Sums } from './compare.ts';

/** Returns the lines of the report: the sums of each repository and of all, then each difference. */
export function sectionLines(results: readonly SectionResult[]): string[] {
  const rows = results.flatMap(({ repository, sums }) => parts.map((part) => row(repository, part, sums[part])));
  return [
    'Sections',
    ...table([
      ['repository', 'section', 'recall', 'precision', 'outside the labels'],
      ...rows,
      ...parts.map((part) => row('together', part, sumOf(results.map(({ sums }) => sums[part])))),
    ]),
    '',
    ...results.flatMap(({ notes }) => notes.map((note) => `  ${oneLine(note)}`)),
  ];
}

function row(name: string, part: Part, { labelled, found, right, wrong, outside }: Sums): Array<string | number> {
  return [name, part, ofAll(found, labelled), ofAll(right, right + wrong), outside];
}
