import { linkedPaths } from '../../document/links/links.ts';
import { folderOf, type CatalogDocument } from '../../document/document.ts';
import { slugOf } from '../../team/templates/file-name.ts';

/** A runbook and why an incident may be about it. */
export interface RankedRunbook {
  readonly runbook: CatalogDocument;
  readonly reason: 'linked' | 'service' | 'title' | undefined;
}

/** Words that titles of anything have. */
const common = new Set([
  'the',
  'and',
  'for',
  'from',
  'with',
  'after',
  'high',
  'low',
  'down',
  'was',
  'were',
  'are',
  'not',
]);

/**
 * Returns the runbooks of a postmortem's root, most likely first: linked with it, then of its service (as stated, else by folder), then
 * with words of its title, most words first.
 */
export function rankRunbooks(record: CatalogDocument, runbooks: readonly CatalogDocument[]): RankedRunbook[] {
  const services = new Set(record.metadata.services?.map((service) => service.toLowerCase()));
  const words = wordsOf(record.title);
  const ranked = runbooks
    .filter(({ root }) => root === record.root)
    .map((runbook) => {
      const shared = [...wordsOf(runbook.title)].filter((word) => words.has(word)).length;
      const linked = linkedPaths(record).has(runbook.path) || linkedPaths(runbook).has(record.path);
      const folders = folderOf(runbook.path).toLowerCase().split('/');
      const own = runbook.metadata.services ?? folders;
      const same = own.some((service) => services.has(service.toLowerCase()));
      const reason = linked ? 'linked' : same ? 'service' : shared > 0 ? 'title' : undefined;
      return { runbook, reason, score: (linked ? 10_000 : 0) + (same ? 100 : 0) + shared } as const;
    });
  return ranked
    .toSorted((a, b) => b.score - a.score || a.runbook.title.localeCompare(b.runbook.title, 'en', { numeric: true }))
    .map(({ runbook, reason }) => ({ runbook, reason }));
}

/** The words of a title; "DiskAlmostFull" has three. */
function wordsOf(title: string): Set<string> {
  const words = slugOf(title.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')).split('-');
  return new Set(words.filter((word) => word.length > 2 && !common.has(word)));
}
