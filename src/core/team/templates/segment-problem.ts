import { unseenIn } from './unseen.ts';

/** A blank character at the start or end of a name. The empty braille pattern is not white space in Unicode. */
const blank = '[\\s\\u2800]';
const blanks = new RegExp(`^${blank}*$`);
const beginsBlank = new RegExp(`^${blank}`);
const endsBlank = new RegExp(`(?:${blank}|\\.)$`);

/** Reserved device names on Windows, in any case and with any extension. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9])$/;
/** Short names on Windows, such as `GIT~1` for `.git`. */
const shortName = /^(?=[^.]{1,8}(?:\.[^.]{0,3})?$)[^.]{1,7}~[0-9]+(?:\.|$)/;

/** Characters that look like a slash, in addition to compatibility characters. Letters that resemble one do not count. */
const slashLike = '\\u2044\\u2215\\u2216\\u2571\\u2572\\u27cb\\u27cd\\u29f5\\u29f8\\u29f9\\u2afb\\u2afd\\u31d3\\u31d4';
const isSlashLike = new RegExp(`[${slashLike}]`);
/**
 * The beginning of a path that looks like a drive: a letter and a character like a colon. Before Japanese and similar
 * text it is a heading.
 */
const drive = /^\p{Script=Latin}[:\u02d0\u2236\ua789](?=[\p{ASCII}]|$)/u;
/** Names of only dots lead to parent folders. */
const dots = /^[.\u0701\u0702\ua4f8\ua60e]+$/;

const mostCharacters = 200;
/** Limit of most file systems, in bytes. */
const mostBytes = 255;

/** Returns why a name is not valid for a folder or file; undefined if it is. Names that any common system refuses are not valid. */
export function segmentProblem(name: string): string | undefined {
  const unseen = unseenIn(name);
  if (unseen !== undefined) {
    return `it contains ${describe(unseen)}`;
  }
  if (blanks.test(name)) {
    return 'a folder or file name in it is empty or ends with a dot or space';
  }
  if (endsBlank.test(name)) {
    return `"${name}" ends with a dot or space`;
  }
  if (beginsBlank.test(name)) {
    return `"${name}" begins with a space`;
  }
  // Windows forbids these, and a repository is often used there too.
  const forbidden = [...name].find((character) => '<>:"|?*'.includes(character));
  if (forbidden !== undefined) {
    return `it contains the character ${forbidden}`;
  }
  const plain = plainName(name);
  const likeSlash = [...name].find(isLikeSlash);
  if (likeSlash !== undefined) {
    return `it contains the character ${likeSlash}, which looks like a slash`;
  }
  if (dots.test(plain)) {
    return `"${name}" looks like "." or ".." as a folder`;
  }
  if (drive.test(plain)) {
    return `"${name}" looks like a drive name`;
  }
  // "AUX .md" is the device too.
  const [stem = ''] = plain.split('.', 1);
  if (device.test(stem.trimEnd())) {
    return `"${name}" is a reserved name on Windows`;
  }
  if (shortName.test(plain)) {
    return `"${name}" can be the short name of another file on Windows`;
  }
  return isTooLong(name) ? `a name in it is longer than ${mostCharacters} characters or ${mostBytes} bytes` : undefined;
}

/** Returns whether a character, or its compatibility form, looks like a slash or backslash. */
export function isLikeSlash(character: string): boolean {
  return isSlashLike.test(character) || /[/\\]/.test(character.normalize('NFKC'));
}

/** Returns a text changed so that it does not begin like a drive. */
export function withoutDrive(text: string): string {
  return drive.test(plainName(text)) ? text.replace(/^(.)./u, '$1 ') : text;
}

/** Returns whether a name is too long, in characters or bytes. */
export function isTooLong(name: string): boolean {
  return name.length > mostCharacters || bytesOf(name) > mostBytes;
}

/** Returns the length of a text in UTF-8 bytes. */
export function bytesOf(text: string): number {
  return [...text].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}

/** Returns a name as case-insensitive systems compare it, with compatibility characters replaced: "COM¹" equals "COM1". */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function describe(unseen: string): string {
  const code = `U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/\p{Cc}/u.test(unseen)) {
    return `a control character (${code})`;
  }
  if (/\p{Bidi_Control}/u.test(unseen)) {
    return `a character that changes the text direction (${code})`;
  }
  return /[\p{Zl}\p{Zp}]/u.test(unseen) ? `a line break (${code})` : `an invisible character (${code})`;
}
