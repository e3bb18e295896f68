import { once } from '../../util/memo.ts';
import { heldAt } from '../../document/part.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { fold, visibleTextWithout } from '../../text/inline.ts';
import { rangeOf, trimmed, within, type Span } from '../../text/span.ts';
import { firstDefined } from '../../util/first-defined.ts';
import { doneIn, doneWords, isGivenUp, type DoneMark } from './done.ts';
import { flat } from './flat.ts';
import { withoutFacts } from './patterns.ts';
import { said, type Said } from './said.ts';
import { withoutStruck } from '../../text/struck.ts';
import type { OwnText } from './own-text.ts';

/** Returns what the lines of an item say; where all of it is struck out, that holds of what was to be done. */
export function heldIn({ spans, inline, starts }: OwnText, isStruck: boolean): Said[] {
  const text = isStruck ? inline.markdown : withoutStruck(inline);
  return spans.map((span, index) => said(span, text.slice(starts[index], (starts[index] ?? 0) + span.text.length)));
}

const remark = once(() => new RegExp(doneWords(), 'giu'));
/**
 * Least share of a text, from its start, that a line through it must cover to strike out the item, whatever is written
 * beside it.
 */
const mostOfIt = 0.6;

/** Returns the line through an item, where the item is struck out and not only a part of it: nothing but facts about it is left beside. */
export function strikeOf({ spans, inline, starts }: OwnText): DoneMark | undefined {
  const [first] = spans;
  const [offset = 0] = starts;
  const stop = (starts.at(-1) ?? 0) + (spans.at(-1)?.text.length ?? 0);
  const text = inline.markdown.slice(offset, stop);
  const parts = inline.struck
    .filter(({ start, end }) => start >= offset && end <= stop)
    .map(({ start, end, innerStart, innerEnd }) => ({
      from: start - offset,
      to: end - offset,
      inner: { from: innerStart - offset, to: innerEnd - offset },
    }));
  const [begin] = parts;
  const end = parts.at(-1);
  if (first === undefined || begin === undefined || end === undefined || begin.from >= first.text.length) {
    return undefined;
  }
  const beside = withoutStruck(inline).slice(offset, stop);
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

/** Returns what says beside the line through an item that it is done, or why it is not to be done. */
export function besideStrike(own: OwnText): DoneMark | undefined {
  return firstDefined(heldIn(own, false), doneIn);
}

/** Returns a text as a reader takes it: without what says that it is done, a box that is not a markdown, and what is struck out in it. */
export function shown(
  { spans, inline, starts }: OwnText,
  isStruck: boolean,
  mark: Pick<DoneMark, 'by' | 'range'> | undefined,
): string {
  const texts = spans.map((span, index) => {
    const start = starts[index] ?? 0;
    const end = start + span.text.length;
    const cuts = [...boxSign(span), ...cutOf(span, mark)].map(([from, to]) => ({
      start: start + from,
      end: start + to,
    }));
    const left = [...(isStruck ? [] : inline.struck), ...cuts].toSorted((a, b) => a.start - b.start);
    return visibleTextWithout(inline, start, end, left);
  });
  return fold(texts.join(' '));
}

type Cut = readonly [from: number, to: number];

function boxSign({ text }: Span): Cut[] {
  const sign = /^\s*(?:☐|☑️?|🔲|⬜)/u.exec(text)?.[0].length;
  return sign === undefined ? [] : [[0, sign]];
}

/** Returns the range of a line that says that its item is done; empty if a strike, a box or a title says so. */
function cutOf({ line, from, text }: Span, mark: Pick<DoneMark, 'by' | 'range'> | undefined): Cut[] {
  return mark === undefined ||
    mark.range.start.line !== line ||
    mark.range.start.character < from ||
    ['strike', 'box', 'title'].includes(mark.by)
    ? []
    : [withSigns(text, mark.range.start.character - from, mark.range.end.character - from)];
}

/**
 * Returns the range of words that say that an item is done, with the signs around them that separate nothing
 * without them: of "— **Done**: two run" the colon, at the end the dash.
 */
function withSigns(text: string, start: number, end: number): Cut {
  const before = /(?:^|\s)[-–—]+\s*$/.exec(text.slice(0, start));
  if (before === null) {
    return [start, end];
  }
  const behind = /^\s*[:：,;.]?\s*/.exec(text.slice(end))?.[0].length ?? 0;
  return end + behind === text.length ? [before.index, text.length] : [start, end + behind];
}

/** Returns what holds in a cell: all of it, or what is beside what is struck out, with spaces for what is struck out in its middle. */
export function held(document: CatalogDocument, cell: Span): Span {
  return trimmed({ ...cell, text: heldAt(document, cell) });
}
