import type { Inline } from '../../text/inline.ts';
import type { Span } from '../../text/span.ts';
import { inlineOf } from '../../document/inline.ts';
import type { Block, ParsedDocument } from '../../document/model.ts';
import { partAt } from '../../document/part.ts';

/** The lines of an item's own text, as parts of one inline text. */
export interface OwnText {
  readonly spans: readonly Span[];
  readonly inline: Inline;
  /** Start of each span in the inline text's markdown. */
  readonly starts: readonly number[];
}

/**
 * Returns the own text of an item: as a part of its block where it is there letter by letter and after no box of its own, else by itself.
 */
export function ownTextOf(
  document: Pick<ParsedDocument, 'lines' | 'definitions'>,
  block: Block,
  spans: readonly Span[],
  ownBox: boolean,
): OwnText {
  const parts = ownBox ? [] : spans.map((span) => partAt(document, block, span));
  const [first] = parts;
  if (first !== undefined && parts.every(({ inline }) => inline === first.inline)) {
    return { spans, inline: first.inline, starts: parts.map(({ start }) => start) };
  }
  const starts: number[] = [];
  let start = 0;
  for (const { text } of spans) {
    starts.push(start);
    start += text.length + 1;
  }
  return { spans, inline: inlineOf(block, document, spans.map(({ text }) => text).join('\n')), starts };
}
