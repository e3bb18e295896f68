import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type CatalogDocument } from '../../../../../src/core/document/document.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { check } from '../../../../../src/core/check/rules/check.ts';
import type { RuleContext } from '../../../../../src/core/check/rules/rule.ts';
import { sectionOrder } from '../../../../../src/core/check/rules/section-order.ts';
import { assertInside } from '../../../support/assertions.ts';
import { catalogOf, contextIn, findingsOf, fixedBy } from '../../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const template = `---
runbook-lens:
  kind: runbook
  name: Alert
---
# \${title}

## Meaning

## Impact

## Diagnosis

## Mitigation
`;

function governed(text: string): RuleContext {
  return contextIn(catalogOf({ '.runbook-lens/templates/alert.md': template, 'runbooks/a.md': text }), 'runbooks/a.md');
}

const tidy = '# A\n\n## Meaning\n\nm\n\n## Impact\n\ni\n\n## Diagnosis\n\nd\n\n## Mitigation\n\nx\n';
const neighbours = Array.from({ length: 9 }, (_, index) => documentOf('runbook', tidy, `runbooks/other-${index}.md`));

describe('section-order', () => {
  it('reports as few sections as can be, with the one to follow and the reason', () => {
    const context = governed('# A\n\n## Mitigation\n\nx\n\n## Meaning\n\nm\n\n## Impact\n\ni\n\n## Diagnosis\n\nd');
    assert.deepEqual(
      findingsOf(sectionOrder, context).map(({ message }) => message),
      ['Section out of order: Mitigation should come after Diagnosis (the order of the template Alert)'],
    );
    assert.equal(
      fixedBy(sectionOrder, context),
      '# A\n\n## Meaning\n\nm\n\n## Impact\n\ni\n\n## Diagnosis\n\nd\n\n## Mitigation\n\nx',
    );
  });

  it('moves a section with all that stands in it, and keeps CRLF and blank lines as they are', () => {
    const text =
      '# A\n\n## Impact\n\ni\n\n### Who\n\n```\n## code\n```\n\n\n## Meaning\nm\n\n## Notes\n\nn\n'.replaceAll(
        '\n',
        '\r\n',
      );
    assert.equal(
      fixedBy(sectionOrder, governed(text)),
      '# A\n\n## Meaning\nm\n\n## Impact\n\ni\n\n### Who\n\n```\n## code\n```\n\n\n## Notes\n\nn\n'
        .replaceAll('\n', '\r\n')
        .replace('```\r\n\r\n\r\n## Notes', '```\r\n\r\n## Notes')
        .replace('# A\r\n\r\n## Meaning', '# A\r\n\r\n\r\n## Meaning'),
    );
  });

  it('puts several sections in order at once', () => {
    const text = '# A\n\n## Mitigation\n\nx\n\n## Diagnosis\n\nd\n\n## Impact\n\ni\n\n## Meaning\n\nm\n';
    const context = governed(text);
    assert.equal(findingsOf(sectionOrder, context).length, 3);
    assert.equal(fixedBy(sectionOrder, context), tidy);
  });

  it('leaves the text alone where a move would change what it says', () => {
    const setext = governed('# A\n\nImpact\n---\n\ni\n\nMeaning\n---\n\nm\n');
    assert.equal(findingsOf(sectionOrder, setext).length, 1);
    assert.equal(fixedBy(sectionOrder, setext), undefined);
    const open = governed('# A\n\n## Meaning\n\nm\n\n## Diagnosis\n\nd\n\n## Impact\n\n```\nnever closed\n');
    assert.equal(findingsOf(sectionOrder, open).length, 1);
  });

  it('asks for eight others that have both sections', () => {
    const swapped = documentOf(
      'runbook',
      '# A\n\n## Meaning\n\nm\n\n## Impact\n\ni\n\n## Mitigation\n\nx\n\n## Diagnosis\n\nd\n',
      'runbooks/a.md',
    );
    assert.equal(findingsOf(sectionOrder, contextOf(swapped, neighbours.slice(0, 8))).length, 1);
    assert.equal(findingsOf(sectionOrder, contextOf(swapped, neighbours.slice(0, 7))).length, 0);
    const divided = [...neighbours.slice(0, 7), ...[1, 2].map((index) => ({ ...swapped, uri: `x${index}` }))];
    assert.equal(findingsOf(sectionOrder, contextOf(swapped, divided)).length, 0);
  });

  it('says how many of the others have it in the usual order', () => {
    const swapped = documentOf(
      'runbook',
      '# A\n\n## Meaning\n\nm\n\n## Impact\n\ni\n\n## Mitigation\n\nx\n\n## Diagnosis\n\nd\n',
      'runbooks/a.md',
    );
    const [finding] = findingsOf(sectionOrder, contextOf(swapped, neighbours));
    assert.equal(
      finding?.message,
      'Section out of order: Mitigation should come after Diagnosis (9 of 9 other runbooks in runbooks/ with both sections have Diagnosis before Mitigation)',
    );
  });

  it('has fixes that remove the finding, add none and keep every line', () => {
    const shuffled = fc
      .tuple(
        fc.shuffledSubarray(['Meaning', 'Impact', 'Diagnosis', 'Mitigation', 'Our own'], { minLength: 2 }),
        fc.infiniteStream(
          fc.constantFrom(
            'text',
            '',
            'TODO',
            '```\n## x\n```',
            '### Deeper\n\nmore',
            '```\nopen',
            '> ## quoted',
            '- a\n- b',
            'a\n\n\n',
            '<!-- c',
            'x\n---',
          ),
        ),
        fc.constantFrom('\n', '\n\n'),
        fc.constantFrom('', '\n', '\n\n\n'),
        fc.constantFrom('\n', '\r\n', '\r'),
      )
      .map(([titles, bodies, joint, end, eol]) =>
        (
          `# A${joint}` +
          titles.map((title) => `## ${title}${joint}${bodies.next().value}`).join(joint) +
          end
        ).replaceAll('\n', eol),
      );
    const texts = fc.oneof({ weight: 5, arbitrary: shuffled }, plausibleDocument('runbook'), wildMarkdown);
    fc.assert(
      fc.property(texts, fc.boolean(), (text, byTemplate) => {
        const context = byTemplate
          ? governed(text)
          : contextOf(documentOf('runbook', text, 'runbooks/a.md'), neighbours);
        const reports = Array.from(sectionOrder.check(context));
        reports.forEach(({ range, message }) => assertInside(Lines.of(text), range, message));
        const fixes = reports.map((report) => [report.fix?.(), 1] as const);
        for (const [fix, solved] of [...fixes, [sectionOrder.fixAll?.(context, reports), reports.length] as const]) {
          if (fix !== undefined) {
            const after = again(context, applyEdits(context.document.text, fix.edits));
            assert.deepEqual(linesOf(after.document), linesOf(context.document));
            assert.equal(findingsOf(sectionOrder, after).length, reports.length - solved);
            assert.equal(check(after).length, check(context).length - solved);
          }
        }
      }),
      { numRuns: examples(1500) },
    );
  });
});

/** The same context for a document's new text. */
function again(context: RuleContext, text: string): RuleContext {
  return { ...context, document: readDocument(context.document, text, context.document) };
}

function linesOf({ text }: CatalogDocument): string[] {
  return text.split(/\r\n|\r|\n/).toSorted();
}
