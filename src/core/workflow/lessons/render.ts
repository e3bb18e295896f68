import type { CatalogDocument } from '../../document/document.ts';
import { commandsOf } from '../../check/shell/commands-of.ts';
import { destructionOf } from '../../check/shell/destructive.ts';
import { linkTo } from '../../document/links/destination.ts';
import { rebaseLinks } from '../../document/links/rebase.ts';
import { parseDocument } from '../../document/parse.ts';
import type { Commands, Quotation } from './quotation.ts';

/**
 * Returns quotations as Markdown for a runbook of the same root: block quotes that end with a link to their lines, and the commands in
 * fences, for copying. Line breaks are `\n`; there is none at the end.
 */
export function renderQuotations(
  quotations: readonly Quotation[],
  record: CatalogDocument,
  runbook: Pick<CatalogDocument, 'path'>,
): string {
  const parts: string[] = [];
  let quote = '';
  let form: Quotation['form'] | undefined;
  let commands: Sourced[] = [];
  const flush = (): void => {
    parts.push(...(quote === '' ? [] : [quote]), ...commandBlocks(commands));
    [quote, form, commands] = ['', undefined, []];
  };
  for (const quotation of quotations) {
    const source = sourceOf(quotation, record, runbook);
    // Commands come after the list that they are from; a paragraph comes after them.
    if (commands.length > 0 && (form !== 'item' || quotation.form !== 'item')) {
      flush();
    }
    if (quotation.lines.length > 0) {
      const gap = quote === '' ? '' : form === 'item' && quotation.form === 'item' ? '\n' : '\n>\n';
      quote += gap + quoteOf(quotation, source, record, runbook);
      form = quotation.form;
    }
    commands.push(...quotation.commands.map((found) => ({ ...found, source })));
  }
  flush();
  return parts.join('\n\n');
}

interface Sourced extends Commands {
  readonly source: string;
}

/** A link to a quotation's lines, named by its time and lines. */
function sourceOf(
  { firstLine, lastLine, time }: Quotation,
  record: CatalogDocument,
  runbook: Pick<CatalogDocument, 'path'>,
): string {
  const single = firstLine === lastLine;
  const place = single ? `line ${firstLine}` : `lines ${firstLine}–${lastLine}`;
  const name = time === undefined ? place : `${time.replace(/[\\`*_[\]<>|]/g, '')}, ${place}`;
  return `[${name}](${linkTo(runbook, record)}#L${firstLine}${single ? '' : `-L${lastLine}`})`;
}

function quoteOf(
  { form, lines }: Quotation,
  source: string,
  record: CatalogDocument,
  runbook: Pick<CatalogDocument, 'path'>,
): string {
  if (form !== 'code') {
    const text = rebaseLinks(lines.join('\n'), record, runbook).trimEnd();
    const quote =
      form === 'table' ? quoted([...text.split('\n'), '', `— ${source}`]) : quoted(`${text} — ${source}`.split('\n'));
    if (isSafe(quote)) {
      return quote;
    }
  }
  return quoted([...fenced(lines, 'text'), '', `— ${source}`]);
}

function quoted(lines: readonly string[]): string {
  return lines.map((line) => (line.trim() === '' ? '>' : `> ${line}`)).join('\n');
}

/** A fence that no line of the content can close. */
function fenced(content: readonly string[], language: string): string[] {
  const longest = Math.max(2, ...content.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...content, fence];
}

/** Whether a quote holds together in whatever document: nothing in it is a heading or section, and what comes after it is no part of it. */
function isSafe(quote: string): boolean {
  const { sections, blocks, frontMatter } = parseDocument(`${quote}\n\nEnd.\n`, 'quote.md');
  const last = blocks.at(-1);
  return (
    frontMatter === undefined &&
    sections.length === 0 &&
    last?.text === 'End.' &&
    !last.quoted &&
    blocks.slice(0, -1).every((block) => block.quoted)
  );
}

/** Commands one after the other, those in one language in one fence. */
function commandBlocks(commands: readonly Sourced[]): string[] {
  const blocks: Sourced[][] = [];
  for (const one of commands) {
    const open = blocks.at(-1);
    if (open?.[0]?.language === one.language) {
      open.push(one);
    } else {
      blocks.push([one]);
    }
  }
  return blocks.map((block) => {
    const lines = block.flatMap((one) => one.lines);
    const sources = [...new Set(block.map(({ source }) => source))].join('; ');
    return [
      `Commands from the record (${sources}):${cautionFor(lines)}`,
      '',
      ...fenced(lines, block[0]?.language ?? ''),
    ].join('\n');
  });
}

function cautionFor(lines: readonly string[]): string {
  const effects = new Set(commandsOf(lines.join('\n')).flatMap(({ text }) => destructionOf(text)?.effect ?? []));
  return effects.size === 0
    ? ''
    : ` **Caution:** this ${[...effects].join(' and ')}. When is it right to run it again?`;
}
