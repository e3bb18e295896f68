/** A heading in HTML, or what is between such headings. Offsets count in the HTML. */
export interface HtmlPart {
  readonly start: number;
  readonly end: number;
  /** Headings only: 1–6, and where their content stands. */
  readonly depth?: number;
  readonly content?: { readonly start: number; readonly end: number };
}

const opening = /<!--|<h([1-6])(?=[\s>])[^<>]*>/gi;

/**
 * Returns the headings of HTML, such as `<h2 id="impact">Impact</h2>`, and the HTML between them, in order; none if there is no heading.
 * Headings in comments, and headings that are not closed, do not count.
 */
export function htmlParts(html: string): HtmlPart[] {
  if (!/<h[1-6][\s>]/i.test(html)) {
    return [];
  }
  const lower = html.toLowerCase();
  const found: HtmlPart[] = [];
  const unclosed = new Set<string>();
  let done = 0;
  opening.lastIndex = 0;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const [tag, level] = match;
    const close = level === undefined ? '-->' : `</h${level}`;
    const inner = match.index + tag.length;
    const end = unclosed.has(close) ? -1 : lower.indexOf(close, inner);
    if (end === -1) {
      unclosed.add(close);
      if (level === undefined) {
        break;
      }
      continue;
    }
    const bracket = html.indexOf('>', end);
    const behind = bracket === -1 ? html.length : bracket + 1;
    opening.lastIndex = behind;
    // A title that a site generator fills in is none yet.
    if (level !== undefined && !/<%|\{\{/.test(html.slice(inner, end))) {
      if (match.index > done) {
        found.push({ start: done, end: match.index });
      }
      found.push({ start: match.index, end: behind, depth: Number(level), content: { start: inner, end } });
      done = behind;
    }
  }
  return found.length === 0 || done === html.length ? found : [...found, { start: done, end: html.length }];
}
