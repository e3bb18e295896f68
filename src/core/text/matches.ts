/**
 * Returns all matches of a global pattern, in order, like `text.matchAll(pattern)`, which copies the pattern for each text and is slower
 * for short texts.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    pattern.lastIndex += match[0] === '' ? 1 : 0;
  }
  return found;
}
