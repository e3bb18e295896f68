import { codeLines } from '../../text/code-lines.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { inlineOf } from '../../document/inline.ts';
import { isPrompt } from '../../check/wording/template-text.ts';
import type { Block, ListItem } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import { isKnownName } from '../../vocabulary/vocabulary.ts';
import { isPlaceholder } from '../../vocabulary/placeholder.ts';
import { commandsIn, commandsInText } from './commands.ts';
import type { Commands, Quotation } from './quotation.ts';

/** A piece of a text that says something by itself; lines are 0-based. */
export type Unit = Omit<Quotation, 'topic'>;

/** Of what a program printed only so many lines are quoted. */
const mostOutput = 20;

/**
 * Returns the paragraphs, items of lists, tables and code blocks among some blocks of a document, in order, each with its place.
 * Headings, HTML and what a template left are none.
 */
export function unitsOf(document: CatalogDocument, blocks: readonly Block[]): Unit[] {
  const { lines } = document;
  const seen = new Set<ListItem>();
  return blocks.flatMap((block): Unit[] => {
    const item = outermost(block.item);
    if (item !== undefined) {
      const isNew = !seen.has(item);
      seen.add(item);
      return isNew ? itemUnits(document, item, blocks) : [];
    }
    switch (block.type) {
      case 'text':
        return isPlaceholder(block.text) || isPrompt(inlineOf(block, document)) ? [] : [textUnit(lines, block)];
      case 'table':
        return [unit('table', block, raw(lines, block.firstLine, block.lastLine), [])];
      case 'code':
        return [codeUnit(block)];
      default:
        return [];
    }
  });
}

/** Returns text without the place's own marks: each line without the white space around it, and no bold label that would be a section. */
export function quotable(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line.replace(/^(\s*(?:(?:[-*+]|\d+[.)])\s+)*)(\*\*|__)([^*_]{2,60}?)\2/, (whole, before: string, _, name: string) =>
      isKnownName(name) ? `${before}${name}` : whole,
    ),
  );
}

function unit(
  form: Unit['form'],
  place: Pick<Block, 'firstLine' | 'lastLine'>,
  lines: string[],
  commands: Commands[],
): Unit {
  return { form, firstLine: place.firstLine + 1, lastLine: place.lastLine + 1, lines, commands };
}

function textUnit(lines: Lines, block: Block): Unit {
  const text = quotable(raw(lines, block.firstLine, block.lastLine).map((line) => line.trim()));
  const commands = commandsInText(text.join('\n'));
  return unit('paragraph', block, text, commands === undefined ? [] : [commands]);
}

function codeUnit(block: Block): Unit {
  const commands = commandsIn(block);
  const offset = block.fenced === true ? 1 : 0;
  const content = codeLines(block.text);
  const shown = commands === undefined ? content.slice(0, mostOutput) : content;
  const firstLine = block.firstLine + offset;
  const place = { firstLine, lastLine: Math.max(firstLine, Math.min(firstLine + shown.length - 1, block.lastLine)) };
  return commands === undefined ? unit('code', place, shown, []) : unit('code', place, [], [commands]);
}

/** An item with all that is in it; code blocks of commands in it are taken out of the text, to be copied from beside it. */
function itemUnits(document: CatalogDocument, item: ListItem, blocks: readonly Block[]): Unit[] {
  const { lines } = document;
  const own = blocks.filter((block) => outermost(block.item) === item);
  const said = own.filter(
    (block) => block.type !== 'text' || !(isPlaceholder(block.text) || isPrompt(inlineOf(block, document))),
  );
  if (said.length === 0) {
    return [];
  }
  const code = own.flatMap((block) => {
    const found = block.type === 'code' ? commandsIn(block) : undefined;
    return found === undefined ? [] : [{ block, found }];
  });
  const isCode = (line: number): boolean =>
    code.some(({ block: { firstLine, lastLine } }) => firstLine <= line && line <= lastLine);
  const first = lines.text(item.firstLine);
  const indent = /^\s*/.exec(first)?.[0] ?? '';
  const kept = Array.from({ length: item.lastLine - item.firstLine + 1 }, (_, index) => item.firstLine + index)
    .filter((line) => !isCode(line))
    .map((line) => lines.text(line))
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
  const text = quotable(withoutBlankEnds(kept));
  const spoken = commandsInText(own.flatMap((block) => (block.type === 'text' ? block.text : [])).join('\n'));
  const commands = [...(spoken === undefined ? [] : [spoken]), ...code.map(({ found }) => found)];
  const ends = own.at(-1);
  // Nothing is appended to an item that ends with a table or with other code.
  const form = ends?.type === 'text' || ends === code.at(-1)?.block ? 'item' : 'table';
  return [unit(form, item, text, commands)];
}

function withoutBlankEnds(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

function raw(lines: Lines, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => lines.text(first + index));
}

function outermost(item: ListItem | undefined): ListItem | undefined {
  let outer = item;
  while (outer?.parent !== undefined) {
    outer = outer.parent;
  }
  return outer;
}
