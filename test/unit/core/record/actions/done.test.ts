import assert from 'node:assert/strict';
import { itemsOf, statesOf, textsOf } from './support.ts';

describe('what is done in part', () => {
  for (const remark of [
    '(done in staging, prod pending)',
    '(fixed in dev only)',
    '(done partially)',
    '(partially done)',
    '(merged, not deployed)',
    '(implemented, rollout pending)',
    '(deployed to staging)',
    '(done 3 of 5 clusters)',
    '(done 50%)',
    '– done in dev, prod next week',
    '**Done in staging, not yet in prod**',
    '(done for EU only)',
    '✅ (staging only)',
    '(✅ staging, ❌ prod)',
    '(erledigt in Staging, Produktion ausstehend)',
    '(fait en partie)',
    '（一部完了）',
    '(not done yet)',
  ]) {
    it(`is open: ${remark}`, () => {
      assert.deepEqual(statesOf(`- [ ] Add a worker ${remark}`, `1. Add a worker ${remark}`), ['open', 'open']);
    });
  }

  for (const remark of [
    '(done on 5 March)',
    '(done)',
    '(done in staging and production)',
    '(done 100%)',
    '(done in [#12](https://example.org/12))',
    '(fixed in v1.2)',
    '(done by the dev team)',
    '(2024-03-09: done)',
    '. Done in #12',
    '→ done',
    '– status: done',
    '✓',
    '（完了）',
    '【済】',
  ]) {
    it(`is not what is done: ${remark}`, () => {
      assert.deepEqual(statesOf(`- [ ] Add a worker ${remark}`), ['done']);
    });
  }

  it('is open in a status, and in the lines below', () => {
    for (const status of [
      'Done (prod pending)',
      'Partially done',
      '✅ staging, 🚧 prod',
      'Not done',
      'Done except docs',
    ]) {
      assert.deepEqual(statesOf('| Action | Status |', '|---|---|', `| Add | ${status} |`), ['open'], status);
      assert.deepEqual(statesOf('- Add a worker', `  - Status: ${status}`), ['open'], status);
    }
    assert.deepEqual(statesOf('- Add a worker', '  - Done in staging, prod pending'), ['open']);
    assert.deepEqual(statesOf('- Add a worker', '  - Done in #12'), ['done']);
  });
});

describe('boxes', () => {
  const boxes: ReadonlyArray<readonly [box: string, state: string]> = [
    ['[-]', "won't do"],
    ['[~]', "won't do"],
    ['[✔]', 'done'],
    ['[✓]', 'done'],
    ['[X]', 'done'],
    ['[v]', 'done'],
    ['[ x ]', 'done'],
    [String.raw`\[x\]`, 'done'],
    [String.raw`\[ \]`, 'open'],
    [String.raw`\[-\]`, "won't do"],
    ['［x］', 'done'],
    ['[/]', 'open'],
    ['[>]', 'open'],
    ['[]', 'open'],
    ['<input type="checkbox" checked>', 'done'],
    ['<input type="checkbox">', 'open'],
  ];
  for (const [box, state] of boxes) {
    it(`say what has become of an item: ${box}`, () => {
      const lines = [`- ${box} Add a worker (@ada), due 2024-04-01`];
      assert.deepEqual([textsOf(...lines), statesOf(...lines)], [['Add a worker (@ada), due 2024-04-01'], [state]]);
      const row = ['| Action | Owner |', '|---|---|', `| ${box} Add a worker | Ada |`];
      assert.deepEqual([textsOf(...row), statesOf(...row)], [['Add a worker'], [state]]);
    });
  }

  it('are no other brackets', () => {
    assert.deepEqual(textsOf('- [A] Add a worker', '- [x](https://example.org) is slow', '- [1] Page'), [
      '[A] Add a worker',
      'x is slow',
      '[1] Page',
    ]);
  });
});

describe('a column of remarks', () => {
  const table = (title: string, ...cells: readonly string[]): string[] => [
    `| Action item | Owner | Bug | ${title} |`,
    '| --- | --- | --- | --- |',
    ...cells.map((cell) => `| Pin versions | ada | [#1](https://git.example.com/1) | ${cell} |`),
  ];

  it('says what is done', () => {
    for (const title of ['Notes', 'Comments', 'Update', '', '備考']) {
      assert.deepEqual(
        statesOf(
          ...table(
            title,
            '',
            'Done',
            'Done in #12 on 5 March',
            "Won't do",
            '✅',
            'Done in staging',
            'Fixed limits hurt',
          ),
        ),
        ['open', 'done', 'done', "won't do", 'done', 'open', 'open'],
        title,
      );
    }
  });

  it('does not speak against the status', () => {
    assert.deepEqual(
      statesOf('| Action | Status | Notes |', '|---|---|---|', '| Add | In progress | Done |', '| Add | | Done |'),
      ['open', 'done'],
    );
  });

  it('may hold the day on which something was done', () => {
    assert.deepEqual(statesOf(...table('Completed on', '2024-03-09', '')), ['done', 'open']);
  });
});

