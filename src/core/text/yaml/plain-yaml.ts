import { Pair, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';

/** A line with content. */
interface Line {
  readonly start: number;
  /** Offset of its end, without the line break. */
  readonly end: number;
  readonly indent: number;
}

/** Deeper nesting is left to the library. */
const deepest = 40;

/** Thrown where the text needs the library; caught here. */
class Unusual extends Error {}

/**
 * Returns the documents of YAML that has nothing but what rule files usually have: block mappings with simple keys, block lists, scalars on one line
 * and blocks of text. Ten times as fast as the library, and gives the same nodes: values as text, with ranges. Undefined for all other YAML:
 * flow collections, anchors, tags, scalars of several lines, errors.
 */
export function plainYaml(text: string): Node[] | undefined {
  if (text.startsWith('\ufeff') || /\r(?!\n)|\t|^%|^\.\.\.|^---[^\r\n]/m.test(text)) {
    return undefined;
  }
  try {
    return new Reader(text).documents();
  } catch (error) {
    if (error instanceof Unusual) {
      return undefined;
    }
    throw error;
  }
}

/** Private characters are those that stand for parts of templates. */
const key = /([A-Za-z_\ue000\ue001][\w./\ue000\ue001-]*)[^\S\r\n]*:(?=[ \r\n]|$)/y;
const header = /[|>][+-]?(?=[ \r\n]|$)/y;
/** What a plain scalar does not begin with. */
const indicator = /^(?:[[\]{}&*!|>%@`"'#,]|[-?:](?:\s|$))/;

class Reader {
  readonly #text: string;
  readonly #lines: Line[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start);
      const next = newline === -1 ? text.length : newline + 1;
      const end = newline === -1 ? text.length : text[newline - 1] === '\r' && newline > start ? newline - 1 : newline;
      let from = start;
      while (from < end && text[from] === ' ') {
        from += 1;
      }
      this.#lines.push({ start, end, indent: from === end ? -1 : from - start });
      start = next;
    }
  }

  documents(): Node[] {
    const documents: Node[] = [];
    for (let line = this.#line(); line !== undefined; line = this.#line()) {
      if (this.#isMarker(line)) {
        this.#at += 1;
        continue;
      }
      documents.push(this.#node(line.indent, 0));
      const next = this.#line();
      if (next !== undefined && !this.#isMarker(next)) {
        throw new Unusual();
      }
    }
    return documents;
  }

  /** The next line with content; comments and blank lines before it are passed. */
  #line(): Line | undefined {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at];
      if (line !== undefined && line.indent >= 0 && this.#text[line.start + line.indent] !== '#') {
        return line;
      }
    }
    return undefined;
  }

  #isMarker({ start, end }: Line): boolean {
    return end - start === 3 && this.#text.startsWith('---', start);
  }

  /** The next line, if it belongs to a node at this indentation. */
  #lineAt(indent: number): Line | undefined {
    const line = this.#line();
    if (line === undefined || line.indent < indent || this.#isMarker(line)) {
      return undefined;
    }
    if (line.indent > indent) {
      throw new Unusual();
    }
    return line;
  }

  #isItem(offset: number): boolean {
    return this.#text[offset] === '-' && /[ \r\n]|^$/.test(this.#text[offset + 1] ?? '');
  }

  #node(indent: number, depth: number): Node {
    const line = this.#lineAt(indent);
    if (line === undefined || depth > deepest) {
      throw new Unusual();
    }
    const offset = line.start + indent;
    return this.#isItem(offset) ? this.#list(indent, offset, depth) : this.#map(indent, offset, depth);
  }

  /** @param first offset of the first item, which may stand behind other marks on its line. */
  #list(indent: number, first: number, depth: number): YAMLSeq {
    if (depth > deepest) {
      throw new Unusual();
    }
    const list = new YAMLSeq();
    let end = first;
    for (let offset: number | undefined = first; offset !== undefined; offset = this.#nextItem(indent)) {
      const line = this.#lines[this.#at];
      if (line === undefined) {
        break;
      }
      let content = offset + 1;
      while (this.#text[content] === ' ') {
        content += 1;
      }
      const column = content - line.start;
      let item: Node;
      if (content >= line.end || this.#text[content] === '#') {
        item = this.#below(indent, content, depth, false);
      } else if (this.#isItem(content)) {
        item = this.#list(column, content, depth + 1);
      } else if (this.#keyAt(content) === undefined) {
        item = this.#scalar(content, line, indent);
      } else {
        item = this.#map(column, content, depth + 1);
      }
      list.items.push(item);
      end = item.range?.[1] ?? end;
    }
    list.range = [first, end, end];
    return list;
  }

  #nextItem(indent: number): number | undefined {
    const line = this.#lineAt(indent);
    return line !== undefined && this.#isItem(line.start + indent) ? line.start + indent : undefined;
  }

  #keyAt(offset: number): string | undefined {
    key.lastIndex = offset;
    return key.exec(this.#text)?.[1];
  }

  #map(indent: number, first: number, depth: number): YAMLMap {
    if (depth > deepest) {
      throw new Unusual();
    }
    const map = new YAMLMap<Scalar, Node>();
    let end = first;
    for (let offset: number | undefined = first; offset !== undefined;) {
      const line = this.#lines[this.#at];
      const name = this.#keyAt(offset);
      if (name === undefined || line === undefined) {
        throw new Unusual();
      }
      let content = key.lastIndex;
      while (this.#text[content] === ' ') {
        content += 1;
      }
      const value =
        content >= line.end || this.#text[content] === '#'
          ? this.#below(indent, content, depth, true)
          : this.#scalar(content, line, indent);
      map.items.push(new Pair(scalarOf(name, offset, offset + name.length), value));
      end = value.range?.[1] ?? end;
      const next = this.#lineAt(indent);
      offset = next === undefined || this.#isItem(next.start + indent) ? undefined : next.start + indent;
    }
    map.range = [first, end, end];
    return map;
  }

  /** What stands under a key or a mark of a list; an empty scalar if nothing does. */
  #below(indent: number, empty: number, depth: number, isValue: boolean): Node {
    this.#at += 1;
    const line = this.#line();
    if (line !== undefined && !this.#isMarker(line)) {
      if (line.indent > indent) {
        return this.#node(line.indent, depth + 1);
      }
      if (isValue && line.indent === indent && this.#isItem(line.start + indent)) {
        return this.#list(indent, line.start + indent, depth + 1);
      }
    }
    return scalarOf('', empty, empty);
  }

  #scalar(offset: number, line: Line, indent: number): Node {
    const text = this.#text.slice(offset, line.end);
    if (/^[|>]/.test(text)) {
      return this.#block(offset, line, indent);
    }
    const short = shortList(text, offset);
    const found = short === undefined ? (/^["']/.test(text) ? quoted(text) : plain(text)) : undefined;
    if (found === undefined && short === undefined) {
      throw new Unusual();
    }
    this.#at += 1;
    const next = this.#line();
    if (next !== undefined && next.indent > indent) {
      throw new Unusual();
    }
    return short ?? scalarOf(found?.value ?? '', offset, offset + (found?.length ?? 0));
  }

  #block(offset: number, line: Line, indent: number): Scalar {
    header.lastIndex = offset;
    const mark = header.exec(this.#text)?.[0];
    if (mark === undefined || !/^\s*(?:\s#.*)?$/.test(this.#text.slice(header.lastIndex, line.end))) {
      throw new Unusual();
    }
    this.#at += 1;
    const rows: string[] = [];
    let own: number | undefined;
    let end = line.end;
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const row = this.#lines[this.#at];
      if (row === undefined || (row.indent >= 0 && row.indent <= indent)) {
        break;
      }
      if (row.indent === -1) {
        // Blanks on an empty line count if they are more than the indentation.
        if (row.end - row.start > (own ?? 0)) {
          throw new Unusual();
        }
        rows.push('');
        continue;
      }
      own ??= row.indent;
      if (row.indent < own) {
        throw new Unusual();
      }
      rows.push(this.#text.slice(row.start + own, row.end));
      end = row.end;
    }
    if (own === undefined || (indent === 0 && own === 0)) {
      throw new Unusual();
    }
    const scalar = scalarOf(blockValue(mark, rows), offset, end);
    scalar.type = mark.startsWith('|') ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED';
    return scalar;
  }
}

function blockValue(mark: string, rows: readonly string[]): string {
  const last = rows.findLastIndex((row) => row !== '');
  const content = rows.slice(0, last + 1);
  const tail = mark.endsWith('-') ? '' : mark.endsWith('+') ? '\n'.repeat(rows.length - last) : '\n';
  if (mark.startsWith('|')) {
    return content.join('\n') + tail;
  }
  if (content[0] === '' || content.some((row) => row.startsWith(' ') || row.startsWith('\t'))) {
    throw new Unusual();
  }
  let value = '';
  let blank = 0;
  for (const [index, row] of content.entries()) {
    if (row === '') {
      blank += 1;
      continue;
    }
    value += (index === 0 ? '' : blank === 0 ? ' ' : '\n'.repeat(blank)) + row;
    blank = 0;
  }
  return value + tail;
}

/** A list or mapping on one line that is empty, or a list of simple words: `[0, 5]`. */
function shortList(text: string, offset: number): Node | undefined {
  const [written, inner = ''] = /^(?:\{\}|\[((?:\w+(?:, ?\w+)*)?)\])(?=\s*$|\s+#)/.exec(text) ?? [];
  if (written === undefined) {
    return undefined;
  }
  const node = written === '{}' ? new YAMLMap() : new YAMLSeq<Scalar>();
  node.range = [offset, offset + written.length, offset + written.length];
  if (node instanceof YAMLSeq) {
    for (const { 0: word, index } of inner.matchAll(/\w+/g)) {
      node.items.push(scalarOf(word, offset + 1 + index, offset + 1 + index + word.length));
    }
  }
  return node;
}

function plain(text: string): { value: string; length: number } | undefined {
  if (indicator.test(text)) {
    return undefined;
  }
  const comment = text.search(/\s#/);
  const value = (comment === -1 ? text : text.slice(0, comment)).trimEnd();
  return /:(?:\s|$)/.test(value) ? undefined : { value, length: value.length };
}

/** A quoted scalar that ends on its line, with nothing behind it but a comment, and with the escapes of JSON only. */
function quoted(text: string): { value: string; length: number } | undefined {
  const written = /^(?:"(?:[^"\\]|\\["\\/bfnrt])*"|'(?:[^']|'')*')(?=\s*$|\s+#)/.exec(text)?.[0];
  if (written === undefined || written.includes('\t')) {
    return undefined;
  }
  const value = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : (JSON.parse(written) as string);
  return { value, length: written.length };
}

function scalarOf(value: string, start: number, end: number): Scalar<string> {
  const scalar = new Scalar(value);
  scalar.range = [start, end, end];
  return scalar;
}
