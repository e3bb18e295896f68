import { escapeMarkdown, oneLine } from '../../core/index.ts';

/**
 * Text as markdown that shows it as it is, in one line. `MarkdownString.appendText` makes all spaces no-break ones, so that long lines
 * are cut within words; here lines break between them. What turns the direction of text or hides is shown.
 */
export function plainText(text: string): string {
  return escapeMarkdown(text.replace(/[^\t\r\n]+/g, oneLine));
}
