import type { CatalogDocument } from '../catalog/document.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { Lines } from '../model/lines.ts';
import { comparePositions, type Range } from '../model/position.ts';

/**
 * The comment that silences a finding where it stands: at the end of its line, or, where that would change what the line
 * says (headings, tables, code), on a line of its own before the block. A finding that stands nowhere is silenced in the
 * whole file. See `unsuppressed`.
 */
export function ignoreHere(document: CatalogDocument, { rule, range }: Finding): Fix {
  const title = `Ignore ${rule} here`;
  const lines = new Lines(document.text);
  const { line } = range.start;
  const front = document.frontMatter?.range.end.line;
  if (front !== undefined && line <= front) {
    // On the line of the opening dashes there is no room for a comment; below it there is.
    const at = line === 0 ? lines.clamp(1, 0) : lines.clamp(line, 0);
    const directive = line === 0 ? 'disable-file' : 'disable-next-line';
    const newText = `# runbook-lens-${directive} ${rule}${document.eol}`;
    return { title, edits: [{ range: { start: at, end: at }, newText }] };
  }
  const block = document.blocks.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
  if (block?.type === 'text') {
    const end = lines.trimmedRange(line).end;
    return { title, edits: [{ range: { start: end, end }, newText: ` <!-- runbook-lens-disable-line ${rule} -->` }] };
  }
  const first = block?.firstLine ?? line;
  const before = /^[\s>]*/.exec(lines.text(first).replace(/^\ufeff/, ''))?.[0] ?? '';
  // What makes indented code of the block would make it of the comment too.
  const indent = block?.fenced === false ? before.replace(/(?:\t *| {4})$/, '') : before;
  const mark = lines.text(first).startsWith('\ufeff') ? 1 : 0;
  const onOwnLine = lines
    .text(first)
    .slice(mark + before.length)
    .startsWith('- ')
    ? ''
    : indent;
  const at = lines.clamp(first, mark);
  const directive = standsNowhere(document, range) ? 'disable-file' : 'disable-next-line';
  const newText = `${onOwnLine}<!-- runbook-lens-${directive} ${rule} -->${document.eol}`;
  return { title, edits: [{ range: { start: at, end: at }, newText }] };
}

/** Whether a range is that of a title which the text does not have: its start, whatever stands there. */
function standsNowhere({ titleRange, sections }: CatalogDocument, { start }: Range): boolean {
  return (
    comparePositions(titleRange.start, start) === 0 &&
    !sections.some((section) => section.titleRange.start.line === start.line)
  );
}
