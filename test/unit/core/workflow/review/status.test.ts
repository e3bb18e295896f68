import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import {
  meaningOf,
  reviewStatuses,
  reviewStatusOf,
  statusEdits,
} from '../../../../../src/core/workflow/review/status.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { plausibleDocument, withBreaks } from '../../../support/markdown.ts';
import { frontWith, recordContext, recordText } from './records.ts';

describe('meaningOf', () => {
  for (const [word, meaning] of [
    ['Draft', 'draft'],
    ['draft - do not share', 'draft'],
    ['Open', 'draft'],
    ['Resolved', 'draft'],
    ['In Review', 'in review'],
    ['in-review', 'in review'],
    ['IN_REVIEW', 'in review'],
    ['Em revisão', 'in review'],
    ['Reviewed', 'reviewed'],
    ['Review done', 'reviewed'],
    ['Geprüft', 'reviewed'],
    ['Complete', 'closed'],
    ['✅ Closed', 'closed'],
    ['Abgeschlossen', 'closed'],
    ['完了', 'closed'],
    ['Somewhere', undefined],
    ['Opening hours', undefined],
  ] as const) {
    it(`reads ${word} as ${meaning}`, () => {
      assert.equal(meaningOf(word), meaning);
    });
  }

  it('takes four words of the team by their places where they mean nothing by themselves', () => {
    const statuses = ['Sketch', 'With peers', 'Agreed', 'Filed'];
    assert.deepEqual(
      statuses.map((word) => meaningOf(word, { statuses })),
      reviewStatuses,
    );
    assert.equal(meaningOf('Filed', { statuses: statuses.slice(1) }), undefined);
  });
});

/** A record after its status has been changed. */
function changed(text: string, to: (typeof reviewStatuses)[number], words = {}): string | undefined {
  const edits = statusEdits(recordContext(text, words), to);
  return edits && applyEdits(text, edits);
}

describe('statusEdits', () => {
  it('changes the one line that states it, in the manner of the record', () => {
    for (const [own, written] of [
      ['Draft', 'In Review'],
      ['draft', 'in review'],
      ['DRAFT', 'IN REVIEW'],
      ['in-progress', 'in-review'],
      ['In progress', 'In review'],
      ['IN_PROGRESS', 'IN_REVIEW'],
    ]) {
      const text = recordText(frontWith('status', `status: ${own}`));
      assert.equal(changed(text, 'in review'), text.replace(`status: ${own}`, `status: ${written}`));
    }
  });

  it('writes the word that the team configured', () => {
    const text = recordText();
    const words = { statuses: ['draft', 'Under Review', 'Signed off', 'closed'] };
    assert.match(changed(text, 'in review', words) ?? '', /^status: Under Review$/m);
    assert.match(changed(text, 'reviewed', words) ?? '', /^status: Signed off$/m);
  });

  it('writes the word that the others use, where the record writes its own in that manner', () => {
    const others = ['Under review', 'Under review', 'In Review'].map((status, index) =>
      documentOf('postmortem', recordText(frontWith('status', `status: ${status}`)), `postmortems/${index}.md`),
    );
    const written = (own: string): string => {
      const document = documentOf('postmortem', recordText(frontWith('status', own)));
      return applyEdits(document.text, statusEdits(contextOf(document, others), 'in review') ?? []);
    };
    assert.match(written('status: Draft'), /^status: Under review$/m);
    assert.match(written('status: draft'), /^status: in review$/m);
    assert.match(written(''), /^status: Under review$/m);
  });

  it('changes a label where the record has one, and none where it states the status already', () => {
    const text = '# Search was down\r\n\r\n**Status:** Draft\r\n\r\n## Summary\r\n\r\nIt was.\r\n';
    assert.equal(changed(text, 'closed'), text.replace('Draft', 'Closed'));
    assert.equal(changed(text, 'draft'), text);
  });

  it('gives up where the status would not be the one that counts', () => {
    assert.equal(changed('---\nstatus: [Draft, Old]\n---\n\n# Search was down\n', 'closed'), undefined);
  });

  it('makes any record state the status, changes nothing else, and keeps its line breaks', () => {
    fc.assert(
      fc.property(
        plausibleDocument('postmortem'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(...reviewStatuses),
        (source, eol, status) => {
          const text = withBreaks(source.replace(/\r\n?/g, '\n'), [eol]);
          const after = changed(text, status);
          fc.pre(after !== undefined);
          assert.equal(reviewStatusOf(documentOf('postmortem', after)), status);
          const left = (all: string): string[] =>
            all
              .replace(/^\ufeff/, '')
              .split(/\r\n|\r|\n/)
              .filter((line) => line.trim() !== '');
          const before = new Set(left(text));
          const added = left(after).filter((line) => !before.has(line));
          assert.ok(added.length <= 3, `more than the status was written: ${added.join(' | ')}`);
          assert.doesNotMatch(
            after.replaceAll(documentOf('postmortem', text).eol, ''),
            /[\r\n]/,
            'a line break changed',
          );
        },
      ),
    );
  });
});
