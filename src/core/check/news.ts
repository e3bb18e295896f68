import type { Finding } from '../text/finding.ts';

/** A finding and those that say the same: to be told once. */
export interface News<Item> {
  readonly first: Item;
  /** In order, without the first. */
  readonly related: readonly Item[];
}

/** Fewer findings than this are told one by one. */
const fewest = 3;

/** The part of a finding that grouping needs. */
type Grouped = Pick<Finding, 'group' | 'severity'> & {
  /** The document. */
  readonly file: string;
};

/**
 * Returns findings as news, in the order of the first finding of each. Nothing is lost: each finding is the first of one, or related to one.
 * Findings of different severity are apart.
 */
export function newsOf<Item extends Grouped>(findings: readonly Item[]): Array<News<Item>> {
  const groups = new Map<string, Item[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== undefined) {
      groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
  }
  return findings.flatMap((finding) => {
    const key = keyOf(finding);
    const [first, ...related] = key === undefined ? [] : (groups.get(key) ?? []);
    if (first === undefined || related.length + 1 < fewest) {
      return [{ first: finding, related: [] }];
    }
    return first === finding ? [{ first, related }] : [];
  });
}

function keyOf({ group, severity }: Grouped): string | undefined {
  return group === undefined ? undefined : `${severity} ${group}`;
}

/** Returns the message of news: that of the first finding, and how often the same is found elsewhere. */
export function newsText({ first, related }: News<Grouped & Pick<Finding, 'message'>>): string {
  if (related.length === 0) {
    return first.message;
  }
  const files = new Set(related.map(({ file }) => file));
  files.delete(first.file);
  const where =
    files.size === 0
      ? `${related.length} other places in this document`
      : `${files.size} other documents in ${first.file.slice(0, first.file.lastIndexOf('/') + 1) || 'this folder'}`;
  return `${first.message.replace(/\.$/, '')}; the same in ${where}`;
}
