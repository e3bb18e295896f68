import assert from 'node:assert/strict';
import type { CatalogDocument } from '../../../../src/core/document/document.ts';
import { expectationOf } from '../../../../src/core/convention/expectation.ts';
import { commonSections, topLevelOf } from '../../../../src/core/convention/learned.ts';
import { generalHelp } from '../../../../src/core/convention/unwritten.ts';
import { readTemplate } from '../../../../src/core/team/template-file.ts';
import { contextOf, documentOf } from '../../support/context.ts';

function runbook(titles: readonly string[], index = 0): CatalogDocument {
  return documentOf('runbook', `# T\n\n${titles.map((title) => `## ${title}\n\nx\n\n`).join('')}`, `ops/${index}.md`);
}

function runbooks(...all: ReadonlyArray<readonly string[]>): CatalogDocument[] {
  return all.map(runbook);
}

function shared(share: number, ...all: ReadonlyArray<readonly string[]>): Array<[string, number]> {
  return commonSections(runbooks(...all), share).map(({ title, having }) => [title, having.size]);
}

describe('the sections that documents share', () => {
  it('are those that at least the share has, counted once for each document', () => {
    assert.deepEqual(
      shared(0.6, ['Impact', 'Our own'], ['Impact', 'Our own'], ['Impact', 'Impact'], ['Other'], ['Our own']),
      [
        ['Impact', 3],
        ['Our own', 3],
      ],
    );
    assert.deepEqual(shared(1, ['Impact'], ['Other']), []);
    assert.deepEqual(commonSections([], 0.5), []);
  });

  it('are there at exactly the share, whatever rounding makes of it', () => {
    for (const total of [5, 46, 86, 146, 196]) {
      const having = Math.ceil((6 * (total - 1)) / 10);
      const all = Array.from({ length: total }, (_, index) => (index < having ? ['Impact'] : ['Other']));
      assert.deepEqual(shared((0.6 * (total - 1)) / total, ...all)[0], ['Impact', having], `${total}`);
    }
  });

  it('count synonyms as one, under the most usual title', () => {
    assert.deepEqual(shared(0.9, ['Troubleshooting'], ['Diagnosis'], ['Triage'], ['Diagnosis']), [['Diagnosis', 4]]);
    assert.deepEqual(shared(0.9, ['Triage'], ['🔥 Diagnosis'], ['Triage']), [['Triage', 3]]);
  });

  it('count spellings of a longer name that differ by a letter as one', () => {
    assert.deepEqual(shared(1, ['Restart worker'], ['Restart workers'], ['Restart worker']), [['Restart worker', 3]]);
    assert.deepEqual(shared(1, ['Queue a'], ['Queue b']), []);
    assert.deepEqual(shared(1, ['Restart worker'], ['Restart the worker']), []);
  });

  it('come in the usual order', () => {
    assert.deepEqual(
      shared(0.5, ['Zebra', 'Apple', 'Mango'], ['Zebra', 'Mango', 'Apple'], ['Zebra', 'Apple', 'Mango']).map(
        ([title]) => title,
      ),
      ['Zebra', 'Apple', 'Mango'],
    );
  });

  it('take the help of the built-in templates, and a general sentence for others', () => {
    const [impact, own] = commonSections(runbooks(['Impact', 'Our own'], ['Impact', 'Our own']), 1);
    assert.match(impact?.help ?? '', /^What users notice/);
    assert.equal(own?.help, generalHelp);
    assert.ok(impact?.required === true && own.required);
  });

  it('count a title of several meanings by its first', () => {
    const documents = ['a', 'b'].map((name) =>
      documentOf('postmortem', '# T\n\n## Impact and detection\n\nx\n', `postmortems/${name}.md`),
    );
    assert.deepEqual(
      commonSections(documents, 1).map(({ keys }) => keys),
      [['impact']],
    );
  });
});

describe('the sections at the top of a document', () => {
  const titles = (text: string): string[] =>
    topLevelOf(documentOf('postmortem', text).sections).map(({ title }) => title);

  it('are the headings of the highest rank below the title', () => {
    assert.deepEqual(titles('# T\n\n## A\n\n### B\n\n## C\n'), ['A', 'C']);
    assert.deepEqual(titles('# T\n\n### A\n\n#### B\n'), ['A']);
    assert.deepEqual(titles('## A\n\n## B\n'), ['A', 'B']);
  });

  it('are further titles too', () => {
    assert.deepEqual(titles('# T\n\n# A\n\n## B\n\n# C\n'), ['A', 'B', 'C']);
    assert.deepEqual(titles('# T\n\n# A\n\n# B\n'), ['A', 'B']);
  });

  it('are bold labels where there is no heading but the title', () => {
    assert.deepEqual(titles('# T\n\n**Impact**: x\n\n**Timeline**: y\n'), ['Impact', 'Timeline']);
    assert.deepEqual(titles('**Impact**: x\n'), ['Impact']);
    assert.deepEqual(titles('# T\n\n**Impact**: x\n\n## Timeline\n'), ['Timeline']);
    assert.deepEqual(titles('# T\n'), []);
  });
});

describe('the authority of an expectation', () => {
  const custom = ['Impact', 'Our checks', 'Escalation'];
  const document = runbook(['Impact'], 99);
  const { template } = readTemplate(
    '.runbook-lens/templates/t.md',
    '---\nrunbook-lens:\n  kind: runbook\n---\n# T\n\n## Rollback\n\n## Notes\n\n<!-- Optional. x -->\n',
  );

  it('is a team’s template before the custom around, and that before a built-in convention', () => {
    const others = runbooks(custom, custom, custom, custom, custom);
    const { neighbourhood } = contextOf(document, others);
    assert.ok(template);
    const byTemplate = expectationOf(document, neighbourhood, template);
    assert.deepEqual(
      [byTemplate.authority, byTemplate.strong, byTemplate.sections.map(({ title, required }) => [title, required])],
      [
        'template',
        true,
        [
          ['Rollback', true],
          ['Notes', false],
        ],
      ],
    );
    assert.ok(byTemplate.sections.every(({ firm }) => firm));
    const byCustom = expectationOf(document, neighbourhood);
    assert.deepEqual([byCustom.authority, byCustom.sections.map(({ title }) => title)], ['custom', custom]);
  });

  it('is a convention where too few documents show a custom', () => {
    const { expectation } = contextOf(document, runbooks(custom, custom, custom));
    assert.equal(expectation.authority, 'convention');
    assert.ok(!expectation.sections.some(({ title }) => title === 'Our checks'));
  });

  it('is the custom of documents that write bold labels', () => {
    const text = '# T\n\n- **Impact**: x\n- **Root cause**: y\n- **Timeline**: z\n';
    const others = ['a', 'b', 'c', 'd', 'e'].map((name) => documentOf('postmortem', text, `postmortems/${name}.md`));
    const { expectation } = contextOf(documentOf('postmortem', '# T\n\n- **Impact**: x\n'), others);
    assert.deepEqual(
      [expectation.authority, expectation.sections.map(({ title }) => title)],
      ['custom', ['Impact', 'Root cause', 'Timeline']],
    );
  });
});

describe('the usual order', () => {
  it('is that of most documents, pair by pair, whatever the first one has', () => {
    const titled = (name: string, ...titles: readonly string[]): CatalogDocument =>
      documentOf('runbook', `# T\n\n${titles.map((title) => `## ${title}\n\nx\n`).join('\n')}`, `runbooks/${name}.md`);
    const documents = [titled('a', 'Zulu', 'Alpha'), titled('b', 'Alpha', 'Zulu'), titled('c', 'Alpha', 'Zulu')];
    assert.deepEqual(
      commonSections(documents, 0.6).map(({ title }) => title),
      ['Alpha', 'Zulu'],
    );
  });
});
