import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  actionAgeOf,
  actionGroupings,
  actionOwnersOf,
  followUpsOf,
  groupFollowUps,
  readActionItems,
  type ActionGrouping,
} from '../../../../../src/core/index.ts';
import { documentOf } from '../../../support/context.ts';
import { plausibleDocument } from '../../../support/markdown.ts';

const today = '2026-06-15';
const record = (name: string, front: string, ...items: readonly string[]) =>
  documentOf('postmortem', ['---', front, '---', `# ${name}`, '## Action items', ...items].join('\n'), `${name}.md`);

const mail = record(
  'Mail',
  'date: 2026-05-01\nservices: [mail, Web]',
  '- Write it down (owner: bo)',
  '- Add a worker (owner: Ada, due 2026-06-01)',
  '- Page earlier (owner: @Ada and Bo)',
  '- [x] Test it',
);
const web = record('Web', 'date: 2025-01-02\nservices: [web]', '- Call them (owner: ada, due 2026-05-01)');
const undated = record('Undated', 'severity: SEV-1', '- Ask', "- Tell (won't do)");

function grouped(grouping: ActionGrouping): string[] {
  return groupFollowUps(followUpsOf([undated, web, mail], today), grouping, today).map(
    ({ label, items }) => `${label}: ${items.map(({ item }) => item.text.split(' ')[0]).join(' ')}`,
  );
}

describe('groupFollowUps', () => {
  it('groups by postmortem, the newest first, items as they stand', () => {
    assert.deepEqual(grouped('postmortem'), ['Mail: Write Add Page Test', 'Web: Call', 'Undated: Ask Tell']);
  });

  it('groups by owner, whatever the case, what is overdue first and nobody last', () => {
    assert.deepEqual(grouped('owner'), ['ada: Call Add Page', 'bo: Write Page', ': Ask Test Tell']);
  });

  it('groups by service; an item stands in each group of its postmortem', () => {
    assert.deepEqual(grouped('service'), ['mail: Add Write Page Test', 'web: Call Add Write Page Test', ': Ask Tell']);
  });

  it('groups by age, the latest first, and those of unknown age last', () => {
    assert.deepEqual(grouped('age'), ['last-three-months: Add Write Page Test', 'older: Call', ': Ask Tell']);
  });

  it('has every item in at least one group, and each group once', () => {
    fc.assert(
      fc.property(
        fc.array(plausibleDocument('postmortem'), { maxLength: 4 }),
        fc.constantFrom(...actionGroupings),
        (texts, grouping) => {
          const documents = texts.map((text, index) =>
            documentOf('postmortem', `${text}\n\n## Action items\n\n- a @ada\n- b (due 2026-01-01)`, `${index}.md`),
          );
          const all = followUpsOf(documents, today);
          const groups = groupFollowUps(all, grouping, today);
          assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
          const shown = new Set(groups.flatMap(({ items }) => items.map(({ item }) => item)));
          assert.deepEqual(shown, new Set(all.map(({ item }) => item)));
        },
      ),
    );
  });
});

describe('actionAgeOf', () => {
  it('counts in months of the calendar', () => {
    const ages = [
      ['2026-07-01', 'this-month'],
      ['2026-06-01', 'this-month'],
      ['2026-05-31', 'last-three-months'],
      ['2026-03-01', 'last-three-months'],
      ['2026-02-28', 'last-half-year'],
      ['2025-11-30', 'last-year'],
      ['2025-05-31', 'older'],
      ['2026-04', 'last-three-months'],
      ['2024', 'older'],
    ] as const;
    for (const [date, age] of ages) {
      assert.equal(actionAgeOf(record('X', `date: ${date}`, '- a'), today), age, date);
    }
    assert.equal(actionAgeOf(undated, today), '');
  });
});

describe('actionOwnersOf', () => {
  it('names each owner by itself, without markup', () => {
    const owners = (cell: string): string[] => {
      const text = ['## Action items', '| Action | Owner |', '|---|---|', `| Add | ${cell} |`].join('\n');
      return readActionItems(documentOf('postmortem', text)).flatMap(actionOwnersOf);
    };
    assert.deepEqual(owners('Ada, **Bo** & [Cy](https://example.org/cy)'), ['Ada', 'Bo', 'Cy']);
    assert.deepEqual(owners('@example/queue-team'), ['@example/queue-team']);
    assert.deepEqual(owners('Ada<br>Bo / TBD'), ['Ada', 'Bo']);
    assert.deepEqual(owners('?'), []);
  });
});
