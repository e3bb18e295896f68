import assert from 'node:assert/strict';
import { itemsOf } from './support.ts';

describe('due dates of items', () => {
  const lines: ReadonlyArray<readonly [line: string, date: string | undefined]> = [
    ['was due 2024-04-01, moved to 2099-01-01', '2099-01-01'],
    ['due 2024-04-01 → 2099-01-01', '2099-01-01'],
    ['(due: 2024-04-01 -> 2098-01-01 => 2099-01-01)', '2099-01-01'],
    ['postponed to 2099-01-01', '2099-01-01'],
    ['due 2024-04-01 (postponed from 2024-04-01 to 2099-01-01)', '2099-01-01'],
    ['originally due 2024-04-01, now due 2099-01-01', '2099-01-01'],
    ['due date: 2024-04-01, new due date: 2099-01-01', '2099-01-01'],
    ['due 2024-04-01, extended until 1 May 2099', '2099-05-01'],
    ['due 2099-01-01 (was 2024-04-01)', '2099-01-01'],
    ['due 2099-01-01 (was due 2024-04-01)', '2099-01-01'],
    ['was due 2024-04-01', '2024-04-01'],
    ['due 2024-04-01, pushed back to Q3', undefined],
    ['due 2024-04-01; moved to the platform team', '2024-04-01'],
    ['[due:: 2024-04-01]', '2024-04-01'],
    ['(deadline:: 2024-04-01)', '2024-04-01'],
    ['📅 2024-04-01', '2024-04-01'],
    ['🗓️ 2024-04-01', '2024-04-01'],
    ['⏳ 2024-04-01', undefined],
    ['due Mon, 1 Apr 2024', '2024-04-01'],
    ['due: Monday 1 April 2024', '2024-04-01'],
    ['due: April 1, 2024', '2024-04-01'],
    ['due on Monday the 1st of April 2024', '2024-04-01'],
    ['fällig am Montag, 1. April 2024', '2024-04-01'],
    ['échéance : lundi 1 avril 2024', '2024-04-01'],
    ['verschoben auf 2099-01-01', '2099-01-01'],
  ];
  for (const [words, date] of lines) {
    it(`are read: ${words}`, () => {
      const [item] = itemsOf(`- [ ] Add a worker (@ada), ${words}`);
      assert.equal(item?.due?.date, date);
      assert.equal(item?.owner?.text, '@ada');
    });
  }

  it('are read from cells', () => {
    const cells = ['Mon, 1 Apr 2024', '2023-04-01 → 2024-04-01', 'was 2023-04-01, now 2024-04-01', 'by 2024-04-01'];
    const more = ['2023-04-01 (moved to 2024-04-01)', '2024-04-01 (was 2023-04-01)', '📅 2024-04-01', 'April 1, 2024'];
    const rows = [...cells, ...more].map((cell) => `| Add | ${cell} |`);
    const items = itemsOf('| Action | Due |', '|---|---|', ...rows, '| Add | Q3 |');
    assert.deepEqual(
      items.map(({ due }) => due?.date),
      [...rows.map(() => '2024-04-01'), undefined],
    );
  });

  it('are read from a later line that moves them', () => {
    const [item] = itemsOf('- Add a worker to it', '  - Due: 2024-04-01', '  - Moved to 2099-01-01');
    assert.equal(item?.due?.date, '2099-01-01');
  });
});

describe('owners of items', () => {
  const lines: ReadonlyArray<readonly [line: string, owner: string | undefined]> = [
    ['Notify @here when the queue is full', undefined],
    ['Ping @channel or @everyone', undefined],
    ['Upgrade @acme/queue to 4.x', undefined],
    ['Upgrade @acme/queue', undefined],
    ['Pin @acme/queue@4.2 and @acme/worker', undefined],
    ['Fix the leak in @acme/queue', undefined],
    ['Remove the @Cacheable annotation', undefined],
    ['Add @Retryable to the client', undefined],
    ['Call @app.route("/x") once', undefined],
    ['Mail ada@example.org about it', undefined],
    ['Block @example.org users', undefined],
    ['Upgrade @acme/queue (@ada)', '@ada'],
    ['Ask @bob about it (@ada)', '@ada'],
    ['Notify @here when it is full, @ada', '@ada'],
    ['Ask @bob about it', '@bob'],
    ['Add a worker (@ada.lovelace)', '@ada.lovelace'],
    ['Add a worker @ada-l', '@ada-l'],
    ['Add a worker (@acme/sre)', '@acme/sre'],
    ['@acme/sre: add a worker', '@acme/sre'],
    ['Add a worker, @acme/sre', '@acme/sre'],
    ['Add a worker. @ada, @bob', '@ada'],
    ['Pair with @Ada', '@Ada'],
  ];
  for (const [line, owner] of lines) {
    it(`are ${owner ?? 'nobody'}: ${line}`, () => {
      assert.equal(itemsOf(`- ${line}`)[0]?.owner?.text, owner);
    });
  }
});

describe('tickets of items', () => {
  const lines: ReadonlyArray<readonly [line: string, found: readonly string[]]> = [
    ['Ask [the vendor](mailto:v@example.org)', []],
    ['See [above](#timeline) and [call](tel:123)', []],
    ['Add it, ticket: 4711', ['4711']],
    ['Add it (**Ticket:** 4711)', ['4711']],
    ['Add it, Ticket #4711', ['Ticket #4711']],
    ['Add it, issue: 12', ['12']],
    ['Add it, ticket: #4711', ['#4711']],
    ['Add it, Jira: OPS-12', ['OPS-12']],
    ['Add it（チケット：4711）', ['4711']],
    ['Fix [OPS-12](jira:OPS-12)', ['OPS-12']],
    ['Task: 3 workers for the queue', []],
    ['Change: 50% of the load', []],
    ['Incident: 2024-03-05 was bad', []],
  ];
  for (const [line, found] of lines) {
    it(`are ${found.join(', ') || 'none'}: ${line}`, () => {
      assert.deepEqual(
        itemsOf(`- ${line}`).flatMap(({ tracking }) => tracking.map(({ text }) => text)),
        found,
      );
    });
  }
});
