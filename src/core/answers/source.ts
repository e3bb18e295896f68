import type { AlertFacts } from '../alert/facts.ts';
import type { DocumentIndex } from '../catalog/search.ts';
import type { CatalogDocument } from '../document/document.ts';

/** An alert of a rule file. */
export interface AnswerAlert extends AlertFacts {
  /** The keys of the services that it belongs to; see `Services.ofAlert`. */
  readonly services: readonly string[];
}

/** The services of what answers are made from. See `Services`. */
export interface AnswerServices {
  /** Returns the keys of the services of that name, in any spelling; none if there is none. */
  readonly named: (name: string) => readonly string[];
  /** Returns the keys of the services that a document belongs to. */
  readonly ofDocument: (document: CatalogDocument) => readonly string[];
}

/** What answers are made from. */
export interface AnswerSource {
  /** Returns the documents of the index. No other file is ever read for an answer. */
  readonly documents: () => Promise<readonly CatalogDocument[]>;
  /** Returns their texts, to find some by words. */
  readonly texts: () => Promise<DocumentIndex>;
  /** Returns the alerts of rule files, without those of test data. */
  readonly alerts: () => Promise<readonly AnswerAlert[]>;
  /** Returns the services. They are asked for only if a service is. */
  readonly services: () => Promise<AnswerServices>;
  /** Returns the path by which an agent knows a document. */
  readonly pathOf: (document: CatalogDocument) => string;
}
