import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CatalogDocument } from '../../../../../src/core/document/document.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { actionItemOwner } from '../../../../../src/core/check/rules/action-item-owner.ts';
import { actionItemTracking } from '../../../../../src/core/check/rules/action-item-tracking.ts';
import type { Report, Rule } from '../../../../../src/core/check/rules/rule.ts';
import { timelineOrder } from '../../../../../src/core/check/rules/timeline-order.ts';
import { timelineZone } from '../../../../../src/core/check/rules/timeline-zone.ts';
import { timesInconsistent } from '../../../../../src/core/check/rules/times-inconsistent.ts';
import { assertInside } from '../../../support/assertions.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const postmortem = (...lines: readonly string[]): CatalogDocument => documentOf('postmortem', lines.join('\n'));
const neighbours = (count: number, ...lines: readonly string[]): CatalogDocument[] =>
  Array.from({ length: count }, (_, index) =>
    documentOf('postmortem', lines.join('\n'), `postmortems/other-${index}.md`),
  );

function reports(
  rule: Rule,
  document: CatalogDocument,
  others: readonly CatalogDocument[] = [],
  options = {},
): Report[] {
  return [...rule.check({ ...contextOf(document, others), options: { [rule.id]: options } })];
}
const said = (...[rule, document, others, options]: Parameters<typeof reports>): string[] =>
  reports(rule, document, others, options).map(
    ({ severity = rule.defaultSeverity, message }) => `${severity}: ${message}`,
  );

describe('timeline-order', () => {
  const order = (...times: readonly string[]): string[] =>
    said(timelineOrder, postmortem('## Timeline (UTC)', ...times.map((time) => `- ${time}: x`)));

  it('says which entry stands where', () => {
    assert.deepEqual(order('10:20', '10:45', '10:40', '11:00', '11:10'), [
      'information: Out of order: 10:40 is below 10:45, but the rest of the timeline is in order',
    ]);
    assert.deepEqual(order('10:20', '12:45', '10:40', '10:50', '11:00'), [
      'information: Out of order: 12:45 is above 10:40, but the rest of the timeline is in order',
    ]);
  });

  it('knows the next day, and zones', () => {
    assert.deepEqual(order('23:50', '00:10', '00:20'), []);
    assert.deepEqual(order('17:50', '09:10', '09:20'), []);
    assert.deepEqual(order('2021-03-04 10:20', '2021-03-04 12:30 CEST', '2021-03-04 10:40'), []);
    assert.deepEqual(
      order('2021-03-04 10:20 PST', '2021-03-04 09:20 Zulu', '2021-03-04 10:40', '2021-03-04 19:00', '2021-03-04 19:30')
        .length,
      1,
    );
    assert.deepEqual(order('2021-03-04 10:20', '2021-03-04 10:10 IST', '2021-03-04 10:40'), []);
  });

  it('leaves key times with their names to times-inconsistent', () => {
    const keys = ['- First detected: 2021-03-04 10:10', '- Resolved: 2021-03-04 10:40', '- Declared: 2021-03-04 10:20'];
    const more = [
      '',
      '- 2021-03-04 10:10: page',
      '- 2021-03-04 10:30: look',
      '- 2021-03-04 10:20: fixed',
      '- 2021-03-04 10:50: up',
      '- 2021-03-04 11:00: told',
    ];
    assert.deepEqual(said(timelineOrder, postmortem('## Key times', ...keys)), []);
    assert.equal(said(timelineOrder, postmortem('## Key times', ...keys, '', '## Timeline (UTC)', ...more)).length, 1);
  });

  it('is silent where a timeline is in no order, or newest first', () => {
    assert.deepEqual(order('10:20', '10:10', '10:40', '10:30', '10:50', '10:45'), []);
    assert.deepEqual(order('10:50', '10:40', '10:30', '10:20'), []);
    const page = (...parts: readonly string[]): string[] => said(timelineOrder, postmortem(...parts));
    const at = (time: string): string => `2023-07-10 ${time}:00 UTC\n\nStill down.\n\n---\n`;
    assert.deepEqual(page('# Down', ...['14:47', '14:42', '13:37'].map(at)), []);
    assert.deepEqual(page('# Down', '## Day 2', at('12:53'), at('12:16'), '## Day 1', at('10:08'), at('10:06')), []);
    assert.deepEqual(
      page('## Timeline', '### 11 July 2023', '- 10:40 x', '- 10:20 y', '### 10 July 2023', '- 09:40 x', '- 09:20 y'),
      [],
    );
  });

  it('needs enough entries, and few of them at a wrong place', () => {
    assert.deepEqual(order('10:20', '10:45', '10:40'), []);
    assert.deepEqual(order('10:20', '10:45', '10:40', '11:00', '11:20', '11:10', '11:30', '11:40', '11:50'), []);
    assert.equal(order('10:20', '12:45', '12:50', '10:40', '11:00', '11:20', '11:30').length, 1);
    assert.equal(order('10:20', '12:45', '12:50', '12:55', '10:40', '11:00', '11:20', '11:30', '11:40').length, 0);
  });

  it('tells a slip in a timeline that is newest first', () => {
    const days = [
      '2021-03-04 12:50',
      '2021-03-04 12:40',
      '2021-03-04 12:10',
      '2021-03-04 12:20',
      '2021-03-04 11:50',
      '2021-03-04 11:20',
    ];
    assert.deepEqual(order(...days), [
      'information: Out of order: 2021-03-04 12:10 is above 2021-03-04 12:20, but the rest of the timeline is newest first',
    ]);
    assert.deepEqual(order('2021-03-04 00:50', '00:40', '00:10', '23:45', '23:30', '23:10'), []);
  });

  it('hears a note that explains it', () => {
    const rows = [
      '| Time (UTC) | What |',
      '|---|---|',
      '| 2021-03-04 14:21 | told |',
      '| 2021-03-04 07:48 | down |',
      '| 2021-03-04 08:00 | x |',
      '| 2021-03-04 08:10 | y |',
      '| 2021-03-04 08:20 | z |',
    ];
    const found = (...notes: readonly string[]): number =>
      said(timelineOrder, postmortem('## Timeline', '', ...notes, '', ...rows)).length;
    assert.equal(found('What we know.'), 1);
    for (const note of [
      '> [!NOTE]\n> The first row seems out of\n> chronological order: it is the time of the notice.',
      'The entry at 14:21 is when the notice was published.',
      'Die Einträge sind nicht streng chronologisch.',
      '一部は順不同です。',
    ]) {
      assert.equal(found(note), 0, note);
    }
    assert.equal(
      said(timelineOrder, postmortem('## Summary', 'Told at 14:21.', '', '## Timeline', '', ...rows)).length,
      1,
    );
  });
});

