import { readInline, visibleText, type Inline, type Mark } from '../text/inline.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { isKnownName } from '../vocabulary/vocabulary.ts';
import { inlineOf } from './inline.ts';
import type { Block, ParsedDocument } from './model.ts';
import { perDocument } from './per-document.ts';

/** A bold label at the start of a line of a block. Offsets count in the block's text. */
export interface FoundLabel {
  readonly title: string;
  readonly line: number;
  readonly start: number;
  /** Start of the text after the label and its colon. */
  readonly restStart: number;
}

/** No label of a section is longer. */
const longestLabel = 60;
const maybeBold = /^[ \t]*(?:<[a-z]{1,8}>[ \t]*)*(?:\*\*|__|<(?:b|strong)\b)/i;
const behindLabel = /^(?:<\/[a-z]{1,8}>|[\s:：–—-])+/i;

/**
 * Returns the bold labels at the starts of a block's lines, in order.
 * @param accept which names count; without it those of sections.
 */
export function labelsIn(
  block: Block,
  source: Pick<ParsedDocument, 'definitions'>,
  accept: (title: string) => boolean = isKnownName,
): FoundLabel[] {
  const found: FoundLabel[] = [];
  let start = 0;
  let bold: readonly Mark[] | undefined;
  let next = 0;
  for (const [index, text] of block.text.split('\n').entries()) {
    let label: ReturnType<typeof labelAt>;
    if (maybeBold.test(text)) {
      const inline = inlineOf(block, source);
      bold ??= inline.marks.filter(({ type }) => type === 'strong');
      while ((bold[next]?.start ?? Infinity) < start) {
        next += 1;
      }
      label = labelAt(inline, bold[next], start, start + text.length, accept);
    }
    if (label !== undefined) {
      found.push({ ...label, line: block.textLine + index, start });
    }
    start += text.length + 1;
  }
  return found;
}

/** @param mark the first bold part that begins in the line or after it. */
function labelAt(
  inline: Inline,
  mark: Mark | undefined,
  start: number,
  end: number,
  accept: (title: string) => boolean,
): Pick<FoundLabel, 'title' | 'restStart'> | undefined {
  if (mark === undefined || mark.end > end || visibleText(inline, start, mark.start) !== '') {
    return undefined;
  }
  const title = visibleText(inline, mark.innerStart, mark.innerEnd);
  const rest = visibleText(inline, mark.end, end);
  const marked = /[:：]$/.test(title) || /^[:：–—-]/.test(rest) || rest === '';
  if (!marked || title.length < 2 || title.length > longestLabel || !accept(title)) {
    return undefined;
  }
  const behind = behindLabel.exec(inline.markdown.slice(mark.end, end))?.[0].length ?? 0;
  return { title: title.replace(/ ?[:：]$/, ''), restStart: rest === '' ? end : mark.end + behind };
}

/** The names of all bold labels of a document, those that are no section included: a team may use a name of its own as a label. */
export const labelNames = perDocument(
  (document: Pick<ParsedDocument, 'blocks' | 'definitions'>): ReadonlySet<string> =>
    new Set(
      document.blocks
        .filter(({ type }) => type === 'text')
        .flatMap((block) => labelsIn(block, document, () => true))
        .map(({ title }) => normaliseName(title)),
    ),
);

const summaryTag = /<summary(?:\s[^<>]*)?>/i;
/** No line of HTML that is a label is longer. */
const longestHtml = 200;

/** Offsets count in the HTML. */
export interface HtmlLabel {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is a summary, whose section ends with its details. */
  readonly summary: boolean;
}

/** Returns the label that a piece of HTML without comments has: its first summary, or all of it where it is bold as a whole. */
export function htmlLabel(html: string): HtmlLabel | undefined {
  const opened = summaryTag.exec(html);
  const close = opened === null ? -1 : html.toLowerCase().indexOf('</summary', opened.index);
  if (opened !== null && close !== -1) {
    const inner = html.slice(opened.index + opened[0].length, close);
    const title = inner.length > longestHtml ? '' : visibleText(readInline(inner.trim())).replace(/ ?[:：]$/, '');
    const end = Math.max(close, html.indexOf('>', close) + 1);
    return isKnownName(title) ? { title, start: opened.index, end, summary: true } : undefined;
  }
  const bare = html.trim();
  if (bare.length > longestHtml || bare.includes('\n') || !/<(?:b|strong)\b/i.test(bare)) {
    return undefined;
  }
  const inline = readInline(bare);
  const bold = inline.marks.find(({ type }) => type === 'strong');
  const title = visibleText(inline);
  return bold !== undefined && visibleText(inline, bold.innerStart, bold.innerEnd) === title && isKnownName(title)
    ? { title: title.replace(/ ?[:：]$/, ''), start: html.indexOf(bare), end: html.length, summary: false }
    : undefined;
}
