/**
 * Returns a text without the characters at its end that match a pattern. A pattern such as `/[\s*]+$/` does the same, but its time grows
 * with the square of a long run elsewhere in the text.
 * @param character matches one character, as in `/[\s*]/`; not global.
 */
export function trimmedEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const from = end - (isPair(text, end - 2) ? 2 : 1);
    if (!character.test(text.slice(from, end))) {
      break;
    }
    end = from;
  }
  return text.slice(0, end);
}

/** Whether a surrogate pair begins at `at`. */
function isPair(text: string, at: number): boolean {
  return at >= 0 && (text.codePointAt(at) ?? 0) > 0xffff;
}

/**
 * Returns a text in which each piece from `open` to the next `close`, both included, is replaced by a text, or by what a function makes
 * of it. If nothing closes, the rest stays. A pattern such as `/\([^)]*\)/g` searches for the end again at each start.
 */
export function replacedBetween(
  text: string,
  open: string,
  close: string,
  newText: string | ((piece: string) => string),
): string {
  let result = '';
  let done = 0;
  for (let from = text.indexOf(open); from !== -1; from = text.indexOf(open, done)) {
    const end = text.indexOf(close, from + open.length);
    if (end === -1) {
      break;
    }
    const after = end + close.length;
    const piece = typeof newText === 'string' ? newText : newText(text.slice(from, after));
    result += text.slice(done, from) + piece;
    done = after;
  }
  return result + text.slice(done);
}
