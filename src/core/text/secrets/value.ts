/** A string from its mark on. */
const quoted = /(["'])(?:\\.|(?!\1)[^\\\n]){1,200}(?=\1)/y;
/** A string within a string, as of JSON in a log: an escaped mark ends it, and one that is escaped twice does not. */
const quotedTwice = /["'](?:\\{3}["']|\\(?!["'])[^\n]|[^"'\\\n]){1,200}(?=\\["'])/y;
const bare = /\S{1,200}/y;
/** What ends a bare value: a comment, code, and a mark of HTML. */
const endings = /-->|`|<\/[a-z]{1,10}>|<br ?\/?>/;
/** What belongs to the sentence or to the structure around a value, if nothing follows. */
const trailing = new Set(`,;.)]}>"'`);

/**
 * Returns where a value ends that begins at a place: at the closing quotation mark if an opening one is before it, otherwise at white space,
 * but without what ends a sentence, a cell or a structure there. The place itself if there is none. Reads at most 200 characters.
 */
export function valueEnd(text: string, start: number): number {
  return endOf(text.charAt(start - 2) === '\\' ? quotedTwice : quoted, text, start - 1) ?? bareEnd(text, start);
}

function bareEnd(text: string, start: number): number {
  const end = endOf(bare, text, start) ?? start;
  let value = text.slice(start, end);
  const near = text.slice(Math.max(0, start - 120), start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const cut = (at: number): void => {
    value = at === -1 ? value : value.slice(0, at);
  };
  cut(value.search(endings));
  // What began before the value ends with it: a string, a cell, a mark of HTML, a part of a URL, emphasis.
  ['"', "'"].filter((mark) => before.split(mark).length % 2 === 0).forEach((mark) => cut(value.indexOf(mark)));
  if (/\|[ \t*]*$/.test(before)) {
    cut(value.indexOf('|'));
  }
  if (before.endsWith('>')) {
    cut(value.indexOf('<'));
  }
  if (/[?&][\w.-]{1,60}=$/.test(before)) {
    cut(value.indexOf('&'));
  }
  let length = value.length;
  while (trailing.has(value.charAt(length - 1)) || (before.endsWith('*') && value.charAt(length - 1) === '*')) {
    length -= 1;
  }
  return start + length;
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = Math.max(0, start);
  const [value] = pattern.exec(text) ?? [];
  return value === undefined ? undefined : start + value.length;
}
