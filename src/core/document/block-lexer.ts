import { getDefaults, Lexer, Tokenizer, type Links, type Token, type Tokens, type TokensList } from 'marked';
import { once } from '../util/memo.ts';

/** Longest setext title in a list item, in lines. At the top level there is no limit. */
const mostTitleLines = 8;

/**
 * Returns the block tokens of a Markdown text with LF line breaks, as marked gives them, in linear time. marked reads the text of a list
 * item line by line and scans the whole rest at each line; it does the same for text that looks like a table. This lexer makes the same
 * decisions from a few lines. See also `withoutDepth`.
 */
export function blockTokens(source: string): { tokens: Token[]; links: Links } {
  const tokenizer = new BlockTokenizer();
  const lexer = new BlockLexer({ ...getDefaults(), tokenizer });
  tokenizer.rules = rules();
  const tokens = lexer.blockTokens(withoutDepth(source), []);
  return { tokens, links: lexer.tokens.links };
}

/** The rules of marked, except for the end of a paragraph. */
const rules = once((): Tokenizer['rules'] => {
  const tokenizer = new Tokenizer();
  // A lexer gives its tokenizer the rules for its options.
  const { options } = new Lexer({ ...getDefaults(), tokenizer });
  const { rules: own } = options.tokenizer ?? tokenizer;
  return { ...own, block: { ...own.block, paragraph: shortSighted(own.block.paragraph, own.block.table) } };
});

/**
 * Returns the pattern of a paragraph that ends before a table, without looking at its rows. Throws if the pattern of marked no longer
 * contains the one for tables.
 */
function shortSighted(paragraph: RegExp, table: RegExp): RegExp {
  const whole = table.source.replace(/^\^/, '');
  const head = whole.slice(0, whole.lastIndexOf(rowsOfTable));
  if (head === '' || !paragraph.source.includes(whole)) {
    throw new Error('The pattern for tables in marked has changed');
  }
  return new RegExp(
    paragraph.source.replace(whole, () => `${head}(?:\\n|$)`),
    paragraph.flags,
  );
}

/** Start of the part of marked's pattern for tables that matches rows. */
const rowsOfTable = String.raw`(?:\n((?:(?! *\n|`;

/** Most cells of a table, per character. Short rows are filled up with empty cells. */
const cellsPerCharacter = 2;
const cellsOfAnyTable = 2000;

/** Longer lists, in characters, are read in parts. So are quotations with too many lines without a `>`. */
const longestList = 16_000;
const mostLazyLines = 30;

/** A lexer that splits long lists. */
class BlockLexer extends Lexer {
  #part: { after: number } = { after: Number.POSITIVE_INFINITY };

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): Token[] {
    const outer = this.#part;
    this.#part = { after: Number.POSITIVE_INFINITY };
    const found = super.blockTokens(src, tokens, lastParagraphClipped);
    this.#part = outer;
    return found;
  }

  /** Inline Markdown of blocks is not needed, so only what marked itself needs for joining texts is stored. */
  override inline(src: string, tokens: Token[] = []): Token[] {
    return this.inlineQueue.length < 3 ? super.inline(src, tokens) : tokens;
  }

  /**
   * Returns the start of `src`, the rest of the text, up to where a list in it is split: before a line that no item contains. Each line
   * is read once, however often this is called.
   */
  partOf(src: string): string {
    if (src.length <= longestList) {
      return src;
    }
    if (src.length - this.#part.after < longestList) {
      const found = /\n(?= ?[^ \t\n])/g;
      found.lastIndex = longestList;
      const at = found.exec(src)?.index;
      this.#part.after = at === undefined ? 0 : src.length - at - 1;
    }
    return src.slice(0, src.length - this.#part.after);
  }
}

const blankLine = /^[ \t]*(?:\n|$)/;

class BlockTokenizer extends Tokenizer {
  override list(src: string): Tokens.List | undefined {
    const { lexer } = this;
    return super.list(lexer instanceof BlockLexer && this.rules.block.list.test(src) ? lexer.partOf(src) : src);
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return super.blockquote(src.startsWith('>') || /^ {1,3}>/.test(src) ? withFewLazyLines(src) : src);
  }

