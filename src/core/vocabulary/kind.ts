/** The kinds of documents that there are rules, templates and views for, in the order in which they are listed. */
export const documentKinds = ['runbook', 'postmortem'] as const;

/** What a document is for, where it is for something. */
export type DocumentKind = (typeof documentKinds)[number];

/** What a document is for. Templates, indexes, READMEs and everything unrelated are `other`. */
export type Kind = DocumentKind | 'other';

/** Whether a document of this kind is checked, listed and made from templates. */
export function isDocumentKind(kind: Kind): kind is DocumentKind {
  return kind !== 'other';
}
