import { readInline } from '../../text/inline.ts';

/** A part of a text through which a line is drawn: from the first mark to behind the last. */
export interface Struck {
  readonly from: number;
  readonly to: number;
  /** What stands between the marks. */
  readonly inner: { readonly from: number; readonly to: number };
}

/** The parts of a piece of markdown that are struck out, in order; none stands in another. */
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
