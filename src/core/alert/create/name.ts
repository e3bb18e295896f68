/** How the words of an alert's name are joined in the name of its runbook. */
export type NameStyle = 'as-is' | 'kebab' | 'snake' | 'lower';

const longestName = 100;

/** Returns an alert's name without the parts that a template makes. */
export function knownName(name: string): string {
  const known = name
    .replace(/\{\{[^{}]*\}\}|\$\{[^{}]*\}/g, ' ')
    .replace(/\[\s*\]|\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(known) ? known : 'Alert';
}

/** Returns a name in lower case without what joins its words, to compare names in different styles. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Returns the style of a runbook's name; undefined if it has one word in small letters, which says nothing. */
export function styleOfName(stem: string): NameStyle | undefined {
  return /\p{L}_\p{L}/u.test(stem)
    ? 'snake'
    : /[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(stem)
      ? 'kebab'
      : /\p{Lu}/u.test(stem)
        ? 'as-is'
        : undefined;
}

/** Returns the name of a runbook without its ending: `disk-full` for the alert "DiskFull". */
export function runbookName(alert: string, style: NameStyle): string {
  const words = wordsOf(knownName(alert));
  const joined =
    style === 'kebab'
      ? words.join('-').toLowerCase()
      : style === 'snake'
        ? words.join('_').toLowerCase()
        : style === 'lower'
          ? words.join('').toLowerCase()
          : words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const short = [...joined].slice(0, longestName).join('').replace(/[-_]$/, '');
  return short === '' ? 'alert' : short;
}

/** The words of a name: "KubePVCFull" has three. */
function wordsOf(name: string): string[] {
  return (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((piece) =>
    piece.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u),
  );
}

/** Returns the words of a name as a sentence: "Disk full". */
export function spacedName(name: string): string {
  const [first = '', ...rest] = wordsOf(knownName(name));
  return [first, ...rest.map((word) => (/^\p{Lu}{2,}/u.test(word) ? word : word.toLowerCase()))].join(' ');
}
