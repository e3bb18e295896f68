import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reviewOf } from '../../../../../src/core/check/facts/review.ts';
import { statedIn } from '../../../../../src/core/document/facts/stated.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { assertInside } from '../../../support/assertions.ts';
import { documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

/** What a text states, and the text that stands at each place. */
function stated(text: string): Array<readonly [name: string, text: string, there: string]> {
  const document = documentOf('runbook', text);
  const lines = Lines.of(text);
  return statedIn(document).map(({ name, text: said, range }) => [
    name,
    said,
    text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)),
  ]);
}

describe('what a document states', () => {
  it('stands in front matter, labels, tables and below headings', () => {
    assert.deepEqual(stated('---\nseverity: "SEV-1"\nservices: [a, b]\n---\n'), [
      ['severity', 'SEV-1', 'SEV-1'],
      ['services', 'a', 'a'],
      ['services', 'b', 'b'],
    ]);
    for (const line of [
      '**Severity:** SEV-2',
      '- **Severity**: SEV-2',
      '* Severity: `SEV-2`',
      '> __Severity:__ SEV-2  ',
      'Severity: **SEV-2**',
    ]) {
      assert.deepEqual(stated(`# T\n\n${line}\n`), [['severity', 'SEV-2', 'SEV-2']], line);
    }
    assert.deepEqual(stated('# T\n\n| Fact | |\n| --- | --- |\n| **Severity** | SEV-2 |\n'), [
      ['severity', 'SEV-2', 'SEV-2'],
    ]);
    assert.deepEqual(stated('# T\n\n## Severity\n\n- SEV-2\n'), [['severity', 'SEV-2', 'SEV-2']]);
  });

  it('is nothing in placeholders, in code and in the header of a table', () => {
    for (const text of [
      '**Severity:** TODO',
      '**Severity:** <severity>',
      'Severity: SEV-X',
      '```\nSeverity: high\n```',
      '| Severity | Count |\n| --- | --- |',
      'Date: YYYY-MM-DD',
      'Owner: ${OWNER}',
    ]) {
      assert.deepEqual(stated(`# T\n\n${text}\n`), [], text);
    }
  });

  it('lies inside any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown, plausibleDocument('runbook')), (text) => {
        const lines = Lines.of(text);
        const document = documentOf('runbook', text);
        statedIn(document).forEach(({ range, name }) => assertInside(lines, range, name));
        const review = reviewOf(document);
        if (review !== undefined) {
          assertInside(lines, review.range, 'review');
        }
      }),
      { numRuns: examples(700) },
    );
  });

  it('is read from long lines', () => {
    stated(
      `# T\n\n${'- **a: '.repeat(50_000)}\n\n${' '.repeat(200_000)}:${' '.repeat(200_000)}x\n\n|${' |'.repeat(50_000)}\n`,
    );
  });
});

describe('reviews', () => {
  const due = (text: string, kind: 'runbook' | 'postmortem' = 'runbook'): string | undefined =>
    reviewOf(documentOf(kind, text))?.due;

  it('are due an interval after the last one, by the calendar', () => {
    assert.equal(due('---\nlast_reviewed_on: 2024-08-31\nreview_in: 6 months\n---\n'), '2025-02-28');
    assert.equal(due('---\nlast-reviewed: 2024-02-29\nreview_every: 1 year\n---\n'), '2025-02-28');
    assert.equal(due('# T\n\n_Last reviewed: 2 January 2024_\n\nThis page is reviewed every 90 days.\n'), '2024-04-01');
  });

  it('are due by the date that is set, the later of two declarations', () => {
    assert.equal(due('---\nreview_by: 2025-01-01\n---\n'), '2025-01-01');
    assert.equal(
      due('---\nlast_reviewed: 2024-01-01\nreview_in: 1 month\nnext_review: 2025-01-01\n---\n'),
      '2025-01-01',
    );
    assert.equal(
      due('---\nlast_reviewed: 2025-01-01\nreview_in: 1 month\nnext_review: 2024-01-01\n---\n'),
      '2025-02-01',
    );
  });

  it('are not made up', () => {
    for (const text of [
      '---\nlast_reviewed: 2019-01-01\n---\n',
      '---\nreview_in: 6 months\n---\n',
      'Review every 6 months.',
      '---\nreview_by: Jane\n---\n',
      '---\nlast_reviewed: 03/04/2019\nreview_in: 1 month\n---\n',
    ]) {
      assert.equal(due(text), undefined, text);
    }
    assert.equal(due('---\nreview_date: 2020-01-01\n---\n', 'postmortem'), undefined);
    assert.equal(due('---\nreview_date: 2020-01-01\n---\n'), '2020-01-01');
  });
});
