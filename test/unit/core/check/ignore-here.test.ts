import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type CatalogDocument } from '../../../../src/core/document/document.ts';
import { applyEdits } from '../../../../src/core/text/edit.ts';
import type { Finding } from '../../../../src/core/text/finding.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { check } from '../../../../src/core/check/rules/check.ts';
import { ignoreHere } from '../../../../src/core/check/ignore-here.ts';
import { unsuppressed } from '../../../../src/core/document/suppressions.ts';
import { assertInside } from '../../support/assertions.ts';
import { contextOf, documentOf } from '../../support/context.ts';
import { examples } from '../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../support/markdown.ts';

const documents = fc
  .constantFrom('runbook' as const, 'postmortem' as const)
  .chain((kind) =>
    fc
      .oneof({ weight: 3, arbitrary: plausibleDocument(kind) }, { weight: 2, arbitrary: wildMarkdown })
      .map((text) => documentOf(kind, text)),
  );

function ignored(document: CatalogDocument, finding: Finding): CatalogDocument {
  return readDocument(document, applyEdits(document.text, ignoreHere(document, finding).edits), document);
}

/** Whether no comment runs to the end of the text: one inside it ends it. */
function closesItsComments(text: string): boolean {
  return text.match(/<!--/g)?.length === text.match(/-->/g)?.length;
}

function namesOf({ sections }: CatalogDocument): string {
  return sections.map(({ name, level, parent }) => `${name} ${level} ${parent}`).join('|');
}

/** The text with the comment that ignores a finding on a line of it. */
function withComment(text: string, line: number, rule = 'some-rule'): string {
  const range = { start: { line, character: 0 }, end: { line, character: 1 } };
  return ignored(documentOf('runbook', text), { rule, severity: 'hint', range, message: '' }).text;
}

