/**
 * All matches of a global pattern, in order, as `text.matchAll(pattern)` gives them. That makes a copy of the pattern for each text, which
 * takes longer than to look through a short one.
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
