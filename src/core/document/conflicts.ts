import type { CatalogDocument } from './document.ts';
import { perDocument } from './per-document.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { LineRanges } from '../text/line-ranges.ts';
import type { Finding } from '../text/finding.ts';
import { Lines } from '../text/lines.ts';
import type { Range } from '../text/position.ts';
import { unsuppressed } from './suppressions.ts';

/** An unresolved merge conflict. */
export interface Conflict {
  /** From the line with `<<<<<<<` to the line with `>>>>>>>`, both included. */
  readonly range: Range;
  /** The names that git gives the two sides, such as "HEAD" and a branch; empty if there are none. */
  readonly ours: string;
  readonly theirs: string;
}

/** The rule that reports conflicts. If a comment silences it, the text is not a conflict. */
export const conflictRule = 'merge-conflict';

// Exactly seven: with other lengths git marks the conflicts inside of a common ancestor, and documents write headings and quotations.
const opening = /^\ufeff?<{7}(?: (.*))?$/;
const ancestor = /^\|{7}(?: .*)?$/;
const middle = /^={7}$/;
const closing = /^>{7}(?: (.*))?$/;
const fence = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))(.*)$/;
/** Words of texts that explain merge conflicts, in the languages of documents. */
const spokenOf = /conflic?t|konflikt|\bmerg(?:e|es|ed|ing)\b|\brebas(?:e|es|ed|ing)\b/i;

/**
 * Returns the merge conflicts in a text, in order. A conflict is a line of `<<<<<<<`, optionally one of `|||||||`, one of `=======` and
 * one of `>>>>>>>`. Each mark has exactly seven characters at the very start of its line, alone or followed by a space and a name.
 * Indented or quoted marks are not conflicts: git never writes them. Marks inside one closed code fence are an example if the text
 * outside is about conflicts, merging or rebasing.
 */
export function conflictsIn(text: string, lines = Lines.of(text)): readonly Conflict[] {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) {
    return [];
  }
  const marked = markedIn(lines);
  const fences = marked.length === 0 ? [] : fencesIn(lines);
  const fenced = new LineRanges(fences.map(({ from, to }) => ({ first: from + 1, last: to - 1 })));
  const shown = marked.filter(({ first, last }) => fenced.holds(first, last));
  const examples = new Set(shown.length > 0 && speaksOfConflicts(lines, shown) ? shown : []);
  return marked
    .filter((each) => !examples.has(each))
    .map(({ first, last, ours, theirs }) => ({ range: lines.range(first, last), ours, theirs }));
}

/**
 * Returns the merge conflicts of a document, except those that a comment silences (see `unsuppressed`). While there is one, nothing else
 * in the document is reliable.
 */
export const conflictsOf: (document: CatalogDocument) => readonly Conflict[] = perDocument((document) => {
  const found = conflictsIn(document.text, document.lines);
  const findings = found.map(({ range }): Finding => ({ rule: conflictRule, severity: 'error', range, message: '' }));
  const left = new Set(unsuppressed(document, findings).map(({ range }) => range));
  return found.filter(({ range }) => left.has(range));
});

/** Returns the text of a document with one side of its conflicts. */
export function sideOf(document: CatalogDocument, side: 'ours' | 'theirs'): string {
  const { lines } = document;
  const edits = conflictsOf(document).map(({ range: { start, end } }): TextEdit => {
    const within = Array.from({ length: end.line - start.line + 1 }, (_, index) => lines.text(start.line + index));
    const parting = within.findIndex((text) => middle.test(text));
    const base = within.findIndex((text) => ancestor.test(text));
    const kept =
      side === 'theirs'
        ? within.slice(parting + 1, -1)
        : within.slice(1, base === -1 ? parting : Math.min(base, parting));
    return { range: lines.range(start.line, end.line), newText: kept.join(lines.eol) };
  });
  return applyEdits(document.text, edits);
}

interface Marked extends Omit<Conflict, 'range'> {
  /** Lines, 0-based. */
  readonly first: number;
  readonly last: number;
}

/** Complete sets of marks. An opening mark that is followed by another opening mark too early does not count. */
function markedIn(lines: Lines): Marked[] {
  const found: Marked[] = [];
  let open: { readonly first: number; readonly ours: string; readonly parted: boolean } | undefined;
  for (let line = 0; line < lines.count; line += 1) {
    const text = lines.text(line);
    const ours = opening.exec(text);
    if (ours !== null) {
      open = { first: line, ours: (ours[1] ?? '').trim(), parted: false };
    } else if (open !== undefined && !open.parted && middle.test(text)) {
      open = { ...open, parted: true };
    } else if (open !== undefined) {
      const theirs = closing.exec(text);
      if (theirs !== null && open.parted) {
        found.push({ first: open.first, last: line, ours: open.ours, theirs: (theirs[1] ?? '').trim() });
      }
      if (theirs !== null || (open.parted && ancestor.test(text))) {
        open = undefined;
      }
    }
  }
  return found;
}

interface Fence {
  /** The lines of its two marks, 0-based. */
  readonly from: number;
  readonly to: number;
}

/** The code fences that are closed. */
function fencesIn(lines: Lines): Fence[] {
  const found: Fence[] = [];
  let open: { readonly from: number; readonly mark: string } | undefined;
  for (let line = 0; line < lines.count; line += 1) {
    const [, mark = '', info = ''] = fence.exec(lines.text(line)) ?? [];
    if (open === undefined) {
      // A backtick after the mark makes inline code of it.
      open = mark === '' || (mark.startsWith('`') && info.includes('`')) ? undefined : { from: line, mark };
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      found.push({ from: open.from, to: line });
      open = undefined;
    }
  }
  return found;
}

function speaksOfConflicts(lines: Lines, shown: readonly Marked[]): boolean {
  const places = new LineRanges(shown);
  for (let line = 0; line < lines.count; line += 1) {
    if (!places.holds(line) && spokenOf.test(lines.text(line))) {
      return true;
    }
  }
  return false;
}
