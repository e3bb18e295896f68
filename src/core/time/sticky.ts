/** What a sticky pattern matches exactly at `at`; undefined where it matches nothing there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Where the text goes on behind what a sticky pattern takes at `at`; `at` itself where it takes nothing. */
export function take(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

/** The beginning of each day, clock or zone that is read lies within so many characters. */
const longest = 100;

/**
 * The piece of a text from `at` on in which one day, clock or zone is read, with full-width digits and signs as their usual ones.
 * It is as long as the text that it stands for, so that offsets in it, plus `at`, are offsets in the text.
 */
export function pieceAt(text: string, at: number): string {
  return halfWidth(text.slice(at, at + longest));
}

/** A text with full-width digits, letters and signs ("１０：４０") as their usual ones; every character keeps its place. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
