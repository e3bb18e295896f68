import type { CatalogDocument } from '../document/document.ts';
import type { Kind, Matter } from '../vocabulary/kind.ts';
import type { Team } from './team.ts';

/** The template that a document is compared with. */
export interface ExpectedTemplate {
  readonly id: string;
  /** Whether the document clearly follows it. */
  readonly strong: boolean;
}

/** The documents, as needed for choosing a template and the path of a new document. */
export interface Shelf {
  /** Returns all documents, also `other` ones, or only those of a kind, in no order. */
  documents(kind?: Kind): readonly CatalogDocument[];
  /** Returns all documents about incidents, or about procedures, in no order. */
  telling(matter: Matter): readonly CatalogDocument[];
  /** Returns the template of a document; undefined if it is not known or of kind `other`. */
  expectedTemplate(uri: string): ExpectedTemplate | undefined;
  /** Returns the configuration, templates and owners of a root. */
  team(root: string): Team;
}
