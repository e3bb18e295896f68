import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../../../src/core/document/document.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { check } from '../../../../../src/core/check/rules/check.ts';
import { metadataMissing } from '../../../../../src/core/check/rules/metadata-missing.ts';
import type { RuleContext } from '../../../../../src/core/check/rules/rule.ts';
import { assertInside } from '../../../support/assertions.ts';
import { catalogOf, contextIn, findingsOf, fixedBy } from '../../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const front = '---\ntitle: A\nseverity: high\nservices:\n  - a\nzone: UTC\n---\n';
const others = Array.from({ length: 9 }, (_, index) => documentOf('runbook', `${front}# A\n`, `runbooks/o${index}.md`));

function among(text: string, options: object = {}): RuleContext {
  const context = contextOf(documentOf('runbook', text, 'runbooks/a.md'), others);
  return { ...context, options: { 'metadata-missing': options } };
}

describe('metadata-missing', () => {
  it('names all keys in one finding, with the evidence', () => {
    assert.deepEqual(
      findingsOf(metadataMissing, among('---\ntitle: B\n---\n# B\n')).map(({ message }) => message),
      ['Missing in the front matter: severity, services, zone (9 of 9 other runbooks in runbooks/ have it)'],
    );
  });

  it('asks for eight others with front matter, and for nine in ten', () => {
    const bare = documentOf('runbook', '# B\n', 'runbooks/b.md');
    assert.equal(findingsOf(metadataMissing, contextOf(bare, others.slice(0, 8))).length, 1);
    assert.equal(findingsOf(metadataMissing, contextOf(bare, others.slice(0, 7))).length, 0);
    const two = [1, 2].map((index) => documentOf('runbook', '# C\n', `runbooks/c${index}.md`));
    assert.equal(findingsOf(metadataMissing, contextOf(bare, [...others, ...two])).length, 0);
  });

  it('counts the pages beside it, whatever their kind, each folder by itself', () => {
    const manual = Object.fromEntries(others.map((_, index) => [`docs/manual/o${index}.md`, `${front}# A\n`]));
    const missing = (files: Readonly<Record<string, string>>, path: string): number => {
      const catalog = catalogOf(
        { ...manual, ...files },
        { kinds: { runbook: ['docs/manual/**', 'docs/cluster/pods.md', 'docs/*/index.md'] } },
      );
      return findingsOf(metadataMissing, contextIn(catalog, path)).length;
    };
    const pages = (text: string): Record<string, string> =>
      Object.fromEntries([1, 2, 3].map((index) => [`docs/cluster/page-${index}.md`, text]));
    const pods = { 'docs/cluster/pods.md': '# Pods\n' };
    assert.equal(missing({ ...pods, ...pages('# Page\n') }, 'docs/cluster/pods.md'), 0);
    assert.equal(missing({ ...pods, ...pages(`${front}# Page\n`) }, 'docs/cluster/pods.md'), 1);
    assert.equal(missing({ ...pods, 'docs/cluster/README.md': front }, 'docs/cluster/pods.md'), 0);
    assert.equal(missing(pods, 'docs/cluster/pods.md'), 0);
    assert.equal(missing({ 'docs/manual/b.md': '# B\n' }, 'docs/manual/b.md'), 1);
    // Each page in a folder of its own.
    const bundles = { 'docs/a/index.md': front, 'docs/b/index.md': front, 'docs/c/index.md': '# C\n' };
    assert.equal(missing(bundles, 'docs/c/index.md'), 1);
    assert.equal(missing({ ...bundles, 'docs/b/index.md': '# B\n' }, 'docs/c/index.md'), 0);
  });

  it('is fixed in the usual order, between what is there', () => {
    assert.equal(
      fixedBy(metadataMissing, among('---\nservices:\n  - b\n  - c\nown: 1\n---\n# B\n')),
      '---\ntitle:\nseverity:\nservices:\n  - b\n  - c\nzone:\nown: 1\n---\n# B\n',
    );
    assert.equal(
      fixedBy(metadataMissing, among('---\nown: 1\n---\n')),
      '---\nown: 1\ntitle:\nseverity:\nservices:\nzone:\n---\n',
    );
  });

  it('is fixed with front matter where there is none, behind a byte order mark', () => {
    assert.equal(
      fixedBy(metadataMissing, among('\ufeff# B\r\n\r\ntext\r\n')),
      '\ufeff---\r\ntitle:\r\nseverity:\r\nservices:\r\nzone:\r\n---\r\n\r\n# B\r\n\r\ntext\r\n',
    );
  });

  it('does not ask for the end of what goes on', () => {
    const closed = Array.from({ length: 9 }, (_, index) =>
      documentOf(
        'postmortem',
        '---\nstatus: Closed\nend_time: 2026-01-01T10:00Z\nzone: UTC\n---\n',
        `postmortems/o${index}.md`,
      ),
    );
    const missing = (status: string): string[] =>
      findingsOf(metadataMissing, contextOf(documentOf('postmortem', `---\nstatus: ${status}\n---\n`), closed)).map(
        ({ message }) => message.replace(/ \(.*/, ''),
      );
    assert.deepEqual(missing('Draft'), ['Missing in the front matter: zone']);
    assert.deepEqual(missing('Closed'), ['Missing in the front matter: end_time, zone']);
  });

  it('asks a dated record for what all records near it in time have', () => {
    const missing = (
      lacking: readonly number[],
      of: number,
      name = (index: number) => `2025-01-${index + 10}-mail`,
    ) => {
      const [asked, ...around] = Array.from({ length: 14 }, (_, index) => (of + index) % 14).map((index) =>
        documentOf(
          'postmortem',
          `---\ntitle: A\n${lacking.includes(index) ? '' : 'zone: UTC\n'}---\n# A\n\n## Impact\n\nLate.\n`,
          `postmortems/${name(index)}.md`,
        ),
      );
      assert.ok(asked);
      return findingsOf(metadataMissing, contextOf(asked, around)).length;
    };
    assert.equal(missing([6], 6), 1);
    assert.equal(missing([13], 13), 1);
    // Given up, not yet there, only where it is wanted.
    assert.equal(missing([12, 13], 13), 0);
    assert.equal(missing([0], 0), 0);
    assert.equal(missing([5, 7], 7), 0);
    // Others in any order.
    assert.equal(
      missing([6, 7], 7, (index) => `mail-${'abcdefghijklmn'[index]}`),
      1,
    );
    assert.equal(
      missing([7], 7, (index) => `mail-${'abcdefghijklmn'[index]}`),
      1,
    );
  });

  it('asks a short notice of a status page for nothing', () => {
    const notice = '---\ntitle: Chat is slow\nresolved: true\naffected: [chat]\n---\n\n*Resolved*: all is well.\n';
    const full = notice.replace('---\ntitle', '---\naliases: [x]\ntitle');
    const others = Array.from({ length: 9 }, (_, index) => documentOf('postmortem', full, `postmortems/o${index}.md`));
    const count = (text: string): number =>
      findingsOf(metadataMissing, contextOf(documentOf('postmortem', text), others)).length;
    assert.equal(count(notice), 0);
    assert.equal(count(`${notice}\n## Causes\n\nA disk was full.\n`), 1);
  });

  it('has no fix where front matter is written in another way', () => {
    const context = among('---\n{ title: B }\n---\n# B\n');
    assert.equal(findingsOf(metadataMissing, context).length, 1);
    assert.equal(fixedBy(metadataMissing, context), undefined);
  });

  it('demands the keys that the configuration names', () => {
    const [finding] = findingsOf(
      metadataMissing,
      among(`${front.replace('zone: UTC\n', '')}# B\n`, { keys: ['Zone', 'on call', 'title'] }),
    );
    assert.equal(
      finding?.message,
      'Missing in the front matter: zone (9 of 9 other runbooks in runbooks/ have it); on call (required by the configuration)',
    );
    const fixed = fixedBy(metadataMissing, among(`${front}# B\n`, { keys: ['on call'] }));
    assert.ok(fixed?.includes('\nzone: UTC\n"on call":\n---\n'));
  });

  it('takes another name for the same fact, and leaves the owner to owner-missing', () => {
    const template =
      '---\nrunbook-lens:\n  kind: runbook\nowner: ${owner}\nseverity: ${severity}\n---\n# ${title}\n\n## Steps\n';
    const catalog = catalogOf({
      '.runbook-lens/templates/t.md': template,
      'runbooks/a.md': '---\nteam: us\nsev: high\n---\n# A\n\n## Steps\n\nGo.\n',
      'runbooks/b.md': '---\nseverity: high\n---\n# B\n\n## Steps\n\nGo.\n',
    });
    assert.deepEqual(findingsOf(metadataMissing, contextIn(catalog, 'runbooks/a.md')), []);
    assert.deepEqual(
      catalog.findings('runbooks/b.md').map(({ rule }) => rule),
      ['owner-missing'],
    );
  });

  it('has a fix that removes the finding, adds none and changes nothing else', () => {
    const texts = fc.oneof(
      plausibleDocument('runbook'),
      wildMarkdown,
      fc
        .tuple(
          fc.subarray([
            'title: B',
            'severity: SEV-1',
            'services: [x, y]',
            'zone: |\n  UTC\n',
            '# remark',
            'note: "a\n  b"',
            '',
          ]),
          fc.constantFrom('\n', '\r\n', '\r'),
        )
        .map(([keys, eol]) => `---\n${keys.join('\n')}\n---\n# B\n\ntext\n`.replaceAll('\n', eol)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const context = among(text);
        for (const finding of metadataMissing.check(context)) {
          assertInside(Lines.of(text), finding.range, finding.message);
          const fix = finding.fix?.();
          if (fix !== undefined) {
            const document = readDocument(context.document, applyEdits(text, fix.edits), context.document);
            const after = { ...context, document };
            const left = check(after).map(({ rule, message }) => `${rule} ${message.replace(/line \d+/, '')}`);
            const before = check(context).filter(({ rule }) => rule !== 'metadata-missing');
            assert.deepEqual(
              left.toSorted(),
              before.map(({ rule, message }) => `${rule} ${message.replace(/line \d+/, '')}`).toSorted(),
              document.text,
            );
            assert.ok(fix.edits.every(({ range }) => JSON.stringify(range.start) === JSON.stringify(range.end)));
          }
        }
      }),
      { numRuns: examples(700) },
    );
  });
});
