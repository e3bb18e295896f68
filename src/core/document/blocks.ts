import type { Token, Tokens } from 'marked';
import type { Block, ListItem } from './model.ts';
import { blockTokens } from './block-lexer.ts';
import { htmlParts } from './html-headings.ts';

/** The blocks of a Markdown text. */
export interface Blocks {
  /** The leaf blocks in the order in which they appear. */
  readonly blocks: readonly Block[];
  /** Destinations of references such as `[text][label]`, by label as `labelOf` gives it. The first definition of a label counts. */
  readonly definitions: ReadonlyMap<string, string>;
}

/**
 * Returns the leaf blocks of a markdown text and its link definitions. marked gives tokens without positions, but each keeps its source in
 * `raw`. The text of a container (quotation, list item) has a line for each line that the container takes up, so a line of a token is found by
 * counting line breaks from the container's first line. Throws what marked throws, which is rare and never on real documents.
 * @param offset the line on which the text begins in the document that the blocks' lines count in.
 */
export function readBlocks(text: string, offset = 0): Blocks {
  const source = text.replace(/\r\n|\r/g, '\n');
  const { tokens, links } = blockTokens(source);
  const blocks: Block[] = [];
  walk(tokens, { line: offset, quoted: false }, (block) => blocks.push(block));
  return {
    blocks: withOpenHeadings(blocks),
    definitions: new Map(Object.entries(links).map(([label, { href }]) => [label, href])),
  };
}

/** Joins a tag such as `<h2>`, its text and its end tag to one heading: empty lines between them make three blocks. */
function withOpenHeadings(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => tagDepth(block, closingTag) !== undefined)) {
    return blocks;
  }
  const result: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, title, close] = blocks.slice(at, at + 3);
    const depth = tagDepth(block, openingTag);
    if (block !== undefined && title?.type === 'text' && depth !== undefined && tagDepth(close, closingTag) === depth) {
      const lastLine = close?.lastLine ?? title.lastLine;
      result.push({ ...title, type: 'heading', depth, firstLine: block.firstLine, lastLine });
      at += 2;
    } else if (block !== undefined) {
      result.push(block);
    }
  }
  return result;
}

/** The depth of a heading's tag that an HTML block consists of; undefined for any other block. */
function tagDepth(block: Block | undefined, tag: RegExp): number | undefined {
  const depth = block?.type === 'html' ? tag.exec(block.text)?.[1] : undefined;
  return depth === undefined ? undefined : Number(depth);
}

const openingTag = /^<h([1-6])(?:\s[^<>]*)?>$/i;
const closingTag = /^<\/h([1-6])\s*>$/i;

/** The common properties of the blocks of a container. */
interface Container {
  /** The document's line on which the container's text begins. */
  readonly line: number;
  readonly quoted: boolean;
  readonly item?: ListItem;
}

function walk(tokens: readonly Token[], container: Container, emit: (block: Block) => void): void {
  let { line } = container;
  let atStart = true;
  for (const token of tokens) {
    const { raw, type } = token;
    if (type === 'checkbox') {
      continue;
    }
    // Blocks begin on a line of their own. Where marked reads a quotation in parts, it leaves out the line break between them.
    line += atStart || type === 'space' ? 0 : 1;
    const first = line + countBreaks(raw.slice(0, raw.length - raw.trimStart().length));
    const last = Math.max(first, line + countBreaks(raw.trimEnd()));
    emitToken(token, { firstLine: first, lastLine: last }, { ...container, line }, emit);
    line += countBreaks(raw);
    atStart = raw.endsWith('\n');
  }
}

type Place = Pick<Block, 'firstLine' | 'lastLine'>;

function emitToken(token: Token, lines: Place, container: Container, emit: (block: Block) => void): void {
  const place = {
    ...lines,
    textLine: lines.firstLine,
    quoted: container.quoted,
    ...(container.item && { item: container.item }),
  };
  switch (token.type) {
    case 'heading': {
      const { text, depth } = token as Tokens.Heading;
      emit({ type: 'heading', text, depth, ...place });
      break;
    }
    case 'paragraph':
    case 'text':
      // marked puts an empty line after one that is indented; no paragraph has empty lines.
      emit({ type: 'text', text: (token as Tokens.Paragraph).text.replaceAll('\n\n', '\n'), ...place });
      break;
    case 'code': {
      const { text, lang, codeBlockStyle } = token as Tokens.Code;
      const fenced = codeBlockStyle !== 'indented';
      emit({
        type: 'code',
        text,
        language: (lang ?? '').trim().toLowerCase(),
        fenced,
        ...place,
        textLine: lines.firstLine + (fenced ? 1 : 0),
      });
      break;
    }
    case 'html':
      emitHtml(token.raw.trim(), place, emit);
      break;
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      emit({
        type: 'table',
        text: token.raw.trimStart(),
        header: header.map((cell) => cell.text),
        rows: rows.map((row) => row.map((cell) => cell.text)),
        ...place,
      });
      break;
    }
    case 'blockquote':
      walk((token as Tokens.Blockquote).tokens, { ...container, quoted: true }, emit);
      break;
    case 'list':
      walkItems(token as Tokens.List, container, emit);
      break;
    default:
  }
}

/** HTML with its headings as blocks of their own. */
function emitHtml(html: string, place: Omit<Block, 'type' | 'text'>, emit: (block: Block) => void): void {
  const parts = htmlParts(html);
  if (parts.length === 0) {
    emit({ type: 'html', text: html, ...place });
  }
  for (const { start, end, depth, content = { start, end } } of parts) {
    const whole = html.slice(content.start, content.end);
    const text = whole.trim();
    const from = content.start + whole.length - whole.trimStart().length;
    const textLine = place.firstLine + countBreaks(html.slice(0, from));
    const lines = {
      firstLine: place.firstLine + countBreaks(html.slice(0, start)),
      lastLine: place.firstLine + countBreaks(html.slice(0, end).trimEnd()),
      textLine,
    };
    if (depth !== undefined) {
      emit({ ...place, ...lines, type: 'heading', text, depth });
    } else if (text !== '') {
      emit({ ...place, ...lines, firstLine: textLine, type: 'html', text });
    }
  }
}

function walkItems(list: Tokens.List, container: Container, emit: (block: Block) => void): void {
  const { item: parent } = container;
  let { line } = container;
  for (const { raw, tokens, task, checked } of list.items) {
    const item: ListItem = {
      ordered: list.ordered,
      depth: (parent?.depth ?? 0) + 1,
      firstLine: line,
      lastLine: line + countBreaks(raw.trimEnd()),
      ...(task && { checked: checked === true }),
      ...(parent && { parent }),
    };
    walk(tokens, { ...container, line, item }, emit);
    line += countBreaks(raw);
  }
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
