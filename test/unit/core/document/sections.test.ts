import assert from 'node:assert/strict';
import type { Section } from '../../../../src/core/document/model.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { parseDocument } from '../../../../src/core/document/parse.ts';

function sectionsOf(...lines: readonly string[]): readonly Section[] {
  return parseDocument(lines.join('\n'), 'a.md').sections;
}

function titles(sections: readonly Section[]): string[] {
  return sections.map(({ title }) => title);
}

/** The state of the only section of a text. */
function stateOf(...lines: readonly string[]): string | undefined {
  return sectionsOf('## Impact', ...lines)[0]?.state;
}

describe('headings', () => {
  it('give sections with their level, in order', () => {
    const sections = sectionsOf('# Queue is full', '## Impact', 'x', '#### Deep', 'Setext', '---', 'Other', '===');
    assert.deepEqual(
      sections.map(({ title, level, style }) => [title, level, style]),
      [
        ['Queue is full', 1, 'heading'],
        ['Impact', 2, 'heading'],
        ['Deep', 4, 'heading'],
        ['Setext', 2, 'heading'],
        ['Other', 1, 'heading'],
      ],
    );
  });

  it('stand in the nearest heading of a higher rank', () => {
    const sections = sectionsOf('# A', '## B', '#### C', '### D', '## E', '# F', '### G');
    assert.deepEqual(
      sections.map(({ parent }) => parent),
      [undefined, 0, 1, 1, 0, undefined, 5],
    );
  });

  it('reach to just before the next heading of the same or a higher rank', () => {
    const sections = sectionsOf('# A', '', '## B', 'text', '', '### C', 'text', '## D', 'text');
    assert.deepEqual(
      sections.map(({ range }) => [range.start.line, range.end.line, range.end.character]),
      [
        [0, 8, 4],
        [2, 6, 4],
        [5, 6, 4],
        [7, 8, 4],
      ],
    );
  });

  it('have their title where it stands, markup included', () => {
    const [section] = sectionsOf('', '   ## The **queue** is [full](x.md) ##  ', 'text');
    assert.equal(section?.title, 'The queue is full');
    assert.deepEqual(section?.titleRange, { start: { line: 1, character: 3 }, end: { line: 1, character: 38 } });
  });

  it('are read behind front matter, on the lines of the whole text', () => {
    const [section] = sectionsOf('---', 'title: x', '---', '', '## Impact', 'text');
    assert.equal(section?.titleRange.start.line, 4);
  });

  it('are read in list items and quotes', () => {
    assert.deepEqual(
      titles(sectionsOf('- # In an item', '', '> ## In a quote', '> text', '', '1. first', '', '   ### In a step')),
      ['In an item', 'In a quote', 'In a step'],
    );
  });

  it('are ignored in fences, indented code and comments', () => {
    const sections = sectionsOf(
      '## Steps',
      '```sh',
      '# a shell comment',
      '```',
      '~~~',
      '## Impact',
      '~~~',
      '',
      '    # indented',
      '',
      '<!--',
      '## Hidden',
      '-->',
      '## Notes',
    );
    assert.deepEqual(titles(sections), ['Steps', 'Notes']);
  });

  it('are ignored behind a fence or comment that is never closed', () => {
    assert.deepEqual(titles(sectionsOf('## Steps', '```', 'text', '## Impact')), ['Steps']);
    assert.deepEqual(titles(sectionsOf('## Steps', '<!--', 'text', '## Impact')), ['Steps']);
  });

  it('need a space behind the marks', () => {
    assert.deepEqual(titles(sectionsOf('#tag', '', '####### seven')), []);
  });

  it('lose :shortcodes: and keep emoji', () => {
    assert.deepEqual(titles(sectionsOf('## :warning: Impact', '## 🚨 Impact', '## Time 10:20:30 UTC', '## :fire:')), [
      'Impact',
      '🚨 Impact',
      'Time 10:20:30 UTC',
      ':fire:',
    ]);
  });

  it('have a name to compare by, without emoji, numbering and punctuation', () => {
    assert.deepEqual(
      sectionsOf('## 🚨 2. Impact:', '## **Root Cause(s)**', '## Causa raíz').map(({ name }) => name),
      ['impact', 'root cause(s', 'causa raiz'],
    );
  });

  it('of the same title are sections of their own', () => {
    assert.equal(sectionsOf('## Notes', 'a', '## Notes', 'b').length, 2);
  });

  it('in a CRLF document stand on the same lines', () => {
    const text = '# A\r\n\r\n## B\r\n\r\ntext\r\n## C\r\n';
    assert.deepEqual(
      parseDocument(text, 'a.md').sections.map(({ titleRange }) => titleRange.start.line),
      [0, 2, 5],
    );
  });
});

