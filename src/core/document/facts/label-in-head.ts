import type { TextEdit } from '../../text/edit.ts';
import type { CatalogDocument } from '../document.ts';
import { isLabelName } from '../fields.ts';
import type { Label } from '../labels.ts';
import { factLabels } from '../metadata.ts';

/**
 * Returns the edit that adds a label behind the last one between title and next heading, in its form: a line of a paragraph or a list, or
 * a row of a table. Undefined if there is none, if it has no value, or if anything else is on its line or belongs to it.
 * @param name as a reader sees it.
 */
export function labelInHead(document: CatalogDocument, name: string, value: string): TextEdit | undefined {
  const { lines } = document;
  const head = headLabels(document);
  const last = head.at(-1);
  if (last === undefined || !isWhole(document, last)) {
    return undefined;
  }
  const { line } = last.value.range.start;
  const text = lines.text(line);
  const parts = partsOf(text, last);
  if (parts === undefined) {
    return undefined;
  }
  const written = `${parts.before}${name}${parts.between}${value}${parts.behind}`;
  const { end } = lines.range(line, line);
  const newText = `${last.form === 'text' && last.block.item === undefined ? breakBehind(document, head, parts) : lines.eol}${written}`;
  return { range: { start: end, end }, newText };
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

/** Whether a label has a value and nothing beside it or behind it in its block and list item. */
function isWhole(document: CatalogDocument, { value: { text, range }, block }: Label): boolean {
  const { line } = range.start;
  return (
    text !== '' &&
    range.end.line === line &&
    block.lastLine === line &&
    (block.item === undefined || block.item.lastLine === line) &&
    (block.type !== 'table' || block.header?.length === 2) &&
    factLabels(document).filter((other) => other.value.range.start.line === line).length === 1
  );
}

/** What stands around the name and the value of a label. */
interface Parts {
  readonly before: string;
  readonly between: string;
  readonly behind: string;
}

/** Undefined if there are words in it. */
function partsOf(text: string, { title, value: { range } }: Label): Parts | undefined {
  const at = text.slice(0, range.start.character).lastIndexOf(title);
  const parts = {
    before: text.slice(0, at),
    between: text.slice(at + title.length, range.start.character),
    behind: text.slice(range.end.character),
  };
  const bare = `${parts.before}${parts.between}${withoutBreak(parts.behind)}`;
  return at === -1 || /[\p{L}\p{N}]/u.test(bare) ? undefined : parts;
}

const breaks = ['<br>', '<br/>', '<br />', '\\', '  '];

function breakOf(text: string): string {
  return breaks.find((each) => text.endsWith(each)) ?? '';
}

function withoutBreak(text: string): string {
  return text.slice(0, text.length - breakOf(text).length);
}

/** What parts the last line of a paragraph from one more: what parts the two before; an empty line if there is only one. */
function breakBehind({ lines }: CatalogDocument, head: readonly Label[], { before, behind }: Parts): string {
  const [above, last] = [head.at(-2), head.at(-1)];
  if (breakOf(behind) !== '') {
    return lines.eol;
  }
  return above?.block === last?.block && above !== undefined
    ? `${breakOf(lines.text(above.value.range.start.line))}${lines.eol}`
    : `${lines.eol}${last?.block.quoted === true ? before.slice(0, before.lastIndexOf('>') + 1) : ''}${lines.eol}`;
}
