import type { CatalogDocument } from '../document/document.ts';
import type { Kind, Matter } from '../vocabulary/kind.ts';
import type { Team } from './team.ts';

/** The template that a document is compared with. */
export interface ExpectedTemplate {
  readonly id: string;
  /** Whether the document clearly follows it. */
  readonly strong: boolean;
}

/** What the choice of a template and of a new document's place needs to know of the documents that there are. */
export interface Shelf {
  /** All documents, `other` ones included; with a kind only those. In no order. */
  documents(kind?: Kind): readonly CatalogDocument[];
  /** All documents that tell of something. In no order. */
  telling(matter: Matter): readonly CatalogDocument[];
  /** Undefined for unknown documents and those of kind `other`. */
  expectedTemplate(uri: string): ExpectedTemplate | undefined;
  /** What the team of a root says. */
  team(root: string): Team;
}
