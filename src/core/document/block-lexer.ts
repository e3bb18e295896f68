import { getDefaults, Lexer, Tokenizer, type Links, type Token, type Tokens, type TokensList } from 'marked';

/** A setext title in a list item is looked for within so many lines; at the top of a document it may be of any length. */
const mostTitleLines = 8;

/**
 * The block tokens of a markdown text with LF line breaks, as marked gives them, in time that grows no faster than the text. marked
 * reads a list item's text line by line and looks at all that is left at each, and so it does for what looks like a table and is none;
 * here the same decisions are made from a few lines. See also `withoutDepth`.
 */
export function blockTokens(source: string): { tokens: Token[]; links: Links } {
  const tokenizer = new BlockTokenizer();
  const lexer = new BlockLexer({ ...getDefaults(), tokenizer });
  const { block } = tokenizer.rules;
  tokenizer.rules = { ...tokenizer.rules, block: { ...block, paragraph: shortSighted(block.paragraph, block.table) } };
  const tokens = lexer.blockTokens(withoutDepth(source), []);
  return { tokens, links: lexer.tokens.links };
}

/**
 * A pattern for paragraphs that ends them before a table without looking at its rows.
 * Throws when marked's pattern is no longer made of the one for tables.
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

/** How the part of marked's pattern for tables begins that is for its rows. */
const rowsOfTable = String.raw`(?:\n((?:(?! *\n|`;

/** So many cells a table has at most; rows that are too short are filled up with empty ones. */
const cellsPerCharacter = 2;
const cellsOfAnyTable = 2000;

/** Lists of more characters than this are read in parts; so are quotations in which so many lines lack their mark. */
const longestList = 16_000;
const mostLazyLines = 30;

/** A lexer that knows where to part the lists of the text, or the part of one, that it is reading. */
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

  /** Nobody asks for what stands in texts as inline markdown, so no more of it is noted down than marked looks at when it joins texts. */
  override inline(src: string, tokens: Token[] = []): Token[] {
    return this.inlineQueue.length < 3 ? super.inline(src, tokens) : tokens;
  }

  /**
   * The start of `src`, which is the end of the text that is being read, up to where a list in it is parted: in front of a line that
   * no item's indentation holds. Each line is looked at once, however often this is asked.
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

  /** All lines of a list item's text at once, up to one with which something else may begin. */
  override text(src: string): Tokens.Text | undefined {
    // What is indented deeper goes on with the text, too, without that indentation.
    return joined(src, super.text(src), (rest) => (this.#isText(rest) ? super.text(rest) : super.code(rest)));
  }

  /** Whether no other block begins with a text that follows a line of text. */
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
      // What would define a link goes on with the text.
      (block.def.test(src) ||
        (super.table(firstLines(src, 2)) === undefined && !block.lheading.test(firstLines(src, mostTitleLines))))
    );
  }

  /** Whether a table begins is seen in its first two lines. One that is mostly cells which its rows lack ends early. */
  override table(src: string): Tokens.Table | undefined {
    const columns = super.table(firstLines(src, 2))?.header.length;
    if (columns === undefined) {
      return undefined;
    }
    const whole = this.rules.block.table.exec(src)?.[0] ?? '';
    const most = Math.floor((cellsPerCharacter * whole.length + cellsOfAnyTable) / columns);
    return super.table(firstLines(whole, 2 + most));
  }

  /** A paragraph goes on where only its pattern takes the next lines for a table; marked joins the parts one by one. */
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
 * The first block of a text with the blocks that go on with it, joined at once. What stands in them as inline markdown is not asked for.
 * @param next reads the block that goes on with it at the start of a text; undefined where none does.
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
    // Indented lines come with the line break behind them.
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

/** The start of a text that begins with a quotation, up to where one with too many lines without a mark is parted. */
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

/** More marks of quotations and lists at the start of one line than this are text. */
const mostMarks = 10;
/** White space at the start of a line, and between the marks there, counts up to so many columns in all. */
const mostIndent = 100;

/**
 * A text without what only makes it deep: marked reads a block once for each quotation and list item that it stands in. On each line
 * the marks beyond `mostMarks` are escaped and white space beyond `mostIndent` is left out; lines stay what they are otherwise.
 */
function withoutDepth(source: string): string {
  return deep.test(source) ? source.split('\n').map(shallow).join('\n') : source;
}

/** What every line that is too deep has at its start, and few others. */
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
