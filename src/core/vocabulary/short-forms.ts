/** What the bundles write as one character each, from `first` on. Empty here; `npm run build` fills it (scripts/pack-languages.mjs). */
const shortForms: readonly string[] = [];

/** Returns a text of a bundle as it was before the build. */
export function expanded(text: string, forms = shortForms): string {
  return text.replace(/[\u0400-\u052f]/g, (sign) => forms[sign.charCodeAt(0) - 0x04_00] ?? sign);
}
