/** Scripts in which invisible joiners between letters are significant: Persian, Kurdish, Hindi, Sinhala and others. */
const joining =
  'Arab Syrc Mong Nkoo Adlm Rohg Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt Bali Java Newa Tirh'
    .split(' ')
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join('');
const behindLetter = `(?<=(?=[\\p{L}\\p{M}])[${joining}])`;
const beforeLetter = `(?=(?=[\\p{L}\\p{M}])[${joining}])`;
const inWords = `${behindLetter}[\\u200c\\u200d]${beforeLetter}`;
/** Joiners between numbers or foreign words and their endings. */
const besideForeign = `${behindLetter}\\u200c(?=[\\p{N}\\p{Script=Latin}])|(?<=[\\p{N}\\p{Script=Latin}])\\u200c${beforeLetter}`;
/** After a virama, and after an Arabic heh, a joiner at the end of a word changes the shape of the letter. */
const atEnd = '(?<=[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u0647])\\u200d';
/** Joiners in one emoji, and the selector that turns a digit or sign into one. */
const inEmoji = '(?<=\\p{Extended_Pictographic}\\ufe0f?|\\p{Emoji_Modifier})\\u200d(?=\\p{Extended_Pictographic})';
/** The flag of a region: tag characters after a black flag. */
const regionalFlag = '\\u{1f3f4}[\\u{e0061}-\\u{e007a}]{2}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,3}\\u{e007f}';
const emojiStyle = '(?<=\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]|(?<=[0-9#*])\\ufe0f(?=\\u20e3)';
/** Selectors for the shape of a letter. */
const variants =
  '(?<=\\p{Script=Han})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]|(?<=\\p{Script=Mongolian})[\\u180b-\\u180f]';
const meant = [inWords, besideForeign, atEnd, regionalFlag, inEmoji, emojiStyle, variants].join('|');

const unseen = [
  '\\p{Cc}', // controls
  '\\p{Zl}\\p{Zp}', // line breaks
  '\\p{Cs}', // halves of characters
  '\\p{Co}\\p{Noncharacter_Code_Point}', // what every system takes for something else
  '\\p{Bidi_Control}', // what turns the direction of the text around it
  '\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffc', // what takes no place
].join('');
const found = new RegExp(`${meant}|([${unseen}])`, 'gu');

/**
 * Returns the first invisible or misleading character of a text: a control character, a bidirectional control, a character without width.
 * Joiners and variation selectors that their script needs do not count. Undefined if there is none.
 */
export function unseenIn(text: string): string | undefined {
  for (const [, character] of text.matchAll(found)) {
    if (character !== undefined) {
      return character;
    }
  }
  return undefined;
}

/** Returns a text without the characters that `unseenIn` finds. */
export function withoutUnseen(text: string): string {
  // Removing one can change the meaning of the next.
  const left = text.replaceAll(found, (all: string, character: string | undefined) =>
    character === undefined ? all : '',
  );
  return left === text ? text : withoutUnseen(left);
}
