/** Invisible characters that emoji and the letters of several scripts need. */
const shaping = String.raw`\u200C\u200D\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}`;

/** Control characters, line and paragraph separators, bidirectional controls, invisible characters and lone surrogates. */
const hidden = new RegExp(
  String.raw`(?![${shaping}])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]`,
  'gu',
);

/**
 * Returns a text that is safe on one line of plain text. Characters that start a line, control a terminal, change the text direction or
 * are invisible are shown as `\u….`. Letters of all scripts stay.
 */
export function oneLine(text: string): string {
  return replaceHidden(text, escaped);
}

/** Returns a text in which each character that `oneLine` does not allow is replaced. */
export function replaceHidden(text: string, replacement: (character: string) => string): string {
  return text.replace(hidden, replacement);
}

/**
 * Like `oneLine`, for terminals and the logs of CI services. They run commands in the output (`::error::` at the start of a line, `##[`,
 * `##vso[` and `##teamcity[` anywhere). None of these works.
 */
export function logLine(text: string): string {
  // Names such as Foo::Bar are left alone.
  return withinLogLine(text).replace(/(?<![\p{L}\p{N}_]):(?=:)/gu, ': ');
}

/** Like `logLine`, for a part of a line that is not at its start. */
export function withinLogLine(text: string): string {
  return oneLine(text).replace(/##(?=\w*\[)/g, '## ');
}

/**
 * Like `oneLine`, for the status bar, lists, trees and messages of an editor. They take `$(name)` for an icon and `[text](command:…)` for
 * a link. Both are shown literally, with a space that breaks them. Line breaks and tabs become spaces.
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
