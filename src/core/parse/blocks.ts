import { Lexer, type Token, type Tokens } from 'marked';

/** One leaf of the markdown block structure, with the lines it takes up. */
export interface Block {
  readonly type: 'heading' | 'text' | 'code' | 'html' | 'table';
  /** 0-based, counted from the start of the text that was lexed. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Markdown for headings and text; the bare content for code; everything for HTML. */
  readonly text: string;
  /** Headings only: 1–6. */
  readonly depth?: number;
  /** Code only: the fence's info string, in lower case; empty without one. */
  readonly language?: string;
  /** Tables only: the rows under the header, cells as markdown. */
  readonly rows?: readonly (readonly string[])[];
  /** Ordinal of the list item that it stands in, innermost first; absent outside lists. */
  readonly item?: ListItem;
}

/** A list item that holds blocks. */
export interface ListItem {
  readonly ordered: boolean;
  /** How many lists deep; 1 for a list that stands in no other. */
  readonly depth: number;
  readonly lastLine: number;
  readonly parent?: ListItem;
}

/**
 * The leaf blocks of a markdown text in the order they appear. marked gives tokens without positions, but each keeps
 * its source in `raw`, so line numbers follow by counting breaks; that also holds inside list items and quotes, where
 * marked takes away indentation and, but for rare cases, never a line; headings are looked for where they should be. Throws what marked throws, which is rare and never on real documents.
 */
export function readBlocks(text: string): Block[] {
  const source = text.replace(/\r\n|\r/g, '\n');
  const lastLine = countBreaks(source);
  const lines = source.split('\n');
  const blocks: Block[] = [];
  walk(new Lexer().blockTokens(source, []), 0, undefined, (block) => {
    const moved = block.type === 'heading' ? lineOf(block, lines) - block.firstLine : 0;
    const firstLine = Math.min(block.firstLine + moved, lastLine);
    blocks.push({ ...block, firstLine, lastLine: Math.min(Math.max(block.lastLine + moved, firstLine), lastLine) });
  });
  return blocks;
}

/** How far from its counted line a heading is looked for. */
const furthest = 20;

/** The line nearest to a heading's counted one that holds its text; the counted one when none does. */
function lineOf({ text, firstLine }: Block, lines: readonly string[]): number {
  const [begin = ''] = text.split('\n');
  for (let distance = 0; distance <= furthest; distance += 1) {
    const found = [firstLine + distance, firstLine - distance].find((line) => lines[line]?.includes(begin) === true);
    if (found !== undefined) {
      return found;
    }
  }
  return firstLine;
}

function walk(tokens: readonly Token[], line: number, item: ListItem | undefined, emit: (block: Block) => void): void {
  let at = line;
  for (const token of tokens) {
    const raw = token.raw;
    const first = at + countBreaks(raw.slice(0, raw.length - raw.trimStart().length));
    const last = Math.max(first, at + countBreaks(raw.trimEnd()));
    emitToken(token, { firstLine: first, lastLine: last, ...(item && { item }) }, at, emit);
    at += countBreaks(raw);
  }
}

type Place = Pick<Block, 'firstLine' | 'lastLine' | 'item'>;

function emitToken(token: Token, place: Place, line: number, emit: (block: Block) => void): void {
  switch (token.type) {
    case 'heading': {
      const { text, depth } = token as Tokens.Heading;
      emit({ type: 'heading', text, depth, ...place });
      break;
    }
    case 'paragraph':
    case 'text':
      emit({ type: 'text', text: (token as Tokens.Paragraph).text, ...place });
      break;
    case 'code': {
      const { text, lang } = token as Tokens.Code;
      emit({ type: 'code', text, language: (lang ?? '').trim().toLowerCase(), ...place });
      break;
    }
    case 'html':
      emit({ type: 'html', text: token.raw, ...place });
      break;
    case 'table': {
      const rows = (token as Tokens.Table).rows.map((row) => row.map((cell) => cell.text));
      emit({ type: 'table', text: token.raw, rows, ...place });
      break;
    }
    case 'blockquote':
      walk((token as Tokens.Blockquote).tokens, line, place.item, emit);
      break;
    case 'list':
      walkItems(token as Tokens.List, line, place.item, emit);
      break;
    default:
  }
}

function walkItems(list: Tokens.List, line: number, parent: ListItem | undefined, emit: (block: Block) => void): void {
  let at = line;
  for (const { raw, tokens } of list.items) {
    const item: ListItem = {
      ordered: list.ordered,
      depth: (parent?.depth ?? 0) + 1,
      lastLine: at + countBreaks(raw.trimEnd()),
      ...(parent && { parent }),
    };
    walk(tokens, at, item, emit);
    at += countBreaks(raw);
  }
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
