import type { Section } from '../document/model.ts';
import type { CatalogDocument } from '../document/document.ts';
import type { LineRange } from '../text/line-ranges.ts';
import { shown } from './shown.ts';

/** Lines as agents see them: the first and the last, from 1. */
export type ShownLines = readonly [first: number, last: number];

/** Services or owners that are named of one document. */
const mostNames = 10;

/** Returns lines as agents see them. */
export function shownRange({ first, last }: LineRange): ShownLines {
  return [first + 1, Math.max(first, last) + 1];
}

/** Returns the lines of a section (0-based), without blank ones at its end. */
export function linesOf({ lines }: Pick<CatalogDocument, 'lines'>, { range }: Section): LineRange {
  let last = range.end.line;
  while (last > range.start.line && lines.text(last).trim() === '') {
    last -= 1;
  }
  return { first: range.start.line, last };
}

/** Returns what identifies a document, and what it states about itself. */
export function factsOf(document: CatalogDocument, path: string): object {
  const { kind, possible, title, metadata } = document;
  const { services, owners, severity, status, date } = metadata;
  return {
    path: shownPath(path),
    kind,
    ...(possible !== undefined && { possible }),
    title: shown(title, undefined, document),
    ...(services !== undefined && { services: names(services, document) }),
    ...(owners !== undefined && { owners: names(owners, document) }),
    ...(severity !== undefined && { severity: shown(severity, undefined, document) }),
    ...(status !== undefined && { status: shown(status, undefined, document) }),
    ...(date !== undefined && { date: shown(date, undefined, document) }),
  };
}

/** Returns a path as agents see it, and may give it back. It is never cut. */
export function shownPath(path: string): string {
  return shown(path, Infinity);
}

function names(all: readonly string[], document: CatalogDocument): string[] {
  return all.slice(0, mostNames).map((name) => shown(name, 80, document));
}
