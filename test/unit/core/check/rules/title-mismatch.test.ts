import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../../../src/core/document/document.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { titleMismatch } from '../../../../../src/core/check/rules/title-mismatch.ts';
import type { RuleContext } from '../../../../../src/core/check/rules/rule.ts';
import { titleIsName } from '../../../../../src/core/document/title-and-name.ts';
import { assertInside } from '../../../support/assertions.ts';
import { findingsOf, fixedBy } from '../../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { wildMarkdown } from '../../../support/markdown.ts';

const alerts = ['DiskFull', 'DiskSlow', 'LinkDown', 'LinkSlow', 'QueueFull', 'CacheCold'];

function among(
  text: string,
  path: string,
  names: readonly string[] = alerts,
  titleOf = (name: string) => name,
): RuleContext {
  const others = names.map((name) => documentOf('runbook', `# ${titleOf(name)}\n`, `runbooks/${name}.md`));
  return contextOf(documentOf('runbook', text, path), others);
}

describe('title-mismatch', () => {
  it('quotes title and file, names the twin and the evidence', () => {
    assert.deepEqual(
      findingsOf(titleMismatch, among('# LinkDown\n', 'runbooks/RelayDown.md')).map(({ message }) => message),
      [
        'The title is "LinkDown", but the file name is "RelayDown"; the title matches runbooks/LinkDown.md (6 of 6 other runbooks in runbooks/ have titles that match their file names)',
      ],
    );
  });

  it('is fixed in a heading of one plain word', () => {
    assert.equal(
      fixedBy(titleMismatch, among('# LinkDown #\r\n\r\ntext', 'runbooks/RelayDown.md')),
      '# RelayDown #\r\n\r\ntext',
    );
    assert.equal(fixedBy(titleMismatch, among('# *Link*Down\n', 'runbooks/RelayDown.md')), undefined);
    assert.equal(fixedBy(titleMismatch, among('LinkDown\n===\n', 'runbooks/RelayDown.md')), undefined);
    assert.equal(fixedBy(titleMismatch, among('---\ntitle: LinkDown\n---\n', 'runbooks/RelayDown.md')), undefined);
  });

  it('is found in the front matter where the text has no title', () => {
    const [finding] = findingsOf(titleMismatch, among('---\ntitle: LinkDown\n---\ntext\n', 'runbooks/RelayDown.md'));
    assert.deepEqual(finding?.range, { start: { line: 1, character: 7 }, end: { line: 1, character: 15 } });
  });

  it('is silent where titles are another thing, or too few tell', () => {
    assert.deepEqual(findingsOf(titleMismatch, among('# X\n', 'runbooks/RelayDown.md', alerts.slice(0, 4))), []);
    assert.deepEqual(
      findingsOf(
        titleMismatch,
        among('# X\n', 'runbooks/RelayDown.md', alerts, (name) => `About ${name.length}`),
      ),
      [],
    );
    assert.deepEqual(findingsOf(titleMismatch, among('# Overview\n', 'runbooks/README.md')), []);
    assert.deepEqual(findingsOf(titleMismatch, among('# X\n', 'RelayDown.md')), []);
    assert.deepEqual(findingsOf(titleMismatch, among('# Meaning\n\nx\n\n# Impact\n', 'runbooks/RelayDown.md')), []);
  });

  it('lets titles of several words say more than the file', () => {
    const tasks = ['add-user', 'move-queue', 'grow-disk', 'drain-node', 'empty-cache'];
    const titled = (text: string): RuleContext =>
      among(text, 'runbooks/rotate-db-password.md', tasks, (name) => name.replaceAll('-', ' '));
    for (const title of ['Rotate DB password', 'Rotate the password of the DB', 'How to rotate DB passwords']) {
      assert.deepEqual(findingsOf(titleMismatch, titled(`# ${title}\n`)), [], title);
    }
    assert.equal(findingsOf(titleMismatch, titled('# Grow disk\n')).length, 1);
    assert.equal(fixedBy(titleMismatch, titled('# Grow disk\n')), undefined);
  });

  it('takes spaces, general words and the name of a product in front for no difference', () => {
    const count = (title: string, name: string): number =>
      findingsOf(titleMismatch, among(`# ${title}\n`, `runbooks/${name}.md`, [...alerts, 'LinkLost'])).length;
    for (const [title, name] of [
      ['Relay Api Down Alert', 'RelayApiDown'],
      ['Alert: relay-api down', 'RelayApiDown'],
      ['RelayApiDown', 'RelayApiDownAlert'],
      ['Runbook: Relay API Down', 'RelayApiDown'],
      ['RelayDown playbook', 'relayDown'],
      ['CacheRelayFull', 'LinkCacheRelayFull'],
      ['Link Cache Relay Full', 'CacheRelayFull'],
    ] as const) {
      assert.equal(count(title, name), 0, title);
    }
    for (const [title, name] of [
      ['Relay Api Slow Alert', 'RelayApiDown'],
      ['CacheFull', 'LinkCacheRelayFull'],
      ['Alert', 'RelayApiDown'],
      // Few names begin with "Relay", and another document has the name.
      ['RelayApiDown', 'ApiDown'],
      ['QueueFull', 'LinkQueueFull'],
    ] as const) {
      assert.equal(count(title, name), 1, title);
    }
  });

  it('takes remarks, dates and numbers beside the name for no difference', () => {
    for (const [path, title] of [
      ['PM2025-001 - Mail was late.md', 'Mail was late'],
      ['2025-10-13-mail-was-late.md', 'Mail was late'],
      ['2025-10-13-mail-was-late.md', '2025-10-13: Mail was late'],
      ['DiskFull.md', 'DiskFull [deprecated]'],
      ['DiskFull.html.md.erb', 'Disk full'],
    ] as const) {
      assert.ok(titleIsName(documentOf('postmortem', `# ${title}\n`, path)), path);
    }
  });

  it('lies inside any text, and its fix changes the title alone', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          wildMarkdown,
          wildMarkdown.map((text) => `# LinkDown\n${text}`),
        ),
        (text) => {
          const context = among(text, 'runbooks/RelayDown.md');
          for (const finding of titleMismatch.check(context)) {
            assertInside(Lines.of(text), finding.range, finding.message);
            const fix = finding.fix?.();
            if (fix !== undefined) {
              const document = readDocument(context.document, applyEdits(text, fix.edits), context.document);
              assert.deepEqual(findingsOf(titleMismatch, { ...context, document }), []);
              const others = ({ sections }: typeof document): unknown[] =>
                sections
                  .filter(({ titleRange }) => titleRange.start.line !== finding.range.start.line)
                  .map(({ title, level }) => [title, level]);
              assert.deepEqual(others(document), others(context.document));
            }
          }
        },
      ),
      { numRuns: examples(500) },
    );
  });
});
