/** What a document tells of: what happened once, or what to do whenever it is needed. */
export type Matter = 'incident' | 'procedure';

interface KindTraits {
  /** In the middle of a sentence. */
  readonly noun: string;
  readonly plural: string;
  readonly tells: Matter;
}

/** The kinds of documents that there are rules, templates and views for, in the order in which they are listed. */
export const kindTraits = {
  runbook: { noun: 'runbook', plural: 'runbooks', tells: 'procedure' },
  postmortem: { noun: 'postmortem', plural: 'postmortems', tells: 'incident' },
} as const satisfies Readonly<Record<string, KindTraits>>;

/** What a document is for, where it is for something. */
export type DocumentKind = keyof typeof kindTraits;

/** What a document is for. Templates, indexes, READMEs and everything unrelated are `other`. */
export type Kind = DocumentKind | 'other';

export const documentKinds = Object.keys(kindTraits) as readonly DocumentKind[];

/** All kinds, `other` last. */
export const kinds: readonly Kind[] = [...documentKinds, 'other'];

/** Something for each kind of document. */
export function byKind<T>(make: (kind: DocumentKind) => T): Readonly<Record<DocumentKind, T>> {
  return Object.fromEntries(documentKinds.map((kind) => [kind, make(kind)])) as Record<DocumentKind, T>;
}

/** Whether a document of this kind is checked, listed and made from templates. */
export function isDocumentKind(kind: Kind): kind is DocumentKind {
  return kind !== 'other';
}

/** What a document tells of; undefined for `other`. */
export function matterOf({ kind }: { readonly kind: Kind }): Matter | undefined {
  return isDocumentKind(kind) ? kindTraits[kind].tells : undefined;
}

/** Whether a document records an incident: it has times, follow-ups and a review. */
export function tellsIncident(document: { readonly kind: Kind }): boolean {
  return matterOf(document) === 'incident';
}

/** Whether a document says what to do: it has steps and commands. */
export function tellsProcedure(document: { readonly kind: Kind }): boolean {
  return matterOf(document) === 'procedure';
}

/** "runbook": what a document of a kind is called in a sentence. */
export function nounOf(kind: Kind): string {
  return isDocumentKind(kind) ? kindTraits[kind].noun : 'document';
}

/** "runbooks": what documents of a kind are called together. */
export function pluralOf(kind: Kind): string {
  return isDocumentKind(kind) ? kindTraits[kind].plural : 'documents';
}
