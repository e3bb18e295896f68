import { firstIndex } from './first-index.ts';
import { Lexer, type Links, type Token, type Tokens } from 'marked';

/** A piece of visible text and its range in the Markdown. Offsets count UTF-16 code units. */
interface Leaf {
  readonly start: number;
  readonly end: number;
  /** As long as its Markdown, except for entities, line breaks, tags and images. */
  readonly text: string;
}

/** An inline element, delimiters included. HTML tags with the same meaning count too. */
export interface Mark {
  readonly type: 'strong' | 'em' | 'del' | 'code' | 'link' | 'image';
  readonly start: number;
  readonly end: number;
  /** Start of the content between the delimiters. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Links and images only: the destination as written, without escapes. */
  readonly href?: string;
}

/** Inline markdown, read once. */
export interface Inline {
  readonly markdown: string;
  readonly leaves: readonly Leaf[];
  /** Sorted by start; outer ones first. */
  readonly marks: readonly Mark[];
  /** Struck-out parts, in order; they do not overlap. */
  readonly struck: readonly Mark[];
}

/** Longer texts are read line by line, and longer lines as plain text: marked takes quadratic time for unbalanced delimiters. */
const longestPassage = 2000;

/** Text without any of these has no inline Markdown. */
const special = /[\\`*_[\]<>&~!]|:\/\/|www\.|@/;

/**
 * Returns what inline markdown says, with the place of each part: `**Impact**: [shop](a.md)` has three texts, one strong part and one link.
 * @param links the destinations of references, by label in lower case.
 */
export function readInline(markdown: string, links?: ReadonlyMap<string, string>): Inline {
  const leaves: Leaf[] = [];
  const marks: Mark[] = [];
  if (!special.test(markdown)) {
    return { markdown, leaves: [{ start: 0, end: markdown.length, text: markdown }], marks, struck: [] };
  }
  const known = linksOf(links);
  for (const { start, text } of passagesOf(markdown)) {
    if (text.length > longestPassage || !special.test(text)) {
      leaves.push({ start, end: start + text.length, text });
      continue;
    }
    const lexer = new Lexer();
    lexer.tokens.links = known;
    const open: OpenTag[] = [];
    read(lexer.inlineTokens(text), start, { leaves, marks, open });
  }
  const inOrder = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  // One tilde on either side strikes out words, not times: "~10:20-~10:40" is about two times.
  const struck = inOrder.filter(
    ({ type, start, innerStart, innerEnd }) =>
      type === 'del' && (innerStart - start > 1 || /\p{L}{2}/u.test(markdown.slice(innerStart, innerEnd))),
  );
  return { markdown, leaves, marks: inOrder, struck: outermost(struck, ['del']) };
}

/** An HTML tag that is not closed yet. */
interface OpenTag extends Pick<Mark, 'type' | 'start' | 'innerStart'> {
  readonly name: string;
}

interface Reading {
  readonly leaves: Leaf[];
  readonly marks: Mark[];
  readonly open: OpenTag[];
}

function linksOf(definitions: ReadonlyMap<string, string> = new Map()): Links {
  // Labels may be words that every object knows.
  const links = Object.create(null) as Links;
  for (const [label, href] of definitions) {
    links[label] = { href, title: null };
  }
  return links;
}

function* passagesOf(markdown: string): Generator<{ start: number; text: string }> {
  if (markdown.length <= longestPassage) {
    yield { start: 0, text: markdown };
    return;
  }
  let start = 0;
  for (const text of markdown.split(/(?<=\n)/)) {
    yield { start, text };
    start += text.length;
  }
}

function read(tokens: readonly Token[], from: number, reading: Reading): void {
  let start = from;
  for (const token of tokens) {
    const end = start + token.raw.length;
    readToken(token, start, end, reading);
    start = end;
  }
}

const markTypes: Readonly<Record<string, Mark['type'] | undefined>> = {
  strong: 'strong',
  em: 'em',
  del: 'del',
  link: 'link',
};

function readToken(token: Token, start: number, end: number, reading: Reading): void {
  const type = markTypes[token.type];
  if (type !== undefined && 'tokens' in token && token.tokens !== undefined) {
    const { text, href } = token as Tokens.Link;
    const innerStart = start + Math.max(0, token.raw.startsWith('[') ? 1 : token.raw.indexOf(text));
    const innerEnd = Math.min(end, innerStart + text.length);
    reading.marks.push({ type, start, end, innerStart, innerEnd, ...(type === 'link' && { href }) });
    if (token.raw.startsWith(text, innerStart - start)) {
      read(token.tokens, innerStart, reading);
    } else {
      // A link's text with escaped brackets: what is in it is not where it is read.
      const inner: Reading = { leaves: [], marks: [], open: [] };
      read(token.tokens, 0, inner);
      reading.leaves.push({ start, end, text: inner.leaves.map((leaf) => leaf.text).join('') });
    }
    return;
  }
  switch (token.type) {
    case 'html':
      readTag(token.raw, start, end, reading);
      break;
    case 'br':
      reading.leaves.push({ start, end, text: ' ' });
      break;
    case 'codespan': {
      const { text } = token as Tokens.Codespan;
      const ticks = /^`*/.exec(token.raw)?.[0].length ?? 0;
      // One space on either side is part of the delimiters.
      const innerStart = start + ticks + (token.raw.length - 2 * ticks > text.length ? 1 : 0);
      const innerEnd = innerStart + text.length;
      reading.marks.push({ type: 'code', start, end, innerStart, innerEnd });
      reading.leaves.push({ start: innerStart, end: innerEnd, text });
      break;
    }
    case 'image': {
      const { text, href } = token as Tokens.Image;
      reading.marks.push({ type: 'image', start, end, innerStart: start, innerEnd: end, href });
      reading.leaves.push({ start, end, text });
      break;
    }
    case 'escape':
      reading.leaves.push({ start: end - 1, end, text: (token as Tokens.Escape).text });
      break;
    default: {
      const text = 'text' in token ? String(token.text) : token.raw;
      reading.leaves.push(...withoutEntities(text, start, end));
    }
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};
const entity = /&(?:amp|lt|gt|quot|#39|nbsp);/g;

/** Splits a text so that each piece is as long as its Markdown; each entity is a piece of its own. */
function withoutEntities(text: string, start: number, end: number): Leaf[] {
  if (!text.includes('&') || text.length !== end - start) {
    return [{ start, end, text: text.replace(entity, (name) => entities[name] ?? name) }];
  }
  const pieces: Leaf[] = [];
  let done = 0;
  for (const { 0: name, index } of text.matchAll(entity)) {
    pieces.push({ start: start + done, end: start + index, text: text.slice(done, index) });
    pieces.push({ start: start + index, end: start + index + name.length, text: entities[name] ?? name });
    done = index + name.length;
  }
  return [...pieces, { start: start + done, end, text: text.slice(done) }];
}

const tagTypes: Readonly<Record<string, Mark['type'] | undefined>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 'del',
  del: 'del',
  strike: 'del',
  code: 'code',
};

