import { fieldNamed } from '../fields.ts';

/**
 * Returns whether front matter has a key: under this name, with dashes, spaces or underscores, or under another name for the same fact if
 * only one is expected ("owner_slack" for "owner").
 */
export function hasKey(present: readonly string[], key: string, expected: readonly string[]): boolean {
  const field = fieldNamed(key);
  const alone = field !== undefined && expected.filter((other) => fieldNamed(other) === field).length === 1;
  return present.some((other) => plain(other) === plain(key) || (alone && fieldNamed(other) === field));
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[\s-]+/g, '_');
}
