import assert from 'node:assert/strict';
import { itemsOf, statesOf } from './support.ts';

interface Told {
  readonly section: string;
  readonly titles: readonly [item: string, owner: string, due: string, status: string];
  readonly open: string;
  readonly done: string;
  readonly half: string;
  readonly date: string;
  /** The owner Ada and the due date in brackets. */
  readonly brackets: string;
  readonly field: string;
}

const languages: ReadonlyArray<readonly [name: string, told: Told]> = [
  [
    'Japanese',
    {
      section: 'アクションアイテム',
      titles: ['施策', '担当', '期限', 'ステータス'],
      open: '未着手',
      done: '完了',
      half: '一部完了',
      date: '2024年4月1日',
      brackets: '（担当：Ada、期限：2024-04-01）',
      field: 'ステータス：完了',
    },
  ],
  [
    'German',
    {
      section: 'Maßnahmen',
      titles: ['Maßnahme', 'Verantwortlich', 'Fällig am', 'Status'],
      open: 'offen',
      done: 'erledigt',
      half: 'teilweise erledigt',
      date: '1. April 2024',
      brackets: '(Verantwortlich: Ada, Frist: 1. April 2024)',
      field: 'Status: erledigt',
    },
  ],
  [
    'French',
    {
      section: 'Actions correctives',
      titles: ['Action', 'Responsable', 'Échéance', 'État'],
      open: 'À faire',
      done: 'Terminé',
      half: 'Pas terminé',
      date: '1 avril 2024',
      brackets: '(Responsable : Ada, échéance : 2024-04-01)',
      field: 'État: Terminé',
    },
  ],
  [
    'Spanish',
    {
      section: 'Acciones correctivas',
      titles: ['Acción', 'Responsable', 'Fecha límite', 'Estado'],
      open: 'Pendiente',
      done: 'Completado',
      half: 'Parcialmente completado',
      date: '1 de abril de 2024',
      brackets: '(responsable: Ada, fecha límite: 2024-04-01)',
      field: 'Estado: Completado',
    },
  ],
  [
    'Portuguese',
    {
      section: 'Ações corretivas',
      titles: ['Ação', 'Responsável', 'Prazo', 'Situação'],
      open: 'Pendente',
      done: 'Concluído',
      half: 'Não concluído',
      date: '1 de abril de 2024',
      brackets: '(responsável: Ada, prazo: 2024-04-01)',
      field: 'Situação: Concluído',
    },
  ],
];

describe('items in other languages', () => {
  for (const [name, { section, titles, open, done, half, date, brackets, field }] of languages) {
    it(`are read from tables: ${name}`, () => {
      const rows = [open, done, half].map((status) => `| Queue | Ada | ${date} | ${status} |`);
      const lines = [`## ${section}`, '', `| ${titles.join(' | ')} |`, '|---|---|---|---|', ...rows];
      assert.deepEqual(
        itemsOf(...lines).map(({ text, owner, due }) => [text, owner?.text, due?.date]),
        rows.map(() => ['Queue', 'Ada', '2024-04-01']),
      );
      assert.deepEqual(statesOf(...lines), ['open', 'done', 'open']);
    });

    it(`are read from lists: ${name}`, () => {
      const lines = [`## ${section}`, `- Queue and worker ${brackets}`, '- Worker and queue', `  - ${field}`];
      assert.deepEqual(
        itemsOf(...lines).map(({ owner, due }) => [owner?.text, due?.date]),
        [
          ['Ada', '2024-04-01'],
          [undefined, undefined],
        ],
      );
      assert.deepEqual(statesOf(...lines), ['open', 'done']);
    });
  }

  it('are read with full-width brackets and colons', () => {
    for (const line of [
      '- **担当:** 山田 **期限:** 2024-04-01 手順書を更新する',
      '- **期限：** 2024-04-01 **担当：** 山田 手順書を更新する',
      '- 監視を追加する【担当】山田【期限】2024-04-01',
      '- 監視を追加する（担当：山田）（2024年4月1日まで）',
      '- 監視を追加する\n  - 担当：山田\n  - 期限：４月１日',
    ]) {
      const [item] = itemsOf('## アクションアイテム', ...line.split('\n'));
      assert.deepEqual([item?.owner?.text, item?.due?.date], ['山田', '2024-04-01'], line);
    }
    assert.deepEqual(statesOf('## アクションアイテム', '- 監視を追加する（未完了）', '- 【完了】監視を追加する'), [
      'open',
      'done',
    ]);
  });
});
