import assert from 'node:assert/strict';
import { reviewedEdits, reviewOf, usualReviewKey } from '../../../../../src/core/check/facts/review.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { documentOf } from '../../../support/context.ts';

const reviewed = (text: string, key = 'last_reviewed'): string => {
  const document = documentOf('runbook', text);
  return applyEdits(document.text, reviewedEdits(document, '2026-05-04', key));
};

describe('a review that is noted', () => {
  it('replaces the date of the last one, wherever the document states it, and nothing else', () => {
    for (const text of [
      '---\ntitle: A\nlast_reviewed: 2025-01-02\nreview_every: 6 months\n---\n# A\n',
      '---\nlast-reviewed: "2025-01-02" # by Ada\n---\n# A\n',
      '# A\n\n**Last reviewed:** 2025-01-02 (Ada)\n\nText.\n',
      '# A\n\n| Owner | Ada |\n| --- | --- |\n| Last reviewed | 2025-01-02 |\n',
      '# A\n\nOwner: Ada | Last reviewed: 2025-01-02 | Review every 6 months\n',
      '# A\r\n\r\nLast reviewed: 2025-01-02\r\n',
    ]) {
      assert.equal(reviewed(text), text.replace('2025-01-02', '2026-05-04'));
    }
  });

  it('is a new key of front matter otherwise, or fills an empty one', () => {
    assert.equal(reviewed('---\ntitle: A\n---\n# A\n'), '---\ntitle: A\nlast_reviewed: 2026-05-04\n---\n# A\n');
    assert.equal(reviewed('# A\n', 'reviewed'), '---\nreviewed: 2026-05-04\n---\n\n# A\n');
    assert.equal(reviewed('---\nlast_reviewed:\n---\n# A\n'), '---\nlast_reviewed: 2026-05-04\n---\n# A\n');
  });

  it('changes nothing on the same day', () => {
    const text = '---\nlast_reviewed: 2026-05-04\n---\n# A\n';
    assert.equal(reviewed(text), text);
  });

  it('moves the next one', () => {
    const text = '---\nlast_reviewed: 2025-01-02\nreview_every: 6 months\n---\n# A\n';
    assert.equal(reviewOf(documentOf('runbook', reviewed(text)))?.due, '2026-11-04');
  });

  it('has the key that most documents use', () => {
    const having = (key: string) => documentOf('runbook', `---\n${key}: 2025-01-01\n---\n# A\n`);
    assert.equal(usualReviewKey([having('reviewed'), having('last-review'), having('reviewed')]), 'reviewed');
    assert.equal(usualReviewKey([documentOf('runbook', '# A\n')]), 'last_reviewed');
  });
});
