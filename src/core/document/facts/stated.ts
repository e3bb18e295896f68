import { trimmedEnd } from '../../text/ends.ts';
import { perDocument } from '../per-document.ts';
import type { Block, ParsedDocument } from '../model.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { hasBrackets, headLines } from '../metadata.ts';
import { plainText } from '../../text/plain-text.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { isPlaceholder } from '../../vocabulary/placeholder.ts';
import { frontMatterEntries, type ValuePart } from './front-matter-entries.ts';

/** Something that a document says about itself under a name, and where. */
export interface Stated extends ValuePart {
  /** As `normaliseName` gives it. */
  readonly name: string;
  readonly inFrontMatter: boolean;
}

/** No line that states a fact is longer. */
const longestLine = 400;
const label =
  /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?:\*{1,3}|_{1,3})?(?<name>[^*_:|`[\]]{2,40}?)(?:\*{1,3}|_{1,3})?\s?:\s*(?:\*{1,3}|_{1,3})?(?<value>[^\s].*)$/;
// oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most `longestLine` characters.
const row = /^[\s>]*\|?\s*(?:\*{1,3}|_{1,3})?(?<name>[^|*_]{2,40}?)(?:\*{1,3}|_{1,3})?\s*\|(?<value>[^|]+)\|?\s*$/;
const listMarker = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?/;

/**
 * What a document states about itself: the keys of its front matter, each item of a list by itself, then labels
 * ("**Severity:** SEV-2"), rows of two-column tables and what stands below a heading, near the top. Placeholders state nothing.
 */
export const statedIn = perDocument((document: ParsedDocument & { readonly text: string }): readonly Stated[] => {
  const front = frontMatterEntries(document).flatMap(({ key, parts }) =>
    parts.map((part) => ({ ...part, name: normaliseName(key), inFrontMatter: true })),
  );
  const { lines } = document;
  const body = document.blocks
    .filter(({ firstLine }) => firstLine <= headLines)
    .flatMap((block, index) => statedInBlock(block, document.blocks[index - 1], lines));
  return [...front, ...body.map((found) => ({ ...found, inFrontMatter: false }))].filter(({ text }) =>
    isStatement(text),
  );
});

/** Whether a text says something: no placeholder, and nothing that a site generator or an author still has to fill in. */
export function isStatement(text: string): boolean {
  return (
    text.trim() !== '' &&
    !isPlaceholder(text) &&
    !hasBrackets(text) &&
    !/\$[A-Z({]/.test(text) &&
    !/\b(?:yyyy|dd|sev-?x|n\/a|none|unknown|tb[acd]|to be \w+)\b/i.test(text)
  );
}

type Found = ValuePart & Pick<Stated, 'name'>;

function statedInBlock(block: Block, before: Block | undefined, lines: Lines): Found[] {
  if (block.type === 'table') {
    // A header names columns: "Severity | Response time" states nothing.
    return linesOf(block)
      .slice(2)
      .flatMap((line) => read(row, line, lines));
  }
  if (block.type !== 'text') {
    return [];
  }
  const found = linesOf(block).flatMap((line) => read(label, line, lines));
  return before?.type === 'heading' && !label.test(lines.text(block.firstLine).slice(0, longestLine))
    ? [...found, ...belowHeading(block, before, lines)]
    : found;
}

function linesOf({ firstLine, lastLine }: Block): number[] {
  const last = Math.min(lastLine, headLines);
  return Array.from({ length: Math.max(0, last - firstLine + 1) }, (_, index) => firstLine + index);
}

function read(pattern: RegExp, line: number, lines: Lines): Found[] {
  const text = lines.text(line);
  const groups = text.length > longestLine ? undefined : pattern.exec(text)?.groups;
  const value = groups?.['value'];
  if (value === undefined) {
    return [];
  }
  const from = text.lastIndexOf(value);
  return [{ name: normaliseName(plainText(groups?.['name'] ?? '')), ...partAt(line, from, value, lines) }];
}

function belowHeading(block: Block, heading: Block, lines: Lines): Found[] {
  const text = lines.text(block.firstLine);
  const from = listMarker.exec(text)?.[0].length ?? 0;
  return text.length > longestLine
    ? []
    : [{ name: normaliseName(plainText(heading.text)), ...partAt(block.firstLine, from, text.slice(from), lines) }];
}

/** A value without the white space, emphasis and code marks around it. */
function partAt(line: number, from: number, raw: string, lines: Lines): ValuePart {
  const lead = /^[\s*_`]*/.exec(raw)?.[0].length ?? 0;
  const bare = trimmedEnd(raw.slice(lead), /[\s*_`]/);
  const range: Range = {
    start: lines.clamp(line, from + lead),
    end: lines.clamp(line, from + lead + bare.length),
  };
  return { text: plainText(bare), range };
}
