/** Characters that a reader takes for a plain form: letters with accents, full-width signs, typographic apostrophes. */
const dressed = /[\u00c0-\u024f\u1e00-\u1eff\uff01-\uff5d\u3000\u3001\u3002\u2018\u2019\u02bc]/g;
const plain: Readonly<Record<string, string>> = { '、': ',', '。': '.', '‘': "'", '’': "'", '\u02bc': "'" };

/**
 * Returns a text of the same length without accents and full-width signs, so that one pattern fits and its offsets count in the text too.
 */
export function flat(text: string): string {
  return text.replace(dressed, (character) => {
    const bare = plain[character] ?? character.normalize('NFKD').replace(/\p{Mark}/gu, '');
    return bare.length === 1 ? bare : character;
  });
}

/** With code spans blanked, so that offsets stay. */
export function withoutCode(text: string): string {
  return text.replace(/`[^`\n]{1,300}`/g, (code) => ' '.repeat(code.length));
}
