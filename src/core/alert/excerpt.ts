import type { ParsedDocument } from '../document/model.ts';
import { plainText } from '../text/plain-text.ts';
import { shortened } from '../text/shorten.ts';

/** A part of an excerpt. */
export interface ExcerptPart {
  readonly type: 'text' | 'item' | 'step' | 'code';
  /** Without markup; code as it is. Long texts are cut. */
  readonly text: string;
  /** Of code, as the document says; empty if it does not. */
  readonly language: string;
}

/** The most of an excerpt: parts, and characters of one. */
const mostParts = 6;
const longestPart = 400;

/**
 * Returns the first section of a page that has content: paragraphs, list items and code.
 * @param heading line (0-based) of the heading to start at; without it, the page's title.
 */
export function excerptOf(
  { blocks, titleRange }: Pick<ParsedDocument, 'blocks' | 'titleRange'>,
  heading?: number,
): readonly ExcerptPart[] {
  const from = heading ?? titleRange.start.line;
  const parts: ExcerptPart[] = [];
  for (const { type, text, firstLine, language = '', item } of blocks.filter((block) => block.firstLine > from)) {
    if (parts.length === mostParts || (type === 'heading' && parts.length > 0)) {
      break;
    }
    if (type === 'code') {
      parts.push({ type, text: shortened(text, longestPart), language });
    } else if (type === 'text') {
      const mark = item?.firstLine !== firstLine ? 'text' : item.ordered ? 'step' : 'item';
      parts.push({ type: mark, text: shortened(plainText(text), longestPart), language });
    }
  }
  return parts;
}
