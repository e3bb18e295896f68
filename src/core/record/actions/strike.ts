import { once } from '../../util/memo.ts';
import { plainText } from '../../text/plain-text.ts';
import { rangeOf, within, type Span } from '../../text/span.ts';
import { firstDefined } from '../../util/first-defined.ts';
import { doneIn, doneWords, isGivenUp, type DoneMark } from './done.ts';
import { flat } from './flat.ts';
import { withoutFacts } from './patterns.ts';
import { said, type Said } from './said.ts';
import { withoutStruck } from '../../text/struck.ts';
import { struckIn, unstruck } from './struck.ts';

/** What the lines of an item say; where all of it is struck out, that holds of what was to be done. */
export function heldIn(spans: readonly Span[], isStruck: boolean): Said[] {
  const joined = spans.map(({ text }) => text).join('\n');
  const texts = (isStruck ? joined : withoutStruck(joined)).split('\n');
  return spans.map((span, index) => said(span, texts[index] ?? ''));
}

const remark = once(() => new RegExp(doneWords(), 'giu'));
/** How much of a text a line goes through where it strikes out the item, whatever is written beside it. */
const mostOfIt = 0.6;

/** The line through an item, where the item is struck out and not only a part of it: nothing but facts about it is left beside. */
export function strikeOf(spans: readonly Span[]): DoneMark | undefined {
  const [first] = spans;
  const text = spans.map((span) => span.text).join('\n');
  const parts = struckIn(text);
  const [begin] = parts;
  const end = parts.at(-1);
  if (first === undefined || begin === undefined || end === undefined || begin.from >= first.text.length) {
    return undefined;
  }
  const beside = withoutStruck(text);
  const atStart = /^\s*(?:\*\*|__)?$/.test(text.slice(0, begin.from));
  const isMost = atStart && begin.to >= mostOfIt * text.length;
  const left = withoutFacts(flat(beside).replace(/^[^~<:]{0,40}:/, '')).replace(remark(), '');
  if (
    !isMost &&
    (/\p{L}{2}/u.test(left) || !/\p{L}{2}/u.test(withoutFacts(flat(text.slice(begin.inner.from, begin.inner.to)))))
  ) {
    return undefined;
  }
  const from = atStart ? 0 : begin.from;
  const to = Math.min(isMost ? begin.to : end.to, first.text.length);
  const kept = flat(beside);
  return { by: 'strike', range: rangeOf(within(first, from, to)), wontDo: isGivenUp(kept) };
}

/** What says beside the line through an item that it is done, or why it is not to be done. */
export function besideStrike(spans: readonly Span[]): DoneMark | undefined {
  return firstDefined(heldIn(spans, false), doneIn);
}

/** A text as a reader takes it: without what says that it is done, and without what is struck out in it. */
export function shown(
  spans: readonly Span[],
  isStruck: boolean,
  mark: Pick<DoneMark, 'by' | 'range'> | undefined,
): string {
  const joined = spans.map((span) => withoutMark(span, mark)).join(' ');
  if (isStruck) {
    return plainText(unstruck(joined));
  }
  const held = struckIn(joined).reduceRight(
    (left, { from, to }) => left.slice(0, from) + left.slice(to).trimStart(),
    joined,
  );
  return plainText(held);
}

/** What holds in a cell: all of it, or what stands beside what is struck out. Of several pieces, all from the first to the last. */
export function held(cell: Span): Span {
  const text = withoutStruck(cell.text);
  const from = text.length - text.trimStart().length;
  return within(cell, Math.min(from, cell.text.length), Math.max(from, text.trimEnd().length));
}

/** A line without the words or sign that say that its item is done, and without a box that is no markdown. */
function withoutMark({ line, from, text }: Span, done: Pick<DoneMark, 'by' | 'range'> | undefined): string {
  const { start, end } = done?.range ?? { start: { line: -1, character: 0 }, end: { line: -1, character: 0 } };
  const marked =
    start.line === line &&
    done?.by !== 'strike' &&
    done?.by !== 'box' &&
    done?.by !== 'title' &&
    start.character >= from;
  const left = marked ? text.slice(0, start.character - from) + text.slice(end.character - from) : text;
  return left.replace(/^\s*(?:☐|☑️?|🔲|⬜)\s*/u, '');
}
