import { readFile } from 'node:fs/promises';
import type { CatalogDocument, Finding, Kind } from '../../src/core/index.ts';
import { sectionKeys } from '../../src/core/vocabulary/section-keys.ts';
import { readRepositories, type Repository } from './repositories.ts';

/** The state that a reader gave to one section of the house template of a document. */
interface Label {
  readonly section: string;
  readonly state: string;
}

/** What is counted for missing and for empty sections. */
interface Sums {
  /** Labelled ones, and how many of them a finding names. */
  labelled: number;
  found: number;
  /** Findings about labelled sections that are right, and that are wrong. */
  right: number;
  wrong: number;
  /** Findings on labelled documents about sections without a label. */
  outside: number;
}

const ruleOf = { missing: 'missing-section', empty: 'empty-section' } as const;
type Part = keyof typeof ruleOf;
const parts = Object.keys(ruleOf) as Part[];

/**
 * Compares the findings about missing and empty sections with a CSV file (path,section,state), where each labelled document has a row for
 * each section of its house template. Prints recall and precision for each repository, and every difference. Findings about sections that
 * are not in the template of a labelled document are counted apart, and listed; those on documents without labels do not count.
 */
export async function compareSections(folder: string, file: string): Promise<void> {
  const labels = await readLabels(file);
  const all = { missing: noSums(), empty: noSums() };
  const notes: string[] = [];
  for (const repository of await readRepositories(folder)) {
    const sums = { missing: noSums(), empty: noSums() };
    for (const document of repository.catalog.documents()) {
      const own = labels.get(`${repository.name}/${document.path}`);
      for (const part of own === undefined ? [] : parts) {
        notes.push(...compare(repository, document, own ?? [], part, sums[part]));
      }
    }
    if (parts.some((part) => Object.values(sums[part]).some((count) => count > 0))) {
      parts.forEach((part) => print(part, sums[part], repository.name));
    }
    parts.forEach((part) => add(all[part], sums[part]));
  }
  parts.forEach((part) => print(part, all[part], 'all'));
  console.log('');
  notes.toSorted().forEach((note) => console.log(note));
}

/** Adds what the findings about one document say to the sums; returns the differences in words. */
function compare(
  { name, catalog }: Repository,
  document: CatalogDocument,
  labels: readonly Label[],
  part: Part,
  sums: Sums,
): string[] {
  const place = `${name}/${document.path}`;
  const states: readonly string[] = part === 'missing' ? ['missing'] : ['empty', 'placeholder'];
  const wanted = labels.filter(({ state }) => states.includes(state));
  const findings = catalog.findings(document.uri).filter(({ rule }) => rule === ruleOf[part]);
  const notes: string[] = [];
  for (const label of wanted) {
    const found = findings.some((finding) => isAbout(document.kind, finding, label));
    sums.labelled += 1;
    sums.found += found ? 1 : 0;
    if (!found) {
      notes.push(`${part} not found: ${place}: ${label.section} (${document.kind}: ${document.why})`);
    }
  }
  for (const finding of findings) {
    const about = labels.filter((label) => isAbout(document.kind, finding, label));
    if (about.length === 0) {
      sums.outside += 1;
      notes.push(`outside the labels: ${place}: ${finding.severity}: ${finding.message}`);
    } else if (about.some((label) => wanted.includes(label))) {
      sums.right += 1;
    } else {
      sums.wrong += 1;
      notes.push(`${part} wrong: ${place}: ${finding.severity}: ${finding.message}`);
    }
  }
  return notes;
}

/** Whether a finding names a labelled section: its name, a synonym, or in brackets ("サマリー (summary)"). */
function isAbout(kind: Kind, { section = '' }: Finding, label: Label): boolean {
  const keys = new Set<string>(keysOf(kind, section));
  return keysOf(kind, label.section).some((key) => keys.has(key));
}

function keysOf(kind: Kind, title: string): string[] {
  return [title, ...title.split(/[()]/)].flatMap((name): string[] => [...sectionKeys(kind, name)]);
}

function noSums(): Sums {
  return { labelled: 0, found: 0, right: 0, wrong: 0, outside: 0 };
}

function add(sums: Sums, more: Sums): void {
  for (const key of Object.keys(more) as Array<keyof Sums>) {
    sums[key] += more[key];
  }
}

function print(part: Part, { labelled, found, right, wrong, outside }: Sums, name: string): void {
  console.log(
    `${part.padEnd(8)} recall ${share(found, labelled)}, precision ${share(right, right + wrong)}, ${outside} outside the labels  ${name}`,
  );
}

function share(part: number, total: number): string {
  const percent = total === 0 ? '–' : `${((part / total) * 100).toFixed(0)} %`;
  return `${percent.padStart(5)} (${part} of ${total})`;
}

/** The labels by `repository/path`. */
async function readLabels(file: string): Promise<Map<string, Label[]>> {
  const labels = new Map<string, Label[]>();
  const [, ...rows] = (await readFile(file, 'utf8')).trim().split(/\r?\n/);
  for (const row of rows) {
    const [path = '', section = '', state = ''] = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
    );
    labels.set(path, [...(labels.get(path) ?? []), { section, state }]);
  }
  return labels;
}
