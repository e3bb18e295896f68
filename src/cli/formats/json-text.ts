import { replaceHidden } from '../../core/index.ts';

/**
 * A value as indented JSON with a line break at the end. What a terminal or the log of a CI service could take for more than text is
 * written as `\u….`, which reads back the same.
 */
export function jsonText(value: unknown): string {
  const json = replaceHidden(JSON.stringify(value, undefined, 2), (character) =>
    character === '\n'
      ? character
      : character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `${json.replaceAll('##', '#\\u0023')}\n`;
}
