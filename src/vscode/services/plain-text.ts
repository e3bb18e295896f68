import { escapeMarkdown, oneLine } from '../../core/index.ts';

/**
 * Returns markdown that shows a text as it is, in one line. Unlike `MarkdownString.appendText` it keeps normal spaces,
 * so long lines wrap between words. Hidden characters and changes of text direction are made visible.
 */
export function plainText(text: string): string {
  return escapeMarkdown(text.replace(/[^\t\r\n]+/g, oneLine));
}
