import assert from 'node:assert/strict';
import { reviewOverdue } from '../../../../../src/core/check/rules/review-overdue.ts';
import { findingsOf } from '../../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../../support/context.ts';

function messages(text: string, options: object = {}): string[] {
  const context = { ...contextOf(documentOf('runbook', text)), options: { 'review-overdue': options } };
  return findingsOf(reviewOverdue, context).map(({ message }) => message);
}

describe('review-overdue', () => {
  it('says since when, and why', () => {
    assert.deepEqual(messages('---\nlast_reviewed_on: 2025-01-31\nreview_in: 1 month\n---\n'), [
      'Review overdue since 2025-02-28: last reviewed on 2025-01-31, review due every 1 month',
    ]);
    assert.deepEqual(messages('# T\n\nLast reviewed: 2024-01-02. Reviewed quarterly.\n'), [
      'Review overdue since 2024-04-02: last reviewed on 2024-01-02, review due quarterly',
    ]);
    assert.deepEqual(messages('---\nexpires: 2026-06-14\n---\n'), [
      'Review overdue since 2026-06-14: stated as its next review date',
    ]);
  });

  it('is silent on the day itself and for the days of grace', () => {
    assert.deepEqual(messages('---\nreview_by: 2026-06-15\n---\n'), []);
    assert.deepEqual(messages('---\nreview_by: 2026-06-08\n---\n', { graceDays: 7 }), []);
    assert.equal(messages('---\nreview_by: 2026-06-07\n---\n', { graceDays: 7 }).length, 1);
  });
});
