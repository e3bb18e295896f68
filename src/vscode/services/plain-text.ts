import { escapeMarkdown } from '../../core/index.ts';

/**
 * Text as markdown that shows it as it is, in one line. `MarkdownString.appendText` makes all spaces no-break ones, so that long lines
 * are cut within words; here lines break between them.
 */
export function plainText(text: string): string {
  return escapeMarkdown(text);
}
