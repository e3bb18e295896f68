import assert from 'node:assert/strict';
import { ownerMissing } from '../../../../../src/core/check/rules/owner-missing.ts';
import { catalogOf, contextIn, findingsOf } from '../../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../../support/context.ts';

const owned = '---\nowner: us\n---\n# A\n';

function around(count: number, ownedCount: number): ReturnType<typeof contextOf> {
  const others = Array.from({ length: count }, (_, index) =>
    documentOf('runbook', index < ownedCount ? owned : '# B\n', `runbooks/o${index}.md`),
  );
  return contextOf(documentOf('runbook', '# C\n', 'runbooks/c.md'), others);
}

describe('owner-missing', () => {
  it('says how many of the others have an owner', () => {
    assert.deepEqual(
      findingsOf(ownerMissing, around(10, 6)).map(({ message }) => message),
      [
        'This runbook has no owner: neither its text nor an owners file names one (6 of 10 other runbooks in runbooks/ have one)',
      ],
    );
  });

  it('asks for five others, of which six in ten have one', () => {
    assert.equal(findingsOf(ownerMissing, around(10, 5)).length, 0);
    assert.equal(findingsOf(ownerMissing, around(5, 3)).length, 1);
    assert.equal(findingsOf(ownerMissing, around(4, 4)).length, 0);
    assert.equal(findingsOf(ownerMissing, around(20, 0)).length, 0);
  });

  it('is silent where the pages beside it have none', () => {
    const manual = Object.fromEntries([1, 2, 3, 4, 5, 6].map((index) => [`docs/manual/${index}.md`, owned]));
    const missing = (text: string): number => {
      const files = { ...manual, 'docs/cluster/pods.md': '# C\n', 'docs/cluster/a.md': text };
      const catalog = catalogOf(files, { kinds: { runbook: ['docs/manual/**', 'docs/cluster/pods.md'] } });
      return findingsOf(ownerMissing, contextIn(catalog, 'docs/cluster/pods.md')).length;
    };
    assert.equal(missing('# Page\n'), 0);
    assert.equal(missing(owned), 1);
  });

  it('always asks where the configuration or the template does', () => {
    const always = { ...around(0, 0), options: { 'owner-missing': { always: true } } };
    assert.match(findingsOf(ownerMissing, always)[0]?.message ?? '', /\(the configuration requires one\)$/);
    const catalog = catalogOf({
      '.runbook-lens/templates/t.md': '---\nrunbook-lens:\n  kind: runbook\nteam:\n---\n# T\n\n## Steps\n',
      'runbooks/a.md': '---\nteam:\n---\n# A\n\n## Steps\n\nGo.\n',
    });
    const [finding] = findingsOf(ownerMissing, contextIn(catalog, 'runbooks/a.md'));
    assert.match(
      finding?.message ?? '',
      /^This runbook has no owner: "team" in its front matter is empty \(the template T requires/,
    );
    assert.deepEqual(finding?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } });
  });

  it('counts owners by files, in comments, and people in postmortems', () => {
    const context = around(10, 10);
    assert.deepEqual(findingsOf(ownerMissing, { ...context, ownersOf: () => ['@us'] }), []);
    for (const [kind, text] of [
      ['runbook', '<!-- Owner: @jo -->\n\n# C\n'],
      ['postmortem', '# C\n\n## Authors\n\n- Jo\n'],
      ['postmortem', '# C\n\n## Responders\n\n- Jo\n- Max\n'],
    ] as const) {
      const always = { ...contextOf(documentOf(kind, text)), options: { 'owner-missing': { always: true } } };
      assert.deepEqual(findingsOf(ownerMissing, always), [], text);
    }
  });
});
