import { isPlaceholder } from '../vocabulary/placeholder.ts';

/** Whether something stands in angle, curly or square brackets, as what is to be filled in does. */
export function hasBrackets(text: string): boolean {
  const open = text.search(/[<{[]/);
  return open !== -1 && /[>}\]]/.test(text.slice(open));
}

/** Whether a text says something: no placeholder, nothing that a site generator or an author still has to fill in, and not that nothing is known. */
export function isStatement(text: string): boolean {
  return (
    text.trim() !== '' &&
    !isPlaceholder(text) &&
    !hasBrackets(text) &&
    !/\$[A-Z({]/.test(text) &&
    !/\b(?:yyyy|dd|sev-?x)\b/i.test(text) &&
    !/^(?:n\/a|none|nobody|unknown|tb[acd]|to be \w+)\b/i.test(text)
  );
}
