import { isPlaceholder } from '../vocabulary/placeholder.ts';

/** Returns whether a text has angle, curly or square brackets, like a blank to fill in. */
export function hasBrackets(text: string): boolean {
  const open = text.search(/[<{[]/);
  return open !== -1 && /[>}\]]/.test(text.slice(open));
}

/** Returns whether a text is a real value: not a placeholder, not a blank for a site generator or an author, and not "unknown". */
export function isStatement(text: string): boolean {
  return (
    text.trim() !== '' &&
    !isPlaceholder(text) &&
    // "dependabot[bot]" is a name.
    !hasBrackets(text.replaceAll('[bot]', '')) &&
    !/\$[A-Z({]/.test(text) &&
    !/\b(?:yyyy|dd|sev-?x)\b/i.test(text) &&
    !/^(?:n\/a|none|nobody|unknown|tb[acd]|to be \w+)\b/i.test(text)
  );
}