describe('bold labels', () => {
  it('at the start of a list item are sections', () => {
    const sections = sectionsOf(
      '# Incident',
      '',
      '- **Impact**: 3 % of requests',
      '- **Time to repair**: an hour',
      '* __Resolution__ — restarted',
    );
    assert.deepEqual(
      sections.map(({ title, level, style, parent, state }) => [title, level, style, parent, state]),
      [
        ['Incident', 1, 'heading', undefined, 'written'],
        ['Impact', 7, 'label', 0, 'written'],
        ['Resolution', 7, 'label', 0, 'written'],
      ],
    );
  });

  it('at the start of a line in a paragraph are sections', () => {
    const sections = sectionsOf(
      '**Impact:** some',
      '**Root cause:**',
      'a full disk',
      '',
      '**Resolution**',
      '',
      'A restart.',
    );
    assert.deepEqual(
      sections.map(({ title, state, titleRange }) => [title, state, titleRange.start.line]),
      [
        ['Impact', 'written', 0],
        ['Root cause', 'written', 1],
        ['Resolution', 'written', 4],
      ],
    );
  });

  it('end where the list item ends', () => {
    const sections = sectionsOf('- **Impact**: some', '  and more', '- other item', '', 'text');
    assert.deepEqual(sections[0]?.range.end, { line: 1, character: 10 });
  });

  it('hold the nested list of their item', () => {
    const sections = sectionsOf('- **Action items**:', '  - buy a disk', '  - **Impact**: nested', '- **Detection**:');
    assert.deepEqual(
      sections.map(({ title, parent, state }) => [title, parent, state]),
      [
        ['Action items', undefined, 'written'],
        ['Impact', 0, 'written'],
        ['Detection', undefined, 'blank'],
      ],
    );
  });

  it('are only text when no such section is known', () => {
    assert.deepEqual(sectionsOf('**Important**: do not restart', '- **web-1**: restarted'), []);
  });

  it('are only text when they are part of a sentence', () => {
    assert.deepEqual(sectionsOf('**Impact** was small.', 'The **Impact**: none', '- see **Impact**:'), []);
  });

  it('stand on their own line in a quote that goes on without its mark', () => {
    const sections = sectionsOf('> a', '    b', '**Notes**: c', '# Meaning');
    assert.deepEqual(
      sections.map(({ title, titleRange }) => [title, titleRange.start.line]),
      [
        ['Notes', 2],
        ['Meaning', 3],
      ],
    );
  });

  it('end at the next heading', () => {
    const sections = sectionsOf('## Notes', '**Impact**: small', '', 'text', '## More', 'text');
    assert.deepEqual(sections[1]?.range.end.line, 3);
  });
});

