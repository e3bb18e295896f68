import type { Token, Tokens } from 'marked';
import type { Block, ListItem } from './model.ts';
import { blockTokens } from './block-lexer.ts';

/**
 * The leaf blocks of a markdown text in the order they appear. marked gives tokens without positions, but each keeps
 * its source in `raw`, so line numbers follow by counting breaks; that also holds inside list items and quotes, where
 * marked takes away indentation and, but for rare cases, never a line; headings are looked for where they should be. Throws
 * what marked throws, which is rare and never on real documents.
 * @param offset the line on which the text begins in the document that the blocks' lines count in.
 */
export function readBlocks(text: string, offset = 0): Block[] {
  const source = text.replace(/\r\n|\r/g, '\n');
  const lastLine = countBreaks(source);
  const lines = source.split('\n');
  const blocks: Block[] = [];
  walk(blockTokens(source), 0, { offset, quoted: false }, (block) => {
    const moved = block.type === 'heading' ? lineOf(block, lines) - block.firstLine : 0;
    const firstLine = Math.min(block.firstLine + moved, lastLine);
    const end = Math.min(Math.max(block.lastLine + moved, firstLine), lastLine);
    blocks.push({ ...block, firstLine: firstLine + offset, lastLine: end + offset });
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

/** What the blocks of a container have in common. */
interface Container {
  readonly offset: number;
  readonly quoted: boolean;
  readonly item?: ListItem;
}

function walk(tokens: readonly Token[], line: number, container: Container, emit: (block: Block) => void): void {
  let at = line;
  for (const token of tokens) {
    const raw = token.raw;
    const first = at + countBreaks(raw.slice(0, raw.length - raw.trimStart().length));
    const last = Math.max(first, at + countBreaks(raw.trimEnd()));
    emitToken(token, { firstLine: first, lastLine: last }, container, at, emit);
    at += countBreaks(raw);
  }
}

type Place = Pick<Block, 'firstLine' | 'lastLine'>;

function emitToken(token: Token, lines: Place, container: Container, line: number, emit: (block: Block) => void): void {
  const place = { ...lines, quoted: container.quoted, ...(container.item && { item: container.item }) };
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
      const { text, lang, codeBlockStyle } = token as Tokens.Code;
      const fenced = codeBlockStyle !== 'indented';
      emit({ type: 'code', text, language: (lang ?? '').trim().toLowerCase(), fenced, ...place });
      break;
    }
    case 'html':
      emit({ type: 'html', text: token.raw, ...place });
      break;
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      emit({
        type: 'table',
        text: token.raw,
        header: header.map((cell) => cell.text),
        rows: rows.map((row) => row.map((cell) => cell.text)),
        ...place,
      });
      break;
    }
    case 'blockquote':
      walk((token as Tokens.Blockquote).tokens, line, { ...container, quoted: true }, emit);
      break;
    case 'list':
      walkItems(token as Tokens.List, line, container, emit);
      break;
    default:
  }
}

function walkItems(list: Tokens.List, line: number, container: Container, emit: (block: Block) => void): void {
  const { item: parent, offset } = container;
  let at = line;
  for (const { raw, tokens, task, checked } of list.items) {
    const item: ListItem = {
      ordered: list.ordered,
      depth: (parent?.depth ?? 0) + 1,
      firstLine: at + offset,
      lastLine: at + countBreaks(raw.trimEnd()) + offset,
      ...(task && { checked: checked === true }),
      ...(parent && { parent }),
    };
    walk(tokens, at, { ...container, item }, emit);
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
