/**
 * Text as markdown that shows it as it is, in one line. `MarkdownString.appendText` makes all spaces no-break ones, so that long lines
 * are cut within words; here lines break between them.
 */
export function plainText(text: string): string {
  // Any ASCII punctuation may be escaped with a backslash: https://spec.commonmark.org/0.31.2/#backslash-escapes
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
