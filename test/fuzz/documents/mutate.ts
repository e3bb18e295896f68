import fc from 'fast-check';

/** One change of a text; places are shares of its length. */
interface Mutation {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly to: number;
  readonly piece: string;
}

const kinds = [
  'delete lines',
  'delete span',
  'repeat lines',
  'swap lines',
  'move lines',
  'insert piece',
  'insert piece on a line',
  'insert piece before lines',
  'splice',
  'truncate',
  'change line breaks',
  'mix line breaks',
] as const;

/** What is put in: odd characters, and pieces of markup that open or close something. */
const pieces = [
  '\0',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '\u200b',
  '\u0085',
  '\v',
  '\f',
  '\r',
  '\t',
  '\ud83d',
  '😀',
  'e\u0301',
  ' '.repeat(50),
  '```',
  '~~~',
  '````bash',
  '`',
  '<!--',
  '-->',
  '<!-- x -->',
  '<div>',
  '</div>',
  '<details>',
  '<pre>',
  '<script>',
  '<br>',
  '---',
  '***',
  '===',
  '+++',
  '...',
  '- ',
  '* ',
  '1. ',
  '> ',
  '>',
  '# ',
  '## ',
  '####### ',
  '    ',
  '\t\t',
  '- - - ',
  '> - ',
  '**',
  '__',
  '*',
  '_',
  '~~',
  '[',
  ']',
  '](',
  '[x]: y',
  '![',
  '|',
  '| --- |',
  '| a | b |\n| - | - |',
  '\\',
  '&amp;',
  '{{',
  '${x}',
  '## Impact',
  '## Timeline',
  '### Impact',
  '- ## Impact',
  '> ## Impact',
  '**Impact**: x',
  '- **Impact**: x',
  'Impact\n---',
  '# Impact',
  '- [ ] do it',
  '- 10:00 a',
  '10:00',
  '2024-01-01',
  'TODO',
  '*Describe the impact*',
  '$ rm -rf /a',
  '```bash\n$ ls\n```',
  'Severity: SEV-1',
  '<!-- runbook-lens-disable -->',
  '<!-- runbook-lens-disable-next-line -->',
  '<<<<<<< a',
  '=======',
  '>>>>>>> b',
  '---\na: [\n---',
];

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  piece: fc.constantFrom(...pieces),
});

/** One of some documents with some changes made. */
export function mutated(documents: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...documents),
      fc.constantFrom(...documents),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
    )
    .map(([text, other, mutations]) => mutations.reduce((now, each) => changed(now, other, each), text));
}

function changed(text: string, other: string, { kind, at, to, piece }: Mutation): string {
  const lines = text.split('\n');
  const from = Math.floor(Math.min(at, to) * lines.length);
  const until = Math.min(Math.floor(Math.max(at, to) * lines.length), from + 12);
  const offset = Math.floor(at * text.length);
  switch (kind) {
    case 'delete lines':
      return [...lines.slice(0, from), ...lines.slice(until)].join('\n');
    case 'delete span':
      return text.slice(0, offset) + text.slice(offset + Math.floor(to * 40));
    case 'repeat lines':
      return [...lines.slice(0, until), ...lines.slice(from)].join('\n');
    case 'swap lines':
      return lines.with(Math.min(from, lines.length - 1), lines[until] ?? '').join('\n');
    case 'move lines':
      return [...lines.slice(until), ...lines.slice(0, until)].join('\n');
    case 'insert piece':
      return text.slice(0, offset) + piece + text.slice(offset);
    case 'insert piece on a line':
      return lines.toSpliced(from, 0, piece).join('\n');
    case 'insert piece before lines':
      return lines.map((line, index) => (from <= index && index < until ? piece + line : line)).join('\n');
    case 'splice':
      return text.slice(0, offset) + other.slice(Math.floor(to * other.length));
    case 'truncate':
      return text.slice(0, offset);
    case 'change line breaks':
      return text.replace(/\r?\n/g, to < 0.5 ? '\r\n' : '\r');
    case 'mix line breaks':
      return lines.map((line, index) => line + (['\n', '\r\n', '\r'][Math.floor(index * to * 7) % 3] ?? '')).join('');
  }
}
