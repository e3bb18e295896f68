import type { Placed } from '../../text/span.ts';
import type { Position, Range } from '../../text/position.ts';

/** The place in which an item is tracked: an address, an issue number (`#45`) or a ticket key (`OPS-12`). */
export interface Tracking extends Placed {
  readonly kind: 'url' | 'number' | 'key';
}

/** Due date, as written. */
export interface Due extends Placed {
  /** YYYY-MM-DD, where the text names a day. */
  readonly date?: string;
}

/**
 * The way in which a document marks an item as done: a ticked checkbox, a word such as "(DONE)", a line through it, a
 * column or field, a ✅, or its title, such as "Completed".
 */
export type DoneBy = 'box' | 'word' | 'strike' | 'status' | 'mark' | 'title';

/** An action item of a postmortem. */
export interface ActionItem {
  readonly shape: 'item' | 'row' | 'line' | 'heading';
  /** Position in the document's sections of the one that holds the follow-ups. */
  readonly section: number;
  /** All that belongs to it. */
  readonly range: Range;
  /** As a reader sees it, without what says that it is done, and without what is struck out in it. */
  readonly text: string;
  /** The text on its first line or in its cell, without the list marker and the box. */
  readonly textRange: Range;
  /** The end of its own text, before the details below it: the last place at which something can be added to it. */
  readonly textEnd: Position;
  /** Whether nothing is left to do: it is done, or it was decided against. */
  readonly done: boolean;
  /** Whether it was decided against: "won't fix", "dropped", "obsolete". `done` then too. */
  readonly wontDo: boolean;
  readonly doneBy?: DoneBy;
  /** The words or mark that say that it is done. */
  readonly doneRange?: Range;
  /** The brackets of its box, with the escapes before them, and what is between them; or the element that is one. */
  readonly box?: Range;
  readonly owner?: Placed;
  /** In tables with a column for owners: its cell, also where that is empty. */
  readonly ownerCell?: Range;
  /** In tables with a column for the status: its cell, also where that is empty. */
  readonly statusCell?: Range;
  /** In tables that say in a column of remarks what is done: its cell, also where that is empty. */
  readonly noteCell?: Range;
  /** In tables with a column for the due date: its cell, also where that is empty. */
  readonly dueCell?: Range;
  /** In tables with a column for tickets: its cell, also where that is empty. */
  readonly trackingCell?: Range;
  readonly due?: Due;
  readonly tracking: readonly Tracking[];
  /** As written. */
  readonly priority?: string;
  /** The kind of follow-up, by a sub-heading, a column or the list item that it is under. */
  readonly group?: string;
}
