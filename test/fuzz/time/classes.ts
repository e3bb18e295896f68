// Texts that are bad for readers: each class is a piece of text repeated in one form, in one place of a document.

/** One class of texts; `text` gives one of about `size` UTF-16 units. */
export interface TextClass {
  readonly name: string;
  text(size: number): string;
}

/** Pieces by name. What is repeated is the second of each pair, or what the function gives for a turn. */
type Unit = string | ((turn: number) => string);

const characters: ReadonlyArray<readonly [string, string]> = [
  ['space', ' '],
  ['tab', '\t'],
  ['no-break space', '\u00a0'],
  ['em space', '\u2003'],
  ['ideographic space', '\u3000'],
  ['byte order mark', '\ufeff'],
  ['zero-width space', '\u200b'],
  ['zero-width joiner', '\u200d'],
  ['soft hyphen', '\u00ad'],
  ['line separator', '\u2028'],
  ['paragraph separator', '\u2029'],
  ['next line', '\u0085'],
  ['vertical tab', '\v'],
  ['form feed', '\f'],
  ['carriage return', '\r'],
  ['line feed', '\n'],
  ['NUL', '\0'],
  ...[...'*_`~-=+#><[](){}|!\\:.,;\'"/@$&%^?0aZé'].map((each) => [each, each] as const),
  ['emoji', '😀'],
  ['family emoji', '👩‍👩‍👧'],
  ['combining mark', '\u0301'],
  ['CJK', '数'],
  ['fullwidth colon', '：'],
  ['en dash', '–'],
  ['ellipsis', '…'],
  ['quotation mark', '“'],
  ['guillemet', '«'],
  ['half of a character', '\ud83d'],
];

