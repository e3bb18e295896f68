import { Lines } from '../../text/lines.ts';
import type { Position } from '../../text/position.ts';
import { parseDocument } from '../../document/parse.ts';
import { fillFrontMatter } from './fill-front-matter.ts';
import type { Template } from './template.ts';

/** Values for the `${name}` variables of a template. Missing values are left empty. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The text of a new document and its tab stops. */
export interface Rendered {
  readonly text: string;
  /** Tab stops, 0-based, in the order of the text: one for each section that is not written yet. */
  readonly tabStops: readonly Position[];
}

/**
 * Fills in a template. In front matter, a value is written as valid YAML (see `fillFrontMatter`), and a key without a value stays empty. A
 * list item that would be empty is left out. In the text, a value is inserted as it is, on one line. Each section with only help gets an empty line to write on.
 */
export function render(template: Template, variables: Variables): Rendered {
  return withTabStops(filledIn(template, variables));
}

/** Returns the text of a template with its variables filled in, as `render` does, without other changes. */
export function filledIn(template: Template, variables: Variables): string {
  const valueOf = (name: string): string => joined(Object.hasOwn(variables, name) ? (variables[name] ?? '') : '');
  const text = withoutEmptyItems(template.text, valueOf);
  const lines = Lines.of(text);
  const head = parseDocument(text, 'template.md').frontMatter;
  if (head === undefined || !/^\ufeff?---/.test(text)) {
    return fill(text, valueOf);
  }
  const [first, last, body] = [1, head.range.end.line, head.range.end.line + 1].map((line) =>
    lines.offsetAt({ line, character: 0 }),
  );
  return [
    text.slice(0, first),
    fillFrontMatter(text.slice(first, last), valueOf),
    text.slice(last, body),
    fill(text.slice(body), valueOf),
  ].join('');
}

/** The text without list items of which nothing would be left but their marker. */
function withoutEmptyItems(text: string, valueOf: (name: string) => string): string {
  return text.replace(/^[ \t]*[-*+][ \t]+(["']?)\$\{(\w+)\}\1[ \t]*(?:\r\n|\n|\r|$)/gm, (line, _, name: string) =>
    valueOf(name) === '' ? '' : line,
  );
}

function fill(text: string, valueOf: (name: string) => string): string {
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => valueOf(name));
}

/** On one line. */
function joined(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** Returns a new document with an empty line to write on in each section with only help. */
export function withTabStops(text: string): Rendered {
  const document = parseDocument(text, 'new.md');
  const waiting = new Set(
    document.sections
      .filter(
        (section, index) =>
          section.state === 'blank' &&
          section.comments.length > 0 &&
          !document.sections.some(({ parent }) => parent === index),
      )
      .map(({ titleRange }) => titleRange.start.line),
  );
  const source = text.split('\n');
  const result: string[] = [];
  const tabStops: Position[] = [];
  let open = false;
  for (const [index, line] of source.entries()) {
    open = waiting.has(index) || (open && !/^#{1,6}\s/.test(line));
    result.push(line);
    if (open && line.trimEnd().endsWith('-->')) {
      result.push('');
      tabStops.push({ line: result.length - 1, character: 0 });
      open = false;
    }
  }
  return { text: result.join('\n'), tabStops };
}

/** Returns the text as a snippet: everything is literal except the tab stops. The last tab stop is at the end. */
export function toSnippet({ text, tabStops }: Rendered): string {
  const lines = Lines.of(text);
  let result = '';
  let done = 0;
  for (const [index, stop] of tabStops.entries()) {
    const offset = lines.offsetAt(stop);
    result += `${escapeSnippet(text.slice(done, offset))}$${index + 1}`;
    done = offset;
  }
  return result + escapeSnippet(text.slice(done));
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, (character) => `\\${character}`);
}
