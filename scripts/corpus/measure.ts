import type { MeasureOptions } from './arguments.ts';
import { textOf } from './csv.ts';
import { tellingOf, type Telling } from './findings/told.ts';
import { parseLabels, parsePaths, type Label, type Labels } from './kinds/labels.ts';
import { outcomesOf, type Outcomes } from './kinds/outcomes.ts';
import type { KindResult } from './kinds/report.ts';
import { scoreOf } from './kinds/score.ts';
import { repositoriesIn } from './repositories.ts';
import { compareSections, type SectionResult } from './sections/compare.ts';
import { parseSectionLabels, type SectionLabel } from './sections/labels.ts';

/** All that is measured. */
export interface Measured {
  /** Absent without labels. */
  readonly kinds?: KindResult;
  /** Of repositories with section labels. */
  readonly sections: readonly SectionResult[];
  readonly findings: readonly Telling[];
}

/** Reads each repository once and compares it with its labels. Throws a UserError if a file cannot be read. */
export async function measure(options: MeasureOptions): Promise<Measured> {
  const without = await readAll(options.without, async (file) => parsePaths(await textOf(file), file));
  const outcomes: Outcomes[] = [];
  const left: Label[] = [];
  const sections: SectionResult[] = [];
  const findings: Telling[] = [];
  let ambiguous = 0;
  for (const { root, labels: file } of options.roots) {
    const labels = await readLabels(file, new Set(without.flat()));
    const states = await readSections(options, root);
    const byRepository = Map.groupBy(labels.labels, ({ repository }) => repository);
    ambiguous += labels.ambiguous;
    for await (const repository of repositoriesIn(root, options.today)) {
      outcomes.push(await outcomesOf(repository, byRepository.get(repository.name) ?? []));
      byRepository.delete(repository.name);
      const compared = compareSections(repository, states);
      sections.push(...(compared.documents > 0 ? [compared] : []));
      findings.push(tellingOf(root, repository));
    }
    left.push(...[...byRepository.values()].flat());
  }
  const isLabelled = options.roots.some(({ labels }) => labels !== undefined);
  return { ...(isLabelled && { kinds: resultOf(outcomes, left, ambiguous) }), sections, findings };
}

/** @param left labels of repositories that no root has. */
function resultOf(outcomes: readonly Outcomes[], left: readonly Label[], ambiguous: number): KindResult {
  return {
    score: scoreOf(outcomes.flatMap((each) => each.outcomes)),
    ambiguous,
    absentRepositories: [...Map.groupBy(left, ({ repository }) => repository)].map(([repository, own]) => ({
      repository,
      labels: own.length,
    })),
    absent: outcomes.flatMap(({ absent }) => absent),
    changed: outcomes.flatMap(({ changed }) => changed),
  };
}

async function readLabels(file: string | undefined, without: ReadonlySet<string>): Promise<Labels> {
  return file === undefined ? { labels: [], ambiguous: 0 } : parseLabels(await textOf(file), file, without);
}

/** The section labels of all files for a root. */
async function readSections(options: MeasureOptions, root: string): Promise<Map<string, SectionLabel[]>> {
  const files = options.sections.filter((each) => each.root === root).map(({ labels }) => labels);
  const all = await readAll(files, async (file) => parseSectionLabels(await textOf(file), file));
  return new Map(all.flatMap((labels) => [...labels]));
}

async function readAll<T>(files: readonly string[], read: (file: string) => Promise<T>): Promise<T[]> {
  return Promise.all(files.map(read));
}
