import { isMap, parseDocument as parseYaml } from 'yaml';
import type { CatalogDocument } from '../document.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { tooMuchYaml } from '../front-matter.ts';
import { fieldNamed, type Field as Fact } from '../fields.ts';
import { labelsOfBlock, type Label } from '../labels.ts';
import { factLabels } from '../metadata.ts';
import { perDocument } from '../per-document.ts';
import { LineRanges } from '../../text/line-ranges.ts';
import { firstDefined } from '../../util/first-defined.ts';
import { plainText } from '../../text/plain-text.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { isKnownName } from '../../vocabulary/vocabulary.ts';
import { sectionsWith } from '../sections-with.ts';
import { frontMatterEntries, type FrontMatterEntry, type ValuePart } from './front-matter-entries.ts';
import { isStatement } from '../statement.ts';
import { quotedScalar, yamlScalar } from './yaml-scalar.ts';

/** A fact to write. */
export interface Field {
  /** Key for front matter, if the document does not have the fact under any name. */
  readonly key: string;
  /** Names of the fact, as `normaliseName` gives them. */
  readonly names: readonly string[];
  /** On one line. */
  readonly value: string;
  /** Whether the value is added to a list of several; otherwise such a list is not changed. */
  readonly several?: true;
}

/**
 * Returns edits that write facts to a document. A fact goes where the document already has it, with or without a value: in front matter,
 * then in a label such as "**Status:** Draft" or a row of a two-column table near the top or among the participants. Otherwise it becomes
 * a new key of the front matter. In a list, only a single item is replaced; see `Field.several`. Edits refer to the document as it is.
 * Facts that the document already states need no edit.
 */
export function setFields(document: CatalogDocument, fields: readonly Field[]): TextEdit[] {
  const { lines } = document;
  const added: Field[] = [];
  const edits = fields.flatMap((field): TextEdit[] => {
    const place = placeOf(document, field);
    if (place === undefined) {
      added.push(field);
      return [];
    }
    return place.newText === place.current ? [] : [{ range: place.range, newText: place.newText }];
  });
  return [...edits, ...newKeys(document, lines, added)];
}

/** Returns the value of a fact, where `setFields` would write it; undefined if there is none. */
export function fieldOf(document: CatalogDocument, names: readonly string[]): string | undefined {
  const parts = entryOf(document, names)?.parts.map(({ text }) => text) ?? [];
  const stated = parts.length > 0 ? parts.join(', ') : labelNamed(document, names)?.value.text;
  return stated === undefined || !isStatement(stated) ? undefined : plainText(stated);
}

/** The place of a fact: where it is read. A label with a value is preferred to a key without one. */
function placeOf(document: CatalogDocument, field: Field): Place | undefined {
  const key = inFrontMatter(document, field);
  const label = labelNamed(document, field.names);
  const silent = entryOf(document, field.names)?.parts.every(({ text }) => !isStatement(text)) !== false;
  const inBody = label === undefined ? undefined : inLabel(document, label, field);
  return silent && label !== undefined && isStatement(label.value.text) ? inBody : (key ?? inBody);
}

/** The key of front matter with one of some names, which are in order of preference. */
function entryOf(document: CatalogDocument, names: readonly string[]): FrontMatterEntry | undefined {
  const entries = frontMatterEntries(document);
  return firstDefined(names, (name) => entries.find(({ key }) => normaliseName(key) === name));
}

/** The label that states something under one of some names; else one that could. */
function labelNamed(document: CatalogDocument, names: readonly string[]): Label | undefined {
  const named = labelsOf(document).filter((label) => names.includes(label.name) && takesValue(label));
  return named.find(({ value }) => isStatement(value.text)) ?? named[0];
}

/** No line under a heading that is a value is longer. */
const longestValue = 60;

/**
 * Whether a label is a place for a value: what is under the heading of a section is one only where it is short, and no text about
 * something.
 */
function takesValue({ form, title, name, value: { text }, block }: Label): boolean {
  return (
    form !== 'heading' ||
    (isStatement(text) &&
      text.length <= longestValue &&
      !block.text.includes('\n') &&
      (explained.has(fieldNamed(name)) || !isKnownName(title)))
  );
}