function keyOf({ rule, section, message }: Finding): string {
  return [rule, section, message.replace(/[(;].*$/, '')].join(' | ');
}

describe('ignoreHere', () => {
  it('puts a comment at the end of a line of text', () => {
    assert.equal(
      withComment('# T\n\nOne\ntwo  \nthree\n', 3),
      '# T\n\nOne\ntwo <!-- runbook-lens-disable-line some-rule -->  \nthree\n',
    );
    assert.equal(withComment('- one\n- two\n', 1), '- one\n- two <!-- runbook-lens-disable-line some-rule -->\n');
  });

  it('puts it before headings, tables and code', () => {
    const next = '<!-- runbook-lens-disable-next-line some-rule -->';
    assert.equal(withComment('Text\n\n## Impact\n', 2), `Text\n\n${next}\n## Impact\n`);
    assert.equal(withComment('Impact\n---\n', 0), `${next}\nImpact\n---\n`);
    assert.equal(withComment('| a |\n| - |\n| 1 |\n', 2), `${next}\n| a |\n| - |\n| 1 |\n`);
    assert.equal(withComment('```sh\nls\n```\n', 1), `${next}\n\`\`\`sh\nls\n\`\`\`\n`);
    assert.equal(withComment('> \t', 0), '> <!-- runbook-lens-disable-file some-rule -->\n> \t');
    const lazy = '> quote\n| a | b |\n| --- | --- |\n| 1 |  |\n';
    assert.equal(withComment(`${lazy}\tcode\n`, 4), `${lazy} ${next}\n\tcode\n`);
    assert.equal(withComment('# T\n\n> \t \t queue\n', 2), `# T\n\n> ${next}\n> \t \t queue\n`);
  });

  it('puts it behind a bold title that stands alone on its line', () => {
    assert.equal(
      withComment('# T\n\n**Impact**\n\nx\n', 2),
      '# T\n\n**Impact** <!-- runbook-lens-disable-line some-rule -->\n\nx\n',
    );
    assert.equal(
      withComment('# T\n\n**Impact**: x\n', 2),
      '# T\n\n**Impact**: x <!-- runbook-lens-disable-line some-rule -->\n',
    );
  });

  it('puts it into the list item or quotation that the block stands in', () => {
    const next = '<!-- runbook-lens-disable-next-line some-rule -->';
    assert.equal(
      withComment('1. a\n\n   ```sh\n   ls\n   ```\n', 3),
      `1. a\n\n   ${next}\n   \`\`\`sh\n   ls\n   \`\`\`\n`,
    );
    assert.equal(withComment('> ```sh\n> ls\n> ```\n', 1), `> ${next}\n> \`\`\`sh\n> ls\n> \`\`\`\n`);
  });

  it('puts it before indented code, not into it', () => {
    const next = '<!-- runbook-lens-disable-next-line some-rule -->';
    assert.equal(withComment('a\n\n    ls\n    rm\n', 3), `a\n\n${next}\n    ls\n    rm\n`);
    assert.equal(withComment('a\n\n\tls\n', 2), `a\n\n${next}\n\tls\n`);
  });

  it('is a comment of YAML in front matter', () => {
    assert.equal(
      withComment('---\na: 1\nb: 2\n---\n# T\n', 2),
      '---\na: 1\n# runbook-lens-disable-next-line some-rule\nb: 2\n---\n# T\n',
    );
    assert.equal(
      withComment('---\na: 1\n---\n# T\n', 0),
      '---\n# runbook-lens-disable-file some-rule\na: 1\n---\n# T\n',
    );
  });

  it('silences the whole file where the finding stands nowhere', () => {
    for (const text of ['', '\ufeff\n', '\n```sh\nls\n```\n', '<!-- a\nb -->\n']) {
      const document = documentOf('runbook', text);
      const finding: Finding = { rule: 'some-rule', severity: 'hint', range: document.titleRange, message: '' };
      const after = ignored(document, finding);
      assert.equal(after.text.replace('<!-- runbook-lens-disable-file some-rule -->\n', ''), text);
      assert.deepEqual(unsuppressed(after, [finding]), []);
    }
  });

  it('silences the whole file where broken front matter might be at fault elsewhere then', () => {
    assert.equal(
      withComment('---\na: 1\nb: [\n---\n# T\n', 2),
      '---\n# runbook-lens-disable-file some-rule\na: 1\nb: [\n---\n# T\n',
    );
  });

  it('has a title that names the rule', () => {
    const document = documentOf('runbook', '# T\n');
    const at = { line: 0, character: 0 };
    assert.equal(
      ignoreHere(document, { rule: 'empty-section', severity: 'hint', range: { start: at, end: at }, message: '' })
        .title,
      'Ignore empty-section here',
    );
  });

  it('silences the finding, and makes no new one', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const before = check(contextOf(document));
        fc.pre(closesItsComments(document.text));
        for (const finding of before) {
          const after = ignored(document, finding);
          if (namesOf(after) !== namesOf(document)) {
            // A line that markdown counts to the list above it, though it is not indented, begins anew below a comment.
            continue;
          }
          const left = check(contextOf(after)).map(keyOf);
          const keys = before.map(keyOf);
          const count = (all: readonly string[], key: string): number => all.filter((other) => other === key).length;
          assert.ok(count(left, keyOf(finding)) < count(keys, keyOf(finding)), `${keyOf(finding)}\n${after.text}`);
          const added = left.filter((key) => count(left, key) > count(keys, key));
          assert.deepEqual(added, [], `${keyOf(finding)}\n${after.text}`);
        }
      }),
      { numRuns: examples(300) },
    );
  });

  it('keeps all other text, the line breaks and the byte order mark', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const lines = Lines.of(document.text);
        for (const finding of check(contextOf(document))) {
          const { edits } = ignoreHere(document, finding);
          const [edit, ...others] = edits;
          assert.ok(edit !== undefined && others.length === 0);
          assertInside(lines, edit.range, 'edit');
          assert.deepEqual(edit.range.start, edit.range.end);
          const at = lines.offsetAt(edit.range.start);
          assert.equal(
            applyEdits(document.text, edits),
            document.text.slice(0, at) + edit.newText + document.text.slice(at),
          );
          assert.doesNotMatch(edit.newText.replace(document.eol, ''), /[\r\n]/);
          assert.ok(!document.text.startsWith('\ufeff') || at > 0);
        }
      }),
      { numRuns: examples(200) },
    );
  });

  it('silences what stands on any line that is not blank', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, chosen) => {
        const lines = Lines.of(document.text);
        const line = chosen % lines.count;
        fc.pre(lines.text(line).replace('\ufeff', '').trim() !== '');
        const at = { line, character: 0 };
        const finding: Finding = { rule: 'some-rule', severity: 'hint', range: { start: at, end: at }, message: '' };
        const after = ignored(document, finding);
        const added = Lines.of(after.text).count - lines.count;
        const moved = {
          ...finding,
          range: { start: { line: line + added, character: 0 }, end: { line: line + added, character: 0 } },
        };
        assert.deepEqual(unsuppressed(after, [moved]), [], after.text);
        assert.equal(unsuppressed(after, [{ ...moved, rule: 'other-rule' }]).length, 1);
      }),
      { numRuns: examples(300) },
    );
  });
});
