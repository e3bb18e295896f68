import type { TextEdit } from '../../text/edit.ts';
import { Lines } from '../../text/lines.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Alert } from '../alert.ts';
import type { UsualLink } from './usual.ts';

/** How deep a mapping is indented that is new. */
const usualStep = 2;

/** A key and its value, as they are written. */
type Pair = readonly [string, string];

/**
 * Returns the ways to add an annotation (or label) to an alert in YAML or JSON, the best first: in the mapping that the rule has, else in a new one. None
 * where an alias or a template makes the mapping.
 * @param value an address that needs no escapes in quotes.
 */
export function annotationEdits(alert: Alert, text: string, { key, isLabel }: UsualLink, value: string): TextEdit[] {
  const lines = Lines.of(text);
  const home = isLabel ? 'labels' : 'annotations';
  const start = lines.offsetAt(alert.extent.start);
  const isJson = text[lines.offsetAt(alert.range.start)] === '"';
  if (text[start] === '{') {
    return quotings(text, key, isJson).flatMap((quote) =>
      flowEdit(alert, text, lines, isJson ? `"${home}"` : home, [
        isJson ? `"${key}"` : key,
        `${quote}${value}${quote}`,
      ]),
    );
  }
  return quotings(text, key, false).flatMap((quote) =>
    blockEdits(alert, lines, home, [key, `${quote}${value}${quote}`]),
  );
}

/** The marks around a value, as most values of the same key have them; then those that are always right. */
function quotings(text: string, key: string, isJson: boolean): string[] {
  if (isJson) {
    return ['"'];
  }
  const found = matchesOf(
    new RegExp(`(?:^|[\\s{,])${key.replace(/\W/g, String.raw`\$&`)}:[^\\S\\r\\n]+(["']?)`, 'g'),
    text,
  ).map(([, mark = '']) => mark);
  const count = (mark: string): number => found.filter((each) => each === mark).length;
  const marks = ['', '"', "'"].toSorted((a, b) => count(b) - count(a));
  return [...new Set([marks[0] ?? '', '"'])];
}

function blockEdits({ extent, range }: Alert, lines: Lines, home: string, [key, value]: Pair): TextEdit[] {
  const { line: first, character: indent } = extent.start;
  const last = lastLine(lines, first, extent.end.character === 0 ? extent.end.line - 1 : extent.end.line, -1);
  const isHome = new RegExp(`^ *(["']?)${home}\\1\\s*:`);
  const found = from(first, last).find((line) => {
    const own = line === first ? ' '.repeat(indent) + lines.text(line).slice(indent) : lines.text(line);
    return indentOf(own) === indent && isHome.test(own);
  });
  if (found === undefined) {
    const before = ' '.repeat(indent);
    const step = from(first + 1, last)
      .map((line) => indentOf(lines.text(line)) - indent)
      .find((more) => more > 0);
    const rows = [`${before}${home}:`, `${before}${' '.repeat(step ?? usualStep)}${key}: ${value}`];
    return places(lines, range.start.line, last).map((line) => below(lines, line, rows));
  }
  const whole = lines.text(found);
  const rest = whole.slice(indent).replace(/^[^:]*:\s*/, '');
  if (rest.startsWith('{') && !rest.startsWith('{{')) {
    return [intoFlow(lines, { line: found, character: whole.length - rest.length }, [key, value])];
  }
  if (rest !== '' && !/^(?:&[\w-]+\s*)?(?:#.*)?$/.test(rest)) {
    return [];
  }
  const end = lastLine(lines, found, last, indent);
  const deep = from(found + 1, end)
    .filter((line) => !/^\s*(?:#|\{\{|\{%|$)/.test(lines.text(line)))
    .map((line) => indentOf(lines.text(line)))[0];
  const row = `${' '.repeat(deep ?? indent + usualStep)}${key}: ${value}`;
  return places(lines, found, end).map((line) => below(lines, line, [row]));
}

/** Parts of a template that begin a line and may leave out, or make, what follows. */
const control = /^\s*(?:\{\{-?\s*(?:if|else|end|range|with|define|toYaml|include|template)\b|\{%)/;

/**
 * The lines below which a mapping can go on, the best first: its last, unless parts of a template may leave that out; then the one that begins it, as blank
 * lines at the end of a text may be part of it.
 */
function places(lines: Lines, first: number, last: number): number[] {
  return from(first, last).some((line) => control.test(lines.text(line))) ? [first] : [last, first];
}

/** The last line with content below a line whose content is indented deeper than `indent`. */
function lastLine(lines: Lines, first: number, most: number, indent: number): number {
  let last = first;
  for (let line = first + 1; line <= most; line += 1) {
    const text = lines.text(line);
    if (text.trim() !== '' && !/^\s*(?:#|\{\{-?\s*(?:end|else)\b)/.test(text)) {
      if (indentOf(text) <= indent) {
        break;
      }
      last = line;
    }
  }
  return last;
}

function from(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function below(lines: Lines, line: number, rows: readonly string[]): TextEdit {
  const place = lines.range(line, line).end;
  return { range: { start: place, end: place }, newText: rows.map((row) => `${lines.eol}${row}`).join('') };
}

/** A pair in a mapping in brackets that begins at a place, before its others. */
function intoFlow(lines: Lines, start: { line: number; character: number }, [key, value]: Pair): TextEdit {
  const offset = lines.offsetAt(start) + 1;
  const rest = lines.slice({ start: lines.positionAt(offset), end: lines.end });
  const blank = /^\s*/.exec(rest)?.[0] ?? '';
  const place = lines.positionAt(offset + blank.length);
  const isEmpty = rest[blank.length] === '}';
  return {
    range: { start: place, end: place },
    newText: `${key}: ${value}${isEmpty ? '' : `,${blank === '' ? ' ' : blank}`}`,
  };
}

function flowEdit(
  { extent, range, nameRange }: Alert,
  text: string,
  lines: Lines,
  home: string,
  pair: Pair,
): TextEdit[] {
  const [start, end] = [lines.offsetAt(extent.start), lines.offsetAt(extent.end)];
  const found = valueInFlow(text, start, end, home);
  if (found !== undefined) {
    return text[found] === '{' ? [intoFlow(lines, lines.positionAt(found), pair)] : [];
  }
  const place = nameRange.end;
  const before = text.slice(start + 1, lines.offsetAt(range.start));
  const blank = before.includes('\n') ? before.slice(before.trimEnd().length) : ' ';
  return [{ range: { start: place, end: place }, newText: `,${blank}${home}: {${pair.join(': ')}}` }];
}

/** The offset of a key's value directly in a mapping in brackets. */
function valueInFlow(text: string, start: number, end: number, key: string): number | undefined {
  const token = /"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'|[{[]|[}\]]|,|[^\s"'{}[\],:]+|:|\s+/gy;
  token.lastIndex = start;
  let depth = 0;
  let mayBeKey = false;
  for (let match = token.exec(text); match !== null && match.index < end; match = token.exec(text)) {
    const [sign] = match;
    if (mayBeKey && depth === 1 && (sign === key || sign === `"${key}"` || sign === `'${key}'`)) {
      const behind = /^\s*:\s*/.exec(text.slice(token.lastIndex, end))?.[0];
      if (behind !== undefined) {
        return token.lastIndex + behind.length;
      }
    }
    depth += /^[{[]$/.test(sign) ? 1 : /^[}\]]$/.test(sign) ? -1 : 0;
    mayBeKey = sign === '{' || sign === ',' || (mayBeKey && sign.trim() === '');
  }
  return undefined;
}
