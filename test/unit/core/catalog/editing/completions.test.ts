import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { CatalogDocument } from '../../../../../src/core/document/document.ts';
import { completionsAt, type Completion } from '../../../../../src/core/catalog/editing/completions.ts';
import type { Words } from '../../../../../src/core/catalog/editing/vocabulary.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { assertInside } from '../../../support/assertions.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const words: Words = {
  services: ['mail', 'web'],
  severities: ['SEV-1', 'SEV-2'],
  statuses: ['open', 'closed'],
  people: [{ name: 'Ann Ó', email: 'ann@example.org' }, { name: 'Bob' }],
  owners: ['@org/team'],
  today: '2026-06-15',
};

type DocumentKind = 'runbook' | 'postmortem';

/** The completions where `|` stands. */
function at(
  source: string,
  others: readonly CatalogDocument[] = [],
  kind: DocumentKind = 'postmortem',
  own = words,
): Completion[] {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  return completionsAt(contextOf(documentOf(kind, text), others), Lines.of(text).positionAt(offset), own);
}

function labels(source: string, others: readonly CatalogDocument[] = [], kind: DocumentKind = 'postmortem'): string[] {
  return at(source, others, kind).map(({ label }) => label);
}

/** The text after the completion with a label was taken where `|` stands. */
function taken(source: string, label: string, own = words): string {
  const found = at(source, [], 'postmortem', own).find((completion) => completion.label === label);
  assert.ok(found, `no ${label}`);
  return applyEdits(source.replace('|', ''), [found]);
}

describe('completions in front matter', () => {
  const neighbours = ['a', 'b'].map((name) =>
    documentOf('postmortem', `---\nregion: eu\nseverity: SEV-1\n${name}: 1\n---\n# T\n`, `postmortems/${name}.md`),
  );

  it('are the keys that documents around have, then the usual ones, without those that are there', () => {
    const found = at('---\ntitle: x\nSeverity: y\n|\n---\n# T\n', neighbours);
    assert.deepEqual(
      found.slice(0, 3).map(({ label }) => label),
      ['region', 'a', 'b'],
    );
    assert.equal(found[0]?.detail, '2 of 3 documents here have it');
    const all = new Set(found.map(({ label }) => label));
    assert.ok(all.has('status') && !all.has('title') && !all.has('severity'));
    assert.equal(found.find(({ label }) => label === 'status')?.help, 'Status of the review.');
    assert.ok(found.every(({ type, newText, label }) => type === 'key' && newText === `${label}: `));
  });

  it('are keys while one is being typed, which is replaced', () => {
    assert.equal(taken('---\nsev|\n---\n# T\n', 'severity'), '---\nseverity: \n---\n# T\n');
  });

  it('are the values of a key', () => {
    assert.deepEqual(labels('---\nseverity: |\n---\n'), ['SEV-1', 'SEV-2']);
    assert.deepEqual(labels('---\nStatus: o|\n---\n'), ['open', 'closed']);
    assert.deepEqual(labels('---\ndate:|\n---\n'), ['2026-06-15']);
    assert.deepEqual(labels('---\nowner: |\n---\n'), ['@org/team', 'Ann Ó', 'Bob']);
    assert.deepEqual(labels('---\nour own: |\n---\n'), []);
    assert.equal(taken('---\nseverity: SE|\n---\n', 'SEV-2'), '---\nseverity: SEV-2\n---\n');
  });

  it('are the values of the list that a line is in', () => {
    assert.deepEqual(labels('---\nservices:\n  - |\n---\n'), ['mail', 'web']);
    assert.deepEqual(labels('---\nservices:\n- mail\n- w|\n---\n'), ['mail', 'web']);
    assert.deepEqual(labels('---\nowners:\n  - |\n---\n')[0], '@org/team');
    assert.deepEqual(labels('---\ntitle: x\n  - |\n---\n'), []);
    assert.equal(taken('---\nservices:\n  - "w|\n---\n', 'web'), '---\nservices:\n  - "web\n---\n');
  });

  it('are the values in a list in brackets', () => {
    assert.deepEqual(labels('---\nservices: [|\n---\n'), ['mail', 'web']);
    assert.equal(taken('---\nservices: [mail, w|\n---\n', 'web'), '---\nservices: [mail, web\n---\n');
    assert.equal(taken('---\nservices: ["mail", "w|\n---\n', 'web'), '---\nservices: ["mail", "web\n---\n');
    assert.equal(taken('---\nservices: [ma|, web]\n---\n', 'mail'), '---\nservices: [mail, web]\n---\n');
  });

  it('are there while the YAML is unfinished or broken', () => {
    assert.deepEqual(labels('---\ntitle: [\nseverity: |\n---\n# T\n'), ['SEV-1', 'SEV-2']);
    assert.ok(labels('---\ntitle: "x\nse|\n---\n# T\n').includes('service'));
  });

  it('are written so that YAML reads them back', () => {
    const odd = [
      '@org/team',
      '#channel',
      'a: b',
      'true',
      '12',
      "it's",
      '"q"',
      '- x',
      'a, b',
      '[x]',
      '',
      ' y',
      '&z',
      '2026-01-01',
      'plain',
    ];
    for (const value of odd) {
      const own = { ...words, owners: [value], people: [] };
      for (const [source, read] of [
        ['---\nowner: |\n---\n', (yaml: Yaml) => yaml.owner],
        ['---\nowners:\n  - |\n---\n', (yaml: Yaml) => yaml.owners?.[0]],
        ['---\nowners: [x, |]\n---\n', (yaml: Yaml) => yaml.owners?.[1]],
      ] as const) {
        const text = taken(source, value, own);
        const yaml = parse(text.split('---\n')[1] ?? '') as Yaml;
        assert.equal(String(read(yaml)), value, text);
      }
    }
  });

  it('show a person with the address', () => {
    const person = at('---\nauthor: |\n---\n').find(({ label }) => label === 'Ann Ó');
    assert.deepEqual([person?.type, person?.detail], ['person', 'ann@example.org']);
    assert.equal(at('---\nseverity: |\n---\n')[0]?.type, 'value');
  });

  it('are none on its dashes', () => {
    assert.deepEqual(labels('---|\ntitle: x\n---\n'), []);
    assert.deepEqual(labels('---\ntitle: x\n---|\n'), []);
  });

  it('are none behind long lines', () => {
    assert.deepEqual(labels(`---\n${' '.repeat(5000)}x${' '.repeat(5000)}|\n---\n`), []);
    assert.deepEqual(labels(`---\n${' '.repeat(5000)}\n- |\n---\n`), []);
    assert.deepEqual(labels(`---\na${' '.repeat(20_000)}\n- |\n---\n`), []);
  });
});