describe('timeline-zone', () => {
  const bare = ['## Timeline', '- 10:20: x', '- 10:40: y'] as const;
  const stated = ['## Timeline (UTC)', '- 10:20: x', '- 10:40: y'] as const;

  it('is information with evidence where the neighbours state theirs', () => {
    assert.deepEqual(said(timelineZone, postmortem(...bare), neighbours(4, ...stated)), [
      'information: The timeline does not state its time zone (4 of 4 other postmortems with times in postmortems/ state one)',
    ]);
  });

  it('is a hint where there are no neighbours, and nothing where they state none, unless asked for', () => {
    const hint = ['hint: The timeline does not state its time zone'];
    assert.deepEqual(said(timelineZone, postmortem(...bare)), hint);
    assert.deepEqual(said(timelineZone, postmortem(...bare), neighbours(6, ...bare)), []);
    assert.deepEqual(said(timelineZone, postmortem(...bare), neighbours(6, ...bare), { always: true }), hint);
  });

  it('is silent where the zone is told in another way', () => {
    const rows = ['- 10:20: x', '- 10:40: y', '- 11:10: z'];
    for (const told of [
      ['## Timeline', '', '_all times are in UTC_', '', ...rows],
      ['UTC is used for every time below.', '', '## Timeline', ...rows],
      ['## Timeline', ...rows, '', 'Timestamps: UTC'],
      ['| Timezone | Europe/Berlin |', '|---|---|', '| Severity | 2 |', '', '## Timeline', ...rows],
      ['The shop was down from UTC 10:13 on.', '', '## Timeline', ...rows],
      ['| Started | 10:20 UTC |', '|---|---|', '', '## Timeline', ...rows],
      ['## Timeline', '- 10:20 Denver - x', '- 10:40 Denver - y', '- 11:10 - z'],
      ['## Timeline', '- 10:20 (Berlin time): x', '- 10:40 Berlin time: y'],
      ['## Timeline', '| Time | What |', '|---|---|', '| 10:20 São Paulo | x |', '| 10:40 São Paulo | y |'],
      ['```', '[05/Mar/2024:10:20:13 +0000] 503', '```', '', '## Timeline', ...rows],
      ['```', '2024-03-05T10:40:13.250Z failed', '```', '', '## Timeline', ...rows],
      ['Seen first at `2024-03-05T10:20:13Z`.', '', '## Timeline', ...rows],
    ]) {
      assert.deepEqual(said(timelineZone, postmortem(...told)), [], told.join('\n'));
      assert.deepEqual(said(timelineZone, postmortem(told.join('\r\n'))), [], told.join('\r\n'));
    }
  });

  it('is not content with a zone of something else', () => {
    const rows = ['- 10:20: x', '- 10:40: y', '- 11:10: z'];
    for (const bare of [
      ['```', '2024-03-04T23:59:13Z nightly job', '```', '', '## Timeline', ...rows],
      ['## Timeline', '- 10:20 Denver team paged', '- 10:40: y', '- 11:10: z', '- 11:20: z'],
      ['Seen first at `2024-03-05T09:00:13Z`.', '', '## Timeline', ...rows],
      ['## Timeline', '- 02:00-04:30: x', '- 10:20: Response time was high', '- 10:40: y'],
      ['The EU cluster and the US cluster were down.', '', '## Timeline', ...rows],
      ['## Timeline', '- 10:20 Ada: x', '- 10:40 Bob: y'],
    ]) {
      assert.equal(said(timelineZone, postmortem(...bare)).length, 1, bare.join('\n'));
    }
  });

  it('speaks once about a document with several timelines', () => {
    const log = postmortem('## A', ...bare, '## B', ...bare);
    assert.deepEqual(said(timelineZone, log), ['hint: 2 timelines in this document do not state their time zone']);
  });
});

