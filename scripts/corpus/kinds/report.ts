import { kinds, oneLine } from '../../../src/core/index.ts';
import { ofAll, percent, table } from '../table.ts';
import { placeOf, type Label } from './labels.ts';
import type { Outcome } from './outcomes.ts';
import type { Reliability } from './reliability.ts';
import { answerOf, answers, shareOf, type KindScore } from './score.ts';

/** What the labels of all roots give. */
export interface KindResult {
  readonly score: KindScore;
  /** Labels that are not scored because readers could see the document differently. */
  readonly ambiguous: number;
  /** Repositories with labels that no root has, with the number of their labels. */
  readonly absentRepositories: ReadonlyArray<{ readonly repository: string; readonly labels: number }>;
  readonly absent: readonly Label[];
  readonly changed: readonly Label[];
}

/** Returns the lines of the report. */
export function kindLines({ score, ...rest }: KindResult): string[] {
  const { all, mean, decided, possible, asPossible, asLikelier, repositories } = score;
  return [
    'Kinds',
    ...table([
      ['accuracy', ofAll(all.right, all.total)],
      [`mean over ${repositories.length} repositories`, percent(mean)],
      ['decided', ofAll(decided.total, all.total)],
      ['accuracy of the decided', ofAll(decided.right, decided.total)],
      ['possible', ofAll(possible.total, all.total)],
      ['accuracy if a possible kind counts', ofAll(asPossible.right, asPossible.total)],
      ['accuracy if it counts from 50 %', ofAll(asLikelier.right, asLikelier.total)],
    ]).map((line) => `  ${line}`),
    '',
    ...table(repositories.map((each) => [each.repository, percent(shareOf(each)), `${each.right} of ${each.total}`])),
    '',
    ...table([
      ['labelled \\ taken for', ...answers],
      ...kinds.map((label) => [label, ...answers.map((answer) => score.confusion[label][answer])]),
    ]),
    '',
    ...reliabilityLines(score.reliability),
    '',
    ...unscoredLines(rest),
    `${score.misses.length} misses`,
    ...score.misses.map((miss) => `  ${missText(miss)}`),
  ];
}

function reliabilityLines({ bins, error, without }: Reliability): string[] {
  const filled = bins.filter(({ documents }) => documents > 0);
  return [
    ...table([
      ['probability', 'documents', 'stated', 'right'],
      ...filled.map(({ from, documents, stated, right }) => [
        `from ${(from * 100).toFixed(0)} %`,
        documents,
        percent(stated),
        percent(right),
      ]),
    ]),
    `mean difference ${percent(error).trim()}; ${without} documents without a probability`,
  ];
}

function unscoredLines({ ambiguous, absentRepositories, absent, changed }: Omit<KindResult, 'score'>): string[] {
  const missing = absentRepositories.reduce((sum, { labels }) => sum + labels, absent.length);
  return [
    `${ambiguous} labels are ambiguous or left out`,
    `${missing} labels whose text is not there`,
    ...absentRepositories.map(({ repository, labels }) => `  ${repository}: all ${labels}`),
    ...absent.map((label) => `  ${oneLine(placeOf(label))}`),
    `${changed.length} labels of another text (wrong sha256)`,
    ...changed.map((label) => `  ${oneLine(placeOf(label))}`),
  ];
}

function missText(miss: Outcome): string {
  const sure = miss.probability === undefined ? '' : ` (${percent(miss.probability).trim()})`;
  return oneLine(`${placeOf(miss)}: labelled ${miss.label}, taken for ${answerOf(miss)}${sure} because ${miss.why}`);
}
