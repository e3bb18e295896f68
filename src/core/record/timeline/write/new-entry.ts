/** Output from a screen, kept literally. */
export interface Attachment {
  /** The origin of the output: "terminal", the name of a file. */
  readonly from: string;
  readonly text: string;
  /** The language of the code block that holds it; plain text where it has none. */
  readonly language?: string;
}

/** A new entry of a timeline. */
export interface NewEntry {
  readonly at: Date;
  /** Markdown; line breaks become spaces. */
  readonly text: string;
  /** Who writes it. */
  readonly author?: string | undefined;
  readonly attachment?: Attachment | undefined;
}

/** Returns the text of an entry on one line, with its author where there is no other place for them. */
export function lineOf({ text, author }: NewEntry, authorApart: boolean): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return author === undefined || author.trim() === '' || authorApart ? line : `${line} (${author.trim()})`;
}

/** Returns an attachment as a code block whose fence is longer than any in it. */
export function fenced({ text, language = 'text' }: Attachment, indent: string): string[] {
  const body = text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...body.split('\n'), fence].map((line) => (line === '' ? '' : `${indent}${line}`));
}