/** The labels near the top, and those among the people who took part. */
const labelsOf = perDocument((document: CatalogDocument): readonly Label[] => {
  const people = new LineRanges(
    sectionsWith(document, ['people']).map(({ range: { start, end } }) => ({ first: start.line, last: end.line })),
  );
  const near = factLabels(document);
  const further = document.blocks.flatMap(({ firstLine, lastLine }, index) =>
    people.holds(firstLine, lastLine) ? labelsOfBlock(document, index) : [],
  );
  return [...near, ...further.filter((label) => !near.includes(label))];
});

interface Place {
  readonly range: Range;
  readonly newText: string;
  readonly current: string;
}

function inFrontMatter(document: CatalogDocument, { names, value, several }: Field): Place | undefined {
  const entry = entryOf(document, names);
  if (entry === undefined) {
    return undefined;
  }
  const { lines } = document;
  const { start, end } = entry.valueRange;
  const empty = start.line === end.line && start.character === end.character;
  if (typeof entry.value === 'object' && entry.value !== null) {
    return inList(entry, lines, value, several === true);
  }
  // After the colon of a key without a value there is nothing, or white space.
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

/** After the last item of a list: on a new line if each item has its own line, else after a comma. */
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

/** A value as YAML on one line, in the quotation marks that are there already. @param flow whether it is within brackets or braces. */
function inStyle(value: string, quote: ValuePart['quote'], flow: boolean): string {
  const text = value.replace(/\s+/g, ' ').trim();
  return quote === undefined ? yamlScalar(text, flow) : quotedScalar(text, quote);
}

/** Facts whose value may be explained after it: what explains it stays. */
const explained: ReadonlySet<Fact | undefined> = new Set<Fact>(['severity', 'status']);

/** The new value takes the place of the old one, and of nothing else on its line. */
function inLabel({ lines }: CatalogDocument, { value, core, form, several }: Label, field: Field): Place {
  if (several === true) {
    return { range: value.range, newText: value.text, current: value.text };
  }
  const { text, range } = explained.has(fieldNamed(field.names[0] ?? '')) ? core : value;
  const { line, character } = range.start;
  const before = lines.text(line).slice(0, character);
  if (form === 'row') {
    const safe = field.value.replaceAll('|', '\\|');
    // An empty cell is all that is between its bars.
    return text === ''
      ? {
          range: { start: { line, character: before.trimEnd().length }, end: range.end },
          newText: ` ${safe} `,
          current: text,
        }
      : { range, newText: safe, current: text };
  }
  if (form === 'code') {
    const quote = /["']$/.exec(before)?.[0] as ValuePart['quote'];
    const written = inStyle(field.value, quote, false);
    return { range, newText: quote === undefined ? written : written.slice(1, -1), current: text };
  }
  const gap = text === '' && /\S$/.test(before) ? ' ' : '';
  return { range, newText: `${gap}${field.value}`, current: text };
}

/** New keys after the last one. Front matter is created if there is none. If it cannot be changed, labels are added below it. */
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

/** Whether front matter is YAML that can go on with one more line: neither broken nor in braces, nor a body between rules. */
function takesKeys({ frontMatter, problems }: CatalogDocument, lines: Lines): boolean {
  const count = (frontMatter?.range.end.line ?? 1) - 1;
  const text = Array.from({ length: count }, (_, index) => lines.text(index + 1)).join('\n');
  if (
    problems.length > 0 ||
    tooMuchYaml(text) !== undefined ||
    !/^\ufeff?---/.test(lines.text(0)) ||
    isBody(text.split('\n'))
  ) {
    return false;
  }
  const { contents } = parseYaml(text, { logLevel: 'silent' });
  return contents === null || (isMap(contents) && contents.flow !== true);
}

/** Whether what is between `---` lines is set like markdown: apart from both of them, or under a heading apart from the rest. */
function isBody(inner: readonly string[]): boolean {
  const isBlank = (line: string | undefined): boolean => line?.trim() === '';
  return (
    inner.length > 1 &&
    ((isBlank(inner[0]) && isBlank(inner.at(-1))) ||
      inner.some(
        (line, index) =>
          /^#{1,6} \S/.test(line) && (index === 0 || isBlank(inner[index - 1])) && isBlank(inner[index + 1]),
      ))
  );
}

/** "incident_commander" → "Incident commander". */
function labelOf(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
