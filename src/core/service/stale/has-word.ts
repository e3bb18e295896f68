/** Returns whether a text has a word that is no part of a longer one: a name with a dot before it is part of one. */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\w.]/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + word.length] ?? ' ')) {
      return true;
    }
  }
  return false;
}
