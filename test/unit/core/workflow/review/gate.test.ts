import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { gate, missingForReview } from '../../../../../src/core/workflow/review/gate.ts';
import { reviewStatuses, type ReviewStatus } from '../../../../../src/core/workflow/review/status.ts';
import type { CatalogDocument } from '../../../../../src/core/document/document.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { plausibleDocument } from '../../../support/markdown.ts';
import { frontWith, recordContext, recordText } from './records.ts';

function blockers(text: string, to: ReviewStatus): string[] {
  return gate(recordContext(text), to).map(({ step, message }) => `${step}: ${message}`);
}

/** What stands in the way, each with the line that it leads to. */
function places(text: string, to: ReviewStatus): Array<[string, string]> {
  const lines = Lines.of(text);
  return gate(recordContext(text), to).map(({ message, range }) => [message, lines.text(range.start.line)]);
}

describe('gate', () => {
  it('lets a complete record through, in one step or several', () => {
    for (const status of reviewStatuses) {
      assert.deepEqual(blockers(recordText(), status), []);
    }
  });

  it('wants to know when it began and ended', () => {
    assert.deepEqual(blockers(recordText(frontWith('start_time', '')), 'in review'), [
      'in review: The start of the incident is not stated with date and time (for example as start_time in front matter)',
    ]);
    assert.deepEqual(places(recordText(frontWith('end_time', 'end_time: 2026-03-09')), 'in review'), [
      ['The end of the incident has no time of day: 2026-03-09', 'end_time: 2026-03-09'],
    ]);
  });

  it('takes the timeline for both where neither is stated, and for no end alone', () => {
    const neither = (timeline?: string): string =>
      recordText({ ...(timeline !== undefined && { timeline }), ...frontWith('start_time', '') }).replace(
        /^end_time: .*\n/m,
        '',
      );
    assert.deepEqual(blockers(neither(), 'in review'), []);
    assert.equal(blockers(neither('- 2026-03-09 10:00 UTC: Down'), 'in review').length, 2);
    assert.deepEqual(blockers(recordText(frontWith('end_time', '')), 'in review'), [
      'in review: The end of the incident is not stated with date and time (for example as end_time in front matter)',
    ]);
  });

  it('wants a timeline with an entry', () => {
    const empty = '| Time (UTC) | Event |\n| --- | --- |\n|  |  |';
    assert.deepEqual(places(recordText({ timeline: empty }), 'in review'), [
      ['The timeline has no entry with a time', '## Timeline'],
    ]);
    const without = recordText().replace(/## Timeline\n[\s\S]*?(?=## Causes)/, '');
    assert.ok(blockers(without, 'in review').includes('in review: There is no timeline'));
  });

  it('wants a summary, which may be the opening', () => {
    assert.deepEqual(places(recordText({ summary: 'TODO' }), 'in review'), [
      ['The summary is not written', '## Summary'],
    ]);
    const opened = recordText().replace('## Summary\n\n', '');
    assert.deepEqual(blockers(opened, 'in review'), []);
    assert.deepEqual(blockers(opened.replace('Search answered nothing for 90 minutes.\n', ''), 'in review'), [
      'in review: The summary is not written',
    ]);
  });

  it('wants no contradiction and no merge conflict', () => {
    const contrary = recordText(frontWith('end_time', 'end_time: 2026-03-09T09:00:00Z'));
    assert.ok(blockers(contrary, 'in review').some((message) => /end_time .* is before start_time/.test(message)));
    const conflict = recordText({ causes: '', impact: '<<<<<<< HEAD\nMany.\n=======\nFew.\n>>>>>>> theirs' });
    for (const step of ['in review', 'closed'] as const) {
      assert.deepEqual(places(conflict, step), [
        ['The document contains an unresolved merge conflict', '<<<<<<< HEAD'],
      ]);
    }
  });

  it('wants all required sections before it is reviewed', () => {
    const without = recordText().replace(/## Impact\n[\s\S]*?(?=## Timeline)/, '');
    assert.deepEqual(blockers(without, 'in review'), []);
    assert.deepEqual(blockers(without, 'reviewed'), [
      'reviewed: Missing section: Impact (every postmortem should have it)',
    ]);
    for (const causes of ['', 'TODO', '<!-- The conditions that together made this possible. -->']) {
      const [found, ...others] = places(recordText({ causes }), 'reviewed');
      assert.match(found?.[0] ?? '', /^Empty section: Causes/);
      assert.equal(found?.[1], '## Causes');
      assert.deepEqual(others, []);
    }
  });

  it('lets a record be without what is customary in few others', () => {
    const others = (having: number): CatalogDocument[] =>
      Array.from({ length: 20 }, (_, index) => {
        const text = index < having ? `${recordText()}\n## Detection\n\nBy an alert.\n` : recordText();
        return documentOf('postmortem', text, `postmortems/${index}.md`);
      });
    const found = (having: number): string[] =>
      gate(contextOf(documentOf('postmortem', recordText()), others(having)), 'reviewed').map(({ message }) => message);
    assert.deepEqual(found(14), []);
    assert.deepEqual(found(20), ['Missing section: Detection (20 of 21 postmortems in postmortems/ have it)']);
  });

  it('wants no text of a template before it is reviewed', () => {
    const left = recordText({ impact: '1,200 customers saw no results.\n\nBetween [start time] and 11:30.' });
    assert.deepEqual(blockers(left, 'in review'), []);
    assert.deepEqual(
      places(left, 'reviewed').map(([, line]) => line),
      ['Between [start time] and 11:30.'],
    );
  });

  it('wants every open action item owned and tracked before it is closed, and none of those that are done', () => {
    const actions = [
      '- [ ] Check fields before a switch (@ada, OPS-12)',
      '- [ ] Alert on empty answers (@ada)',
      '- [ ] Shorten the switch, OPS-13',
      '- [ ] Practise the way back',
      '- [x] Write it down',
    ].join('\n');
    assert.deepEqual(blockers(recordText({ actions }), 'reviewed'), []);
    assert.deepEqual(
      places(recordText({ actions }), 'closed').map(([message, line]) => [message.replace(/:.*/, ''), line]),
      [
        ['No ticket', '- [ ] Alert on empty answers (@ada)'],
        ['No owner', '- [ ] Shorten the switch, OPS-13'],
        ['No owner, no ticket', '- [ ] Practise the way back'],
      ],
    );
  });

  it('checks all steps on the way, and all of them anew for one that is closed', () => {
    const poor = { summary: 'TODO', causes: 'TODO', actions: '- [ ] Practise the way back' };
    const steps = (status: string, to: ReviewStatus): string[] => [
      ...new Set(
        gate(recordContext(recordText({ ...poor, ...frontWith('status', `status: ${status}`) })), to).map(
          ({ step }) => step,
        ),
      ),
    ];
    assert.deepEqual(steps('Draft', 'in review'), ['in review']);
    assert.deepEqual(steps('Draft', 'closed'), ['in review', 'reviewed', 'closed']);
    assert.deepEqual(steps('No such word', 'reviewed'), ['in review', 'reviewed']);
    assert.deepEqual(steps('In Review', 'reviewed'), ['reviewed']);
    assert.deepEqual(steps('Reviewed', 'closed'), ['in review', 'reviewed', 'closed']);
  });

  it('tells of a draft all that is missing until it is reviewed', () => {
    const draft = recordText({ ...frontWith('status', 'status: Draft'), summary: '', impact: '' });
    assert.deepEqual(
      missingForReview(recordContext(draft)).map(({ step, message }) => `${step}: ${message}`),
      blockers(draft, 'reviewed'),
    );
    assert.ok(blockers(draft, 'reviewed').length > blockers(draft, 'in review').length);
    const reviewed = recordText({ ...frontWith('status', 'status: Reviewed'), actions: '- [ ] Do it' });
    assert.deepEqual(
      missingForReview(recordContext(reviewed)).map(({ step }) => step),
      blockers(reviewed, 'closed').map(() => 'closed'),
    );
  });

  it('lets a record go back, and stay', () => {
    const poor = recordText({ summary: 'TODO', causes: '', ...frontWith('status', 'status: Closed') });
    for (const status of reviewStatuses) {
      assert.deepEqual(blockers(poor, status), []);
    }
  });

  it('obeys what was switched off or silenced', () => {
    const missing = recordText().replace(/## Impact\n[\s\S]*?(?=## Timeline)/, '');
    assert.deepEqual(gate(recordContext(missing), 'closed', { 'missing-section': 'off' }), []);
    assert.deepEqual(gate({ ...recordContext(missing), levels: { 'missing-section': 'off' } }, 'closed'), []);
    const silenced = recordText({ causes: '' }).replace(
      '## Causes',
      '<!-- runbook-lens-disable-next-line empty-section -->\n## Causes',
    );
    assert.deepEqual(blockers(silenced, 'closed'), []);
  });

  it('never throws, and leads to places inside the text, the steps in order', () => {
    fc.assert(
      fc.property(plausibleDocument('postmortem'), (text) => {
        const context = recordContext(text);
        const { end } = context.document;
        const found = gate(context, 'closed');
        for (const { range, message } of found) {
          assert.ok(range.start.line <= range.end.line && range.end.line <= end.line, message);
        }
        const order = found.map(({ step }) => reviewStatuses.indexOf(step));
        assert.deepEqual(
          order,
          order.toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
