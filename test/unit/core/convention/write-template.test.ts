import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CatalogDocument } from '../../../../src/core/document/document.ts';
import { hasSection } from '../../../../src/core/convention/coverage.ts';
import { readTemplate, type TeamTemplate } from '../../../../src/core/team/template-file.ts';
import {
  adoptedTemplate,
  customizedTemplate,
  type TemplateDraft,
} from '../../../../src/core/convention/write-template.ts';
import { builtInTemplates } from '../../../../src/core/team/templates/builtin/index.ts';
import { render } from '../../../../src/core/team/templates/render.ts';
import { conventionOf } from '../../../../src/core/team/templates/template.ts';
import { documentOf } from '../../support/context.ts';
import { examples } from '../../support/examples.ts';
import { plausibleDocument } from '../../support/markdown.ts';

function read({ path, text }: TemplateDraft): TeamTemplate {
  const { template, problems } = readTemplate(path, text);
  assert.deepEqual(problems, [], text);
  assert.ok(template, text);
  return template;
}

function documentsOf(
  texts: readonly string[],
  folder = 'ops',
  kind: 'runbook' | 'postmortem' = 'runbook',
): CatalogDocument[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return texts.map((text, index) => documentOf(kind, text, `${prefix}document-${index}.md`));
}

function adopted(texts: readonly string[], folder = 'ops'): { draft: TemplateDraft; template: TeamTemplate } {
  const draft = adoptedTemplate(folder, documentsOf(texts, folder));
  assert.ok(draft);
  return { draft, template: read(draft) };
}

describe('a built-in template made a team’s own', () => {
  for (const template of builtInTemplates) {
    it(`expects of documents what ${template.id} does, and says that it governs all of its kind`, () => {
      const draft = customizedTemplate(template, ['']);
      const own = read(draft);
      assert.equal(draft.path, `.runbook-lens/templates/${template.id}.md`);
      assert.deepEqual([own.kind, own.name, own.description], [template.kind, template.name, template.description]);
      assert.deepEqual(own.convention.sections, conventionOf(template).sections);
      assert.ok(own.governs('anywhere/at/all.md'));
      assert.equal(own.text, template.text);
    });
  }
});

describe('a built-in template for some folders', () => {
  it('governs them, whatever their names hold, and nothing beside them', () => {
    const alert = builtInTemplates.find(({ id }) => id === 'alert');
    assert.ok(alert);
    const own = read(customizedTemplate(alert, ['runbooks/alerts', 'old [2019]']));
    assert.ok(own.governs('runbooks/alerts/api/Slow.md'));
    assert.ok(own.governs('old [2019]/Slow.md'));
    assert.equal(own.governs('runbooks/tasks/rotate.md'), false);
    assert.equal(own.governs('old 2/Slow.md'), false);
  });
});

