const minute = 60_000;
const leastMargin = 15 * minute;
const mostMargin = 60 * minute;
/** The share of the duration that is shown on each side, between those two. */
const shareOfMargin = 0.15;

/** Milliseconds since 1970 of which a `Date` can be made, in years of four digits, as the tools read them. */
const [earliest, latest] = [Date.UTC(0, 0), Date.UTC(9999, 0)];

/** When something happened. */
export interface Span {
  readonly from: Date;
  /** Undefined while it goes on. */
  readonly to: Date | undefined;
}

/** What a dashboard is to show. */
export interface Window {
  /** Milliseconds since 1970, as text. */
  readonly from: { readonly ms: string; readonly iso: string };
  readonly to: { readonly ms: string; readonly iso: string };
  /** Whether it ends now, because what happened goes on. */
  readonly open: boolean;
}

/**
 * Returns the time that shows something with what was around it: from 15 % of its duration before its start, but at least 15 and at most 60
 * minutes, to as long after its end; to `now` if it goes on. An end before the start counts as the start. Undefined for times that are none, or
 * far from today.
 */
export function windowOf({ from, to }: Span, now: Date): Window | undefined {
  const start = from.getTime();
  const end = Math.max((to ?? now).getTime(), start);
  const margin = Math.min(mostMargin, Math.max(leastMargin, Math.round((end - start) * shareOfMargin)));
  const [first, last] = [start - margin, to === undefined ? end : end + margin];
  if (!(first >= earliest && last <= latest)) {
    return undefined;
  }
  return { from: formsOf(first), to: formsOf(last), open: to === undefined };
}

function formsOf(time: number): Window['from'] {
  return { ms: String(time), iso: new Date(time).toISOString() };
}