describe('times-inconsistent', () => {
  it('says which times contradict one another', () => {
    assert.deepEqual(
      said(
        timesInconsistent,
        postmortem('- Start: 2021-03-04 10:20 UTC', '- End: 2021-03-04 09:20 UTC', '- Duration: 1h'),
      ),
      ['warning: End (2021-03-04 09:20 UTC) is before Start (2021-03-04 10:20 UTC)'],
    );
    assert.deepEqual(
      said(
        timesInconsistent,
        postmortem('- Start: 2021-03-04 10:20', '- End: 2021-03-05 12:20', '- Duration: 45 minutes'),
      ),
      ['information: The duration 45 min does not match the stated times: Start to End is 1 d 2 h'],
    );
  });

  it('compares the day in the title with that of the first entry, where it is stated', () => {
    const title = '# 2021-03-04: carts were empty';
    const later = ['- 2021-03-19 10:00 UTC: fixed', '- 2021-03-19 12:00 UTC: deployed'];
    assert.deepEqual(said(timesInconsistent, postmortem(title, '## Timeline', ...later)), [
      'information: The title says 2021-03-04, but the timeline begins on 2021-03-19',
    ]);
    assert.deepEqual(said(timesInconsistent, postmortem(title, '## Timeline', '- 11:30 UTC: alert', ...later)), []);
  });

  it('leaves what people round', () => {
    assert.deepEqual(
      said(
        timesInconsistent,
        postmortem('- Start: 2021-03-04 10:20', '- End: 2021-03-04 12:09', '- Duration: about 2 hours'),
      ),
      [],
    );
  });
});

