import type { Range } from './position.ts';

/** A piece of one line of a document, as written. */
export interface Span {
  readonly line: number;
  /** The character of the line at which the text begins. */
  readonly from: number;
  readonly text: string;
}

/** Text of a document with its exact range. */
export interface Placed {
  readonly text: string;
  readonly range: Range;
}

/** Returns a part of a span, by offsets in its text. */
export function within({ line, from, text }: Span, start: number, end: number): Span {
  return { line, from: from + start, text: text.slice(start, end) };
}

/** Returns a span without the white space around it. */
export function trimmed(span: Span): Span {
  const start = span.text.length - span.text.trimStart().length;
  return within(span, start, Math.max(start, span.text.trimEnd().length));
}

/** Returns the range of a span. */
export function rangeOf({ line, from, text }: Span): Range {
  return { start: { line, character: from }, end: { line, character: from + text.length } };
}

/** Returns a span as text with its range. */
export function placed(span: Span): Placed {
  return { text: span.text, range: rangeOf(span) };
}
