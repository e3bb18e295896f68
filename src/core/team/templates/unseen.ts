/**
 * Scripts that write words with joiners between their letters, which are not seen themselves and make a difference there: Persian,
 * Kurdish, Hindi, Sinhala and others.
 */
const joining =
  'Arab Syrc Mong Nkoo Adlm Rohg Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt Bali Java Newa Tirh'
    .split(' ')
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join('');
const behindLetter = `(?<=(?=[\\p{L}\\p{M}])[${joining}])`;
const beforeLetter = `(?=(?=[\\p{L}\\p{M}])[${joining}])`;
const inWords = `${behindLetter}[\\u200c\\u200d]${beforeLetter}`;
/** Numbers and foreign words are joined to endings, and endings to them. */
const besideForeign = `${behindLetter}\\u200c(?=[\\p{N}\\p{Script=Latin}])|(?<=[\\p{N}\\p{Script=Latin}])\\u200c${beforeLetter}`;
/** Behind a sign that takes a vowel away, and behind an Arabic heh, a joiner makes another shape of the letter at the end of a word too. */
const atEnd = '(?<=[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u0647])\\u200d';
/** The parts of one emoji, and what says that a digit or sign is meant as one. */
const inEmoji = '(?<=\\p{Extended_Pictographic}\\ufe0f?|\\p{Emoji_Modifier})\\u200d(?=\\p{Extended_Pictographic})';
/** The flag of a part of a country: its letters behind a black flag, and an end. */
const regionalFlag = '\\u{1f3f4}[\\u{e0061}-\\u{e007a}]{2}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,3}\\u{e007f}';
const emojiStyle = '(?<=\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]|(?<=[0-9#*])\\ufe0f(?=\\u20e3)';
/** Which shape of a letter is meant. */
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
 * The first character of a text that cannot be seen, or makes the text look like another one: a control character, one that turns the
 * direction of what follows, one that takes no place. Joiners and variants that their script needs are none.
 */
export function unseenIn(text: string): string | undefined {
  for (const [, character] of text.matchAll(found)) {
    if (character !== undefined) {
      return character;
    }
  }
  return undefined;
}

/** A text without the characters that `unseenIn` tells of. */
export function withoutUnseen(text: string): string {
  // What stood around a removed one may give the next another meaning.
  const left = text.replaceAll(found, (all: string, character: string | undefined) =>
    character === undefined ? all : '',
  );
  return left === text ? text : withoutUnseen(left);
}
