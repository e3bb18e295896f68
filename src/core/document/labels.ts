import { heldText, visibleText, type Inline } from '../text/inline.ts';
import type { Position, Range } from '../text/position.ts';
import type { Span } from '../text/span.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { fieldNamed, isLabelName, isUsualValue } from './fields.ts';
import { inlineOf } from './inline.ts';
import { labelPieces } from './label-pieces.ts';
import { labelValue } from './label-value.ts';
import type { Block, ParsedDocument } from './model.ts';
import { positionsIn, type Positions } from './positions.ts';
import { tableOf } from './tables.ts';

/** A text and its range. */
interface Part {
  readonly text: string;
  readonly range: Range;
}

/** A "name: value" in the body of a document. */
export interface Label {
  /** As `normaliseName` gives it. */
  readonly name: string;
  /** The name as a reader sees it. */
  readonly title: string;
  /** The value, without struck-out text and the marks around it. Empty, at the place for a value, if none is stated. */
  readonly value: Part;
  /** The value without its explanation: "SEV-2" of "SEV-2 (customers affected)". */
  readonly core: Part;
  /** A line of text, the row of a table with two columns, a heading with a line under it, or a line of YAML in a code block. */
  readonly form: 'text' | 'row' | 'heading' | 'code';
  /** Whether the value is a list of several in YAML; its range is that of the whole list. */
  readonly several?: true;
  readonly block: Block;
}

/** The source of labels. */
export type LabelSource = Pick<ParsedDocument, 'blocks' | 'lines' | 'definitions'>;

/** Labels are read once for each block, on first use. */
const readings = new WeakMap<Block, readonly Label[]>();

/**
 * Returns the labels of a block, in order, each with the exact place of its value: `**Severity:** SEV-3 | **Status:** ~~open~~ closed` has two. A
 * heading's label belongs to the block under it.
 * @param index of the block in the source.
 */
export function labelsOfBlock(source: LabelSource, index: number): readonly Label[] {
  const block = source.blocks[index];
  if (block === undefined) {
    return [];
  }
  const known = readings.get(block) ?? read(source, block, source.blocks[index - 1]);
  readings.set(block, known);
  return known;
}

/**
 * Returns the labels of a document's body that begin on one of its first lines.
 * @param lastLine the last line that counts, 0-based.
 */
export function labelsUpTo(source: LabelSource, lastLine: number): Label[] {
  const end = source.blocks.findIndex(({ firstLine }) => firstLine > lastLine);
  return source.blocks
    .slice(0, end === -1 ? undefined : end)
    .flatMap((_, index) => labelsOfBlock(source, index))
    .filter(({ value }) => value.range.start.line <= lastLine);
}

function read(source: LabelSource, block: Block, before: Block | undefined): Label[] {
  switch (block.type) {
    case 'heading':
      return mayHaveLabel(block.text) ? inText(source, block) : [];
    case 'text': {
      const own = mayHaveLabel(block.text) ? inText(source, block) : [];
      const first = own[0]?.value.range.start.line === block.textLine;
      return first ? own : [...underTitle(source, block, before), ...own];
    }
    case 'table':
      return inTable(source, block);
    case 'html':
      return mayHaveLabel(block.text) && !/<!--|<(?:table|pre|script|style)\b/i.test(block.text)
        ? inText(source, block)
        : [];
    case 'code':
      return /^ya?ml$/.test(block.language ?? '') ? inYaml(source, block) : [];
    default:
      return [];
  }
}

/** No line that states a fact is longer. */
const longestLine = 1000;

function mayHaveLabel(text: string): boolean {
  return text.includes(':') || text.includes('：');
}

/** The labels in the lines of a block. A label without a value gets the next line, if that has no label itself. */
function inText(source: LabelSource, block: Block): Label[] {
  const found: Label[] = [];
  const positions = positionsIn(source.lines, block);
  const lines = block.text.split('\n');
  let start = 0;
  for (const [index, text] of lines.entries()) {
    const from = start;
    start += text.length + 1;
    if (text.length > longestLine || !mayHaveLabel(text)) {
      continue;
    }
    const inline = inlineOf(block, source);
    const next = lines[index + 1];
    for (const { nameStart, nameEnd, valueStart, valueEnd } of labelPieces(text)) {
      if (heldText(inline, from + nameStart, from + nameEnd) === '') {
        continue;
      }
      const title = visibleText(inline, from + nameStart, from + nameEnd);
      const value = labelValue(inline, from + valueStart, from + valueEnd);
      const follows = value.text === '' && valueEnd === text.length && next !== undefined && !mayHaveLabel(next);
      found.push(
        labelOf(
          { title, form: 'text', block },
          follows && next.length <= longestLine ? labelValue(inline, start, start + next.length) : value,
          inline,
          positions,
        ),
      );
    }
  }
  return found;
}

type Value = ReturnType<typeof labelValue>;

function labelOf(
  { title, form, block }: Pick<Label, 'title' | 'form' | 'block'>,
  { text, start, end, coreStart, coreEnd }: Value,
  inline: Inline,
  positions: Pick<Positions, 'range'>,
): Label {
  const core = { text: heldText(inline, coreStart, coreEnd), range: positions.range(coreStart, coreEnd) };
  return { name: normaliseName(title), title, value: { text, range: positions.range(start, end) }, core, form, block };
}

/** The first line of a block under a heading, or under a bold line without a colon whose name is that of a fact. */
function underTitle(source: LabelSource, block: Block, before: Block | undefined): Label[] {
  const [first = ''] = block.text.split('\n', 1);
  if (before === undefined || first.length > longestLine) {
    return [];
  }
  const title = titleOf(source, before);
  if (title === undefined) {
    return [];
  }
  const inline = inlineOf(block, source);
  return [
    labelOf(
      { title, form: 'heading', block },
      labelValue(inline, 0, first.length),
      inline,
      positionsIn(source.lines, block),
    ),
  ];
}

