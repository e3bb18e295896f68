/** Characters that shape emoji and letters of several scripts, although they cannot be seen. */
const shaping = String.raw`\u200C\u200D\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}`;

/** Control characters, line and paragraph separators, what turns the direction of text, what cannot be seen, and halves of characters. */
const hidden = new RegExp(
  String.raw`(?![${shaping}])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]`,
  'gu',
);

/**
 * A text for one line of anything that shows plain text: characters that could start a line, steer a terminal, turn the direction of
 * text or hide are shown as `\u….`. Letters of all scripts stay as they are.
 */
export function oneLine(text: string): string {
  return replaceHidden(text, escaped);
}

/** A text with each character that `oneLine` does not let through replaced. */
export function replaceHidden(text: string, replacement: (character: string) => string): string {
  return text.replace(hidden, replacement);
}

/**
 * The same for terminals and the logs of CI services, which take commands from what is printed (`::error::` at the beginning of a line,
 * `##[`, `##vso[` and `##teamcity[` anywhere): none works.
 */
export function logLine(text: string): string {
  // Names such as Foo::Bar are left alone.
  return withinLogLine(text).replace(/(?<![\p{L}\p{N}_]):(?=:)/gu, ': ');
}

/** The same for a part of a line that does not stand at its beginning. */
export function withinLogLine(text: string): string {
  return oneLine(text).replace(/##(?=\w*\[)/g, '## ');
}

/**
 * The same for the status bar, lists, trees and messages of an editor, which take `$(name)` for an icon and `[text](command:…)` for a
 * link: both are shown as they are written, with a space that breaks them. Line breaks and tabs become spaces.
 */
export function labelText(text: string): string {
  return oneLine(text.replace(/[\t\r\n]+/g, ' '))
    .replace(/\$(?=\([\w~-]*\))/g, '$ ')
    .replace(/\](?=\([a-z][\w+.-]*:)/gi, '] ');
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).padStart(4, '0');
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits}`;
}
