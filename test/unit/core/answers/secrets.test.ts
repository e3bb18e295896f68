import assert from 'node:assert/strict';
import { shown, shownLines } from '../../../../src/core/answers/shown.ts';
import { mostText } from '../../../../src/core/answers/tools.ts';
import { documentOf } from '../../support/context.ts';
import { letters, pem, plantedSecrets } from '../../support/made-secrets.ts';
import { asked } from './asked.ts';

const path = 'runbooks/queue.md';
const password = ['aB3kT9uxCC', 'wj!z4Q#tail'].join('');
/** A document with a key that begins before the limit of one answer and ends after it. */
const filler = 'The queue is full again, so look at the consumers.\n'.repeat(Math.floor((mostText - 400) / 51));
const long = `# Queue\n\n${filler}\n${pem()}\n\n## Access\n\nPassword:\n${password}\n\n${filler}`;
const keyLines = pem().split('\n').slice(1, -1);

const assertSafe = (text: string): void => {
  for (const line of [...keyLines, password]) {
    assert.ok(!text.includes(line.slice(0, 12)) && !text.includes(line.slice(-12)), text);
  }
};

describe('texts for agents', () => {
  it('have no secrets, and as many lines as before', () => {
    for (const [kind, value, placed] of plantedSecrets()) {
      const document = documentOf('runbook', placed(value));
      const lines = shownLines(document);
      assert.ok(!lines.some((line) => line.includes(value.split('\n')[1] ?? value)), kind);
      assert.match(lines.join('\n'), /\[secret removed\]/, kind);
      assert.equal(lines.length, document.lines.count, kind);
    }
    assert.equal(shownLines(documentOf('runbook', `a\r\n${pem('', '\r\n')}\r\nb`)).at(-1), 'b');
    assert.ok(!shown(`a ${plantedSecrets()[0]?.[1] ?? ''} b`).includes(plantedSecrets()[0]?.[1] ?? ' '));
  });

  it('have none in the middle of a key or below the word that tells it, whatever is asked for', async () => {
    const count = long.split('\n').length;
    for (let first = 1; first <= count; first += 3) {
      for (const last of [first, first + 4, count]) {
        const { text } = await asked('get_runbook', { path, section: `${first}-${last}` }, { [path]: long });
        assertSafe(text);
      }
    }
    assertSafe((await asked('get_runbook', { path, section: 'Access' }, { [path]: long })).text);
  });

  it('have none where the rest of a long text is asked for, as an answer advises', async () => {
    let section: string | undefined;
    let turns = 0;
    let read = '';
    do {
      const {
        text,
        more = '',
        data,
      } = await asked('get_runbook', { path, ...(section && { section }) }, { [path]: long });
      assertSafe(text);
      read += `${data.text}\n`;
      [, section] = /section "(\d+-\d+)"/.exec(more) ?? [];
      turns += 1;
    } while (section !== undefined);
    assert.ok(turns > 1);
    assert.equal(read.split('[secret removed]').length, 3);
    assert.equal(read.split('\n').length, long.split('\n').length + 1);
  });

  it('have none in titles and entries, which do not tell it by themselves', async () => {
    const token = letters(24, 's');
    const record = `---\nstatus: investigating\n---\n\n# Shop is down\n\n## Timeline\n\n- 10:00 SESSION_SECRET=\n\n  ${token}\n- 10:05 ${token} was used\n`;
    const { text, data } = await asked('get_open_incidents', {}, { 'incidents/2026-03-04-shop.md': record });
    assert.equal(data.incidents.length, 1);
    assert.match(text, /was used/);
    assert.ok(!text.includes(token.slice(0, 8)), text);
    const page = `# Queue\n\nPassword:\n${password}\n\n## ${password}\n\nText.\n`;
    const answer = await asked('get_runbook', { path }, { [path]: page });
    assertSafe(answer.text);
  });
});