function titleOf(source: LabelSource, before: Block): string | undefined {
  if (before.type === 'heading') {
    return visibleText(inlineOf(before, source));
  }
  if (
    before.type !== 'text' ||
    before.item !== undefined ||
    !/^(?:\*\*|__|<(?:b|strong)>)[^\n]{2,60}$/i.test(before.text)
  ) {
    return undefined;
  }
  const inline = inlineOf(before, source);
  const title = withoutColon(visibleText(inline));
  const [bold] = inline.marks;
  const whole = bold?.type === 'strong' && visibleText(inline, bold.end).replace(/^[:：]/, '') === '';
  return whole && fieldNamed(title) !== undefined ? title : undefined;
}

/**
 * Rows of a table with two columns. Its header is one where it names a fact and so does another row, or where it alone states something; else it
 * names the columns. A table of one row whose columns are all named for facts states one in each.
 */
function inTable(source: LabelSource, block: Block): Label[] {
  if (block.header?.length !== 2 && block.rows?.length !== 1) {
    return [];
  }
  const { header, titles, rows } = tableOf(source, block);
  const names = titles.map(withoutColon);
  const [only, ...more] = rows;
  if (
    only !== undefined &&
    more.length === 0 &&
    header.length > 1 &&
    names.every(isLabelName) &&
    !isLabelName(cellTitle(source, block, only[0]?.text))
  ) {
    return only.flatMap((cell, index) => rowLabel(source, block, names[index], cell) ?? []);
  }
  if (header.length !== 2) {
    return [];
  }
  const labels = [header, ...rows].flatMap(([name, value, ...others]): Label[] => {
    const title = name === undefined || others.length > 0 ? '' : cellTitle(source, block, name.text);
    const label = value === undefined ? undefined : rowLabel(source, block, title, value);
    return label === undefined ? [] : [label];
  });
  const [first, ...others] = labels;
  const stating =
    first === undefined ||
    first.value.range.start.line !== block.firstLine ||
    (isLabelName(first.title) &&
      (others.some(({ title }) => isLabelName(title)) || (others.length === 0 && isUsualValue(first.value.text))));
  return stating ? labels : others;
}

function cellTitle(source: LabelSource, block: Block, cell = ''): string {
  return withoutColon(visibleText(inlineOf(block, source, cell)));
}

function withoutColon(title: string): string {
  return title.replace(/ ?[:：]$/, '');
}

function rowLabel(source: LabelSource, block: Block, title: string | undefined, value: Span): Label | undefined {
  if (title === undefined || title === '' || title.length + value.text.length > longestLine) {
    return undefined;
  }
  const inline = inlineOf(block, source, value.text);
  const at = (offset: number): Position => ({ line: value.line, character: value.from + offset });
  const positions = { range: (from: number, to: number): Range => ({ start: at(from), end: at(to) }) };
  return labelOf({ title, form: 'row', block }, labelValue(inline, 0, value.text.length), inline, positions);
}

const yamlKey = /^([\p{L}_][\p{L}\p{N}_ -]{1,39}):(?:[ \t]+(?=[^\s{|>&*!#])|[ \t]*$)/u;

/** The keys at the margin of YAML in a code block that have a plain value or a list of such. */
function inYaml(source: LabelSource, block: Block): Label[] {
  const positions = positionsIn(source.lines, block);
  const found: Label[] = [];
  const lines = block.text.split('\n');
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const key = line.length > longestLine ? null : yamlKey.exec(line);
    const title = key?.[1] ?? '';
    const behind = start + (key?.[0].length ?? 0);
    start += line.length + 1;
    if (key !== null) {
      const values =
        key[0].length === line.length ? itemsOf(lines, index + 1, start) : valuesOf(line.slice(key[0].length), behind);
      const [first, last] = [values[0], values.at(-1)];
      if (first !== undefined && last !== undefined) {
        const text = values.map((value) => value.text).join(', ');
        const part = { text, range: positions.range(first.from, last.from + last.text.length) };
        const several = values.length > 1 ? ({ several: true } as const) : {};
        found.push({ name: normaliseName(title), title, value: part, core: part, form: 'code', block, ...several });
      }
    }
  }
  return found;
}

interface YamlValue {
  readonly text: string;
  readonly from: number;
}

/** A scalar, or those of a list in brackets, without quotation marks and comments. @param from where it begins. */
function valuesOf(written: string, from: number): YamlValue[] {
  const bare = written.replace(/\s#.*$/, '').trimEnd();
  if (!bare.startsWith('[')) {
    return [withoutQuotes(bare, from)];
  }
  const values: YamlValue[] = [];
  let at = from + 1;
  for (const part of bare.slice(1, bare.endsWith(']') ? -1 : undefined).split(',')) {
    values.push(withoutQuotes(part.trim(), at + part.length - part.trimStart().length));
    at += part.length + 1;
  }
  return values.filter(({ text }) => text !== '');
}

function withoutQuotes(text: string, from: number): YamlValue {
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2];
  return quoted === undefined ? { text, from } : { text: quoted, from: from + 1 };
}

/** The items of a list in lines of their own. */
function itemsOf(lines: readonly string[], first: number, from: number): YamlValue[] {
  const values: YamlValue[] = [];
  let start = from;
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = /^[ \t]*-[ \t]+(?=[^\s{[|>&*!#])/.exec(line.slice(0, longestLine))?.[0];
    if (mark === undefined) {
      break;
    }
    values.push(...valuesOf(line.slice(mark.length), start + mark.length));
    start += line.length + 1;
  }
  return values;
}
