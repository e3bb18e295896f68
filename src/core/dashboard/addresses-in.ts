/** An address in a text, by offsets. */
export interface FoundAddress {
  readonly start: number;
  readonly end: number;
  /** What a reader sees for it: the text of a Markdown link, or the label of a link as chats write them (`<https://…|label>`). */
  readonly title?: string;
}

/** A part of a template that is longer than this is none. */
const longestPart = 500;
const longestTitle = 200;

const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const ends = /[\s<>`|\\\p{Cc}，。、；（）「」『』“”’…]/u;
/** What ends a sentence or is Markdown around an address, not the last part of it. */
const trailing = /[.,;:!?'*_~]/;
/** Parts of templates, which may have spaces in them. */
const templates = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['${', '}'],
  ['$(', ')'],
] as const;

/**
 * Returns the addresses of `http` and `https` in a text, be it code, YAML, HTML or Markdown, with the parts of templates in them. Brackets in an
 * address are balanced: one that closes none, as behind a Markdown link, ends it. Takes time in proportion to the text.
 */
export function addressesIn(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  const scheme = /https?:\/\//gi;
  for (let match = scheme.exec(text); match !== null; match = scheme.exec(text)) {
    const start = match.index;
    const end = endOf(text, start, scheme.lastIndex);
    scheme.lastIndex = Math.max(end, scheme.lastIndex);
    if (end > start + match[0].length) {
      const title = titleBefore(text, start) ?? labelBehind(text, end);
      found.push({ start, end, ...(title !== undefined && { title }) });
    }
  }
  return found;
}

function endOf(text: string, start: number, from: number): number {
  const before = text[start - 1] ?? '';
  const quote = /['"]/.test(before) ? before : undefined;
  const open: string[] = [];
  let at = from;
  while (at < text.length) {
    const character = text[at] ?? '';
    const behind = templateEnd(text, at);
    if (behind !== undefined) {
      at = behind;
      continue;
    }
    const closes = brackets[character];
    if (closes !== undefined) {
      open.push(closes);
    } else if (/[)\]}]/.test(character) && open.pop() !== character) {
      break;
    } else if (character === quote || (character === '"' && open.length === 0) || ends.test(character)) {
      // In brackets, quotation marks are part of a state or a query.
      break;
    }
    at += 1;
  }
  while (at > from && trailing.test(text[at - 1] ?? '')) {
    at -= 1;
  }
  return at;
}

/** The offset behind a part of a template that begins here; undefined if none does. */
function templateEnd(text: string, at: number): number | undefined {
  const character = text[at];
  if (character === '<') {
    return placeholderEnd(text, at);
  }
  if (character !== '{' && character !== '$') {
    return undefined;
  }
  const kind = templates.find(([open]) => text.startsWith(open, at));
  if (kind === undefined) {
    return undefined;
  }
  const [open, close] = kind;
  const inner = text.slice(at + open.length, at + longestPart);
  const end = inner.indexOf(close);
  return end === -1 || inner.slice(0, end).includes('\n') ? undefined : at + open.length + end + close.length;
}

const placeholder = /^<[a-z][\w .-]{0,60}>/i;

/** A name in angle brackets is a placeholder where something of an address is before it: `https://<cluster>/`, `?pod=<pod>`. Else it is a tag. */
function placeholderEnd(text: string, at: number): number | undefined {
  const name = /[/.=-]/.test(text[at - 1] ?? '') ? placeholder.exec(text.slice(at, at + 70))?.[0] : undefined;
  return name === undefined ? undefined : at + name.length;
}

function titleBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - longestTitle), start);
  if (!/\]\(<?$/.test(before)) {
    return undefined;
  }
  const close = before.lastIndexOf('](');
  const open = before.lastIndexOf('[', close);
  const title = open === -1 ? '' : before.slice(open + 1, close).trim();
  return title === '' ? undefined : title;
}

function labelBehind(text: string, end: number): string | undefined {
  return /^\|([^<>|\n]{1,200})>/.exec(text.slice(end, end + longestTitle))?.[1]?.trim() || undefined;
}
