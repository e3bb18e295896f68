/** Returns text as Markdown that shows it literally, on one line. For text that is only displayed. */
export function escapeMarkdown(text: string): string {
  // Any ASCII punctuation may be escaped with a backslash: https://spec.commonmark.org/0.31.2/#backslash-escapes
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** Returns text as Markdown that shows it literally, with as few backslashes as possible. For text that people also edit. */
export function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, String.raw`\$&`);
}
