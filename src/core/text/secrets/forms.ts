/** Classes of characters, as they stand in a pattern between brackets. */
const classes: Readonly<Record<string, string>> = {
  h: String.raw`\da-f`,
  l: String.raw`\da-z`,
  u: String.raw`\dA-Z`,
  a: String.raw`\dA-Za-z`,
  // Of base64 in URLs; with dots; of base64, with its end; of both; of what HTTP and Azure take.
  w: String.raw`\w-`,
  d: String.raw`\w.-`,
  b: String.raw`\d+/A-Za-z`,
  x: String.raw`\w+/=-`,
  s: String.raw`\w.~+/%-`,
};

/**
 * Returns the sticky pattern of a form; see `shapes.ts`. A value ends where its class ends: what goes on, save emphasis, is something else. All counts have
 * a bound, and neighbouring parts share no character, so a match takes time in proportion to its length.
 */
export function patternOf(form: string): RegExp {
  let last = '';
  const parts = form.split(' ').map((part) => {
    const [, name = '', least = '', most = least] = /^([a-z])(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    last = name;
    return name === '' ? part.replaceAll(/[./]/g, String.raw`\$&`) : `[${classes[name]}]{${least},${most}}`;
  });
  const end: Readonly<Record<string, string>> = {
    b: String.raw`={0,2}(?![\w+/=])`,
    s: String.raw`={0,2}(?<!\.)(?![\w=~+/%$<{(-])`,
    d: String.raw`(?<!\.)(?![\w-])`,
    x: String.raw`(?![\w+/=-])`,
  };
  return new RegExp(parts.join('') + (end[last] ?? String.raw`(?!(?!_{1,2}(?![\w-]))[\w-])`), 'y');
}
