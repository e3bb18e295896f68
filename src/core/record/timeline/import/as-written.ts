/** A piece of code, or an address; everything else is words. */
const parts = /`[^`\n]{1,300}`|https?:\/\/[^\s<>"`]{1,2000}/g;

/**
 * Returns words from elsewhere as Markdown that shows them as they are. Code in backticks stays code, and addresses stay addresses; nothing
 * else becomes markup.
 */
export function asWritten(text: string): string {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(parts)) {
    const [part] = match;
    result += escaped(text.slice(done, match.index), result === '');
    result += part.startsWith('`') ? part : part.replace(/[*|[\]~\\{}]|_(?![\p{L}\p{N}])/gu, encoded);
    done = match.index + part.length;
  }
  return result + escaped(text.slice(done), result === '');
}

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function escaped(words: string, first: boolean): string {
  const inside = words
    .replace(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\{(?=[{%#])|&(?=#?\w{1,20};)/gu, String.raw`\$&`)
    .replace(/!(?=\\\[)/g, String.raw`\!`);
  // At the start of a line these begin a block.
  return first
    ? inside.replace(/^(?:[#+=:]|-(?=[\s-]))/, String.raw`\$&`).replace(/(?<=^\d{1,9})[.)](?=\s|$)/, String.raw`\$&`)
    : inside;
}
