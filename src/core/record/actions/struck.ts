import { readInline } from '../../text/inline.ts';

/** A part of a text through which a line is drawn: from the first mark to after the last. */
export interface Struck {
  readonly from: number;
  readonly to: number;
  /** The content between the marks. */
  readonly inner: { readonly from: number; readonly to: number };
}

/** Returns the parts of a piece of markdown that are struck out, in order; none is in another. */
export function struckIn(markdown: string): Struck[] {
  return (/[~<]/.test(markdown) ? readInline(markdown).struck : []).map(({ start, end, innerStart, innerEnd }) => ({
    from: start,
    to: end,
    inner: { from: innerStart, to: innerEnd },
  }));
}

/** Without the marks alone: what they strike out holds again. */
export function unstruck(text: string): string {
  return struckIn(text).reduceRight(
    (left, { from, to, inner }) => left.slice(0, from) + left.slice(inner.from, inner.to) + left.slice(to),
    text,
  );
}
