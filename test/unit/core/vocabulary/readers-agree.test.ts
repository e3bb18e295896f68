import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/document/document.ts';
import { readActionItems } from '../../../../src/core/record/actions/read.ts';
import { readTimelines } from '../../../../src/core/record/timeline/read.ts';
import { unknownZone } from '../../../../src/core/time/zone.ts';
import { zoneOffset } from '../../../../src/core/time/zone.ts';

function postmortem(text: string): ReturnType<typeof readDocument> {
  return readDocument({ uri: 'file:///a.md', root: 'file:///', path: 'postmortems/a.md' }, text);
}

describe('readers of one language', () => {
  it('date a document by the words that date its entries', () => {
    const document = postmortem(
      '# Queda\n\n**Data:** 13 de março de 2026\n\n## Linha do tempo\n\n- 13 de março de 2026, 10:20: alerta\n- 10:40 fim\n',
    );
    assert.equal(document.metadata.date, '2026-03-13');
    assert.deepEqual(
      readTimelines(document)[0]?.entries.map(({ date }) => date),
      ['2026-03-13', '2026-03-13'],
    );
  });

  it('know the same zones', () => {
    for (const [name, offset] of [
      ['MEZ', 60],
      ['MESZ', 120],
      ['HNE', -300],
      ['日本時間', 540],
    ] as const) {
      assert.equal(zoneOffset(name, '2026-07-01'), offset, name);
      assert.equal(unknownZone(name), undefined, name);
      const [timeline] = readTimelines(
        postmortem(`---\ntimezone: ${name}\n---\n\n# T\n\n## Timeline\n\n- 10:20 a\n- 10:40 b\n`),
      );
      assert.equal(timeline?.zone, name);
    }
    assert.deepEqual(unknownZone('QQT'), {});
  });

  it('find the time of a Japanese entry, and take a length of time for none', () => {
    const entries = (text: string): unknown =>
      readTimelines(postmortem(`# T\n\n## タイムライン\n\n${text}\n`))[0]?.entries.map(({ clock }) => clock?.minute);
    assert.deepEqual(entries('- 10時20分 検知\n- 11時05分 復旧'), [20, 5]);
    assert.equal(entries('- 10時間の停止\n- 20分間の停止'), undefined);
  });

  it('take a number and a word for no date where the word is English too', () => {
    for (const text of ['2 out of 3 nodes', '10 set aside', '5 days ago']) {
      const [timeline] = readTimelines(postmortem(`# T\n\n## Timeline\n\n- ${text}\n- 10:20 x\n- 10:40 y\n`));
      assert.equal(timeline?.entries.length, 2, text);
    }
  });

  it('read items of a table and fields in French and Japanese', () => {
    const items = (text: string): unknown =>
      readActionItems(postmortem(`# T\n\n${text}`)).map((item) => [
        item.text,
        item.owner?.text,
        item.due?.date,
        item.done,
      ]);
    assert.deepEqual(
      items(
        '## アクションアイテム\n\n| 施策 | 担当 | 期限 | ステータス |\n| --- | --- | --- | --- |\n| 監視を追加する | 山田 | 2024-04-01 | 未着手 |\n| 手順書を直す | 李 | 2024年4月2日 | 完了 |\n| 再起動する | 王 | | 未完了 |\n',
      ),
      [
        ['監視を追加する', '山田', '2024-04-01', false],
        ['手順書を直す', '李', '2024-04-02', true],
        ['再起動する', '王', undefined, false],
      ],
    );
    assert.deepEqual(items('## Plan d’action\n\n- Corriger\n  - État : Terminé\n  - Échéance : 2 avril 2024\n'), [
      ['Corriger', undefined, '2024-04-02', true],
    ]);
  });
});
