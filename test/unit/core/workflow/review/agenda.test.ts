import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agenda } from '../../../../../src/core/workflow/review/agenda.ts';
import { fold, plainText } from '../../../../../src/core/text/plain-text.ts';
import { documentOf } from '../../../support/context.ts';
import { plausibleDocument } from '../../../support/markdown.ts';
import { recordText } from './records.ts';

function agendaOf(text: string): string {
  return agenda(documentOf('postmortem', text), 'postmortems/search.md');
}

describe('agenda', () => {
  it('says what the record says', () => {
    assert.equal(
      agendaOf(recordText()),
      `Search was down
Severity: SEV-1
Started: 2026-03-09 10:00 UTC
Resolved: 2026-03-09 11:30 UTC
Duration: 1 h 30 min
Record: postmortems/search.md

Search answered nothing for 90 minutes.

Topics
1. Timeline: 3 entries, 2026-03-09 10:00 UTC to 2026-03-09 11:30 UTC
   Which moments does somebody in this room remember that are missing here?
2. Impact
   - 1,200 customers saw no results.
3. Causes
   - The new index lacked a field that all queries use.
4. Action items: 1 open of 2
   - Check fields before a switch (@ada, OPS-12)`,
    );
  });

  it('asks where nothing is written yet, and leaves out what is not stated', () => {
    assert.equal(
      agendaOf('# Search was down\n\n## Summary\n\nTODO\n\n## Impact\n\n## Action Items\n'),
      `Search was down
Record: postmortems/search.md

Topics
1. Summary (not written yet)
   If a colleague from another team reads only this, what will they learn? Is that the most important point?
2. Timeline (not written yet)
   Which moments does somebody in this room remember that are missing here?
3. Impact (not written yet)
   Who was affected, and what did they see? What did they do instead?
4. Action items (not written yet)
   Which of these would have changed this incident, and which help against a whole class of incidents?`,
    );
  });

  it('reads records made of labels, lists that a paragraph introduces, and lessons in parts', () => {
    const labels = agendaOf('# Search was down\n\n- **Impact**: 1,200 customers\n- **Root cause**: A missing field\n');
    assert.match(labels, /Impact\n {3}- 1,200 customers\n/);
    assert.match(labels, /Root cause\n {3}- A missing field\n/);
    const parts = agendaOf(
      '# Search was down\n\n## Causes\n\nTwo things:\n\n- a field\n- a [switch][1]\n\n## Lessons Learned\n\n### What Went Well\n\n- Alerts.\n\n[1]: x\n',
    );
    assert.match(parts, /Causes\n {3}- a field\n {3}- a switch\n/);
    assert.match(parts, /What Went Well\n {3}- Alerts\.\n/);
    assert.doesNotMatch(parts, /Lessons Learned/);
  });

  it('names the owner and ticket of an action item from the columns of a table', () => {
    const actions =
      '| What | Owner | Ticket | Due |\n| --- | --- | --- | --- |\n| Check fields | Ada | OPS-1 | 2026-04-01 |\n| Practise | | | |';
    assert.match(
      agendaOf(recordText({ actions })),
      /Action items: 2 open of 2\n {3}- Check fields \(Ada, OPS-1, by 2026-04-01\)\n {3}- Practise \(no owner\)$/,
    );
  });

  it('invents nothing: what is no fact, question or heading of its own stands in the record', () => {
    const bare = (text: string): string => fold(text).replace(/\s+/g, ' ');
    fc.assert(
      fc.property(plausibleDocument('postmortem'), (text) => {
        const document = documentOf('postmortem', text);
        const said = bare(document.blocks.map((block) => plainText(block.text)).join(' \n '));
        for (const line of agenda(document, 'x').split('\n')) {
          const point = /^ {3}- (?!a table with|… and)(.*?)(?:…|\s\(no owner\).*)?$/.exec(line)?.[1];
          // Items are shown without what says that they are done, and cells of tables by themselves.
          if (point !== undefined && document.sections.every(({ style }) => style === 'heading')) {
            const words = point.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
            assert.ok(
              words.every((word) => said.includes(word)),
              `${point} is not in ${said}`,
            );
          }
        }
      }),
    );
  });
});
