import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type CatalogDocument } from '../../../../../src/core/document/document.ts';
import { applyEdits, withoutOverlaps, type TextEdit } from '../../../../../src/core/text/edit.ts';
import type { Finding } from '../../../../../src/core/text/finding.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { check, checkWithFixes } from '../../../../../src/core/check/rules/check.ts';
import { builtInTemplates } from '../../../../../src/core/team/templates/builtin/index.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';
import { assertInside } from '../../../support/assertions.ts';
import { contextOf, documentOf } from '../../../support/context.ts';

const kinds = fc.constantFrom('runbook', 'postmortem');

/** A document that follows nothing in particular, or a built-in convention with some sections taken away. */
const documents = kinds.chain((kind) =>
  fc
    .oneof(
      { weight: 4, arbitrary: plausibleDocument(kind) },
      { weight: 2, arbitrary: wildMarkdown },
      { weight: 3, arbitrary: incomplete(kind) },
    )
    .map((text) => documentOf(kind, text)),
);

function incomplete(kind: 'runbook' | 'postmortem'): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...builtInTemplates.filter((template) => template.kind === kind)),
      fc.infiniteStream(fc.boolean()),
      fc.constantFrom('\n', '\r\n', '\r'),
    )
    .map(([template, keep, eol]) => {
      const [head = '', ...sections] = template.text.split(/(?=^## )/m);
      return [head, ...sections.filter(() => keep.next().value)].join('').replaceAll('\n', eol);
    });
}

/** The document, and others of its kind beside it: enough to show a custom, or too few. */
const neighbourly = documents.chain((document) => {
  const kind = document.kind === 'postmortem' ? 'postmortem' : 'runbook';
  const others = fc.array(
    fc.oneof({ weight: 3, arbitrary: incomplete(kind) }, { weight: 1, arbitrary: plausibleDocument(kind) }),
    { maxLength: 7 },
  );
  return others.map((texts) => ({
    document,
    others: texts.map((text, index) => documentOf(kind, text, `${kind}s/other-${index}.md`)),
  }));
});

function fixed(document: CatalogDocument, edits: readonly TextEdit[]): CatalogDocument {
  return readDocument(document, applyEdits(document.text, edits), document);
}

/** What a finding says but for its evidence, which names and counts the sections that there are. */
function keyOf({ rule, section, message }: Finding): string {
  return [rule, section, message.replace(/[(;].*$/, '').replace(/\d+/g, 'n')].join(' | ');
}

/** The rules about sections: in a text whose fences are never closed others may see more of it after an insertion. */
const aboutSections = ['missing-section', 'empty-section', 'section-order', 'duplicate-section'];

/** Fails unless the sections that are missing are just those expected, and no other finding about sections came up. */
function assertLeft(found: readonly string[], expected: readonly string[], text: string): void {
  const isMissing = (key: string): boolean => key.startsWith('missing-section');
  assert.deepEqual(found.filter(isMissing), expected.filter(isMissing), text);
  const rest = [...expected];
  for (const key of found.filter((candidate) => aboutSections.some((rule) => candidate.startsWith(`${rule} `)))) {
    const known = rest.indexOf(key);
    assert.notEqual(known, -1, `new: ${key}\n${text}`);
    rest.splice(known, 1);
  }
}

function keysOf(...[document, others, counted]: Parameters<typeof contextOf>): string[] {
  return check(contextOf(document, others, counted))
    .map(keyOf)
    .toSorted();
}

describe('findings of any document', () => {
  it('lie inside its text, and are the same each time', () => {
    fc.assert(
      fc.property(neighbourly, ({ document, others }) => {
        const findings = check(contextOf(document, others));
        for (const finding of findings) {
          assertInside(Lines.of(document.text), finding.range, finding.message);
        }
        assert.deepEqual(check(contextOf(document, others)), findings);
      }),
      { numRuns: examples(300) },
    );
  });
});

describe('a quick fix', () => {
  it('removes its finding and adds no other', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const before = keysOf(document);
        const checked = checkWithFixes(contextOf(document));
        for (const finding of checked.findings) {
          const fix = checked.fixFor(finding);
          if (fix !== undefined) {
            const left = before.toSpliced(before.indexOf(keyOf(finding)), 1);
            assertLeft(keysOf(fixed(document, fix.edits)), left, applyEdits(document.text, fix.edits));
          }
        }
      }),
      { numRuns: examples(1000) },
    );
  });

  // A document has no vote on what is expected of it, so the custom is the same before and after.
  it('removes its finding and adds no other when neighbours show a custom', () => {
    fc.assert(
      fc.property(neighbourly, ({ document, others }) => {
        const before = keysOf(document, others);
        const checked = checkWithFixes(contextOf(document, others));
        for (const finding of checked.findings) {
          const fix = checked.fixFor(finding);
          if (fix !== undefined) {
            const left = before.toSpliced(before.indexOf(keyOf(finding)), 1);
            assertLeft(keysOf(fixed(document, fix.edits), others), left, applyEdits(document.text, fix.edits));
          }
        }
      }),
      { numRuns: examples(500) },
    );
  });

  it('exists for every section that is missing from a document that follows a convention', () => {
    fc.assert(
      fc.property(
        kinds.chain((kind) => incomplete(kind).map((text) => documentOf(kind, text))),
        (document) => {
          const checked = checkWithFixes(contextOf(document));
          for (const finding of checked.findings.filter(({ rule }) => rule === 'missing-section')) {
            assert.ok(checked.fixFor(finding), finding.message);
          }
        },
      ),
      { numRuns: examples(200) },
    );
  });

  it('only inserts, with the line breaks of the document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const checked = checkWithFixes(contextOf(document));
        const all = [
          ...checked.findings.map((finding) => checked.fixFor(finding)),
          ...checked.fixAll().map(({ fix }) => fix),
        ];
        for (const { edits } of all.filter((fix) => fix !== undefined)) {
          const lines = Lines.of(document.text);
          for (const { range, newText } of edits) {
            assertInside(lines, range, 'edit');
            assert.deepEqual(range.start, range.end);
            assert.doesNotMatch(newText.replaceAll(document.eol, ''), /[\r\n]/);
          }
          assert.equal(withoutInsertions(document.text, edits), document.text);
        }
      }),
      { numRuns: examples(500) },
    );
  });
});

