import { l10n } from 'vscode';
import { isDocumentKind, type CatalogDocument, type DocumentKind, type Kind } from '../../core/index.ts';

/** The words for a kind of document. */
export interface KindWords {
  /** Alone: "Runbook". */
  readonly name: string;
  /** In a sentence: "runbook", "a runbook". */
  readonly noun: string;
  readonly one: string;
  /** Of a document that may be one: "Possibly a runbook". */
  readonly possibly: string;
  /** The group of such documents: "Possibly Runbooks". */
  readonly possible: string;
  /** @param number how many there are. */
  readonly many: (number: number) => string;
  readonly all: (number: number) => string;
  readonly filter: string;
  readonly group: string;
}

/** Returns the words for a kind of document, in the language of the editor. */
export function kindWords(kind: DocumentKind): KindWords {
  const words: Readonly<Record<DocumentKind, KindWords>> = {
    runbook: {
      name: l10n.t('Runbook'),
      noun: l10n.t('runbook'),
      one: l10n.t('a runbook'),
      possibly: l10n.t('Possibly a runbook'),
      possible: l10n.t('Possibly Runbooks'),
      many: (number) => l10n.t('{0} runbooks', number),
      all: (number) => l10n.t('All {0} Runbooks', number),
      filter: l10n.t('Filter Runbooks'),
      group: l10n.t('Group runbooks'),
    },
    postmortem: {
      name: l10n.t('Postmortem'),
      noun: l10n.t('postmortem'),
      one: l10n.t('a postmortem'),
      possibly: l10n.t('Possibly a postmortem'),
      possible: l10n.t('Possibly Postmortems'),
      many: (number) => l10n.t('{0} postmortems', number),
      all: (number) => l10n.t('All {0} Postmortems', number),
      filter: l10n.t('Filter Postmortems'),
      group: l10n.t('Group postmortems'),
    },
  };
  return words[kind];
}

/** Returns the words for a kind in a sentence: "a runbook". */
export function kindInWords(kind: Kind): string {
  return isDocumentKind(kind) ? kindWords(kind).one : l10n.t('neither a runbook nor a postmortem');
}

/** Returns how likely a document's kind is: "70 % likely"; empty if its kind was set. */
export function likelihood({ probability }: Pick<CatalogDocument, 'probability'>): string {
  return probability === undefined ? '' : l10n.t('{0} likely', percentage({ probability }));
}

/** Returns the same as a number: "70 %". */
export function percentage({ probability }: Pick<CatalogDocument, 'probability'>): string {
  return probability === undefined ? '' : `${String(Math.round(probability * 100))} %`;
}

/** Returns the icon of a kind of document, or that of a file. */
export function kindIcon(kind: Kind): string {
  return isDocumentKind(kind) ? icons[kind] : 'file';
}

const icons: Readonly<Record<DocumentKind, string>> = { runbook: 'book', postmortem: 'history' };
