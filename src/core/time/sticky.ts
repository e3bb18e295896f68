/** Returns the match of a sticky pattern exactly at `at`; undefined if there is none. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Returns the offset after the match of a sticky pattern at `at`; `at` itself if it matches nothing. */
export function take(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

/** Longest text that is read for one day, time or zone, in characters. */
const longest = 100;

/**
 * Returns the piece of a text from `at` on in which one day, time or zone is read, with ASCII digits and signs in place of full-width
 * ones. It is as long as the original, so offsets in it, plus `at`, are offsets in the text.
 */
export function pieceAt(text: string, at: number): string {
  return halfWidth(text.slice(at, at + longest));
}

/** Returns a text with full-width digits, letters and signs ("１０：４０") as ASCII; every character keeps its position. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
