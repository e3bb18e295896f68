import type { CatalogDocument } from '../document.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import { parseDocument } from '../parse.ts';
import { hasKey } from './has-key.ts';
import { frontMatterEntries, type FrontMatterEntry } from './front-matter-entries.ts';

/**
 * Returns edits that add keys without values to the front matter, each after the nearest expected key before it. Front matter is created
 * if there is none. Undefined if the result would not be read correctly.
 * @param expected in the usual order.
 */
export function insertKeys(
  document: CatalogDocument,
  expected: readonly string[],
  wanted: readonly string[],
): readonly TextEdit[] | undefined {
  const { lines } = document;
  const edits =
    document.frontMatter === undefined
      ? [newFrontMatter(lines, wanted)]
      : wanted.map((key) => inFrontMatter(document, lines, expected, key));
  return wanted.length > 0 && works(document, edits, wanted) ? edits : undefined;
}

/** The keys are there, and nothing else has changed. */
function works(document: CatalogDocument, edits: readonly TextEdit[], wanted: readonly string[]): boolean {
  const after = parseDocument(applyEdits(document.text, edits), document.path);
  const values = new Map(Object.entries(after.frontMatter?.values ?? {}));
  const added = new Set(wanted.map((key) => key.toLowerCase()));
  const kept = [...values].filter(([key]) => !added.has(key));
  return (
    after.problems.length === 0 &&
    wanted.every((key) => values.get(key.toLowerCase()) === null) &&
    JSON.stringify(kept) === JSON.stringify(Object.entries(document.frontMatter?.values ?? {})) &&
    JSON.stringify(after.sections.map(({ title, state }) => [title, state])) ===
      JSON.stringify(document.sections.map(({ title, state }) => [title, state]))
  );
}

function newFrontMatter(lines: Lines, wanted: readonly string[]): TextEdit {
  const start = lines.clamp(0, lines.text(0).startsWith('\ufeff') ? 1 : 0);
  const newText = ['---', ...wanted.map(emptyKey), '---', '', ''].join(lines.eol);
  return { range: { start, end: start }, newText };
}

function inFrontMatter(document: CatalogDocument, lines: Lines, expected: readonly string[], key: string): TextEdit {
  const entries = frontMatterEntries(document);
  const at = expected.indexOf(key);
  const entryOf = (other: string): FrontMatterEntry | undefined =>
    entries.find((entry) => hasKey([entry.key], other, expected));
  const before = expected.slice(0, at).findLast((other) => entryOf(other) !== undefined);
  const first = expected.slice(at + 1).some((other) => entryOf(other) !== undefined);
  const anchor = before === undefined ? (first ? undefined : entries.at(-1)) : entryOf(before);
  const line = anchor?.valueRange.end.line ?? 0;
  const { end } = lines.range(line, line);
  return { range: { start: end, end }, newText: `${lines.eol}${emptyKey(key)}` };
}

function emptyKey(key: string): string {
  return /^[\w-]+$/.test(key) ? `${key}:` : `${JSON.stringify(key)}:`;
}
