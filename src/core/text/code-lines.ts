/** Returns the lines of a text that is no document of its own, such as the content of a code block. */
export function codeLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