describe('the state of a section', () => {
  it('is written when it has text, code, an image or a list', () => {
    assert.equal(stateOf('Text.'), 'written');
    assert.equal(stateOf('```', 'code', '```'), 'written');
    assert.equal(stateOf('![graph](graph.png)'), 'written');
    assert.equal(stateOf('<img src="graph.png">'), 'written');
    assert.equal(stateOf('- one'), 'written');
    assert.equal(stateOf('None.'), 'written');
  });

  it('is blank when nothing, a comment, a rule or an empty code block stands there', () => {
    assert.equal(stateOf(), 'blank');
    assert.equal(stateOf('', '  ', '\t'), 'blank');
    assert.equal(stateOf('<!-- what to write -->'), 'blank');
    assert.equal(stateOf('***'), 'blank');
    assert.equal(stateOf('```', '```'), 'blank');
    assert.equal(stateOf('<br>', '', '<!-- a -->', '<!-- b -->'), 'blank');
  });

  it('is placeholder when words such as TODO stand there', () => {
    assert.equal(stateOf('TODO'), 'placeholder');
    assert.equal(stateOf('- TBD'), 'placeholder');
    assert.equal(stateOf('<describe the impact>'), 'placeholder');
    assert.equal(stateOf('<!-- help -->', '', '_To be added._'), 'placeholder');
  });

  it('is written when text stands beside a placeholder', () => {
    assert.equal(stateOf('TODO', '', 'All of Europe was down.'), 'written');
  });

  it('takes the sub-sections into account', () => {
    assert.equal(sectionsOf('## Timeline', '### Detection', 'At 10:20.')[0]?.state, 'written');
    assert.equal(sectionsOf('## Lessons', '### What went well', '### What went wrong')[0]?.state, 'blank');
    assert.equal(sectionsOf('## Lessons', '### What went well', 'TODO')[0]?.state, 'placeholder');
  });

  it('is written when a sub-heading says something by itself', () => {
    assert.equal(sectionsOf('## Timeline', '### 14:29 Hub restarted', '### 15:01 All good')[0]?.state, 'written');
    assert.equal(sectionsOf('## Timeline', '### TODO', '### 14:29')[0]?.state, 'blank');
  });

  it('of a table depends on its cells', () => {
    assert.equal(stateOf('| Time | Event |', '| --- | --- |', '| 10:00 | down |'), 'written');
    assert.equal(stateOf('| Time | Event |', '| --- | --- |', '|  |  |'), 'blank');
    assert.equal(stateOf('| Time | Event |', '| --- | --- |', '| TODO | TBD |'), 'blank');
  });

  it('of a closed details block is written when it has text', () => {
    assert.equal(stateOf('<details>', '<summary>More</summary>', '</details>'), 'written');
  });
});

describe('the comments of a section', () => {
  it('are its own, with white space folded', () => {
    const sections = sectionsOf(
      '# A',
      '<!-- one -->',
      '## B',
      '<!-- two',
      '   lines -->',
      '- item <!-- three -->',
      '### C',
      '<!-- four -->',
    );
    assert.deepEqual(
      sections.map(({ comments }) => comments),
      [['one'], ['two lines', 'three'], ['four']],
    );
  });

  it('include one that is never closed', () => {
    assert.deepEqual(sectionsOf('## B', '', '<!-- open', 'text')[0]?.comments, ['open text']);
  });
});

describe('the title of a document', () => {
  const titleOf = (text: string, path = 'runbooks/rotate_the-keys.md'): string => parseDocument(text, path).title;

  it('is the one in the front matter, else the first level-1 heading, else the first heading, else the file name', () => {
    assert.equal(titleOf('---\ntitle: From front matter\n---\n# Heading'), 'From front matter');
    assert.equal(titleOf('## First\n\n# Title'), 'Title');
    assert.equal(titleOf('## First\n\n### Second'), 'First');
    assert.equal(titleOf('text'), 'rotate the keys');
    assert.equal(titleOf('text', '2025/PM2025-001 - Mail.html.md.erb'), 'PM2025 001 Mail');
  });

  it('is never empty', () => {
    assert.equal(titleOf('---\ntitle: ""\n---\n', 'a.md'), 'a');
    assert.equal(titleOf('#\n', 'a.md'), 'a');
    assert.equal(titleOf('', '.md'), '.md');
    assert.equal(titleOf('', ''), 'Untitled');
  });

  it('stands at the heading, the front matter key, or the first text', () => {
    const place = (text: string): string => {
      const { titleRange } = parseDocument(text, 'a.md');
      const lines = Lines.of(text);
      return text.slice(lines.offsetAt(titleRange.start), lines.offsetAt(titleRange.end));
    };
    assert.equal(place('---\ntitle: x\n---\n\n# Heading\n'), '# Heading');
    assert.equal(place('---\nTitle: x\n---\n\ntext\n'), 'Title: x');
    assert.equal(place('\n\n  some text\n'), 'some text');
    assert.equal(place('\n\n'), '');
  });
});

