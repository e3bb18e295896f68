import type { CatalogDocument } from '../../document/document.ts';
import { isLabelName } from '../../document/fields.ts';
import { labelPieces } from '../../document/label-pieces.ts';
import type { Label } from '../../document/labels.ts';
import { factLabels } from '../../document/metadata.ts';
import type { TextEdit } from '../../text/edit.ts';

/**
 * Returns the edit that adds a label behind the last one between title and next heading, in its form: a line of a paragraph or a list, or
 * a row of a table. Undefined if there is none, or if others are on its line.
 * @param name as a reader sees it.
 */
export function labelInHead(document: CatalogDocument, name: string, value: string): TextEdit | undefined {
  const head = headLabels(document);
  const last = head.at(-1);
  if (last === undefined) {
    return undefined;
  }
  const { lines } = document;
  const { line } = last.value.range.start;
  const text = lines.text(line);
  const written = last.form === 'row' ? rowLike(last, text, name, value) : lineLike(text, name, value);
  if (written === undefined || !endsAt(last, line)) {
    return undefined;
  }
  const above = head.at(-2);
  const ending = /(?: {2,}|\\|<br ?\/?>)$/;
  const own = ending.exec(text)?.[0];
  const before = above?.block === last.block ? ending.exec(lines.text(above.value.range.start.line))?.[0] : undefined;
  const isLine = last.form === 'text' && last.block.item === undefined;
  const { end } = lines.range(line, line);
  const marks = (quote.exec(text)?.[0] ?? '').trimEnd();
  const isAlone = above?.block !== last.block;
  const newText = !isLine
    ? `${lines.eol}${written}`
    : own !== undefined
      ? `${lines.eol}${written}${own}`
      : // A line directly under a label alone would be its value's second line to a reader.
        `${before ?? ''}${lines.eol}${isAlone ? `${marks}${lines.eol}` : ''}${written}`;
  return { range: { start: end, end }, newText };
}

/** Whether a label with a value is the last of its block and of its list item. @param line 0-based. */
function endsAt({ value, block }: Label, line: number): boolean {
  return (
    value.text !== '' &&
    value.range.end.line === line &&
    block.lastLine === line &&
    (block.item === undefined || block.item.lastLine === line)
  );
}

/** The labels for facts below the title, before anything under another heading. */
function headLabels(document: CatalogDocument): Label[] {
  const title = document.titleRange.end.line;
  const next = document.blocks.find(({ type, firstLine }) => type === 'heading' && firstLine > title);
  const end = next?.firstLine ?? Number.POSITIVE_INFINITY;
  return factLabels(document).filter(
    ({ form, title: name, block: { type, firstLine } }) =>
      (type === 'text' || type === 'table') && form !== 'heading' && firstLine < end && isLabelName(name),
  );
}

const quote = /^(?: {0,3}> ?)*/;

/** "- **Owner:** Ada" or "> Owner: Ada" with another name and value. */
function lineLike(text: string, name: string, value: string): string | undefined {
  const pieces = labelPieces(text.replace(quote, '').replace(/^\s*[-*+]\s+/, ''));
  const form = /^(\s*(?:[-*+]\s+)?)(\*\*|__|\*|_|)[^*_:]{1,60}(:?)(\*\*|__|\*|_|)(:?)\s/.exec(
    `${text.replace(quote, '')} `,
  );
  const marks = quote.exec(text)?.[0] ?? '';
  if (pieces.length !== 1 || form === null) {
    return undefined;
  }
  const [, lead = '', open = '', inner = '', close = '', outer = ''] = form;
  return open === close && inner + outer === ':'
    ? `${marks}${lead}${open}${name}${inner}${close}${outer} ${value}`
    : undefined;
}

/** "| **Owner** | Ada |" with another name and value. */
function rowLike({ block }: Label, text: string, name: string, value: string): string | undefined {
  const form = /^(\s*\|?\s*)(\*\*|__|)[^|*_:]{1,60}(:?)(\*\*|__|)(:?)\s*\|/.exec(text);
  if (form === null || (block.header?.length ?? 0) !== 2) {
    return undefined;
  }
  const [, lead = '', open = '', inner = '', close = '', outer = ''] = form;
  const end = text.trimEnd().endsWith('|') ? ' |' : '';
  return open === close ? `${lead}${open}${name}${inner}${close}${outer} | ${value}${end}` : undefined;
}
