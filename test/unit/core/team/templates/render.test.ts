import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';
import { builtInTemplates } from '../../../../../src/core/team/templates/builtin/index.ts';
import { conventionOf, type Template } from '../../../../../src/core/team/templates/template.ts';
import { filledIn, render, toSnippet } from '../../../../../src/core/team/templates/render.ts';

function template(...lines: readonly string[]): Template {
  return { id: 'own', kind: 'runbook', name: 'Own', description: '', text: lines.join('\n') };
}

const tricky = [
  'Mail: late',
  '"quoted" \'twice\'',
  'a # comment',
  '- dash',
  '[list]',
  '{map}',
  '&anchor *alias',
  'yes',
  '2025',
  '2025-10-13',
  'null',
  '@at',
  '%',
  '100 %',
  "it's",
  '\\',
  '$HOME ${title} $1',
  '`code`',
  'é 😀 影響',
  '---',
  '!tag',
  '? key',
  '| block',
  '> fold',
  'a\tb',
];

/** What an editor makes of a snippet without choices and variables: its text, and where its tab stops are. */
function readSnippet(snippet: string): { text: string; stops: Array<readonly [order: number, offset: number]> } {
  let text = '';
  const stops: Array<readonly [number, number]> = [];
  for (const match of snippet.matchAll(/\\([\\$}])|\$(\d+)|([\s\S])/g)) {
    if (match[2] === undefined) {
      text += match[1] ?? match[3] ?? '';
    } else {
      stops.push([Number(match[2]), text.length]);
    }
  }
  return { text, stops };
}

describe('render', () => {
  it('puts values in the text as they are, on one line', () => {
    assert.equal(
      render(template('# ${title}', '', 'By ${author}.'), { title: '  Mail\n is "late": $& ', author: '${title}' })
        .text,
      '# Mail is "late": $&\n\nBy ${title}.',
    );
  });

  it('leaves out a list item of which only the marker would be left', () => {
    const lines = [
      '---',
      'services:',
      '  - ${service}',
      'tags:',
      '  - "${service}"',
      '  - ops',
      '---',
      '',
      '- ${owner}',
      '- Owner: ${owner}',
    ];
    assert.equal(
      render(template(...lines), {}).text,
      ['---', 'services:', 'tags:', '  - ops', '---', '', '- Owner: '].join('\n'),
    );
    assert.match(render(template(...lines), { service: 'mail' }).text, /services:\n {2}- mail\n/);
  });

  it('leaves what is not known empty', () => {
    assert.equal(
      render(template('---', 'service: ${service}', 'tags:', '  - ${tag}', '---', '# ${title}'), {}).text,
      '---\nservice:\ntags:\n---\n# ',
    );
  });

  for (const value of tricky) {
    it(`writes ${JSON.stringify(value)} into front matter so that it is read back`, () => {
      const { text } = render(
        template('---', 'title: ${title}', 'list:', '  - ${title}', 'part: x ${no} y', '---', ''),
        { title: value },
      );
      assert.deepEqual(parseDocument(text, 'a.md').frontMatter?.values, {
        title: value.replace(/\s+/g, ' '),
        list: [value.replace(/\s+/g, ' ')],
        part: 'x  y',
      });
    });
  }

  it('writes any title into front matter so that it is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const { text } = render(template('---', 'title: ${title}', '---', ''), { title });
        const { frontMatter, problems } = parseDocument(text, 'a.md');
        assert.deepEqual(problems, []);
        assert.equal(frontMatter?.values['title'] ?? '', title.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('writes any value as the YAML of a team template needs it, with Windows line endings too', () => {
    for (const eol of ['\n', '\r\n']) {
      const text = ['---', 'title: "Incident: ${title}"', 'services: [${service}]', '---', '# ${title}', ''].join(eol);
      const template = { id: 'own', kind: 'postmortem', name: 'Own', description: '', text } as const;
      const title = 'He said "no" \\ [x], {y}: #z';
      const result = filledIn(template, { title, service: 'a]b, c' });
      const { frontMatter, problems } = parseDocument(result, 'a.md');
      assert.deepEqual(problems, []);
      assert.deepEqual(frontMatter?.values, { title: `Incident: ${title}`, services: ['a]b, c'] });
      assert.ok(result.endsWith(`${eol}# ${title}${eol}`));
    }
  });

  it('makes a line to write on behind the help of each section, in order', () => {
    const { text, tabStops } = render(
      template(
        '# ${title}',
        '',
        '## Impact',
        '',
        '<!-- Who',
        'notices. -->',
        '',
        '## Notes',
        '',
        'Text. <!-- x -->',
        '',
        '## Steps',
        '',
        '<!-- How. -->',
      ),
      { title: 'A' },
    );
    assert.equal(
      text,
      '# A\n\n## Impact\n\n<!-- Who\nnotices. -->\n\n\n## Notes\n\nText. <!-- x -->\n\n## Steps\n\n<!-- How. -->\n',
    );
    assert.deepEqual(tabStops, [
      { line: 6, character: 0 },
      { line: 15, character: 0 },
    ]);
  });

  for (const built of builtInTemplates) {
    it(`gives every section of ${built.id} a place to write, under its own heading`, () => {
      const { text, tabStops } = render(built, { title: 'Mail is late', date: '2025-10-13' });
      const lines = Lines.of(text);
      const document = parseDocument(text, 'a.md');
      for (const { title } of conventionOf(built).sections) {
        const section = document.sections.find((found) => found.title === title);
        assert.ok(section, title);
        const inside = tabStops.filter(({ line }) => line > section.range.start.line && line <= section.range.end.line);
        assert.ok(inside.length > 0, title);
      }
      for (const stop of tabStops) {
        assert.equal(lines.text(stop.line), '');
        assert.match(lines.text(stop.line - 1), /-->$/);
      }
      assert.deepEqual(
        tabStops,
        tabStops.toSorted((a, b) => a.line - b.line),
      );
      assert.doesNotMatch(text, /\$\{/);
      assert.equal(document.title, 'Mail is late');
    });
  }
});

describe('toSnippet', () => {
  it('escapes what snippets give a meaning', () => {
    assert.equal(toSnippet({ text: 'a $1 ${b} \\ }', tabStops: [] }), 'a \\$1 \\${b\\} \\\\ \\}');
  });

  it('numbers the tab stops in order', () => {
    assert.equal(
      toSnippet({
        text: 'a\n\nb\n',
        tabStops: [
          { line: 1, character: 0 },
          { line: 3, character: 0 },
        ],
      }),
      'a\n$1\nb\n$2',
    );
  });

  it('is read back as the text that it was made from, whatever the title is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...builtInTemplates),
        fc.oneof(
          fc.constantFrom(...tricky),
          fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '1', 'a', '|', ',') }),
        ),
        (built, title) => {
          const rendered = render(built, { title });
          const lines = Lines.of(rendered.text);
          const { text, stops } = readSnippet(toSnippet(rendered));
          assert.equal(text, rendered.text);
          assert.deepEqual(
            stops,
            rendered.tabStops.map((stop, index) => [index + 1, lines.offsetAt(stop)]),
          );
        },
      ),
    );
  });
});
