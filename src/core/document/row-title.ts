import { once } from '../util/memo.ts';
import { byKind, isDocumentKind } from '../vocabulary/kind.ts';
import { joined, plain, whole } from '../vocabulary/words.ts';
import type { CatalogDocument } from './document.ts';
import { wordsOf } from './kind/words.ts';

/** Words that only name the kind of a document. */
const kindNames = once(() =>
  byKind((kind) => {
    const names = plain(({ kind: words }) =>
      kind === 'postmortem' ? joined(words.postmortem, words.incident) : words.runbook,
    );
    return new RegExp(`^(?:${whole(names)}\\s?)+$`, 'u');
  }),
);
/** The text before a colon or a dash. */
const lead = /^(.{2,60}?)(?:\s*[:：]\s*|\s+[–—-]\s+)(?=\S)/u;

/**
 * Returns the title of a document for a row in a view of its kind that shows its date and severity too: without these where they begin or
 * end it, and without the name of the kind. "Postmortem: 2026-03-01 SEV-1 Disk full" is "Disk full".
 */
export function rowTitle({ title, kind, metadata }: CatalogDocument): string {
  const [before, name = ''] = lead.exec(title) ?? [''];
  const isName = isDocumentKind(kind) && kindNames()[kind].test(wordsOf(name));
  const facts = [metadata.date, metadata.severity].filter((fact) => fact !== undefined);
  const bare = facts.reduce(withoutFact, isName ? title.slice(before.length) : title);
  return /\p{L}{2}/u.test(bare) ? bare : title;
}

function withoutFact(title: string, fact: string): string {
  if (fact === '') {
    return title;
  }
  const pattern = fact.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('-', '[-/. ]?');
  const bracketed = `[([]?(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])[)\\]]?`;
  return title
    .replace(new RegExp(`^${bracketed}[\\s:,–—-]*`, 'iu'), '')
    .replace(new RegExp(`[\\s:,–—-]*${bracketed}$`, 'iu'), '');
}
