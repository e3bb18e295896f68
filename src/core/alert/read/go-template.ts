/** Stands for the first, and for each further, character of a template part inside a value. Texts do not use these. */
const firstMark = '\ue001';
const nextMark = '\ue000';
const marks = /[\ue000\ue001]/g;
const markedPart = /\ue001(?:[\ue000\s]*\ue000)?/g;

/** A part of a template, `{{ … }}` or `{% … %}`, by offsets. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A text without its template parts. */
export interface Blanked {
  /** As long as the original, with the same line breaks. */
  readonly text: string;
  readonly parts: readonly Part[];
}

/** Returns whether a text is a template that makes YAML: it has parts that no rule file for Prometheus has by itself. */
export function isTemplate(text: string): boolean {
  return /\{\{-|-\}\}|\{\{`|\{\{\s*(?:\.(?:Values|Release|Chart)\b|\$\.|include\b|template\b|toYaml\b)|\{%/.test(text);
}

/**
 * Returns a text in which template parts are blanked at equal length, so that offsets and lines stay: parts that are alone on their lines,
 * and control parts that begin a line, become spaces; others become marks that `restored` takes back. A part that is never closed stays.
 */
export function blanked(text: string): Blanked {
  const source = text.replace(marks, '?');
  const parts = partsOf(source);
  let result = '';
  let done = 0;
  for (let index = 0; index < parts.length;) {
    const first = parts[index];
    if (first === undefined) {
      break;
    }
    const lineStart = startOfLine(source, first.start, done);
    let last = index;
    let lineEnd = endOfLine(source, first.end);
    for (let next = parts[last + 1]; next !== undefined && next.start < lineEnd; next = parts[last + 1]) {
      last += 1;
      lineEnd = endOfLine(source, next.end);
    }
    const own = parts.slice(index, last + 1);
    const beside = outside(source, own, lineStart, lineEnd);
    let leads = source.slice(lineStart, first.start).trim() === '';
    for (const [position, part] of own.entries()) {
      const written = source.slice(part.start, part.end);
      const between = position === 0 ? '' : source.slice(own[position - 1]?.end ?? 0, part.start);
      leads &&= between.trim() === '' && (beside === '' || control.test(written));
      result += source.slice(done, part.start) + (beside === '' || leads ? spaces(written) : marked(written));
      done = part.end;
    }
    index = last + 1;
  }
  return { text: result + source.slice(done), parts };
}

/**
 * Returns a value of the blanked text with its template parts as they are in the original.
 * @param range of the value, by offsets.
 */
export function restored(
  value: string,
  original: string,
  { parts }: Blanked,
  range: readonly [number, number],
): string {
  if (!value.includes(firstMark)) {
    return value;
  }
  let next = firstPartFrom(parts, range[0]);
  return value.replace(markedPart, () => {
    const part = parts[next];
    next += 1;
    return part === undefined || part.start >= range[1] ? '' : original.slice(part.start, part.end);
  });
}

const control = /^(?:\{\{-?\s*(?:if|else|end|range|with|define|block|\/\*|\$\w+\s*:?=)|\{%|\{#)/;

/** What stands on the lines of some parts beside them. */
function outside(source: string, parts: readonly Part[], from: number, to: number): string {
  let rest = '';
  let done = from;
  for (const { start, end } of parts) {
    rest += source.slice(done, start);
    done = end;
  }
  return (rest + source.slice(done, to)).replace(/(?:^|\s)#.*$/, '').trim();
}

/** The start of the line of `from`, or `least` if that is on the same line. */
function startOfLine(source: string, from: number, least: number): number {
  let start = from;
  while (start > least && !/[\r\n]/.test(source[start - 1] ?? '')) {
    start -= 1;
  }
  return start;
}

function endOfLine(source: string, from: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = from;
  return rest.exec(source)?.index ?? source.length;
}

function spaces(written: string): string {
  return written.replace(/[^\r\n]/g, ' ');
}

function marked(written: string): string {
  return firstMark + written.slice(1).replace(/[^\r\n]/g, nextMark);
}

function firstPartFrom(parts: readonly Part[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((parts[middle]?.start ?? 0) >= offset) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** More characters than a part has, so that quotation marks that nothing closes cost little. */
const longestPart = 1000;

/** Returns the parts of a template in a text, in order. One that nothing closes is none. */
export function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  const open = /\{\{|\{%|\{#/g;
  const unclosed = new Set<string>();
  for (let match = open.exec(source); match !== null; match = open.exec(source)) {
    const { 0: sign, index } = match;
    const end = unclosed.has(sign) ? undefined : partEnd(source, index, sign);
    if (end === undefined) {
      unclosed.add(sign);
      continue;
    }
    parts.push({ start: index, end });
    open.lastIndex = end;
  }
  return parts;
}

/** The offset behind a part; undefined if nothing closes it, nor any part of its kind behind it. */
function partEnd(source: string, start: number, sign: string): number | undefined {
  const close = sign === '{{' ? '}}' : sign === '{%' ? '%}' : '#}';
  const simple = source.indexOf(close, start + 2);
  if (simple === -1) {
    return undefined;
  }
  if (sign !== '{{') {
    return simple + 2;
  }
  const inner = source.slice(start + 2, start + longestPart);
  if (/^-?\s*\/\*/.test(inner)) {
    const comment = source.indexOf('*/', start + 2);
    const behind = comment === -1 ? -1 : source.indexOf('}}', comment);
    return behind === -1 ? simple + 2 : behind + 2;
  }
  const token = /\\"[^\n]*?\\"|"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`|'(?:[^'\\\n]|\\.)'|(\}\})|[^"`'}\\]+|[^]/y;
  for (let match = token.exec(inner); match !== null; match = token.exec(inner)) {
    if (match[1] !== undefined) {
      return start + 2 + token.lastIndex;
    }
  }
  return simple + 2;
}