const units: ReadonlyArray<readonly [string, Unit]> = [
  ...characters,
  // Alternations.
  ...[
    'a ',
    ' a',
    'a\u00a0',
    'a\t',
    '* ',
    '_ ',
    '- ',
    '> ',
    '# ',
    '+ ',
    '1. ',
    '=-',
    '*a*',
    '**a** ',
    '**a ',
    '*a _b ',
    '_a_',
    '__a ',
    '***a ',
    '*a**',
    '**a*',
    'a**b*c',
    '~~a ',
    '~~a~~',
    '`a` ',
    '`a',
    '``a` ',
    '[a](b)',
    '[a](',
    '[a](<',
    '[a](b "',
    '[a][',
    '[a][b] ',
    '[a]',
    '[a',
    '![',
    '![a](b)',
    '[[',
    '[[a]]',
    '](',
    '][',
    '](a',
    '[](',
    '[x] ',
    '[ ] ',
    '[^1]',
    '\\[',
    '\\`',
    '\\\\',
    '\\<',
    '<a ',
    '<a>',
    '<a b="',
    "<a b='c' ",
    '</a>',
    '</a',
    '<div>',
    '<details>',
    '<br>',
    '<b',
    '<!-- ',
    '<!--->',
    '<!-->',
    '<!--x',
    '<!-- x -->',
    '--> ',
    '<!--x--',
    '<?',
    '<?x?>',
    '<!A',
    '<![CDATA[',
    ']]>',
    '<http:',
    '<http://a>',
    '<a@b.c>',
    '&amp;',
    '&#',
    '&#39;',
    '&lt;',
    '&a',
    'http://',
    'https://a.b/c ',
    'https://a.b/c(',
    'https://a.b/c_d_',
    'www.',
    'www.a.b/?',
    'a@b.c ',
    'a@b.',
    'a.b.',
    'a-b_c',
    '{{',
    '}}',
    '{{ a }} ',
    '{{A',
    '${',
    '${x} ',
    '${title}',
    '{% ',
    '{% raw %}',
    '{#a',
    '<a|',
    '(a',
    '(a)',
    '(*a',
    '"a',
    '"a" ',
    '‘a',
    '“a',
    '%20',
    '%',
    '$a',
    '$(',
    ':a',
    ':a:',
    ': ',
    ' :',
    'a: ',
    'a:b|',
    '| ',
    '|a',
    '| a ',
    '|-',
    '|:-',
    ', ',
    'a, ',
    'a; ',
    ' and ',
    'a & ',
    ' - ',
    ' – ',
    '. ',
    '...',
    '… ',
    '? ',
    '! ',
    'a. ',
    'Aa ',
    'Aa. ',
    // What the product itself reads.
    'Severity: ',
    '**Severity:** ',
    '**Severity:** SEV-1 ',
    '- **x**: ',
    'Owner: a ',
    'Status: ',
    '10:00 ',
    '10:00',
    '10:00-',
    '10:00 - 10:30 ',
    '10:00 UTC ',
    '10h ',
    '10.',
    '1:1:',
    '2024-01-01 ',
    '2024-01-01T10:00:00Z ',
    '2024-',
    '01/02/2024 ',
    '1 January 2024 ',
    'January ',
    'Jan 1 ',
    'January 1, ',
    '12 ',
    '12am ',
    'UTC ',
    'UTC+1 ',
    'Europe/Berlin ',
    'EST/',
    '~10:00 ',
    '2 hours ',
    '2h 3m ',
    '30 minutes and ',
    'from ',
    'duration ',
    '@a ',
    '@a, ',
    '@',
    'Owner: @a ',
    '(@a) ',
    'due ',
    'due: 2024-01-01 ',
    'by Friday ',
    'ABC-123 ',
    'ABC-',
    '#123 ',
    '[ABC-1](https://a.b/ABC-1) ',
    'deadbeef ',
    '0123456789abcdef',
    '[ ] a ',
    '- [ ] a ',
    '- [x] a @b ',
    'TODO ',
    'TBD: ',
    'TODO, ',
    '<title> ',
    '<describe ',
    '[Add ',
    '[add a] ',
    '[name]',
    '___ ',
    'lorem ipsum ',
    'replace this text ',
    'YYYY-MM-DD ',
    'YYYY-',
    'HH:MM ',
    'SEV-X ',
    'describe ',
    'please describe ',
    'what ',
    'why? ',
    '*describe ',
    '(describe ',
    '<!-- runbook-lens-disable-next-line ',
    '<!-- runbook-lens-disable-line missing-section -->',
    '<!-- runbook-lens-disable-next-line blameful-language -->',
    '<!-- runbook-lens-disable -->',
    '<!-- runbook-lens-enable -->',
    '<!-- runbook-lens-',
    '<<<<<<< ',
    '======= ',
    '>>>>>>> ',
    '$ ls ',
    '$ ',
    '# rm ',
    'rm -rf ',
    'rm -rf /a ',
    'rm ',
    'sudo ',
    'sudo -u a ',
    'kubectl ',
    'kubectl delete ',
    'kubectl exec ',
    'kubectl exec -- ',
    'kubectl delete ns a; ',
    '`rm -rf /a` ',
    'Run `rm -rf /a`. ',
    'ssh ',
    'ansible ',
    'docker compose ',
    'curl -X ',
    'curl -X DELETE ',
    'DELETE FROM a ',
    'DROP TABLE ',
    'DROP TABLE a; ',
    'aws ',
    'git push ',
    'xargs ',
    'a=b ',
    'a="b ',
    '; ',
    '&& ',
    '| a ',
    'a@b:~$ ',
    'PS ',
    'PS C:\\> ',
    '<<EOF ',
    "<<'a ",
    '\\ ',
    '/* ',
    '/* a */',
    '-- ',
    'human error ',
    'the engineer ',
    'the engineer forgot to ',
    'the engineer had ',
    'someone should have ',
    'somebody ',
    'John ',
    'John forgot to ',
    'due to ',
    'the new junior ',
    'careless ',
    'der Mitarbeiter ',
    'was ',
    'see ',
    'moved to ',
    'refer ',
    'root cause: ',
    'See [a](../runbooks/a.md) ',
    '[a](../a.md) ',
    '[a](#b)',
    '../',
    'a/b ',
    'warning ',
    '⚠ ',
    'it will ',
    'i ',
    '1.1.',
    'iv. ',
    'step ',
    ' of a',
  ].map((unit) => [unit, unit] as const),
  // Pieces that change from turn to turn.
  ['growing backticks', (turn) => `${'`'.repeat(turn % 400)} `],
  ['growing stars', (turn) => `${'*'.repeat(turn % 400)}a`],
  ['growing tildes', (turn) => `${'~'.repeat(turn % 400)} `],
  ['growing brackets', (turn) => `${'['.repeat(turn % 400)}a${']'.repeat(turn % 400)} `],
  ['growing dashes', (turn) => `${'-'.repeat(turn % 400)} `],
  ['different words', (turn) => `word${turn} `],
  ['different labels', (turn) => `**Label ${turn}:** x `],
  ['different keys', (turn) => `key${turn}: value `],
  ['different references', (turn) => `[a][b${turn}] `],
  ['different clocks', (turn) => `${clock(turn)} `],
  ['clocks that run backwards', (turn) => `${clock(100_000 - turn)} `],
  ['different dates', (turn) => `${date(turn)} `],
  ['different people', (turn) => `@person${turn} `],
  ['different tickets', (turn) => `ABC-${turn} `],
  ['different links', (turn) => `[a](b${turn}.md) `],
  ['different tags', (turn) => `<a${turn}>`],
  ['different anchors', (turn) => `&a${turn} [*a${turn - 1}] `],
];

function clock(turn: number): string {
  const minutes = turn % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function date(turn: number): string {
  return new Date(Date.UTC(2020, 0, 1 + (turn % 2000))).toISOString().slice(0, 10);
}

/** Pieces repeated until a text has its size. */
function repeat(unit: Unit, size: number, joint = ''): string {
  const parts: string[] = [];
  let length = 0;
  for (let turn = 0; length < size; turn += 1) {
    const part = `${typeof unit === 'string' ? unit : unit(turn)}${joint}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** A unit repeated to a text of a given size. */
type Form = (unit: Unit, size: number) => string;

const forms: Readonly<Record<string, Form>> = {
  'in one line': (unit, size) => repeat(unit, size),
  'on lines of its own': (unit, size) => repeat(unit, size, '\n'),
  'in paragraphs of its own': (unit, size) => repeat(unit, size, '\n\n'),
  'in long lines': (unit, size) => repeat(repeat(unit, Math.min(size / 4, 1500)), size, '\n'),
  'in long paragraphs': (unit, size) => repeat(repeat(unit, Math.min(size / 4, 5000), '\n'), size, '\n\n'),
  'behind a letter, in one line': (unit, size) => `a${repeat(unit, size)}b`,
};

/** The text where it is to be found, as a whole. */
type Place = (text: string) => string;

function eachLine(begin: string, text: string, rest = begin): string {
  return `${begin}${text.replaceAll('\n', `\n${rest}`)}`;
}

const head = '# A title\n\n**Severity:** SEV-2\n\n## Summary\n\nThe queue was full.\n\n';
const tail = '\n\n## Lessons learned\n\nNone.\n';

const places: Readonly<Record<string, Place>> = {
  alone: (text) => text,
  'at the end of a document': (text) => `${head}${text}`,
  'in a section': (text) => `${head}## Impact\n\n${text}${tail}`,
  'in a title': (text) => `# ${text}\n\nText\n`,
  'in headings': (text) => `${head}${eachLine('## ', text)}${tail}`,
  'in a label': (text) => `# A title\n\n${eachLine('**Severity:** ', text)}\n\n## Impact\n\nNone\n`,
  'in a label’s name': (text) => `# A title\n\n**${text}:** x\n\n## Impact\n\nNone\n`,
  'in a list': (text) => `${head}## Impact\n\n${eachLine('- ', text)}${tail}`,
  'in an item': (text) => `${head}## Impact\n\n${eachLine('- ', text, '  ')}${tail}`,
  'in numbered steps': (text) => `${head}## Steps\n\n${eachLine('1. ', text)}${tail}`,
  'in a quotation': (text) => `${head}## Impact\n\n${eachLine('> ', text)}${tail}`,
  'in a cell': (text) => `${head}| Field | Value |\n| --- | --- |\n${eachLine('| Severity | ', text)} |${tail}`,
  'in a table’s header': (text) => `${head}| ${text} |\n| --- | --- |\n| a | b |${tail}`,
  'in a code block': (text) => `${head}## Steps\n\n\`\`\`bash\n${text}\n\`\`\`${tail}`,
  'in commands behind prompts': (text) => `${head}## Steps\n\n\`\`\`\n${eachLine('$ ls ', text)}\n\`\`\`${tail}`,
  'in code blocks': (text) =>
    `${head}## Steps\n\n${text
      .split('\n')
      .map((line) => `\`\`\`sh\n$ rm -rf ${line}\n\`\`\`\n`)
      .join('\n')}${tail}`,
  'in SQL': (text) => `${head}## Steps\n\n\`\`\`sql\n${text}\n\`\`\`${tail}`,
  'in indented code': (text) => `${head}## Steps\n\n${eachLine('    ', text)}${tail}`,
  'in a block never closed': (text) => `${head}## Steps\n\n\`\`\`\n${text}`,
  'in a comment': (text) => `${head}<!-- ${text} -->${tail}`,
  'in a comment never closed': (text) => `${head}<!-- ${text}`,
  'in HTML': (text) => `${head}<div>${text}</div>${tail}`,
  'in an attribute': (text) => `${head}a <b c="${text}"> d${tail}`,
  'in a link': (text) => `${head}[${text}](b)${tail}`,
  'in a destination': (text) => `${head}[a](${text})${tail}`,
  'in italics': (text) => `${head}## Impact\n\n*${text}*${tail}`,
  'in brackets': (text) => `${head}## Impact\n\n[${text}]${tail}`,
  'in inline code': (text) => `${head}Run \`${text}\`.${tail}`,
  'in a front matter value': (text) => `---\ntitle: ${text}\n---\n${head}`,
  'in a quoted front matter value': (text) => `---\ntitle: "${text}"\n---\n${head}`,
  'in front matter': (text) => `---\n${text}\n---\n${head}`,
  'in a front matter list': (text) => `---\nservices:\n${eachLine('  - ', text)}\n---\n${head}`,
  'in a block scalar': (text) => `---\ntitle: |\n${eachLine('  ', text)}\n---\n${head}`,
  'in front matter never closed': (text) => `---\n${text}`,
  'in a YAML block': (text) => `# A title\n\n\`\`\`yaml\n${text}\n\`\`\`\n`,
  'in a timeline': (text) => `${head}## Timeline (UTC)\n\n${eachLine('- 10:00 ', text)}${tail}`,
  'in a timeline’s entry': (text) => `${head}## Timeline\n\n${eachLine('- 10:00 ', text, '  ')}${tail}`,
  'in a timeline as it stands': (text) => `${head}## Timeline\n\n${text}${tail}`,
  'in a timeline of paragraphs': (text) => `${head}## Timeline\n\n${eachLine('**10:00** – ', text)}${tail}`,
  'in a timeline of headings': (text) => `${head}## Timeline\n\n${eachLine('### 10:00 ', text)}${tail}`,
  'in a timeline’s table': (text) =>
    `${head}## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n${eachLine('| 10:00 | ', text)} |${tail}`,
  'in a timeline’s time': (text) => `${head}## Timeline\n\n| Time | Event |\n| --- | --- |\n| ${text} | a |${tail}`,
  'in action items': (text) => `${head}## Action items\n\n${eachLine('- [ ] ', text)}${tail}`,
  'in an action item': (text) => `${head}## Action items\n\n${eachLine('- [ ] Do it ', text, '  ')}${tail}`,
  'in action items as they stand': (text) => `${head}## Action items\n\n${text}${tail}`,
  'in a table of action items': (text) =>
    `${head}## Action items\n\n| Action | Owner | Due | Ticket |\n| --- | --- | --- | --- |\n${eachLine('| Do ', text)} | @a | 2024-01-01 | |${tail}`,
  'in an owner’s cell': (text) =>
    `${head}## Action items\n\n| Action | Owner | Due |\n| --- | --- | --- |\n| Do it | ${text} | ${text} |${tail}`,
};

/** Structures that grow in another way than by repetition in a place. */
const structures: ReadonlyArray<readonly [string, (size: number) => string]> = [
  ['one deep quotation', (size) => `${'>'.repeat(size)} a`],
  ['deep quotations on many lines', (size) => repeat(`${'> '.repeat(Math.sqrt(size / 2))}a\n`, size)],
  ['one line of list markers', (size) => `${'- '.repeat(size / 2)}a`],
  ['one line of numbers', (size) => `${'1. '.repeat(size / 3)}a`],
  ['one line of markers and quotations', (size) => `${'> - '.repeat(size / 4)}a`],
  ['lines of twenty markers', (size) => repeat(`${'- '.repeat(20)}a\n`, size)],
  ['lines of twenty quotations', (size) => repeat(`${'> '.repeat(20)}a\n`, size)],
  ['a list that goes deeper', (size) => steps(size, (depth) => `${'  '.repeat(depth)}- a\n`)],
  ['a list that goes deeper, with blank lines', (size) => steps(size, (depth) => `${'  '.repeat(depth)}- a\n\n`)],
  ['numbers that go deeper', (size) => steps(size, (depth) => `${'   '.repeat(depth)}1. a\n`)],
  ['quotations that go deeper', (size) => steps(size, (depth) => `${'>'.repeat(depth)} a\n`)],
  ['lists twenty deep', (size) => repeat((turn) => `${'  '.repeat(turn % 20)}- a\n`, size)],
  ['lists in quotations', (size) => repeat((turn) => (turn % 2 === 0 ? '> - a\n' : '- > a\n'), size)],
  ['a list in which one item is long', (size) => `- a\n${repeat('  b\n', size)}- c\n`],
  ['an item of many paragraphs', (size) => `- a\n\n${repeat('  b\n\n', size)}- c\n`],
  ['an item of many blocks', (size) => `- a\n\n${repeat('  ```\n  b\n  ```\n\n', size)}- c\n`],
  ['items with blank lines', (size) => repeat('- a\n\n', size)],
  ['items of several paragraphs', (size) => repeat('- a\n\n  b\n\n', size)],
  ['lists of changing markers', (size) => repeat((turn) => `${['-', '*', '+'][turn % 3]} a\n`, size)],
  ['lists in quotations with lazy lines', (size) => repeat('> - a\nb\n', size)],
  ['quotations in quotations with lazy lines', (size) => repeat('> > a\nb\n', size)],
  ['quotations with lazy lines', (size) => repeat('> a\nb\n', size)],
  ['quotations and lists in turn', (size) => repeat('> a\n- b\n', size)],
  ['an item of lines with stars', (size) => `- a\n${repeat('  *b*\n', size)}- c\n`],
  ['an item of lines with tags', (size) => `- a\n${repeat('  <b c\n', size)}- c\n`],
  ['an item of lines with brackets', (size) => `- a\n${repeat('  [b\n', size)}- c\n`],
  ['an item of lines with code', (size) => `- a\n${repeat('  b\n       c\n', size)}- c\n`],
  ['an item of lazy lines', (size) => `- a\n${repeat('b\n', size)}`],
  ['items without text', (size) => repeat('-\n', size)],
  ['headings', (size) => repeat((turn) => `## Heading ${turn}\n\ntext\n\n`, size)],
  ['headings of one title', (size) => repeat('## Impact\n\ntext\n\n', size)],
  ['headings of section names', (size) => repeat((turn) => `## ${names[turn % names.length]}\n\ntext\n\n`, size)],
  ['empty sections', (size) => repeat((turn) => `## ${names[turn % names.length]}\n\n`, size)],
  ['empty sections of other names', (size) => repeat((turn) => `## Heading ${turn}\n\n`, size)],
  ['headings of all levels', (size) => repeat((turn) => `${'#'.repeat(1 + (turn % 6))} Heading ${turn}\n\n`, size)],
  ['first headings', (size) => repeat((turn) => `# Heading ${turn}\n\ntext\n\n`, size)],
  ['underlined headings', (size) => repeat('Impact\n======\n\n', size)],
  ['underlines', (size) => repeat('===\n---\n', size)],
  ['labels of section names', (size) => repeat((turn) => `**${names[turn % names.length]}:** x\n\n`, size)],
  ['labels in items', (size) => repeat((turn) => `- **${names[turn % names.length]}:** x\n`, size)],
  ['labels in one paragraph', (size) => repeat((turn) => `**${names[turn % names.length]}:** x\n`, size)],
  ['empty labels', (size) => repeat('**Impact:**\n', size)],
  ['labels in deep lists', (size) => repeat((turn) => `${'  '.repeat(turn % 20)}- **Impact:** a\n`, size)],
  ['blocks', (size) => repeat('```bash\n$ ls\n```\n\n', size)],
  ['blocks of several prompts', (size) => repeat('```bash\n$ ls\n$ cd a\n$ rm -rf b\n```\n\n', size)],
  ['prompts of one block', (size) => `# R\n\n## Steps\n\n\`\`\`bash\n${repeat('$ ls\n', size)}\`\`\`\n`],
  ['blocks beside prompts', (size) => repeat('```bash\n$ ls\n```\n\n```bash\nls\n```\n\n', size)],
  ['fences', (size) => repeat('```\n', size)],
  ['fences that grow', (size) => steps(size, (length) => `${'`'.repeat(length + 3)}\n`)],
  ['fences that grow in between', (size) => steps(size, (length) => `${'`'.repeat(length + 3)}\na\n~~~\n`)],
  ['fences of changing marks', (size) => repeat('```\n~~~\n', size)],
  ['fences in items', (size) => repeat('- ```\n', size)],
  ['fences in quotations', (size) => repeat('> ```\n', size)],
  ['indented code', (size) => repeat('    a\n\n', size)],
  ['destructive commands', (size) => repeat('```bash\nrm -rf /srv/a\n```\n\n', size)],
  ['destructive commands of one block', (size) => `# R\n\n\`\`\`bash\n${repeat('rm -rf /srv/a\n', size)}\`\`\`\n`],
  ['destructive commands in text', (size) => repeat('Run `rm -rf /srv/a`.\n\n', size)],
  ['destructive commands in one paragraph', (size) => repeat('Run `rm -rf /srv/a`.\n', size)],
  ['destructive commands under headings', (size) => repeat('## Fix\n\n```\nkubectl delete ns a\n```\n\n', size)],
  [
    'destructive commands under deep headings',
    (size) => repeat((turn) => `${'#'.repeat(1 + (turn % 6))} A\n\n\`rm -rf /a\`\n\n`, size),
  ],
  ['here documents', (size) => `# R\n\n\`\`\`bash\n${repeat('cat <<EOF\na\nEOF\n', size)}\`\`\`\n`],
  ['lines that go on', (size) => `# R\n\n\`\`\`bash\n${repeat('a \\\n', size)}\`\`\`\n`],
  ['a command that goes on', (size) => `# R\n\n\`\`\`bash\nkubectl ${repeat('-n a \\\n  ', size)}\n\`\`\`\n`],
  ['rows', (size) => `| a | b |\n| - | - |\n${repeat('| a | b |\n', size)}`],
  ['rows without cells', (size) => `| a | b |\n| - | - |\n${repeat('|\n', size)}`],
  ['columns', (size) => `|${repeat('a|', size / 2)}\n|${repeat('-|', size / 2)}\n`],
  ['columns and rows', (size) => table(Math.sqrt(size / 4))],
  ['columns and short rows', (size) => shortRows(size / 3)],
  ['tables', (size) => repeat('| a | b |\n| - | - |\n| c | d |\n\n', size)],
  ['tables of facts', (size) => repeat('| Severity | SEV-1 |\n| - | - |\n| Owner | a |\n\n', size)],
  ['tables that do not fit', (size) => repeat('a\n-|-\n', size)],
  ['tables that do not fit, in an item', (size) => `- a\n${repeat('  a\n  -|-\n', size)}`],
  ['headers without rows', (size) => repeat('| a | b |\n', size)],
  ['parting lines of tables', (size) => repeat('| - | - |\n', size)],
  ['a timeline', (size) => `# P\n\n## Timeline\n\n${repeat((turn) => `- ${clock(turn)} a\n`, size)}`],
  [
    'a timeline backwards',
    (size) => `# P\n\n## Timeline\n\n${repeat((turn) => `- ${clock(99_999 - turn)} a\n`, size)}`,
  ],
  ['a timeline at random', (size) => `# P\n\n## Timeline\n\n${repeat((turn) => `- ${clock(turn * 7919)} a\n`, size)}`],
  [
    'a dated timeline',
    (size) => `# P\n\n## Timeline\n\n${repeat((turn) => `- ${date(turn)} ${clock(turn)} UTC a\n`, size)}`,
  ],
  [
    'a dated timeline at random',
    (size) => `# P\n\n## Timeline\n\n${repeat((turn) => `- ${date(turn * 7919)} ${clock(turn)} UTC a\n`, size)}`,
  ],
  [
    'a timeline of many days',
    (size) =>
      `# P\n\n## Timeline\n\n${repeat((turn) => `${turn % 3 === 0 ? `### ${date(turn)}\n\n` : ''}- ${clock(turn)} a\n\n`, size)}`,
  ],
  [
    'a timeline as a table',
    (size) =>
      `# P\n\n## Timeline\n\n| Time | Event |\n| - | - |\n${repeat((turn) => `| ${clock(turn)} | a |\n`, size)}`,
  ],
  [
    'a timeline as a table, backwards',
    (size) =>
      `# P\n\n## Timeline\n\n| Time | Event |\n| - | - |\n${repeat((turn) => `| ${clock(99_999 - turn)} | a |\n`, size)}`,
  ],
  [
    'timelines',
    (size) => `# P\n\n${repeat((turn) => `## Timeline\n\n- ${clock(turn)} a\n- ${clock(turn + 1)} b\n\n`, size)}`,
  ],
  [
    'tables of times',
    (size) => repeat((turn) => `## Timeline\n\n| Time | Event |\n| - | - |\n| ${clock(turn)} | a |\n\n`, size),
  ],
  ['stated times', (size) => `# P\n\n${repeat('**Start:** 2024-01-01 10:00\n\n**End:** 2024-01-01 09:00\n\n', size)}`],
  ['action items', (size) => `# P\n\n## Action items\n\n${repeat((turn) => `- [ ] do ${turn}\n`, size)}`],
  [
    'action items with facts',
    (size) =>
      `# P\n\n## Action items\n\n${repeat((turn) => `- [ ] do ${turn} @a due 2024-01-01 [A-${turn}](https://a.b/A-${turn})\n`, size)}`,
  ],
  [
    'a table of action items',
    (size) =>
      `# P\n\n## Action items\n\n| Action | Owner | Due |\n| - | - | - |\n${repeat((turn) => `| do ${turn} | | |\n`, size)}`,
  ],
  ['lists of action items', (size) => `# P\n\n${repeat((turn) => `## Action items\n\n- [ ] do ${turn}\n\n`, size)}`],
  [
    'sub-sections of action items',
    (size) => `# P\n\n## Action items\n\n${repeat((turn) => `### Group ${turn}\n\n- [ ] do ${turn}\n\n`, size)}`,
  ],
  [
    'action items that go deeper',
    (size) => `# P\n\n## Action items\n\n${steps(size, (d) => `${'  '.repeat(d)}- [ ] a\n`)}`,
  ],
  ['merge conflicts', (size) => repeat('<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n', size)],
  [
    'merge conflicts as examples',
    (size) => `A merge conflict\n\n${repeat('```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n```\n', size)}`,
  ],
  [
    'comments that silence',
    (size) => repeat('<!-- runbook-lens-disable-next-line blameful-language -->\nhuman error\n\n', size),
  ],
  [
    'comments that silence a line',
    (size) => repeat('<!-- runbook-lens-disable-next-line blameful-language -->\nhuman error\n\n', size),
  ],
  [
    'comments that silence parts',
    (size) => repeat('<!-- runbook-lens-disable -->\na\n<!-- runbook-lens-enable -->\n', size),
  ],
  ['blame', (size) => `# P\n\n## Root cause\n\n${repeat('Human error.\n\n', size)}`],
  ['blame in one paragraph', (size) => `# P\n\n## Root cause\n\n${repeat('The engineer forgot to look.\n', size)}`],
  ['leftovers', (size) => repeat('## Impact\n\n*Describe the impact*\n\n', size)],
  ['leftovers in items', (size) => repeat('- <describe the impact>\n- [Add a link]\n- TODO\n', size)],
  ['front matter keys', (size) => `---\n${repeat((turn) => `key${turn}: value\n`, size)}---\n# A\n`],
  ['front matter keys of one name', (size) => `---\n${repeat('key: value\n', size)}---\n# A\n`],
  ['front matter that goes deeper', (size) => `---\n${steps(size, (depth) => `${' '.repeat(depth)}a:\n`)}---\n# A\n`],
  ['front matter lists that go deeper', (size) => `---\na: ${'- '.repeat(size / 2)}\n---\n# A\n`],
  ['front matter brackets', (size) => `---\na: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n---\n# A\n`],
  ['front matter pairs of brackets', (size) => `---\na: [${'[], '.repeat(size / 4)}]\n---\n# A\n`],
  ['front matter braces', (size) => `---\na: ${'{a: '.repeat(size / 5)}${'}'.repeat(size / 5)}\n---\n# A\n`],
  ['front matter flow keys', (size) => `---\na: {${repeat((turn) => `k${turn}: v, `, size)}}\n---\n# A\n`],
  ['front matter flow list', (size) => `---\nservices: [${repeat((turn) => `s${turn}, `, size)}]\n---\n# A\n`],
  ['front matter comments', (size) => `---\n${repeat('# a\n', size)}a: b\n---\n# A\n`],
  ['front matter comments behind values', (size) => `---\n${repeat((turn) => `k${turn}: v # c\n`, size)}---\n# A\n`],
  ['front matter anchors', (size) => `---\n${repeat((turn) => `k${turn}: &a${turn} v\n`, size)}---\n# A\n`],
  ['front matter aliases', (size) => `---\nk: &a v\n${repeat((turn) => `k${turn}: *a\n`, size)}---\n# A\n`],
  [
    'front matter aliases of aliases',
    (size) =>
      `---\nk0: &a0 [v]\n${repeat((turn) => `k${turn + 1}: &a${turn + 1} [*a${turn}, *a${turn}]\n`, size)}---\n# A\n`,
  ],
  ['front matter tags', (size) => `---\n${repeat((turn) => `k${turn}: !t v\n`, size)}---\n# A\n`],
  ['front matter errors', (size) => `---\n${repeat('a: b: c\n', size)}---\n# A\n`],
  ['front matter documents', (size) => `---\n${repeat('a: b\n--- \n', size)}`],
  ['front matter block scalars', (size) => `---\n${repeat((turn) => `k${turn}: |\n  v\n`, size)}---\n# A\n`],
  ['front matter folded lines', (size) => `---\na: >\n${repeat('  v\n', size)}---\n# A\n`],
  ['front matter plain lines', (size) => `---\na: v\n${repeat('  v\n', size)}---\n# A\n`],
  ['front matter blank lines', (size) => `---\na: v\n${repeat('\n', size)}b: c\n---\n# A\n`],
  [
    'front matter merge keys',
    (size) => `---\na: &a {b: c}\n${repeat((turn) => `k${turn}: {<<: *a}\n`, size)}---\n# A\n`,
  ],
  ['front matter question marks', (size) => `---\n${repeat((turn) => `? k${turn}\n: v\n`, size)}---\n# A\n`],
  ['TOML', (size) => `+++\n${repeat((turn) => `k${turn} = 1\n`, size)}+++\n# A\n`],
  ['link definitions', (size) => repeat((turn) => `[a${turn}]: b${turn}\n`, size)],
  ['link definitions of one name', (size) => repeat('[a]: b\n', size)],
  [
    'link definitions and references',
    (size) => `${repeat((turn) => `[a${turn}]: b\n`, size / 2)}\n${repeat((turn) => `[a${turn}] `, size / 2)}`,
  ],
  ['link definitions with titles', (size) => repeat((turn) => `[a${turn}]: b "t\n`, size)],
  ['link definitions after text', (size) => repeat((turn) => `a\n[a${turn}]: b\n\n`, size)],
  ['footnotes', (size) => repeat((turn) => `a[^${turn}]\n\n[^${turn}]: b\n\n`, size)],
  ['HTML blocks', (size) => repeat('<div>\na\n</div>\n\n', size)],
  ['HTML blocks never closed', (size) => repeat('<pre>\n\na\n\n', size)],
  ['HTML that goes deeper', (size) => `${'<div>'.repeat(size / 11)}a${'</div>'.repeat(size / 11)}`],
  ['details', (size) => repeat('<details>\n<summary>a</summary>\n\nb\n\n</details>\n\n', size)],
  ['comments', (size) => repeat('<!-- a -->\n\n', size)],
  ['comments of several lines', (size) => repeat('<!--\na\n-->\n', size)],
  [
    'links to documents',
    (size) => `# P\n\n## Related incidents\n\n${repeat((turn) => `- [a](../postmortems/p${turn}.md)\n`, size)}`,
  ],
  ['long words', (size) => repeat(`${'a'.repeat(1000)} `, size)],
  ['one word', (size) => 'a'.repeat(size)],
  ['paragraphs of one long line', (size) => repeat(`${'word '.repeat(400)}\n\n`, size)],
  ['carriage returns', (size) => repeat('## Impact\r\rtext\r\r', size)],
  ['mixed line breaks', (size) => repeat((turn) => `text${['\n', '\r\n', '\r'][turn % 3]}`, size)],
  ['nested emphasis', (size) => `${'*a '.repeat(size / 6)}${'b* '.repeat(size / 6)}`],
  ['nested strong emphasis', (size) => `${'**a '.repeat(size / 8)}${'b** '.repeat(size / 8)}`],
  ['nested links', (size) => `${'['.repeat(size / 5)}a${'](b)'.repeat(size / 5)}`],
  ['nested references', (size) => `[a]: b\n\n${'['.repeat(size / 4)}a${'][a]'.repeat(size / 4)}`],
  ['nested pictures', (size) => `${'!['.repeat(size / 6)}a${'](b)'.repeat(size / 6)}`],
  ['nested brackets', (size) => `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`],
  ['nested round brackets', (size) => `[a](${'('.repeat(size / 2)}${')'.repeat(size / 2)})`],
  ['code spans that grow', (size) => steps(size, (length) => `${'`'.repeat(length)}a `)],
  ['stars that shrink', (size) => `${'*'.repeat(size / 2)}a${'*'.repeat(size / 2)}`],
  ['a letter among spaces', (size) => `${' '.repeat(size / 2)}a${' '.repeat(size / 2)}b`],
  ['white space of all sorts', (size) => `a${repeat(' \u00a0\t\u2003', size)}b`],
];

const names = [
  'Impact',
  'Timeline',
  'Root cause',
  'Action items',
  'Detection',
  'Summary',
  'Steps',
  'Escalation',
  'Verification',
];

/** Pieces that each differ by their turn, such as in length, until a text has its size. */
function steps(size: number, piece: (turn: number) => string): string {
  return repeat((turn) => piece(turn), size);
}

function table(side: number): string {
  const row = `|${'a|'.repeat(side)}\n`;
  return `${row}|${'-|'.repeat(side)}\n${row.repeat(side)}`;
}

function shortRows(size: number): string {
  return `|${'a|'.repeat(size / 4)}\n|${'-|'.repeat(size / 4)}\n${'a\n'.repeat(size)}`;
}

/** Every piece in every form and place, and the structures: some ten thousands. */
export function everyClass(): TextClass[] {
  return [
    ...structureClasses(),
    ...units.flatMap(([unit, piece]) =>
      Object.entries(forms).flatMap(([form, make]) =>
        Object.entries(places).map(([place, put]) => classOf(unit, piece, form, make, place, put)),
      ),
    ),
  ];
}

/**
 * The structures, every piece in one line and on lines of its own, and every piece in some places, so chosen that each place has
 * many pieces: some hundreds.
 */
export function chosenClasses(): TextClass[] {
  const allForms = Object.entries(forms);
  const allPlaces = Object.entries(places);
  return [
    ...structureClasses(),
    ...units.flatMap(([unit, piece], index) =>
      [0, 1, 2].flatMap((turn) => {
        const [form, make] = allForms[(index + turn) % 2] ?? ['', repeat];
        const [place, put] = allPlaces[turn === 0 ? 0 : (index * 7 + turn * 23) % allPlaces.length] ?? ['', String];
        return [classOf(unit, piece, form, make, place, put)];
      }),
    ),
  ];
}

export function structureClasses(): TextClass[] {
  return structures.map(([name, text]) => ({ name, text }));
}

/** The structures, and every piece once, in one form and place. */
export function fewClasses(): TextClass[] {
  const allForms = Object.entries(forms).slice(0, 2);
  const allPlaces = Object.entries(places);
  return [
    ...structureClasses(),
    ...units.map(([unit, piece], index) => {
      const [form, make] = allForms[index % 2] ?? ['', repeat];
      const [place, put] = allPlaces[(index * 7) % allPlaces.length] ?? ['', String];
      return classOf(unit, piece, form, make, place, put);
    }),
  ];
}

function classOf(unit: string, piece: Unit, form: string, make: Form, place: string, put: Place): TextClass {
  return { name: `${JSON.stringify(unit)} ${form}, ${place}`, text: (size) => put(make(piece, size)) };
}
