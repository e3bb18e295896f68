import { unseenIn } from './unseen.ts';

/** What stands for nothing at the beginning or end of a name; the braille pattern without dots is no white space by its class. */
const blank = '[\\s\\u2800]';
const blanks = new RegExp(`^${blank}*$`);
const beginsBlank = new RegExp(`^${blank}`);
const endsBlank = new RegExp(`(?:${blank}|\\.)$`);

/** Windows keeps these for devices, in any case and whatever ending they have. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9])$/;
/** By such a name Windows knows a file with a longer one too, such as `GIT~1` for `.git`. */
const shortName = /^(?=[^.]{1,8}(?:\.[^.]{0,3})?$)[^.]{1,7}~[0-9]+(?:\.|$)/;

const mostCharacters = 200;
/** Most systems count the bytes of a name, and this is their limit. */
const mostBytes = 255;

/** Why a name is not one to give to a folder or file, in words; undefined when it is. Names that any usual system cannot take are none. */
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
  // "AUX .md" is the device too.
  const [stem = ''] = plain.split('.', 1);
  if (device.test(stem.trimEnd())) {
    return `"${name}" is a name that Windows keeps for itself`;
  }
  if (shortName.test(plain)) {
    return `"${name}" is a name by which Windows may mean another file`;
  }
  return isTooLong(name) ? `a name in it is longer than ${mostCharacters} characters or ${mostBytes} bytes` : undefined;
}

/** Whether a name has more characters or bytes than a name may have. */
export function isTooLong(name: string): boolean {
  return name.length > mostCharacters || bytesOf(name) > mostBytes;
}

/** How many bytes a text has as UTF-8. */
export function bytesOf(text: string): number {
  return [...text].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}

/** A name as systems compare it that take no notice of case or of compatible characters, such as "COM¹" and "COM1". */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function describe(unseen: string): string {
  const code = `U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/\p{Cc}/u.test(unseen)) {
    return `a control character (${code})`;
  }
  if (/\p{Bidi_Control}/u.test(unseen)) {
    return `a character that turns the direction of the text (${code})`;
  }
  return /[\p{Zl}\p{Zp}]/u.test(unseen) ? `a line break (${code})` : `a character that cannot be seen (${code})`;
}
