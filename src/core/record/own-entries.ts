/** The beginnings of the entries that commands write beside what somebody typed; see `changes.ts`, `declare.ts`, `resolve.ts`. */
const own = [
  /^(?:Severity|Status) (?:changed from\b.+\bto\b|set to\b)/,
  /^Incident (?:declared|resolved)\b/,
  /\btakes the role of\b/,
  /\bhanded over (?:from\b.+\bto\b|to\b)/,
  /^Status update: /,
];

/**
 * Returns whether an entry of a timeline tells of the response itself, who led it and what was told to others, rather than of the system.
 */
export function isAboutTheResponse(text: string): boolean {
  return own.some((pattern) => pattern.test(text));
}
