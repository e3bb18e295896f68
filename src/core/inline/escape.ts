/** Text as markdown that shows it as it is, in one line. */
export function escapeMarkdown(text: string): string {
  // Any ASCII punctuation may be escaped with a backslash: https://spec.commonmark.org/0.31.2/#backslash-escapes
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
