import type { AlertFacts } from '../alert/facts.ts';
import type { DocumentIndex } from '../catalog/search.ts';
import type { CatalogDocument } from '../document/document.ts';

/** An alert of a rule file. */
export interface AnswerAlert extends AlertFacts {
  /** The keys of the services that it belongs to; see `Services.ofAlert`. */
  readonly services: readonly string[];
}

/** What answers are made from. */
export interface AnswerSource {
  /** Returns the documents of the index. No other file is ever read for an answer. */
  readonly documents: () => Promise<readonly CatalogDocument[]>;
  /** Returns their texts, to find some by words. */
  readonly texts: () => Promise<DocumentIndex>;
  /** Returns the alerts of rule files, without those of test data. */
  readonly alerts: () => Promise<readonly AnswerAlert[]>;
  /** Returns what gives the keys of the services that a document belongs to; see `Services.ofDocument`. */
  readonly services: () => Promise<(document: CatalogDocument) => readonly string[]>;
  /** Returns the path by which an agent knows a document. */
  readonly pathOf: (document: CatalogDocument) => string;
}
