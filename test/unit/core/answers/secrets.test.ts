import assert from 'node:assert/strict';
import { shown, shownLines } from '../../../../src/core/answers/shown.ts';
import { pem, plantedSecrets } from '../../support/made-secrets.ts';

describe('texts for agents', () => {
  it('have no secrets, and as many lines as before', () => {
    for (const [kind, value, placed] of plantedSecrets()) {
      const text = placed(value);
      const told = shownLines(text);
      assert.ok(!told.includes(value.split('\n')[0] ?? '') || value.includes('\n'), kind);
      assert.match(told, /\[secret removed\]/, kind);
      assert.equal(told.split('\n').length, text.split('\n').length, kind);
    }
    const key = pem();
    assert.ok(!shownLines(`a\n${key}\nb`).includes(key.split('\n')[1] ?? key));
    assert.equal(shownLines(`a\n${key}\nb`).split('\n').at(-1), 'b');
    assert.ok(!shown(`a ${plantedSecrets()[0]?.[1] ?? ''} b`).includes(plantedSecrets()[0]?.[1] ?? ' '));
  });
});
