import type { Span } from '../../text/span.ts';
import { flat } from './flat.ts';

/** Nothing about an item stands further to the right. */
const longest = 4000;

/** A piece of a line with what holds of it. */
export interface Said {
  readonly span: Span;
  /** As `flat` makes it, with what is struck out blanked. Offsets count in the span's text too. */
  readonly text: string;
}

/** Returns what a piece of a line says. @param text of the same length, with spaces for what does not hold in it. */
export function said(span: Span, text: string = span.text): Said {
  return { span, text: flat(text.slice(0, longest)) };
}