describe('action-item-owner', () => {
  it('takes the neighbours for evidence', () => {
    const bare = postmortem('## Action items', '- Add a worker');
    const message =
      'information: This action item has no owner (12 of 12 action items in the other postmortems in postmortems/ have one)';
    assert.deepEqual(said(actionItemOwner, bare, neighbours(4, '## Action items', '- a @ada', '- b @bob', '- c @cy')), [
      message,
    ]);
    assert.deepEqual(said(actionItemOwner, bare, neighbours(4, '## Action items', '- a', '- b', '- c @cy')), []);
  });

  it('says once that the column of a table is empty', () => {
    const table = (...owners: readonly string[]): string[] =>
      said(
        actionItemOwner,
        postmortem(
          '## Action items',
          '| Action | Owner |',
          '|---|---|',
          ...owners.map((owner) => `| Add a worker | ${owner} |`),
        ),
      );
    assert.deepEqual(table('', '', ''), [
      'information: No action item in this table has an owner (its owner column is empty in 3 rows)',
    ]);
    assert.deepEqual(table('@ada', '', 'TBD'), [
      'information: This action item has no owner (its table has an owner column)',
      'information: This action item has no owner (its table has an owner column)',
    ]);
  });

  it('takes a dash in the cell of the owner for an answer', () => {
    const rows = (owner: string, ticket: string): CatalogDocument =>
      postmortem(
        '## Action items',
        '| Action | Owner | Ticket |',
        '|---|---|---|',
        '| a | @ada | #1 |',
        '| b | @bob | #2 |',
        `| c | ${owner} | ${ticket} |`,
      );
    for (const answer of ['—', '-', 'n/a', 'N/A', '–']) {
      assert.deepEqual(said(actionItemOwner, rows(answer, '#3')), [], answer);
    }
    assert.equal(said(actionItemOwner, rows('?', '#3')).length, 1);
    assert.equal(said(actionItemTracking, rows('@cy', '—')).length, 1);
  });

  it('takes measures that are in force for no work', () => {
    const table = ['## Action items', '', '| Action | Owner |', '|---|---|', '| a | Ada |', '| b | Bob |', ''];
    const links = ['- See [the policy](../policy.md).', '- [ADR 4](../adr/4.md) tells who owns the file.'];
    const control = '- The smoke test calls the page after every deploy.';
    for (const title of [
      'Prevention',
      'Mitigations',
      'Safeguards',
      'What we changed',
      'Vorbeugung',
      'Prévention',
      'How do we prevent it?',
    ]) {
      assert.deepEqual(said(actionItemOwner, postmortem(...table, `## ${title}`, '', control)), [], title);
      assert.deepEqual(said(actionItemTracking, postmortem(`## ${title}`, '', ...links, control)), [], title);
    }
    const open = [...links, '- [ ] Page on a full queue'];
    assert.deepEqual(
      said(actionItemTracking, postmortem('## Prevention', '', '- [ ] a #1', '- [ ] b #2', ...open)).length,
      1,
    );
    assert.deepEqual(
      said(actionItemOwner, postmortem('## Prevention', '', '- [ ] a @ada', '- b @bob', '- [ ] c')).length,
      1,
    );
    assert.deepEqual(
      said(
        actionItemOwner,
        postmortem('## Prevention', '', '### Action items', '', '- a @ada', '- b @bob', '- Add a worker'),
      ).length,
      1,
    );
  });

  it('takes the steps of handling action items for no work', () => {
    const steps = ['1. Open [the list](../list.md)', '2. Sort [the board](../board.md)', '3. Let the team know'];
    for (const title of ['Handle action items', 'How to track action items', 'Reviewing open action items']) {
      assert.deepEqual(said(actionItemTracking, postmortem(`## ${title}`, '', ...steps)), [], title);
    }
    assert.equal(said(actionItemTracking, postmortem('## Action items', '', ...steps)).length, 1);
  });

  it('takes a statement under follow-ups for no work', () => {
    const follow = (line: string): number =>
      said(actionItemTracking, postmortem('## Follow-ups', '', '- Add a worker #1', '- Page earlier #2', line)).length;
    for (const line of [
      '- We moved the job to the small queue.',
      '- The limit is 4 GB since then.',
      '- Raised the limit to 4 GB.',
    ]) {
      assert.equal(follow(line), 0, line);
    }
    for (const line of [
      '- Document the limits',
      '- Alert when the disk is full',
      '- The limit should be higher',
      '- Dashboards for the queue',
      '- Improved alerts for the queue',
    ]) {
      assert.equal(follow(line), 1, line);
    }
  });
});

describe('rules about timelines and action items', () => {
  it('never throw, and report inside any text', () => {
    const rules = [timelineOrder, timelineZone, timesInconsistent, actionItemOwner, actionItemTracking];
    const facts = fc
      .array(
        fc.constantFrom(
          '---',
          'start: 2021-03-04 10:20',
          'end: 2021-03-04 09:20',
          '- Start: 2021-03-04 10:20',
          '- **Resolved**: 2021-03-03',
          'Duration: 2h',
          '## Timeline',
          '- 10:20 a',
          '- 10:10 b',
          '- 10:30 c',
          '| Start | 2021-03-04 10:20 |',
          '|---|---|',
          '| End | 2021-03-01 |',
          '## Action items',
          '- a @b',
          '- c',
          '- d #4',
          '# 2020-01-01',
        ),
        { maxLength: 16 },
      )
      .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((eol) => lines.join(eol)));
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown, plausibleDocument('postmortem'), facts, facts), (text) => {
        const document = documentOf('postmortem', text);
        const lines = Lines.of(document.text);
        for (const rule of rules) {
          reports(rule, document).forEach(({ range, message }) => assertInside(lines, range, message));
        }
      }),
      { numRuns: examples(800) },
    );
  });
});
