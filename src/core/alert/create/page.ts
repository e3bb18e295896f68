import { ownLines } from '../../document/append.ts';
import type { ParsedDocument } from '../../document/model.ts';
import { parseDocument } from '../../document/parse.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { Position } from '../../text/position.ts';
import { sectionKeys } from '../../vocabulary/section-keys.ts';

/** The text of a page, and where the author goes on. */
export interface FilledPage {
  readonly text: string;
  readonly cursor?: Position;
}

/**
 * Returns a new page with what is known of its alert: in the section that says what the alert means, if nothing is written there yet; else below the title.
 * @param facts in Markdown with `\n`.
 */
export function filledPage(path: string, text: string, facts: string): FilledPage {
  const changed = applyEdits(text, [edit(parseDocument(text, path), facts)]);
  const cursor = firstBlank(parseDocument(changed, path));
  return { text: changed, ...(cursor !== undefined && { cursor }) };
}

function edit(document: ParsedDocument, facts: string): TextEdit {
  const { sections, lines, frontMatter, eol } = document;
  const meaning = sections.findIndex(
    ({ title, state }) => state !== 'written' && sectionKeys('runbook', title).includes('meaning'),
  );
  const index = meaning === -1 ? sections.findIndex(({ style, level }) => style === 'heading' && level === 1) : meaning;
  const written = facts.replaceAll('\n', eol);
  if (index === -1) {
    const line = (frontMatter?.range.end.line ?? -1) + 1;
    const start = lines.clamp(line, 0);
    return {
      range: { start, end: start },
      newText: `${line === 0 ? '' : eol}${written}${eol}${line >= lines.count - 1 ? '' : eol}`,
    };
  }
  const { first, last } = ownLines(document, index);
  const after = Math.max(last, first - 1);
  let next = after + 1;
  while (next < lines.count && lines.text(next).trim() === '') {
    next += 1;
  }
  const end = next < lines.count ? lines.clamp(next, 0) : lines.end;
  return {
    range: { start: lines.range(after, after).end, end },
    newText: `${eol}${eol}${written}${eol}${next < lines.count ? eol : ''}`,
  };
}

/** Where the first section that is to be written has its text: below its help. */
function firstBlank(document: ParsedDocument): Position | undefined {
  const index = document.sections.findIndex(
    ({ state }, own) => state === 'blank' && !document.sections.some(({ parent }) => parent === own),
  );
  if (index === -1) {
    return undefined;
  }
  const { first, last } = ownLines(document, index);
  return document.lines.clamp(Math.max(last, first - 1) + 1, 0);
}
