import { blockAt } from '../document/block-at.ts';
import { readDocument, type CatalogDocument } from '../document/document.ts';
import { applyEdits } from '../text/edit.ts';
import type { Block } from '../document/model.ts';
import type { Finding, Fix } from '../text/finding.ts';
import { comparePositions, type Range } from '../text/position.ts';
import { parseDocument } from '../document/parse.ts';
import { unsuppressed } from '../document/suppressions.ts';

/**
 * Returns a fix that inserts a comment which silences a finding. It goes to the end of the line or, if that would change the content
 * (headings, tables, code, bold titles), to a line of its own before the block. A finding without a place is silenced in the whole file.
 * See `unsuppressed`.
 */
export function ignoreHere(document: CatalogDocument, { rule, range }: Finding): Fix {
  const title = `Ignore ${rule} here`;
  const { lines } = document;
  const { line } = range.start;
  const front = document.frontMatter?.range.end.line;
  if (front !== undefined && line <= front) {
    // The line of the opening dashes has no room for a comment. In invalid YAML, a comment can move the error.
    const below = line === 0 || document.problems.length > 0;
    const at = lines.clamp(below ? 1 : line, 0);
    const directive = below ? 'disable-file' : 'disable-next-line';
    const newText = `# runbook-lens-${directive} ${rule}${document.eol}`;
    return { title, edits: [{ range: { start: at, end: at }, newText }] };
  }
  const block = blockAt(document, line);
  if (block?.type === 'text') {
    const end = lines.trimmedRange(line).end;
    const edits = [{ range: { start: end, end }, newText: ` <!-- runbook-lens-disable-line ${rule} -->` }];
    if (keepsSections(document, edits)) {
      return { title, edits };
    }
  }
  const first = block === undefined || block.type === 'text' ? line : block.firstLine;
  const text = lines.text(first).replace(/^\ufeff/, '');
  const before = text.trim() === '' ? '' : (/^[\s>]*/.exec(text)?.[0] ?? '');
  const mark = lines.text(first).startsWith('\ufeff') ? 1 : 0;
  const at = lines.clamp(first, mark);
  const directive = standsNowhere(document, range) ? 'disable-file' : 'disable-next-line';
  const comment = `<!-- runbook-lens-${directive} ${rule} -->${document.eol}`;
  const quotes = before.slice(0, before.lastIndexOf('>') + 1);
  const usual = text.slice(before.length).startsWith('- ')
    ? ''
    : // What makes indented code of the block would make it of the comment too.
      block?.fenced === false
      ? outOfCode(before, block)
      : before;
  const fix = (indent: string): Fix => ({
    title,
    edits: [{ range: { start: at, end: at }, newText: `${indent}${comment}` }],
  });
  // The meaning of an indentation depends on everything above, so the first one that works is used.
  return (
    [usual, `${quotes} `, ''].map(fix).find(({ edits }) => silences(document, edits, rule, line + 1)) ?? fix(usual)
  );
}

/** Whether a rule is silent on a line after some edits. */
function silences(document: CatalogDocument, edits: Fix['edits'], rule: string, line: number): boolean {
  const at = { line, character: 0 };
  const finding: Finding = { rule, severity: 'hint', range: { start: at, end: at }, message: '' };
  return unsuppressed(readDocument(document, applyEdits(document.text, edits), document), [finding]).length === 0;
}

function outOfCode(indent: string, { item, quoted }: Block): string {
  if (item === undefined) {
    return quoted ? `${indent.slice(0, indent.lastIndexOf('>') + 1)} ` : '';
  }
  return indent.replace(/(?:\t *| {4})$/, '');
}

/** Whether a document has the same sections after some edits: a bold line is a title only where nothing comes after it. */
function keepsSections({ text, path, sections }: CatalogDocument, edits: Fix['edits']): boolean {
  const after = parseDocument(applyEdits(text, edits), path).sections;
  return after.length === sections.length && after.every(({ name }, index) => name === sections[index]?.name);
}

/** Whether a range is that of a title which the text does not have: its start, whatever is there. */
function standsNowhere({ titleRange, sections }: CatalogDocument, { start }: Range): boolean {
  return (
    comparePositions(titleRange.start, start) === 0 &&
    !sections.some((section) => section.style === 'heading' && section.titleRange.start.line === start.line)
  );
}