function readTag(raw: string, start: number, end: number, { leaves, marks, open }: Reading): void {
  leaves.push({ start, end, text: /^<br\b/i.test(raw) ? ' ' : '' });
  const { close, name = '' } = /^<(?<close>\/?)(?<name>[a-z]+)\b/i.exec(raw)?.groups ?? {};
  const tag = name.toLowerCase();
  const type = tagTypes[tag];
  if (type === undefined || raw.endsWith('/>')) {
    return;
  }
  if (close === '') {
    open.push({ name: tag, type, start, innerStart: end });
    return;
  }
  const at = open.findLastIndex((other) => other.name === tag);
  const [opened] = at === -1 ? [] : open.splice(at);
  if (opened !== undefined) {
    marks.push({ type, start: opened.start, end, innerStart: opened.innerStart, innerEnd: start });
  }
}

/**
 * Returns the text that a reader sees in a part of the markdown, white space folded: all of `**Impact**: a &amp; b` is
 * "Impact: a & b".
 * Markdown that represents other characters (an entity, a picture) counts as inside if it begins inside.
 * @param start offsets in the markdown; by default all of it.
 * @param without marks of these types are left out.
 */
export function visibleText(
  inline: Inline,
  start = 0,
  end = inline.markdown.length,
  without: ReadonlyArray<Mark['type']> = [],
): string {
  return fold(textBetween(inline, start, end, without.length === 0 ? [] : outermost(inline.marks, without)));
}

