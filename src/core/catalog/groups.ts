import type { Severity } from '../text/finding.ts';
import { compareDocuments } from '../document/reading-order.ts';
import { folderOf, type CatalogDocument } from '../document/document.ts';
import type { DocumentKind } from '../vocabulary/kind.ts';
import { wordRank } from './severity-rank.ts';

/** Groupings for documents of each kind; the first is the default. */
export const groupings = {
  runbook: ['folder', 'service', 'owner'],
  postmortem: ['year', 'severity', 'service', 'status'],
} as const satisfies Readonly<Record<DocumentKind, readonly [string, ...string[]]>>;
export type Grouping = (typeof groupings)[DocumentKind][number];

/** A group of documents. A document with two services is in both groups. */
export interface Group {
  /** Their common value; empty for documents without a value. */
  readonly label: string;
  readonly documents: readonly CatalogDocument[];
}

/**
 * Returns documents in groups, each sorted with `compareDocuments`. Groups are sorted by name (years and dates newest first, severities
 * worst first); the group of documents without a value is last.
 */
export function groupDocuments(documents: readonly CatalogDocument[], grouping: Grouping): Group[] {
  const groups = new Map<string, { label: string; documents: CatalogDocument[] }>();
  for (const document of documents) {
    const labels = new Map(labelsOf(document, grouping).map((label) => [label.toLocaleLowerCase(), label]));
    for (const [key, label] of labels) {
      const group = groups.get(key) ?? { label, documents: [] };
      group.documents.push(document);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map((group) => ({ ...group, documents: group.documents.toSorted(compareDocuments) }))
    .toSorted((a, b) => compareLabels(a.label, b.label, grouping));
}

/** Health of a document, for its icon: the worst severity of its findings, or `healthy`. */
export type Health = Severity | 'healthy';

const worstFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Returns the worst of some severities. */
export function healthOf(severities: readonly Severity[]): Health {
  return worstFirst.find((severity) => severities.includes(severity)) ?? 'healthy';
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function labelsOf(document: CatalogDocument, grouping: Grouping): readonly string[] {
  const { services, owners, severity, status, date } = document.metadata;
  switch (grouping) {
    case 'folder':
      return [folderOf(document.path)];
    case 'service':
      return services === undefined || services.length === 0 ? [''] : services;
    case 'owner':
      return owners === undefined || owners.length === 0 ? [''] : owners;
    case 'severity':
      return [severity ?? ''];
    case 'status':
      return [status ?? ''];
    case 'year':
      return [date?.slice(0, 4) ?? ''];
  }
}

function compareLabels(a: string, b: string, grouping: Grouping): number {
  if (a === '' || b === '') {
    return grouping === 'folder' ? collator.compare(a, b) : Number(a === '') - Number(b === '');
  }
  if (grouping === 'year') {
    return b.localeCompare(a);
  }
  if (grouping === 'severity') {
    return wordRank(a) - wordRank(b) || collator.compare(a, b);
  }
  return collator.compare(a, b);
}
