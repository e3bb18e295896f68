import { matchesOf } from '../../text/matches.ts';

/** A placeholder with a mark of its own: `<name>` or `{{name}}`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The text between the marks. */
  readonly name: string;
}

/** `sort <in >out` redirects, `<https://…>` and `<me@example.org>` are addresses, `<a href="…">` is a tag. */
const angle = /(?<![<$\\])<(\p{L}[^<>\n{}$"`\\=@]{0,60})>(?!>)/gu;
/** `{{.Names}}` and `{{end}}` belong to a template of Go. */
const braces =
  /(?<![{$\\])\{\{[ \t]*(?!(?:end|else|break|continue|if|range|with|define|block|template|raw|endraw)\b)([A-Za-z_][\w-]*(?: [\w-]+){0,3})[ \t]*\}\}(?!\})/g;

/** The end of a tag of XML, so that what begins it is one too. */
const closing = /<\/([\p{L}\p{N}]+)/gu;

/** Returns the placeholders of code that have a mark of their own, in order. */
export function marksIn(code: string): Mark[] {
  const closed = new Set(matchesOf(closing, code).map((match) => match[1]));
  const found = [
    ...matchesOf(angle, code).filter((match) => isPlaceholder(match[1] ?? '', closed)),
    ...matchesOf(braces, code),
  ];
  return found
    .map(({ 0: { length }, 1: name = '', index }) => ({ start: index, end: index + length, name }))
    .toSorted((a, b) => a.start - b.start);
}

function isPlaceholder(name: string, closed: ReadonlySet<string | undefined>): boolean {
  const [tag = ''] = /^[\p{L}\p{N}]+/u.exec(name) ?? [];
  return !/[\s/]$|\s\d$|:\/\/|\s[|&;]|[|&;]\s/.test(name) && !closed.has(tag);
}