describe('headings in HTML', () => {
  const outline = (...lines: readonly string[]): unknown[] =>
    sectionsOf(...lines).map(({ title, level, state, titleRange, range }) => [
      title,
      level,
      state,
      titleRange.start.line,
      range.end.line,
    ]);

  it('are sections as those of markdown', () => {
    assert.deepEqual(
      outline(
        '<h2 id="impact" align="center">',
        '  Impact',
        '</h2>',
        '',
        'text',
        '',
        '<h3>Root <em>cause</em></h3>',
        'why',
      ),
      [
        ['Impact', 2, 'written', 0, 7],
        ['Root cause', 3, 'written', 6, 7],
      ],
    );
  });

  it('may be parted by empty lines', () => {
    assert.deepEqual(outline('<h2>', '', 'Impact', '', '</h2>', '', 'text'), [['Impact', 2, 'written', 0, 6]]);
  });

  it('are none in comments, and none when they are not closed', () => {
    assert.deepEqual(outline('<!-- <h2>Impact</h2> -->', '', '<!--', '<h2>Impact</h2>', '-->', '', '<h2>Impact'), []);
  });

  it('are none where a site generator fills in the title', () => {
    assert.deepEqual(outline('<h1><%= current.title %></h1>', '', '<h2>{{ title }}</h2>'), []);
  });

  it('leave what stands beside them in the section', () => {
    assert.deepEqual(outline('<h2>Impact</h2>', '<p>text</p>', '<h2>Causes</h2>'), [
      ['Impact', 2, 'written', 0, 1],
      ['Causes', 2, 'blank', 2, 2],
    ]);
  });

  it('may be bold lines and summaries', () => {
    for (const line of [
      '<b>Impact</b>',
      '<strong>Impact</strong>:',
      '<u>**Impact**</u>',
      '**<u>Impact</u>**',
      '***Impact***',
      '<p align="center"><b>Impact</b></p>',
    ]) {
      assert.deepEqual(outline(line, '', 'text', '', '## Causes'), [
        ['Impact', 7, 'written', 0, 3],
        ['Causes', 2, 'blank', 4, 4],
      ]);
    }
    assert.deepEqual(
      outline('<details>', '<summary>Impact</summary>', '', 'text', '', '</details>', '', 'behind', '', '<b>Other</b>'),
      [['Impact', 7, 'written', 1, 5]],
    );
  });
});

describe('what stands around the name of a heading', () => {
  for (const title of [
    '![icon](i.png) Impact',
    'Impact ![badge](b.svg)',
    '#3 Impact',
    '§3 Impact',
    '§ 3.1: Impact',
    '№ 3 Impact',
    '(3) Impact',
    '[3] Impact',
    '<img src="x.png"> Impact',
    '<a name="impact"></a>Impact',
    '[Impact](#impact)',
    '`Impact`',
    'Impact {#impact}',
    ':boom: Impact',
    '💥 Impact 💥',
    '~~Effects~~ Impact',
    '<span style="color: red">Impact</span>',
    '**3. Impact**',
    '<!-- x --> Impact',
  ]) {
    it(`is no part of it: ${title}`, () => {
      const [section] = sectionsOf(`## ${title}`, '', 'text');
      assert.equal(section?.name, 'impact');
    });
  }

  it('is all of it where it has nothing else', () => {
    assert.equal(sectionsOf('## ![Impact](i.png)')[0]?.title, 'Impact');
  });
});

describe('labels of list items', () => {
  const outline = (...lines: readonly string[]): unknown[] =>
    sectionsOf(...lines).map(({ title, state, titleRange, range }) => [
      title,
      state,
      titleRange.start.line,
      range.end.line,
    ]);

  it('have what stands at the margin up to the next of their form', () => {
    for (const [a, b, c] of [
      ['- ', '- ', '- '],
      ['* ', '- ', '+ '],
      ['1. ', '2. ', '3. '],
      ['- [ ] ', '- [ ] ', '- [ ] '],
    ] as const) {
      assert.deepEqual(
        outline(`${a}**Impact**:`, '', 'Three shops.', '', `${b}**Resolution**:`, `${c}**Detection**: an alert`),
        [
          ['Impact', 'written', 0, 3],
          ['Resolution', 'blank', 4, 4],
          ['Detection', 'written', 5, 5],
        ],
      );
    }
  });

  it('have it also behind a text of their own, and in lists', () => {
    assert.deepEqual(outline('* **Impact**: a', '', 'more', '', '* **Resolution**', '* b', '* c', '', '## Next'), [
      ['Impact', 'written', 0, 3],
      ['Resolution', 'written', 4, 7],
      ['Next', 'blank', 8, 8],
    ]);
  });

  it('end with their item where none of their form follows', () => {
    assert.deepEqual(outline('- **Impact**: a', '', 'Outside'), [['Impact', 'written', 0, 1]]);
  });
});