  /** All text lines of a list item at once, up to a line where another block may begin. */
  override text(src: string): Tokens.Text | undefined {
    // Lines that are indented deeper also continue the text, without that indentation.
    return joined(src, super.text(src), (rest) => (this.#isText(rest) ? super.text(rest) : super.code(rest)));
  }

  /** Returns whether a line only continues the text before it. */
  #isText(src: string): boolean {
    const { block, other } = this.rules;
    return (
      !block.code.test(src) &&
      !block.fences.test(src) &&
      !block.heading.test(src) &&
      !block.hr.test(src) &&
      !/^ {0,3}>/.test(src) &&
      !(block.list.test(src) && other.listInterruptsParagraph.test(src)) &&
      !block.html.test(src) &&
      // A line that has the form of a link definition continues the text.
      (block.def.test(src) ||
        (super.table(firstLines(src, 2)) === undefined && !block.lheading.test(firstLines(src, mostTitleLines))))
    );
  }

  /** The first two lines decide whether a table begins. A table with too many missing cells ends early. */
  override table(src: string): Tokens.Table | undefined {
    const columns = super.table(firstLines(src, 2))?.header.length;
    if (columns === undefined) {
      return undefined;
    }
    const whole = this.rules.block.table.exec(src)?.[0] ?? '';
    const most = Math.floor((cellsPerCharacter * whole.length + cellsOfAnyTable) / columns);
    return super.table(firstLines(whole, 2 + most));
  }

  /** Continues a paragraph where only its pattern takes the next lines for a table. marked joins the parts one by one. */
  override paragraph(src: string): Tokens.Paragraph | undefined {
    return joined(
      src,
      super.paragraph(src),
      (rest) =>
        super.code(rest) ??
        (!this.rules.block.list.test(rest) && this.#isText(rest) ? super.paragraph(rest) : undefined),
    );
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return super.lheading(this.lexer.state.top ? src : firstLines(src, mostTitleLines));
  }
}

/**
 * Joins the first block of a text with its continuations, all at once. Their inline Markdown is not needed.
 * @param next reads the continuation at the start of a text; undefined if there is none.
 */
function joined<Block extends Tokens.Text | Tokens.Paragraph>(
  src: string,
  first: Block | undefined,
  next: (rest: string) => { readonly raw: string; readonly text: string } | undefined,
): Block | undefined {
  if (first === undefined) {
    return undefined;
  }
  let end = first.raw.length;
  const texts = [first.text];
  for (;;) {
    // Indented lines come with the line break after them.
    const from = src[end - 1] === '\n' ? end : end + 1;
    const rest = src.slice(from);
    const more = blankLine.test(rest) ? undefined : next(rest);
    if (more === undefined) {
      return { ...first, raw: src.slice(0, end), text: texts.join('\n') };
    }
    texts.push(more.text);
    end = from + more.raw.length;
  }
}

/** The start of a text that begins with a quotation, up to where a quotation with too many lines without `>` is split. */
function withFewLazyLines(src: string): string {
  let lazy = 0;
  let marked = false;
  for (let at = 0; at < src.length;) {
    const stop = src.indexOf('\n', at);
    const end = stop === -1 ? src.length : stop;
    const isMarked = /^ {0,3}>/.test(src.slice(at, at + 4));
    lazy += marked && !isMarked ? 1 : 0;
    if (lazy > mostLazyLines) {
      return src.slice(0, at - 1);
    }
    if (!isMarked && src.slice(at, end).trim() === '') {
      break;
    }
    marked = isMarked;
    at = end + 1;
  }
  return src;
}

function firstLines(text: string, count: number): string {
  let end = -1;
  for (let line = 0; line < count; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) {
      return text;
    }
  }
  return text.slice(0, end);
}

/** More quotation and list markers at the start of a line are read as text. */
const mostMarks = 10;
/** Greatest indentation of a line, in columns, including spaces between its markers. */
const mostIndent = 100;

/**
 * Limits the nesting of a text: marked reads a block once for each quotation and list item around it. On each line, markers beyond
 * `mostMarks` are escaped and indentation beyond `mostIndent` is removed. Nothing else changes.
 */
function withoutDepth(source: string): string {
  return deep.test(source) ? source.split('\n').map(shallow).join('\n') : source;
}

/** A quick test for lines that are too deep. */
const deep = /^(?:[ \t]{20}|[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){5})/m;
const mark = />|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y;

function shallow(line: string): string {
  let kept = '';
  let marks = 0;
  let space = 0;
  let at = 0;
  for (;;) {
    const from = at;
    while (line[at] === ' ' || line[at] === '\t') {
      at += 1;
    }
    const room = Math.max(0, mostIndent - space);
    kept += line.slice(from, Math.min(at, from + room));
    space += at - from;
    mark.lastIndex = at;
    const found = mark.exec(line)?.[0];
    if (found === undefined) {
      return kept + line.slice(at);
    }
    if (marks === mostMarks) {
      return `${kept}${found.slice(0, -1)}\\${line.slice(at + found.length - 1)}`;
    }
    marks += 1;
    kept += found;
    at += found.length;
  }
}
