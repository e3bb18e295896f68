import type { LineBreak, Lines } from '../text/lines.ts';
import type { Range } from '../text/position.ts';

/** Whether a section has content: `written`, `blank`, or `placeholder` for words such as "TODO" only. */
export type SectionState = 'written' | 'blank' | 'placeholder';

/** A heading, or a bold label that works as one, and the content under it. */
export interface Section {
  /** The title as a reader sees it: no markup, emoji kept. */
  readonly title: string;
  /** The title prepared for comparison; see `normaliseName`. */
  readonly name: string;
  /** 1–6 for headings; 7 for bold labels, which every heading outranks. */
  readonly level: number;
  readonly style: 'heading' | 'label';
  /** The title's line or lines. */
  readonly titleRange: Range;
  /** From the title to just before the next section of the same or a higher rank. */
  readonly range: Range;
  /** Index of the parent section in the list of the document; absent at the top. */
  readonly parent?: number;
  /** A section whose content is in its sub-sections is `written`. */
  readonly state: SectionState;
  /** Text of its HTML comments, white space folded, without those of sub-sections. */
  readonly comments: readonly string[];
}

/** One leaf of the markdown block structure, with the lines it takes up. */
export interface Block {
  readonly type: 'heading' | 'text' | 'code' | 'html' | 'table';
  /** Lines of the document, 0-based, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  /**
   * The line on which `text` begins, 0-based: after the mark of a fence, else `firstLine`. Each line of `text` has one line of the
   * document.
   */
  readonly textLine: number;
  /** Markdown for headings and text, without the marker of a list item or its task box; the bare content for code; everything for HTML and tables. */
  readonly text: string;
  /** Headings only: 1–6. */
  readonly depth?: number;
  /** Code only: the fence's info string, in lower case; empty without one. */
  readonly language?: string;
  /** Code only: between fences, so that the content begins on the line after the first; else it is indented. */
  readonly fenced?: boolean;
  /** Tables only: the cells of the header as markdown. */
  readonly header?: readonly string[];
  /** Tables only: the rows under the header, cells as markdown; row `n` is on line `firstLine + 2 + n`. */
  readonly rows?: readonly (readonly string[])[];
  /** Whether it is in a quotation (`>`). */
  readonly quoted: boolean;
  /** The innermost list item that it is in; absent outside lists. */
  readonly item?: ListItem;
}

/** A list item that holds blocks. The same object for all blocks of one item. */
export interface ListItem {
  readonly ordered: boolean;
  /** Depth of its list; 1 for a list that is in no other. */
  readonly depth: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Task items (`- [ ]`) only: whether the box is ticked. */
  readonly checked?: boolean;
  readonly parent?: ListItem;
}

/** An error of the parser; the rest of the document is still read. */
export interface Problem {
  readonly message: string;
  readonly range: Range;
}

/** Front matter: the text between the `---` lines at the top. */
export interface FrontMatter {
  /** From the first `---` to the last, both included. */
  readonly range: Range;
  /** Top-level keys in lower case; empty when the YAML is broken or no mapping. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Facts that a document states about itself; a fact not stated is absent. */
export interface Metadata {
  readonly services?: readonly string[];
  /** As written, such as "SEV-2". */
  readonly severity?: string;
  /** As written, such as "In Review". */
  readonly status?: string;
  /** ISO 8601, as precise as stated: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string;
  readonly owners?: readonly string[];
}

/** A parsed Markdown text. Every range is inside its text. */
export interface ParsedDocument {
  /** The lines of the whole text; split once. */
  readonly lines: Lines;
  /** The front matter's title, else the first heading, else a readable file name. Never empty. */
  readonly title: string;
  /** Range of the title; the start of the text if the title is not in it. */
  readonly titleRange: Range;
  readonly frontMatter?: FrontMatter;
  readonly sections: readonly Section[];
  /** The leaf blocks after the front matter, in order; empty when the markdown could not be read. */
  readonly blocks: readonly Block[];
  /** The destinations that references such as `[text][label]` have, by label in lower case with white space folded. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly metadata: Metadata;
  readonly signals: BodySignals;
  readonly problems: readonly Problem[];
  /** The end of the text. */
  readonly end: Range['end'];
  /** The line break that most lines end in. */
  readonly eol: LineBreak;
}

/** Counts of the body, for the classifier and the generic convention. */
export interface BodySignals {
  /** Code blocks that hold shell-like commands. */
  readonly commandBlocks: number;
  /** Items of top-level numbered lists. */
  readonly orderedItems: number;
  /** List items, table rows or headings that begin with a clock time. */
  readonly timelineEntries: number;
  /** Characters of text outside headings and code. */
  readonly proseLength: number;
  /** Characters of text under the title: before the second heading, any heading below level 1 and any section with a usual name. */
  readonly introLength: number;
  /** Most of the text is a list or table of links to other pages. */
  readonly linkList: boolean;
  /** The text tells a reader to go elsewhere or that the document is retired, and little more. */
  readonly stub: boolean;
}
