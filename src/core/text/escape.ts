/** Text as markdown that shows it as it is, in one line; for what is only shown. */
export function escapeMarkdown(text: string): string {
  // Any ASCII punctuation may be escaped with a backslash: https://spec.commonmark.org/0.31.2/#backslash-escapes
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** Text as markdown that shows it as it is, with as few backslashes as do within a line; for what people read and edit as text. */
export function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, String.raw`\$&`);
}
