import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../../src/core/text/lines.ts';
import { readTemplate, type TeamTemplate } from '../../../../src/core/team/template-file.ts';
import { assertInside } from '../../support/assertions.ts';
import { examples } from '../../support/examples.ts';
import { anyText, wildMarkdown } from '../../support/markdown.ts';

const file = '.runbook-lens/templates/alert-runbook.md';
const body = '# ${title}\n\n## Impact\n\n## Steps\n';

/** A template's text with some lines under its key. */
function templateText(...lines: readonly string[]): string {
  return `---\nrunbook-lens:\n${lines.map((line) => `  ${line}\n`).join('')}---\n\n${body}`;
}

/** What is wrong with a template, as `line:text at fault: message`. */
function problemsOf(text: string): string[] {
  const lines = Lines.of(text);
  return readTemplate(file, text).problems.map(
    ({ message, range }) =>
      `${range.start.line}:${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}: ${message}`,
  );
}

function read(text: string, path = file): TeamTemplate {
  const { template, problems } = readTemplate(path, text);
  assert.deepEqual(problems, []);
  assert.ok(template);
  return template;
}

describe('readTemplate', () => {
  it('reads what the front matter says of the template', () => {
    const template = read(
      templateText(
        'kind: runbook',
        'name: Our alerts',
        'description: For pages.',
        'applies-to: alerts/**',
        'path: ./alerts/${slug}.md',
      ),
    );
    assert.deepEqual(
      [template.id, template.file, template.base, template.kind, template.name, template.description, template.target],
      [file, file, '', 'runbook', 'Our alerts', 'For pages.', 'alerts/${slug}.md'],
    );
    assert.deepEqual(
      template.convention.sections.map(({ title }) => title),
      ['Impact', 'Steps'],
    );
  });

  it('is named after its file where it gives no name', () => {
    const template = read(templateText('kind: postmortem'));
    assert.deepEqual([template.name, template.description, template.target], ['Alert runbook', '', undefined]);
    assert.equal(read(templateText('kind: runbook'), 'a/.runbook-lens/templates/big_one.md').name, 'Big one');
  });

  it('names globs that cannot be used, where they stand', () => {
    assert.deepEqual(problemsOf(templateText('kind: runbook', 'applies-to: [a/**, "**/(a*)+Z"]')), [
      '3:"**/(a*)+Z": The glob "**/(a*)+Z" in "applies-to" matches nothing: groups in ( ) are not supported. Write {a,b} for alternatives, or [(] for the character.',
    ]);
    assert.match(problemsOf(templateText('kind: runbook', 'applies-to: "[a"'))[0] ?? '', /^3:"\[a": .* not closed/);
  });

  it('needs to say what kind it is for', () => {
    assert.match(problemsOf(body)[0] ?? '', /^0:# \$\{title\}: A template needs "runbook-lens:" in its front matter/);
    assert.match(problemsOf('')[0] ?? '', /^0:: A template needs/);
    assert.match(problemsOf(`---\ntitle: x\n---\n${body}`)[0] ?? '', /^0:---: The front matter has no "runbook-lens:"/);
    assert.match(problemsOf(`+++\ntitle = "x"\n+++\n${body}`)[0] ?? '', /^0:\+\+\+: The front matter has no/);
    for (const value of ['', 'name: x', 'kind: playbook', 'kind:', 'kind: [runbook]']) {
      const { template, problems } = readTemplate(file, templateText(value));
      assert.equal(template, undefined);
      assert.ok(
        problems.some(({ message }) => message === 'The kind must be runbook or postmortem.'),
        value,
      );
    }
    assert.deepEqual(problemsOf(`---\ntitle: x\nrunbook-lens: runbook\n---\n${body}`), [
      '2:runbook: "runbook-lens" must have kind, name, applies-to and path.',
    ]);
  });

  it('shows broken front matter once', () => {
    const [problem, ...others] = problemsOf('---\nrunbook-lens: [a\n---\n# x\n');
    assert.match(problem ?? '', /Front matter is not valid YAML/);
    assert.deepEqual(others, []);
  });

  it('marks each value at fault where it stands, and uses the rest', () => {
    const text = templateText('kind: runbook', 'name: ""', 'applies-to: 7', 'path: a//b.md', 'descripton: x');
    assert.deepEqual(problemsOf(text), [
      '3:"": "name" must be a text that is not empty.',
      '4:7: "applies-to" must be a glob or a list of globs.',
      '6:descripton: Unknown key "descripton". Did you mean "description"?',
      '5:a//b.md: The path is not valid: a folder or file name in it is empty or ends with a dot or space.',
    ]);
    const { template } = readTemplate(file, text);
    assert.deepEqual([template?.name, template?.target, template?.governs('x.md')], ['Alert runbook', undefined, true]);
  });

  it('tells which keys there are where none is near', () => {
    assert.deepEqual(problemsOf(templateText('kind: runbook', 'zzz: x')), [
      '3:zzz: Unknown key "zzz". Known keys: kind, name, description, applies-to, path.',
    ]);
  });

  it('marks paths that cannot be used', () => {
    for (const [path, message] of [
      ['../x.md', /must not contain "\."/],
      ['/x.md', /must be relative/],
      ['${name}.md', /Unknown variable \$\{name\} in the path\. Known variables: \$\{date\}, /],
      ['ab:c.md', /the character :/],
    ] as const) {
      const [problem, ...others] = problemsOf(templateText('kind: runbook', `path: "${path}"`));
      assert.match(problem ?? '', message);
      assert.ok(problem?.startsWith(`3:"${path}"`), problem);
      assert.deepEqual(others, []);
    }
  });

  it('marks unknown variables in the text, and says which was meant', () => {
    const text = `${templateText('kind: runbook', 'path: ${slug}.md')}\n\${servce} \${HOME} \${title} \${slug}\n`;
    assert.deepEqual(problemsOf(text), [
      '12:${servce}: Unknown variable ${servce}: it stays empty in new documents. Did you mean ${service}?',
    ]);
  });

  it('says when nothing is expected of its documents', () => {
    assert.match(problemsOf('---\nrunbook-lens:\n  kind: runbook\n---\n\nText.\n')[0] ?? '', /has no headings/);
  });

  it('leaves itself out of the text that new documents are made from', () => {
    assert.equal(read(templateText('kind: runbook', 'name: x')).text, body);
    assert.equal(
      read(`---\ntitle: x\nrunbook-lens: { kind: runbook }\nowner: \${owner}\n---\n${body}`).text,
      `---\ntitle: x\nowner: \${owner}\n---\n${body}`,
    );
    assert.equal(
      read(`---\nrunbook-lens:\n  kind: runbook\n  name: |\n    a\n    b\n\n# Ours.\nowner: x\n---\n${body}`).text,
      `---\n\n# Ours.\nowner: x\n---\n${body}`,
    );
    assert.equal(
      read(`---\nowner: x\nrunbook-lens:\n  applies-to:\n    - a/**\n  kind: runbook\n---\n${body}`).text,
      `---\nowner: x\n---\n${body}`,
    );
  });

  it('leaves itself out of front matter in braces, where others stay', () => {
    const { text } = read(`---\n{ title: x, runbook-lens: { kind: runbook }, owner: y }\n---\n${body}`);
    const { text: again } = read(`---\n{ title: x, owner: y, runbook-lens: { kind: runbook } }\n---\n${body}`);
    for (const own of [text, again]) {
      assert.match(own, /title: x/);
      assert.match(own, /owner: y/);
      assert.doesNotMatch(own, /runbook-lens/);
      assert.ok(own.endsWith(body));
    }
  });

  it('reads CRLF, and a byte order mark, as if they were not there', () => {
    const text = `---\nrunbook-lens:\n  kind: runbook\n  name: Ours\nowner: x\n---\n${body}`;
    const expected = read(text);
    for (const form of [text.replaceAll('\n', '\r\n'), `\ufeff${text}`, `\ufeff${text.replaceAll('\n', '\r\n')}`]) {
      const { governs: _a, convention: a, ...rest } = read(form);
      const { governs: _b, convention: b, ...other } = expected;
      assert.deepEqual(rest, other);
      assert.deepEqual(a.sections, b.sections);
    }
    const broken = templateText('kind: runbook', 'zzz: x');
    assert.deepEqual(problemsOf(broken.replaceAll('\n', '\r\n')), problemsOf(broken));
    assert.deepEqual(problemsOf(`\ufeff${broken}`), problemsOf(broken));
  });

  it('finds its key in any case', () => {
    assert.equal(read(`---\nRunbook-Lens:\n  kind: runbook\n---\n\n${body}`).text, body);
  });

  it('never throws, and places every problem in the text', () => {
    const head = fc
      .array(
        fc.constantFrom(
          'kind: runbook',
          'name: x',
          'path: ${x}',
          'applies-to: [a, 7]',
          '- a',
          'kind: &a [*a]',
          '? x',
          '# c',
          'kind: {',
        ),
        { maxLength: 4 },
      )
      .map((lines) => templateText(...lines));
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown, head), fc.constantFrom('\n', '\r\n', '\r'), (source, eol) => {
        const text = source.replaceAll('\n', eol);
        const lines = Lines.of(text);
        const { template, problems } = readTemplate(file, text);
        problems.forEach(({ message, range }) => assertInside(lines, range, message));
        template?.governs('a.md');
      }),
      { numRuns: examples(500) },
    );
  });
});

