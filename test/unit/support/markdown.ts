import fc from 'fast-check';
import { vocabularyOf } from '../../../src/core/vocabulary/vocabulary.ts';

/** Texts without any structure, in every script, with line breaks, marks and unpaired halves of characters. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...' \t\n\r\n#*_`~-+=|>[]()<!>{}:.\\/1a\ufeff\u2028é😀'), maxLength: 200 }),
);

const words = fc.constantFrom(
  'queue',
  'Depth',
  'of',
  'the',
  'ingest',
  'worker',
  '🔥',
  ':fire:',
  'naïve',
  '数据库',
  'O(n)',
  '<id>',
  '$HOME',
  'C:\\x',
  '#tag',
  '**bold**',
  '`code`',
  '[link](https://example.org/a_b)',
  '![shot](s.png)',
  '&amp;',
  '\t',
  'TODO',
  '12:30',
  '2025-03-30',
  "it's",
  '--',
  '1.',
  '- [ ]',
);
const phrase = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));

/** Titles that mean something for a kind, in their usual spellings and with the decoration that teams add. */
function knownTitle(kind: 'runbook' | 'postmortem'): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...vocabularyOf(kind).map(([, name]) => name)),
      fc.constantFrom('', '🚨 ', '2. ', '**', ':warning: '),
      fc.constantFrom('', ' (UTC)', ':', '?', ' & detection'),
    )
    .map(
      ([name, before, after]) =>
        `${before}${name.charAt(0).toUpperCase()}${name.slice(1)}${after}${before === '**' ? '**' : ''}`,
    );
}
const anyTitle = fc.oneof(
  knownTitle('runbook'),
  knownTitle('postmortem'),
  phrase,
  fc.constantFrom('', 'Impact', 'Impact', 'Notes'),
);

const indent = fc.constantFrom('', '', '', ' ', '   ', '    ', '\t', '> ', '- ', '  - ', '1. ');
const fence = fc.constantFrom('```', '~~~', '````', '```bash', '``` yaml', '~~~~');

const piece = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(indent, fc.integer({ min: 1, max: 7 }), anyTitle)
      .map(([before, level, title]) => `${before}${'#'.repeat(level)} ${title}`),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(anyTitle, fc.constantFrom('===', '---', '-', '=')).map(([title, line]) => `${title}\n${line}`),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(indent, anyTitle, phrase).map(([before, title, text]) => `${before}**${title}**: ${text}`),
  },
  { weight: 1, arbitrary: fc.tuple(indent, anyTitle).map(([before, title]) => `${before}__${title}__`) },
  { weight: 3, arbitrary: fc.tuple(indent, phrase).map(([before, text]) => `${before}${text}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fence, phrase, fc.constantFrom('```', '~~~', '````', 'no end'))
      .map(([open, text, close]) => `${open}\n# ${text}\n${close}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anyTitle, fc.constantFrom('-->', '--', ''))
      .map(([text, close]) => `<!-- ${text}\n## ${text}\n${close}`),
  },
  { weight: 1, arbitrary: phrase.map((text) => `| a | b |\n| --- | --- |\n| ${text} |  |`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<details>',
      '</details>',
      '<pre>',
      '</pre>',
      '<br>',
      '<script>',
      '<img src="a.png">',
      '{% raw %}',
      '[a]: https://example.org',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '---',
      '***',
      '+++',
      '...',
      'TODO',
      '- TBD',
      '…',
      '$ kubectl get pods',
      '    indented code',
      '\t- deep',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('', '', '\t', '   ') },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 3000 }).map((length) => 'a b*_[`'.repeat(length / 7)) },
);

const frontMatter = fc.constantFrom(
  '',
  '',
  '',
  '---\ntitle: A title\nseverity: SEV-2\n---\n',
  '---\ntitle: [broken\n---\n',
  '---\n- a\n- b\n---\n',
  '+++\ntitle = "x"\n+++\n',
  '---\ntitle: never closed\n',
  '---\nowner: &me [*me]\n---\n',
  '---\n---\n',
  '---\ntitle: x\n...\n',
  '---\nTitle: 12\nservices: {a: 1}\n---',
  '---\n\tbad: tab\n---\n',
  '---\ndate: 2025-02-30\nstart_time: 2025-02-27T10:00:00Z\n---\n',
);