describe('titles', () => {
  it('say what is done of all that stands under them', () => {
    for (const title of [
      'Completed',
      'Done',
      'Closed (2)',
      '✅ Done',
      'Already done',
      'Completed items',
      'Short term (done)',
      'Erledigte Maßnahmen',
      'Terminées',
      'Completadas',
      'Concluídas',
      '完了',
    ]) {
      assert.deepEqual(
        statesOf(`### ${title}`, '- Add', '#### Process', '- Page', '### Open', '- Test'),
        ['done', 'done', 'open'],
        title,
      );
    }
    assert.deepEqual(statesOf("### Won't do", '- Add'), ["won't do"]);
    assert.deepEqual(statesOf('**Completed:**', '', '- Add', '', '**Open:**', '', '- Page'), ['done', 'open']);
    assert.deepEqual(statesOf('- Completed:', '  - Add', '- Open:', '  - Page'), ['done', 'open']);
    assert.deepEqual(statesOf('## Action items (completed)', '- Add', '## Next steps', '- Page'), ['done', 'open']);
  });

  it('say nothing of the kind with other words', () => {
    for (const title of [
      'Not done',
      'To be done',
      'Closed-loop control',
      'Done or open',
      'Partially done',
      'Fixed limits',
    ]) {
      assert.deepEqual(statesOf(`### ${title}`, '- Add'), ['open'], title);
    }
  });

  it('do not speak against an open box', () => {
    assert.deepEqual(statesOf('### Completed', '- [ ] Add', '- [x] Page'), ['open', 'done']);
  });
});

describe('what is struck out', () => {
  for (const [open, close] of [
    ['~~', '~~'],
    ['<s>', '</s>'],
    ['<del>', '</del>'],
    ['<strike>', '</strike>'],
  ] as const) {
    const struck = (text: string): string => `${open}${text}${close}`;

    it(`does not hold: ${struck('text')}`, () => {
      const [item] = itemsOf(
        `- Add a worker (owner: ${struck('Bob')} Ada, due: ${struck('2024-04-01')} 2099-01-01, ${struck('OPS-1')} OPS-2, ${struck('P1')} P2)`,
      );
      assert.deepEqual(
        [item?.owner?.text, item?.due?.date, item?.tracking.map(({ text }) => text), item?.priority],
        ['Ada', '2099-01-01', ['OPS-2'], 'P2'],
      );
      assert.deepEqual(textsOf(`- ${struck('Add')} Buy a worker for the queue ${struck('(done)')}`), [
        'Buy a worker for the queue',
      ]);
      assert.deepEqual(statesOf(`- ${struck('Add')} Buy a worker for the queue ${struck('(done)')}`), ['open']);
      assert.equal(itemsOf(`- ${struck('@bob')} @ada Add a worker`)[0]?.owner?.text, '@ada');
    });

    it(`does not hold in tables and fields: ${struck('text')}`, () => {
      const [item, other] = itemsOf(
        '| Action | Owner | Due | Ticket | Status | Type |',
        '|---|---|---|---|---|---|',
        `| Add | ${struck('Bob')} Ada | ${struck('2024-04-01')} 2099-01-01 | ${struck('OPS-1')} OPS-2 | ${struck('Done')} Open | ${struck('a')} b |`,
        `| Page | ${struck('Bob')} | ${struck('2024-04-01')} | ${struck('OPS-1')} | ${struck('Done')} | |`,
      );
      assert.deepEqual(
        [item?.owner?.text, item?.due?.date, item?.tracking.map(({ text }) => text), item?.done, item?.group],
        ['Ada', '2099-01-01', ['OPS-2'], false, 'b'],
      );
      assert.deepEqual(
        [other?.owner, other?.due, other?.tracking.length, other?.done],
        [undefined, undefined, 0, false],
      );
      const [third] = itemsOf(
        '- Add a worker',
        `  - Owner: ${struck('Bob')} Ada`,
        `  - Due: ${struck('2024-04-01')} 2099-01-01`,
        `  - Status: ${struck('Open')} Done`,
      );
      assert.deepEqual([third?.owner?.text, third?.due?.date, third?.done], ['Ada', '2099-01-01', true]);
    });

    it(`is done where it is the whole item: ${struck('text')}`, () => {
      for (const line of [
        `- ${struck('Add a worker')}`,
        `- ${struck('Add a worker')} (@ada), due 2024-04-01`,
        `- [ ] **Prevent:** ${struck('Add a worker')} (@ada)`,
        `| Action | Owner |\n|---|---|\n| ${struck('Add a worker')} | Ada |`,
      ]) {
        const [item] = itemsOf(line);
        assert.deepEqual([item?.doneBy, item?.wontDo], ['strike', false], line);
      }
      assert.deepEqual(statesOf(`- ${struck('Add a worker')} won't do`), ["won't do"]);
    });
  }

  it('may go over several lines', () => {
    assert.deepEqual(textsOf('- ~~Add a worker', '  to the queue~~'), ['Add a worker to the queue']);
    assert.deepEqual(statesOf('- ~~Add a worker', '  to the queue~~'), ['done']);
  });

  it('is not what stands in code, or is about', () => {
    assert.deepEqual(statesOf('- use `~~x~~` in ~5s or ~10s'), ['open']);
  });

  it('leaves no signs around a word for done', () => {
    assert.deepEqual(
      textsOf(
        '- 監視を追加する — **完了**: 動いている',
        '- Add a worker – **Done:** two run',
        '- Page earlier — **Done**',
      ),
      ['監視を追加する — 動いている', 'Add a worker – two run', 'Page earlier'],
    );
  });
});