/** What is left of the edited text when each inserted text is cut out again. */
function withoutInsertions(text: string, edits: readonly TextEdit[]): string {
  const lines = Lines.of(text);
  let result = applyEdits(text, edits);
  const inOrder = edits
    .map((edit) => ({ at: lines.offsetAt(edit.range.start), newText: edit.newText }))
    .toSorted((a, b) => a.at - b.at);
  for (const { at, newText } of inOrder) {
    assert.equal(result.slice(at, at + newText.length), newText);
    result = result.slice(0, at) + result.slice(at + newText.length);
  }
  return result;
}

describe('the fix for all missing sections', () => {
  it('removes every missing section and adds no finding', () => {
    fc.assert(
      fc.property(neighbourly, ({ document, others }) => {
        const checked = checkWithFixes(contextOf(document, others));
        const left = keysOf(document, others).filter((key) => !key.startsWith('missing-section'));
        for (const { fix } of checked.fixAll().filter(({ rule }) => rule === 'missing-section')) {
          assertLeft(keysOf(fixed(document, fix.edits), others), left, applyEdits(document.text, fix.edits));
        }
      }),
      { numRuns: examples(500) },
    );
  });

  it('comes, with those of other rules, to an end', () => {
    fc.assert(
      fc.property(documents, (document) => {
        let current = document;
        for (let pass = 0; pass < 4; pass += 1) {
          const edits = checkWithFixes(contextOf(current))
            .fixAll()
            .flatMap(({ fix }) => fix.edits);
          current = fixed(current, withoutOverlaps(current.text, edits));
        }
        assert.deepEqual(checkWithFixes(contextOf(current)).fixAll(), []);
      }),
      { numRuns: examples(300) },
    );
  });

  it('keeps the line breaks of a document that has one kind of them', () => {
    fc.assert(
      fc.property(
        kinds.chain((kind) =>
          fc
            .tuple(incomplete(kind), fc.constantFrom('\n', '\r\n', '\r'))
            .map(([text, eol]) => documentOf(kind, text.replace(/\r\n?|\n/g, eol))),
        ),
        (document) => {
          for (const { fix } of checkWithFixes(contextOf(document)).fixAll()) {
            assert.doesNotMatch(applyEdits(document.text, fix.edits).replaceAll(document.eol, ''), /[\r\n]/);
          }
        },
      ),
    );
  });
});
