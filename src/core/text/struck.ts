const tag = /<(\/?)(?:s|del|strike)\b[^<>]{0,200}>/gi;

/**
 * Markdown without what is struck out in it (`~~…~~`, `<s>`, `<del>`, `<strike>`). Spaces stand in its place, so that everything else, and
 * every line break, stays where it was. What is begun and never ended is left.
 */
export function withoutStruck(markdown: string): string {
  return [...struckByTildes(markdown), ...struckByTags(markdown)].reduce(
    (text, [from, to]) => text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to),
    markdown,
  );
}

/** How many tags that strike out a text opens and does not close; negative where it closes more. */
export function openStrikes(html: string): number {
  return [...html.matchAll(tag)].reduce((open, [, closes]) => open + (closes === '/' ? -1 : 1), 0);
}

function struckByTildes(text: string): Array<readonly [from: number, to: number]> {
  const marks = [...text.matchAll(/(?<!~)~~(?!~)/g)].map(({ index }) => index);
  return marks.flatMap((from, at) => {
    const end = marks[at + 1];
    return at % 2 === 0 && end !== undefined ? [[from, end + 2] as const] : [];
  });
}

function struckByTags(text: string): Array<readonly [from: number, to: number]> {
  const found: Array<readonly [number, number]> = [];
  let open = 0;
  let begin = 0;
  for (const match of text.matchAll(tag)) {
    const closes = match[1] === '/';
    begin = open === 0 ? match.index : begin;
    open = Math.max(0, open + (closes ? -1 : 1));
    if (closes && open === 0 && begin < match.index) {
      found.push([begin, match.index + match[0].length]);
    }
  }
  return found;
}