describe('the custom of documents as a template', () => {
  const usual = '# T\n\n## Impact\n\nx\n\n## Our checks\n\nx\n\n## Escalation\n\nx\n';

  it('requires what most have, makes what fewer have optional, and leaves out the rest', () => {
    const { template } = adopted([
      usual,
      usual,
      `${usual}\n## Rollback\n`,
      '# T\n\n## Impact\n\n## Our checks\n\n## Rollback\n',
      '# T\n\n## Impact\n\n## Only here\n',
    ]);
    assert.deepEqual(
      template.convention.sections.map(({ title, required }) => [title, required]),
      [
        ['Impact', true],
        ['Our checks', true],
        ['Escalation', true],
        ['Rollback', false],
      ],
    );
    assert.match(template.convention.sections[3]?.help ?? '', /^Optional\. .*\(2 of 5 have it\.\)$/);
  });

  it('governs the folder, whatever that is called', () => {
    for (const folder of ['ops', 'docs/run books', 'docs/[old] (2024)', '{a,b}', 'a: b', '#1', 'é/ü', "it's"]) {
      const { template } = adopted([usual, usual], folder);
      assert.ok(template.governs(`${folder}/x/a.md`), folder);
      assert.ok(!template.governs('elsewhere/a.md'), folder);
    }
    assert.ok(adopted([usual], '').template.governs('anywhere/a.md'));
  });

  it('has a name, a place for new documents and their title', () => {
    const { draft, template } = adopted([usual, usual]);
    assert.equal(draft.path, '.runbook-lens/templates/runbook-ops.md');
    assert.deepEqual(
      [template.name, template.description, template.target],
      ['Runbooks in ops', 'What the 2 runbooks in ops/ have in common.', 'ops/${slug}.md'],
    );
    assert.match(template.text, /^# \$\{title\}\n\n## Impact\n/);
    assert.equal(adopted([usual], '').template.name, 'Runbooks');
    assert.doesNotMatch(adopted(['## Impact\n', '## Impact\n']).template.text, /^# /m);
  });

  it('keeps the front matter that most have, with variables where they fit', () => {
    const front = (more: string): string => `---\ntitle: A\nservices:\n  - mail\nteam: core\n${more}---\n${usual}`;
    const { template } = adopted([front('note: 1\n'), front('note: 2\n'), front('rare: x\n')]);
    assert.match(template.text, /^---\ntitle: \$\{title\}\nservices:\n {2}- \$\{service\}\nteam: core\nnote:\n---\n/);
  });

  it('keeps keys and values of front matter that YAML must quote', () => {
    const front = '---\n"a: b": "#x"\n"- c": [1, {d: "yes"}]\n"@e": "x: y"\n---\n';
    const { template } = adopted([front + usual, front + usual, front + usual]);
    const { frontMatter, problems } = documentOf('runbook', render(template, { title: 'T' }).text);
    assert.deepEqual(problems, []);
    assert.deepEqual(frontMatter?.values, { 'a: b': '#x', '- c': [1, { d: 'yes' }], '@e': 'x: y' });
    const different = [1, 2, 3].map((value) => `---\n"a: b": ${value}\n---\n${usual}`);
    assert.deepEqual(documentOf('runbook', adopted(different).template.text).frontMatter?.values, { 'a: b': null });
  });

  it('leaves out what a copied template says of itself', () => {
    const front = '---\nrunbook-lens:\n  kind: runbook\nowner: x\n---\n';
    assert.match(adopted([front + usual, front + usual]).template.text, /^---\nowner: \$\{owner\}\n---\n/);
  });

  it('keeps titles that markdown or a template would take for something else', () => {
    for (const title of ['Use of `kubectl`', 'The \\<id> field', 'a\\*b\\*c', '\\# Number', 'O(n) &amp; more']) {
      const text = `# T\n\n## ${title}\n\nx\n`;
      const documents = documentsOf([text, text]);
      const draft = adoptedTemplate('ops', documents);
      assert.ok(draft);
      const { template } = readTemplate(draft.path, draft.text);
      assert.deepEqual(
        template?.convention.sections.map((section) => section.title),
        [documents[0]?.sections[1]?.title],
        draft.text,
      );
    }
  });

  it('is made of labels where documents have those for headings', () => {
    const text = '# T\n\n- **Impact**: none\n- **Root cause**: disk\n';
    const { template } = adopted([text, text]);
    assert.match(template.text, /^- \*\*Impact\*\*: <!-- .* -->\n- \*\*Root cause\*\*: <!--/m);
    assert.deepEqual(
      template.convention.sections.map(({ title }) => title),
      ['Impact', 'Root cause'],
    );
  });

  it('is nothing where they share no section', () => {
    assert.equal(adoptedTemplate('ops', documentsOf(['# A\n', '# B\n'])), undefined);
    assert.equal(adoptedTemplate('ops', []), undefined);
    assert.equal(adoptedTemplate('ops', documentsOf(['# A\n\n## X\n', '# B\n\n## Y\n', '# C\n\n## Z\n'])), undefined);
  });

  it('is free of problems, and met by the documents that have all sections of it', () => {
    const sets = fc
      .constantFrom('runbook' as const, 'postmortem' as const)
      .chain((kind) =>
        fc
          .array(plausibleDocument(kind), { minLength: 1, maxLength: 4 })
          .map((texts) => documentsOf([...texts, ...texts.slice(0, 1)], 'ops', kind)),
      );
    fc.assert(
      fc.property(sets, (documents) => {
        const draft = adoptedTemplate('ops', documents);
        // Two sections that share a reading are told apart by their names alone.
        fc.pre(draft !== undefined && documents.every(({ text }) => !text.includes('& detection')));
        const template = read(draft);
        assert.deepEqual(documentOf(template.kind, template.text).problems, []);
        assert.ok(documents.every(({ path }) => template.governs(path)));
        for (const section of template.convention.sections) {
          const having = documents.filter((document) => hasSection(document, section)).length;
          assert.ok(
            having >= (section.required ? 0.6 : 0.3) * documents.length,
            `${section.title}: ${having}\n${draft.text}`,
          );
        }
      }),
      { numRuns: examples(150) },
    );
  });

  it('asks nothing of documents that are all alike', () => {
    fc.assert(
      fc.property(plausibleDocument('postmortem'), fc.integer({ min: 1, max: 4 }), (text, count) => {
        const documents = documentsOf(
          Array.from({ length: count }, () => text),
          'ops',
          'postmortem',
        );
        const draft = adoptedTemplate('ops', documents);
        if (draft !== undefined) {
          const { convention } = read(draft);
          const lacking = convention.sections.filter((section) =>
            documents.some((document) => !hasSection(document, section)),
          );
          assert.deepEqual(lacking, [], draft.text);
        }
      }),
      { numRuns: examples(150) },
    );
  });
});

describe('the path in an adopted template', () => {
  const pathIn = (paths: ReadonlyArray<readonly [path: string, service?: string]>): string | undefined => {
    const documents = paths.map(([path, service]) => {
      const head = service === undefined ? '' : `---\nservice: ${service}\n---\n\n`;
      return documentOf('runbook', `${head}# A\n\n## Diagnosis\n\nx\n\n## Mitigation\n\ny\n`, path);
    });
    const draft = adoptedTemplate('ops', documents);
    assert.ok(draft);
    return read(draft).target;
  };

  it('is in the folder of each service, never in that of one', () => {
    assert.equal(
      pathIn([
        ['ops/gateway/GatewayDown.md', 'gateway'],
        ['ops/gateway/GatewaySlow.md', 'gateway'],
        ['ops/gateway/GatewayStuck.md', 'gateway'],
        ['ops/mail/MailLate.md', 'mail'],
      ]),
      'ops/${service}/${camel}.md',
    );
  });

  it('is open where folders hold alerts that begin alike, or where documents are in several', () => {
    assert.equal(
      pathIn([['ops/kubernetes/KubePodLost.md'], ['ops/kubernetes/KubeNodeLost.md'], ['ops/node/NodeSlow.md']]),
      undefined,
    );
    assert.equal(pathIn([['ops/one/a.md'], ['ops/two/b.md'], ['ops/three/c.md'], ['ops/one/d.md']]), undefined);
  });

  it('is the folder that most are in', () => {
    assert.equal(pathIn([['ops/a-b.md'], ['ops/c.md'], ['ops/d.md'], ['ops/old/e.md']]), 'ops/${slug}.md');
  });
});