/** Returns the same without what is struck out: `~~Ongoing~~ Resolved` says "Resolved". */
export function heldText(inline: Inline, start = 0, end = inline.markdown.length): string {
  return fold(textBetween(inline, start, end, inline.struck));
}

/**
 * Returns what a reader sees in a part of the markdown, other parts left out.
 * @param left in the order of their starts.
 */
export function visibleTextWithout(
  inline: Inline,
  start: number,
  end: number,
  left: ReadonlyArray<Pick<Mark, 'start' | 'end'>>,
): string {
  return fold(textBetween(inline, start, end, left));
}

/** Returns the marks of some types that are in no other of them, in order. */
function outermost(marks: readonly Mark[], types: ReadonlyArray<Mark['type']>): Mark[] {
  const found: Mark[] = [];
  for (const mark of marks) {
    if (types.includes(mark.type) && mark.start >= (found.at(-1)?.end ?? 0)) {
      found.push(mark);
    }
  }
  return found;
}

/** @param left parts that are left out, in the order of their starts. */
function textBetween(
  { leaves }: Inline,
  start: number,
  end: number,
  left: ReadonlyArray<Pick<Mark, 'start' | 'end'>>,
): string {
  let from = start;
  const pieces: string[] = [];
  for (let at = firstEndingBehind(left, start); (left[at]?.start ?? Infinity) < end; at += 1) {
    const { start: next, end: behind } = left[at] ?? { start: end, end };
    pieces.push(...piecesOf(leaves, from, Math.max(from, next)));
    from = Math.max(from, behind);
  }
  return [...pieces, ...piecesOf(leaves, from, end)].join('');
}

function piecesOf(leaves: readonly Leaf[], start: number, end: number): string[] {
  const pieces: string[] = [];
  // A leaf without a length, such as a tag, may begin where the one before ends.
  for (let at = Math.max(0, firstEndingBehind(leaves, start) - 1); (leaves[at]?.start ?? Infinity) < end; at += 1) {
    const leaf = leaves[at];
    if (leaf !== undefined && (leaf.end > start || leaf.start === start)) {
      const exact = leaf.text.length === leaf.end - leaf.start;
      if (exact) {
        pieces.push(leaf.text.slice(Math.max(0, start - leaf.start), end - leaf.start));
      } else if (leaf.start >= start) {
        pieces.push(leaf.text);
      }
    }
  }
  return pieces;
}

/** Returns the index of the first part that ends after an offset. The parts are in order and do not overlap. */
function firstEndingBehind(parts: ReadonlyArray<Pick<Mark, 'end'>>, offset: number): number {
  return firstIndex(parts.length, (index) => (parts[index]?.end ?? 0) > offset);
}

/** Characters that `fold` changes; most texts have none. */
const unfolded = /[^\S ]|[\u200b-\u200d\u2060]| {2}|^ | $/;

/** Folds every run of white space, including no-break and zero-width spaces, into one space. */
export function fold(text: string): string {
  return !unfolded.test(text) ? text : text.replace(/[\s\u00a0\u200b-\u200d\u2060\ufeff]+/g, ' ').trim();
}

/**
 * Returns the marks that begin in a part of the Markdown, in order.
 * @param end not included.
 */
export function marksFrom(marks: readonly Mark[], start: number, end: number): readonly Mark[] {
  const first = firstAt(marks, start);
  return marks.slice(first, firstAt(marks, end));
}

/** The position of the first of some marks that begins at an offset or after it. */
function firstAt(marks: readonly Mark[], offset: number): number {
  return firstIndex(marks.length, (index) => (marks[index]?.start ?? 0) >= offset);
}
