import type { Placed } from '../inline/span.ts';
import type { Range } from '../model/position.ts';

/** Where an item's work is followed: an address, an issue's number (`#45`) or a ticket's key (`OPS-12`). */
export interface Tracking extends Placed {
  readonly kind: 'url' | 'number' | 'key';
}

/** By when an item is to be done, as written. */
export interface Due extends Placed {
  /** YYYY-MM-DD, where the text names a day. */
  readonly date?: string;
}

/** How a document says that an item is done: a ticked box, a word such as "(DONE)", a line through it, a column or field, a ✅. */
export type DoneBy = 'box' | 'word' | 'strike' | 'status' | 'mark';

/** One follow-up of a postmortem. */
export interface ActionItem {
  readonly shape: 'item' | 'row' | 'line' | 'heading';
  /** Position in the document's sections of the one that holds the follow-ups. */
  readonly section: number;
  /** All that belongs to it. */
  readonly range: Range;
  /** As a reader sees it, without what says that it is done. */
  readonly text: string;
  /** What is written on its first line or in its cell, without the list marker and the box. */
  readonly textRange: Range;
  readonly done: boolean;
  readonly doneBy?: DoneBy;
  /** What says that it is done. */
  readonly doneRange?: Range;
  /** The brackets of its box and what stands between them. */
  readonly box?: Range;
  readonly owner?: Placed;
  /** In tables with a column for owners: its cell, also where that is empty. */
  readonly ownerCell?: Range;
  /** In tables with a column for the status: its cell. */
  readonly statusCell?: Range;
  readonly due?: Due;
  readonly tracking: readonly Tracking[];
  /** As written. */
  readonly priority?: string;
  /** The kind of follow-up, by a sub-heading, a column or the list item that it stands under. */
  readonly group?: string;
}