describe('the documents that a template governs', () => {
  const at = (path: string, appliesTo?: string): TeamTemplate =>
    read(templateText('kind: runbook', ...(appliesTo === undefined ? [] : [`applies-to: ${appliesTo}`])), path);

  it('are all below the folder that its own stands in', () => {
    const top = at(file);
    assert.ok(top.governs('a.md') && top.governs('docs/.hidden/a.md'));
    const deep = at('docs/ops/.runbook-lens/templates/a.md');
    assert.equal(deep.base, 'docs/ops');
    assert.ok(deep.governs('docs/ops/a.md') && deep.governs('docs/ops/x/a.md'));
    assert.ok(!deep.governs('docs/a.md') && !deep.governs('docs/opsy/a.md') && !deep.governs('x/docs/ops/a.md'));
  });

  it('are those that its globs match, counted from that folder', () => {
    const one = at('docs/.runbook-lens/templates/a.md', 'alerts/**');
    assert.ok(one.governs('docs/alerts/a.md') && one.governs('docs/alerts/x/a.md'));
    assert.ok(!one.governs('docs/a.md') && !one.governs('alerts/a.md'));
    const several = at(file, '[alerts/, "ops/*.md"]');
    assert.ok(several.governs('alerts/x/a.md') && several.governs('ops/a.md') && !several.governs('ops/x/a.md'));
    assert.ok(!at(file, '[]').governs('a.md'));
  });

  it('are the same however a folder is spelled', () => {
    for (const glob of ['alerts/**', 'alerts/', './alerts/', '/alerts/', '/alerts/**']) {
      const template = at(file, glob);
      assert.ok(template.governs('alerts/x/a.md'), glob);
      assert.ok(!template.governs('other/a.md') && !template.governs('x/alerts/a.md'), glob);
    }
  });
});
