import type { Span } from '../text/span.ts';
import { mayStrike, withoutStruck } from '../text/struck.ts';
import { inlineOf } from './inline.ts';
import type { Block, ParsedDocument } from './model.ts';
import { linesOfBlock } from './places.ts';

/** Returns the lines of a block's text as `linesOfBlock` does, with spaces for what is struck out. */
export function heldLinesOf(document: Pick<ParsedDocument, 'lines' | 'definitions'>, block: Block): Span[] {
  const spans = linesOfBlock(document.lines, block);
  if (!mayStrike(block.text)) {
    return spans;
  }
  const held = withoutStruck(inlineOf(block, document));
  const written = block.text.split('\n');
  const texts = held.split('\n');
  return spans.map((span, index) => {
    const at = written[index]?.indexOf(span.text) ?? -1;
    return at === -1 ? span : { ...span, text: texts[index]?.slice(at, at + span.text.length) ?? '' };
  });
}