const lineBreaks = fc.constantFrom<readonly string[]>(['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']);

/** Markdown as nobody would write it on purpose: every construct in every place, some of them never closed. */
export const wildMarkdown = fc
  .tuple(
    fc.constantFrom('', '', '\ufeff'),
    frontMatter,
    fc.array(piece, { maxLength: 14 }),
    fc.constantFrom('\n', '\n', '\n\n'),
    lineBreaks,
  )
  .map(([mark, front, pieces, joint, breaks]) => withBreaks(`${mark}${front}${pieces.join(joint)}`, breaks));

/** Each line break replaced by the given ones in turn. */
export function withBreaks(text: string, breaks: readonly string[]): string {
  let turn = 0;
  return text.replace(/\n/g, () => {
    turn += 1;
    return breaks[turn % breaks.length] ?? '\n';
  });
}

const body = fc.constantFrom(
  '',
  '',
  'TODO',
  'To be added.',
  'The queue grows until the disk is full.',
  '1. Stop the worker.\n2. Start it again.\n3. Wait.',
  '```bash\nkubectl get pods\n```',
  '- 10:00 alert\n- 10:05 page\n- 10:20 fixed',
  '### Details\n\nSome more text.',
  '### Deeper\n',
  '<!-- what to write -->',
  '| Time | Event |\n| --- | --- |\n| 10:00 | down |',
  '> quoted\n> ## Impact',
  '- **Impact**: none\n- **Root cause**: disk\n  and more',
  '**Detection**: by a user',
  '* item\n\n  para in item\n\n  - nested',
  '    indented',
  '<details>\n<summary>More</summary>\n\ntext\n\n</details>',
  '```\nnever closed',
  '<!-- never closed',
  'a\n\n---\n\nb',
  'Line one\nline two',
  '<pre>\nx',
  'text\n\n\n\n',
);

/** A runbook or postmortem as a team might have written it: a title, some usual sections, most of them well-formed. */
export function plausibleDocument(kind: 'runbook' | 'postmortem'): fc.Arbitrary<string> {
  const title = fc.constantFrom(
    '# Queue is full\n\n',
    '# Queue is full\nThe queue is full.\n\n',
    'Queue\n=====\n\n',
    '',
    'Some text first.\n\n',
    '## Queue\n\n',
  );
  const section = fc
    .tuple(
      fc.constantFrom('heading', 'heading', 'heading', 'heading', 'setext', 'label', 'item'),
      fc.constantFrom(2, 2, 2, 2, 3, 1),
      fc.oneof({ weight: 6, arbitrary: knownTitle(kind) }, { weight: 1, arbitrary: phrase }),
      body,
      fc.constantFrom('\n\n', '\n\n', '\n'),
    )
    .map(([style, level, name, text, joint]) => {
      switch (style) {
        case 'setext':
          return `${name}\n---${joint}${text}`;
        case 'label':
          return `**${name.replaceAll('*', '')}:** ${text}`;
        case 'item':
          return `- **${name.replaceAll('*', '')}**: ${text}`;
        default:
          return `${'#'.repeat(level)} ${name}${joint}${text}`;
      }
    });
  return fc
    .tuple(
      fc.constantFrom('', '', '\ufeff'),
      frontMatter,
      title,
      fc.array(section, { maxLength: 7 }),
      fc.constantFrom('\n', '\n\n'),
      fc.constantFrom('', '\n', '\n\n'),
      fc.constantFrom('\n', '\r\n', '\r'),
    )
    .map(([mark, front, head, sections, joint, end, eol]) =>
      withBreaks(`${mark}${front}${head}${sections.join(joint)}${end}`, [eol]),
    );
}
