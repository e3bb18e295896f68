import { MarkdownString } from 'vscode';
import { shortened, withoutMarkup, type CatalogDocument } from '../../../core/index.ts';
import { plainText } from '../../services/plain-text.ts';

/** The most that a hover shows of a runbook: parts, and characters of one. */
const mostParts = 6;
const longestPart = 400;

/**
 * Returns the first section of a page with content: paragraphs and list items as plain text, code as code.
 * @param heading line (0-based) of the heading to start at; without it, the page's title.
 */
export function excerptOf({ blocks, titleRange }: CatalogDocument, heading?: number): MarkdownString[] {
  const from = heading ?? titleRange.start.line;
  const parts: MarkdownString[] = [];
  for (const { type, text, firstLine, language, item } of blocks.filter((block) => block.firstLine > from)) {
    if (parts.length === mostParts || (type === 'heading' && parts.length > 0)) {
      break;
    }
    if (type === 'code') {
      parts.push(new MarkdownString().appendCodeblock(shortened(text, longestPart), language));
    } else if (type === 'text' && firstLine > from) {
      const mark = item?.firstLine !== firstLine ? '' : item.ordered ? '1. ' : '- ';
      parts.push(new MarkdownString(`${mark}${plainText(shortened(withoutMarkup(text), longestPart))}`));
    }
  }
  return parts;
}
