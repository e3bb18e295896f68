import { replaceHidden } from '../../core/index.ts';
import { withoutSecrets } from '../without-secrets.ts';

/**
 * Returns a value as indented JSON with a final line break. Characters that a terminal or CI log could interpret are
 * written as `\u….`, which parses to the same text. Secrets are taken out of values of text.
 */
export function jsonText(value: unknown): string {
  const open = (_: string, part: unknown): unknown => (typeof part === 'string' ? withoutSecrets(part) : part);
  const json = replaceHidden(JSON.stringify(value, open, 2), (character) =>
    character === '\n'
      ? character
      : character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `${json.replaceAll('##', '#\\u0023')}\n`;
}
