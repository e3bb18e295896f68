import type { Finding, Kind } from '../../../src/core/index.ts';
import { sectionKeys } from '../../../src/core/vocabulary/section-keys.ts';
import type { Repository } from '../repositories.ts';
import type { SectionLabel } from './labels.ts';

/** What is counted for missing or for empty sections. */
export interface Sums {
  /** Labelled ones, and how many of them a finding names. */
  readonly labelled: number;
  readonly found: number;
  /** Findings about labelled sections that are right, and that are wrong. */
  readonly right: number;
  readonly wrong: number;
  /** Findings on labelled documents about sections without a label. */
  readonly outside: number;
}

const ruleOf = { missing: 'missing-section', empty: 'empty-section' } as const;
const statesOf: Readonly<Record<Part, readonly string[]>> = { missing: ['missing'], empty: ['empty', 'placeholder'] };

/** What the labels are about. */
export type Part = keyof typeof ruleOf;
export const parts = Object.keys(ruleOf) as readonly Part[];

/** What the section labels of one repository give. */
export interface SectionResult {
  readonly repository: string;
  /** The labelled documents. */
  readonly documents: number;
  readonly sums: Readonly<Record<Part, Sums>>;
  /** Each difference in words. */
  readonly notes: readonly string[];
}

/** What findings say of one document. */
interface Compared {
  readonly sums: Sums;
  readonly notes: readonly string[];
}

/**
 * Compares the findings about missing and empty sections with labels by path with OWNER__NAME/, where each labelled document has one for
 * each section of its house template. Findings about sections that are not in the template of a labelled document are counted apart;
 * those on documents without labels do not count. A labelled document that is not there, or not checked, has no findings.
 */
export function compareSections(
  repository: Repository,
  labels: ReadonlyMap<string, readonly SectionLabel[]>,
): SectionResult {
  const { name } = repository;
  const own = [...labels].filter(([place]) => place.startsWith(`${name}/`));
  const compared = (part: Part): Compared[] => own.map(([place, wanted]) => compare(repository, place, wanted, part));
  const all = { missing: compared('missing'), empty: compared('empty') };
  return {
    repository: name,
    documents: own.length,
    sums: {
      missing: sumOf(all.missing.map(({ sums }) => sums)),
      empty: sumOf(all.empty.map(({ sums }) => sums)),
    },
    notes: [...all.missing, ...all.empty].flatMap(({ notes }) => notes).toSorted(),
  };
}

/** Adds up. */
export function sumOf(sums: readonly Sums[]): Sums {
  const total = (key: keyof Sums): number => sums.reduce((sum, each) => sum + each[key], 0);
  return {
    labelled: total('labelled'),
    found: total('found'),
    right: total('right'),
    wrong: total('wrong'),
    outside: total('outside'),
  };
}

function compare({ name, catalog }: Repository, place: string, labels: readonly SectionLabel[], part: Part): Compared {
  const document = catalog.get(place.slice(name.length + 1));
  const { kind, why } = document ?? { kind: 'other', why: 'it is not indexed' };
  const wanted = labels.filter(({ state }) => statesOf[part].includes(state));
  const findings =
    document === undefined ? [] : catalog.findings(document.uri).filter(({ rule }) => rule === ruleOf[part]);
  const notes: string[] = [];
  const unfound = wanted.filter((label) => !findings.some((finding) => isAbout(kind, finding, label)));
  notes.push(...unfound.map(({ section }) => `${part} not found: ${place}: ${section} (${kind}: ${why})`));
  const sums = { right: 0, wrong: 0, outside: 0 };
  for (const finding of findings) {
    const about = labels.filter((label) => isAbout(kind, finding, label));
    const result = about.length === 0 ? 'outside' : about.some((label) => wanted.includes(label)) ? 'right' : 'wrong';
    sums[result] += 1;
    if (result !== 'right') {
      notes.push(
        `${result === 'wrong' ? `${part} wrong` : 'outside the labels'}: ${place}: ${finding.severity}: ${finding.message}`,
      );
    }
  }
  return { sums: { labelled: wanted.length, found: wanted.length - unfound.length, ...sums }, notes };
}

/** Whether a finding names a labelled section: its name, a synonym, or in brackets ("サマリー (summary)"). */
function isAbout(kind: Kind, { section = '' }: Finding, label: SectionLabel): boolean {
  const keys = new Set<string>(keysOf(kind, section));
  return keysOf(kind, label.section).some((key) => keys.has(key));
}

function keysOf(kind: Kind, title: string): string[] {
  return [title, ...title.split(/[()]/)].flatMap((name): string[] => [...sectionKeys(kind, name)]);
}
