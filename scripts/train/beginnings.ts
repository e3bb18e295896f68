/**
 * Returns a document as it may have looked when it was begun: its front matter, title and first lines, and its headings without text. People open
 * such documents, too, and they have the same kind.
 */
export function beginningsOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const closing = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) + 1 : 0;
  const matter = lines.slice(0, closing);
  const body = lines.slice(closing);
  const title = body.findIndex((line) => /^#\s/.test(line));
  const start = title === -1 || title > firstLines ? 0 : title;
  const begun = body.slice(start, start + firstLines);
  const headings = body.filter((line) => /^#{1,6}\s/.test(line));
  return [
    [...matter, ...begun],
    [...matter, ...headings.flatMap((heading) => [heading, ''])],
  ].map((part) => part.join('\n'));
}

/** Lines of a document that somebody has just begun. */
const firstLines = 5;
