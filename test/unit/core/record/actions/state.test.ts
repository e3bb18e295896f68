import assert from 'node:assert/strict';
import { readActionItems, type ActionState } from '../../../../../src/core/index.ts';
import { actionStateOf } from '../../../../../src/core/record/actions/state.ts';
import { documentOf } from '../../../support/context.ts';

const today = '2026-06-15';

function statesOf(...lines: readonly string[]): ActionState[] {
  const document = documentOf('postmortem', ['---', 'date: 2026-03-01', '---', '## Action items', ...lines].join('\n'));
  return readActionItems(document).map((item) => actionStateOf(item, today));
}

describe('actionStateOf', () => {
  const cases: ReadonlyArray<readonly [line: string, state: ActionState]> = [
    ['- [ ] Add', 'open'],
    ['- [x] Add', 'done'],
    ['- Add (due 2026-06-14)', 'overdue'],
    ['- Add (due 2026-06-15)', 'open'],
    ['- Add by June 14th', 'overdue'],
    ['- Add. Deadline: last sprint', 'open'],
    ['- [x] Add (due 2026-06-14)', 'done'],
    ["- Add (won't do)", 'wont-do'],
    ['- Add (won’t fix: too dear)', 'wont-do'],
    ['- Add (wontfix)', 'wont-do'],
    ['- Add **(cancelled)**', 'wont-do'],
    ['- Add (no longer needed)', 'wont-do'],
    ['- Add (not planned)', 'wont-do'],
    ['- DROPPED: Add', 'wont-do'],
    ['- Add — obsolete', 'wont-do'],
    ['- [x] Add (rejected)', 'wont-do'],
    ['- ~~Add~~', 'done'],
    ['- ~~Add a worker~~ (obsolete)', 'wont-do'],
    ['- Add (verworfen)', 'wont-do'],
    ["- Add (won't do, due 2026-06-14)", 'wont-do'],
    ['- Count dropped (lost) packets', 'open'],
    ['- Count packets (dropped packets only)', 'open'],
    ['- **Abandoned carts**: count them', 'open'],
    ['- **Closed tickets** are counted', 'open'],
    ['- **Closed in June** Add', 'done'],
    ['- Add (fixed upstream)', 'done'],
  ];
  for (const [line, state] of cases) {
    it(`takes "${line}" for ${state}`, () => {
      assert.deepEqual(statesOf(line), [state]);
    });
  }

  it('takes a remark below an item for what is said of it', () => {
    assert.deepEqual(statesOf('- Add a worker', '  - This has been done: see the sheet'), ['done']);
    assert.deepEqual(statesOf('- Add a worker', '  - It was dropped in June'), ['wont-do']);
    assert.deepEqual(statesOf('- Add a worker', '  - This is closed source'), ['open']);
    assert.deepEqual(statesOf('- Add. This is done every day'), ['open']);
  });

  const statuses: ReadonlyArray<readonly [status: string, state: ActionState]> = [
    ['Done', 'done'],
    ['Erledigt', 'done'],
    ['Concluída', 'done'],
    ['100 %', 'done'],
    ['In progress', 'open'],
    ['Not done', 'open'],
    ['On hold', 'open'],
    ['', 'open'],
    ["Won't Do", 'wont-do'],
    ['Not planned', 'wont-do'],
    ["Closed – won't fix", 'wont-do'],
    ['Cancelled', 'wont-do'],
    ['Duplicate', 'wont-do'],
    ['Declined', 'wont-do'],
    ['Entfällt', 'wont-do'],
    ['Descartada', 'wont-do'],
  ];
  for (const [status, state] of statuses) {
    it(`takes the status "${status}" for ${state}`, () => {
      assert.deepEqual(statesOf('| Action | Status |', '|---|---|', `| Add | ${status} |`), [state]);
      if (status !== '') {
        assert.deepEqual(statesOf('- Add', `  - Status: ${status}`), [state]);
      }
    });
  }
});