interface Yaml {
  readonly owner?: unknown;
  readonly owners?: readonly unknown[];
}

describe('completions of a heading', () => {
  it('are the sections that are missing, the required ones first, with the reason', () => {
    const found = at('# Mail\n\n## Incident Summary\n\nx\n\n## Leadup\n\nx\n\n## |\n');
    const all = found.map(({ label }) => label);
    assert.ok(all.length > 3 && !all.includes('Leadup') && !all.includes('Incident Summary'));
    const firstOptional = found.findIndex(({ detail }) => detail?.startsWith('optional: '));
    assert.ok(
      firstOptional === -1 || found.slice(firstOptional).every(({ detail }) => detail?.startsWith('optional: ')),
    );
    assert.match(found[0]?.detail ?? '', /^part of the Atlassian style convention/);
    assert.ok(found.every(({ type, help }) => type === 'section' && help !== ''));
  });

  it('replace what is typed and keep the rank', () => {
    for (const [source, result] of [
      ['# T\n\n## Imp|\n', '# T\n\n## Impact\n'],
      ['# T\n\n###|\n', '# T\n\n### Impact\n'],
      ['# T\n\n##   x y|\n', '# T\n\n## Impact\n'],
      ['# T\n\n  ## I|\n', '# T\n\n  ## Impact\n'],
    ] as const) {
      assert.equal(taken(source, 'Impact'), result);
    }
  });

  it('include the section that is just being typed', () => {
    assert.ok(labels('# T\n\n## Impact|\n').includes('Impact'));
    assert.ok(!labels('# T\n\n## Impact\n\nx\n\n## Im|\n').includes('Impact'));
  });

  it('are none in code', () => {
    assert.deepEqual(labels('# T\n\n```sh\n# |\n```\n'), []);
    assert.deepEqual(labels('# T\n\n```sh\n@|\n'), []);
    assert.deepEqual(labels('# T\n\n    ## |\n'), []);
  });
});

describe('completions in text', () => {
  it('are values behind a label', () => {
    for (const label of [
      '**Severity**: ',
      '**Severity:** ',
      '- **Severity**: S',
      'Severity: ',
      '| Severity | ',
      '* __Severity__: SEV',
    ]) {
      const source = `# T\n\n${label}¦\n`;
      const text = source.replace('¦', '');
      const position = Lines.of(text).positionAt(source.indexOf('¦'));
      assert.deepEqual(
        completionsAt(contextOf(documentOf('postmortem', text)), position, words).map((each) => each.label),
        ['SEV-1', 'SEV-2'],
        label,
      );
    }
    assert.equal(taken('# T\n\n**Owner**: |\n', '@org/team'), '# T\n\n**Owner**: @org/team\n');
  });

  it('are people behind an at sign', () => {
    assert.deepEqual(labels('# T\n\nAsk @|\n'), ['@Ann Ó', '@Bob']);
    assert.equal(taken('# T\n\nAsk (@An|\n', '@Ann Ó'), '# T\n\nAsk (@Ann Ó\n');
    assert.equal(at('# T\n\n@|\n')[0]?.detail, 'ann@example.org');
    assert.deepEqual(labels('# T\n\nann@ex|\n'), []);
  });

  it('are none elsewhere', () => {
    for (const source of [
      '# T\n\nSome text |\n',
      '|',
      '# T\n\nthe severity: and so on |\n',
      '# T\n\n**Ours**: |\n',
      '# T\n\n- |\n',
    ]) {
      assert.deepEqual(labels(source), [], source);
    }
  });
});

describe('completions at any place of any text', () => {
  it('replace a piece of one line that ends there', () => {
    const texts = fc.oneof(
      anyText,
      wildMarkdown,
      plausibleDocument('runbook'),
      fc
        .array(
          fc.constantFrom(
            '---\n',
            'services: [',
            'owner: ',
            '"',
            ' ',
            '  - ',
            '\n',
            '## ',
            '@',
            '**Severity**: ',
            'a',
            '\t',
            '\ufeff',
          ),
          { maxLength: 12 },
        )
        .map((pieces) => `---\n${pieces.join('')}`),
    );
    fc.assert(
      fc.property(texts, fc.nat(), (text, chosen) => {
        const lines = Lines.of(text);
        const position = lines.positionAt(chosen % (text.length + 1));
        for (const { range, label, newText } of completionsAt(
          contextOf(documentOf('runbook', text)),
          position,
          words,
        )) {
          assertInside(lines, range, label);
          assert.deepEqual(range.end, position);
          assert.equal(range.start.line, position.line);
          assert.ok(newText.length > 0);
        }
      }),
      { numRuns: examples(1000) },
    );
  });
});
