import type { CatalogDocument } from '../../document/document.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';

/** The exact source of a block and its offset in the text of the document. */
export interface Passage {
  readonly block: Block;
  readonly offset: number;
  readonly text: string;
}

/** Returns the source of a block, with its list markers and `>`. */
export function passage({ text }: CatalogDocument, block: Block, lines: Lines): Passage {
  const { start, end } = lines.range(block.firstLine, block.lastLine);
  const offset = lines.offsetAt(start);
  return { block, offset, text: text.slice(offset, lines.offsetAt(end)) };
}

/** Returns a text in which every match of a global pattern is replaced by white space of the same length; line breaks stay. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\r\n]/g, ' '));
}

// oxlint-disable-next-line regexp/no-super-linear-move -- It only fails where no other backtick follows, so once.
const codeSpan = /`+[^`]*`+/g;
const comment = /<!--[^]*?(?:-->|$)/g;
const destination = /\]\([^()\n]{0,2000}\)|\]\[[^\][\n]{0,200}\]/g;
const address = /\b(?:https?|ftp|file|mailto):[^\s<>"']+/g;

/** Returns a passage's text without code and HTML comments, each turned to white space. */
export function withoutCode(text: string): string {
  return blank(blank(text, codeSpan), comment);
}

/** Returns a passage's text without code, HTML comments, addresses and the destinations of links, each turned to white space. */
export function prose(text: string): string {
  return blank(blank(withoutCode(text), destination), address);
}
