import { isMap, parseDocument as parseYaml } from 'yaml';
import { trimmedEnd } from '../../text/ends.ts';
import type { CatalogDocument } from '../document.ts';
import { cellsOf } from '../../text/table-cells.ts';
import { contentOf, within, type Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { tooMuchYaml } from '../front-matter.ts';
import { headLines } from '../metadata.ts';
import { plainText } from '../../text/plain-text.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { sectionsWith } from '../sections-with.ts';
import { frontMatterEntries, type FrontMatterEntry, type ValuePart } from './front-matter-entries.ts';
import { isStatement } from './stated.ts';
import { quotedScalar, yamlScalar } from './yaml-scalar.ts';

/** A fact to be written down. */
export interface Field {
  /** The key under which front matter gets it where the document does not have it under any name yet. */
  readonly key: string;
  /** The names that documents give to it, as `normaliseName` gives them. */
  readonly names: readonly string[];
  /** On one line. */
  readonly value: string;
  /** Whether a list of several gets the value beside the others; else it is left alone. */
  readonly several?: true;
}

/**
 * Edits that make a document state facts: each where the document has it already, under whatever name, with a value or still without
 * one (front matter, then a label such as "**Status:** Draft" or a row of a two-column table near the top or among the people who took
 * part), else as a new key of its front matter. Of a list only a single item is replaced; see `Field.several`. Edits refer to the
 * document as it is; facts that it states so already need none.
 */
export function setFields(document: CatalogDocument, fields: readonly Field[]): TextEdit[] {
  const { lines } = document;
  const added: Field[] = [];
  const edits = fields.flatMap((field): TextEdit[] => {
    const place = inFrontMatter(document, field) ?? inBody(document, lines, field);
    if (place === undefined) {
      added.push(field);
      return [];
    }
    return place.newText === place.current ? [] : [{ range: place.range, newText: place.newText }];
  });
  return [...edits, ...newKeys(document, lines, added)];
}

/** What a document says under one of some names, where `setFields` would write; undefined where it says nothing. */
export function fieldOf(document: CatalogDocument, names: readonly string[]): string | undefined {
  const field = { key: '', names, value: '' };
  const entries = frontMatterEntries(document);
  const entry = names
    .map((name) => entries.find(({ key }) => normaliseName(key) === name))
    .find((found) => found !== undefined);
  const stated =
    entry === undefined
      ? inBody(document, document.lines, field)?.current
      : entry.parts.map(({ text }) => text).join(', ');
  return stated === undefined || !isStatement(stated) ? undefined : plainText(stated);
}

interface Place {
  readonly range: Range;
  readonly newText: string;
  readonly current: string;
}

function inFrontMatter(document: CatalogDocument, { names, value, several }: Field): Place | undefined {
  const entries = frontMatterEntries(document);
  // The names are in order of preference.
  const entry = names
    .map((name) => entries.find(({ key }) => normaliseName(key) === name))
    .find((found) => found !== undefined);
  if (entry === undefined) {
    return undefined;
  }
  const { lines } = document;
  const { start, end } = entry.valueRange;
  const empty = start.line === end.line && start.character === end.character;
  if (typeof entry.value === 'object' && entry.value !== null) {
    return inList(entry, lines, value, several === true);
  }
  // Behind the colon of a key without a value stands nothing, or white space.
  const line = lines.text(start.line);
  const written = inStyle(value, undefined, entry.flow);
  const behind = empty && !/\s$/.test(line.slice(0, start.character)) ? ' ' : '';
  return {
    range: entry.valueRange,
    newText: `${behind}${written}`,
    current: entry.parts[0]?.text === value ? `${behind}${written}` : '',
  };
}

/** One item alone is replaced, and a list without any gets its first. Other lists get one more if they may; mappings are not touched. */
function inList(
  { parts, value: list, valueRange, flow }: FrontMatterEntry,
  lines: Lines,
  value: string,
  mayGrow: boolean,
): Place {
  const [only] = parts;
  const last = parts.at(-1);
  if (mayGrow && parts.length > 1 && last !== undefined && Array.isArray(list) && !list.includes(value)) {
    return behindItem(lines, last, value);
  }
  if (only !== undefined) {
    return parts.length === 1 && only.text !== value
      ? { range: withQuotes(only), newText: inStyle(value, only.quote, flow), current: '' }
      : { range: only.range, newText: only.text, current: only.text };
  }
  const opening = lines.text(valueRange.start.line).charAt(valueRange.start.character);
  const first =
    Array.isArray(list) && opening === '['
      ? `[${inStyle(value, undefined, true)}]`
      : opening === '-'
        ? `- ${inStyle(value, undefined, false)}`
        : '';
  const { line, character } = valueRange.end;
  const behind = lines.text(line).slice(character);
  const end = behind.trim() === '' ? { line, character: character + behind.length } : valueRange.end;
  return { range: { start: valueRange.start, end }, newText: first, current: first === '' ? '' : opening };
}

/** Behind the last item of a list: on a line of its own where the items have one each, else behind a comma. */
function behindItem(lines: Lines, last: ValuePart, value: string): Place {
  const { end } = withQuotes(last);
  const line = lines.text(end.line);
  const marker = /^\s*-\s+/.exec(line)?.[0];
  const at = marker === undefined ? end : lines.range(end.line, end.line).end;
  const written = inStyle(value, undefined, marker === undefined);
  const newText = marker === undefined ? `, ${written}` : `${lines.eol}${marker}${written}`;
  return { range: { start: at, end: at }, newText, current: '' };
}

function withQuotes({ range: { start, end }, quote }: ValuePart): Range {
  const length = quote?.length ?? 0;
  return {
    start: { line: start.line, character: start.character - length },
    end: { line: end.line, character: end.character + length },
  };
}

/** A value as YAML on one line, in the quotation marks that stand there already. @param flow whether it stands within brackets or braces. */
function inStyle(value: string, quote: ValuePart['quote'], flow: boolean): string {
  const text = value.replace(/\s+/g, ' ').trim();
  return quote === undefined ? yamlScalar(text, flow) : quotedScalar(text, quote);
}

const label =
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most 400 characters.
  /^(?:\*{1,3}|_{1,3})?(?<name>[^*_:|`[\]]{2,40}?)(?:\*{1,3}|_{1,3})?\s?:\s*(?:\*{1,3}|_{1,3})?(?<value>\s*\S?.*)$/;

/** Labels and rows near the top, and those among the people who took part. */
function inBody(document: CatalogDocument, lines: Lines, { names, value }: Field): Place | undefined {
  const people = sectionsWith(document, ['people']);
  const isNear = (line: number): boolean =>
    line <= headLines || people.some(({ range }) => range.start.line <= line && line <= range.end.line);
  const timeline = new Set(
    sectionsWith(document, ['timeline']).flatMap(({ style, range }) =>
      style === 'heading' ? linesBetween(range.start.line, range.end.line) : [],
    ),
  );
  for (const block of document.blocks) {
    for (const line of linesBetween(block.firstLine, block.lastLine)) {
      if (!isNear(line) || timeline.has(line)) {
        continue;
      }
      const span =
        block.type === 'table'
          ? cellBeside(lines, line, names)
          : block.type === 'text'
            ? valueBehind(lines, line, names)
            : undefined;
      if (span !== undefined) {
        return block.type === 'table' ? cellPlace(lines, span, value) : labelPlace(lines, span, value);
      }
    }
  }
  return undefined;
}

function cellPlace(lines: Lines, { line, from, text }: Span, value: string): Place {
  const safe = value.replaceAll('|', '\\|');
  // An empty cell is all that stands between its bars.
  const start = text === '' ? lines.text(line).slice(0, from).trimEnd().length : from;
  return {
    range: { start: { line, character: start }, end: { line, character: from + text.length } },
    newText: text === '' ? ` ${safe} ` : safe,
    current: text,
  };
}

function labelPlace(lines: Lines, { line, from, text }: Span, value: string): Place {
  const gap = text === '' && !/\s$/.test(lines.text(line).slice(0, from)) ? ' ' : '';
  return {
    range: { start: { line, character: from }, end: { line, character: from + text.length } },
    newText: `${gap}${value}`,
    current: text,
  };
}

function linesBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function cellBeside(lines: Lines, line: number, names: readonly string[]): Span | undefined {
  const [name, value, ...more] = cellsOf(lines, line);
  return name !== undefined &&
    value !== undefined &&
    more.length === 0 &&
    names.includes(normaliseName(plainText(name.text)))
    ? bare(value)
    : undefined;
}

function valueBehind(lines: Lines, line: number, names: readonly string[]): Span | undefined {
  const content = contentOf(lines, line);
  const groups = content.text.length > 400 ? undefined : label.exec(content.text)?.groups;
  if (groups === undefined || !names.includes(normaliseName(plainText(groups['name'] ?? '')))) {
    return undefined;
  }
  const value = groups['value'] ?? '';
  return bare(within(content, content.text.length - value.length, content.text.length));
}

/** A value without white space and emphasis around it. */
function bare(span: Span): Span {
  const lead = /^[\s*_`]*/.exec(span.text)?.[0].length ?? 0;
  return within(span, lead, Math.max(lead, trimmedEnd(span.text, /[\s*_`]/).length));
}

/** New keys behind the last one; front matter is made where there is none. Where it cannot take any, labels stand below it. */
function newKeys(document: CatalogDocument, lines: Lines, fields: readonly Field[]): TextEdit[] {
  if (fields.length === 0) {
    return [];
  }
  const { eol } = lines;
  const written = fields.map(({ key, value }) => `${key}: ${inStyle(value, undefined, false)}`);
  if (document.frontMatter === undefined) {
    const start = lines.clamp(0, lines.text(0).startsWith('\ufeff') ? 1 : 0);
    return [{ range: { start, end: start }, newText: ['---', ...written, '---', '', ''].join(eol) }];
  }
  const { end } = document.frontMatter.range;
  if (takesKeys(document, lines)) {
    const at = { line: end.line, character: 0 };
    return [{ range: { start: at, end: at }, newText: written.map((text) => `${text}${eol}`).join('') }];
  }
  const title = document.titleRange.start.line > end.line ? document.titleRange.end.line : end.line;
  const at = lines.range(title, title).end;
  const labels = fields.map(({ key, value }) => `- **${labelOf(key)}**: ${value}`);
  const followed = lines.text(title + 1).trim() === '' ? '' : eol;
  return [{ range: { start: at, end: at }, newText: [eol, ...labels].join(eol) + followed }];
}

/** Whether front matter is YAML that can go on with one more line: neither broken nor in braces. */
function takesKeys({ frontMatter, problems }: CatalogDocument, lines: Lines): boolean {
  const count = (frontMatter?.range.end.line ?? 1) - 1;
  const text = Array.from({ length: count }, (_, index) => lines.text(index + 1)).join('\n');
  if (problems.length > 0 || tooMuchYaml(text) !== undefined || !/^\ufeff?---/.test(lines.text(0))) {
    return false;
  }
  const { contents } = parseYaml(text, { logLevel: 'silent' });
  return contents === null || (isMap(contents) && contents.flow !== true);
}

/** "incident_commander" → "Incident commander". */
function labelOf(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
