/** The subject of a document: an incident, or a procedure. */
export type Matter = 'incident' | 'procedure';

interface KindTraits {
  /** For use inside a sentence. */
  readonly noun: string;
  readonly plural: string;
  readonly tells: Matter;
}

/** The kinds of documents with rules, templates and views, in display order. */
export const kindTraits = {
  runbook: { noun: 'runbook', plural: 'runbooks', tells: 'procedure' },
  postmortem: { noun: 'postmortem', plural: 'postmortems', tells: 'incident' },
} as const satisfies Readonly<Record<string, KindTraits>>;

/** Kind of a document that is checked. */
export type DocumentKind = keyof typeof kindTraits;

/** Kind of a document. Templates, indexes, READMEs and unrelated documents are `other`. */
export type Kind = DocumentKind | 'other';

export const documentKinds = Object.keys(kindTraits) as readonly DocumentKind[];

/** All kinds, `other` last. */
export const kinds: readonly Kind[] = [...documentKinds, 'other'];

/** Returns a value for each kind of document. */
export function byKind<T>(make: (kind: DocumentKind) => T): Readonly<Record<DocumentKind, T>> {
  return Object.fromEntries(documentKinds.map((kind) => [kind, make(kind)])) as Record<DocumentKind, T>;
}

/** Returns whether a document of this kind is checked, listed and made from templates. */
export function isDocumentKind(kind: Kind): kind is DocumentKind {
  return kind !== 'other';
}

/** Returns what a document is about; undefined for `other`. */
export function matterOf({ kind }: { readonly kind: Kind }): Matter | undefined {
  return isDocumentKind(kind) ? kindTraits[kind].tells : undefined;
}

/** Returns whether a document is the record of an incident, with times, action items and a review. */
export function tellsIncident(document: { readonly kind: Kind }): boolean {
  return matterOf(document) === 'incident';
}

/** Returns whether a document is a procedure, with steps and commands. */
export function tellsProcedure(document: { readonly kind: Kind }): boolean {
  return matterOf(document) === 'procedure';
}

/** Returns the noun for a kind: "runbook". */
export function nounOf(kind: Kind): string {
  return isDocumentKind(kind) ? kindTraits[kind].noun : 'document';
}

/** Returns the plural noun for a kind: "runbooks". */
export function pluralOf(kind: Kind): string {
  return isDocumentKind(kind) ? kindTraits[kind].plural : 'documents';
}
