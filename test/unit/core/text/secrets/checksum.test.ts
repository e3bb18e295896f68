import assert from 'node:assert/strict';
import { crc32 as expected } from 'node:zlib';
import fc from 'fast-check';
import { crc32, endsInBase62Sum, endsInHexSum } from '../../../../../src/core/text/secrets/checksum.ts';
import { grafanaToken, summed } from '../../../support/made-secrets.ts';

describe('checksums of tokens', () => {
  it('are CRC-32', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => assert.equal(crc32(text), expected(text))));
  });

  it('are those of tokens that vendors have published', () => {
    assert.ok(endsInBase62Sum(['ghp', 'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17'].join('_')));
    assert.ok(endsInHexSum(['glsa', 'yscW25imSKJIuav8zF37RZmnbiDvB05G', 'fcaaf58a'].join('_')));
  });

  it('are right for made tokens and wrong once a character is another', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const [token, grafana] = [summed('npm_', seed), grafanaToken(seed)];
      assert.ok(endsInBase62Sum(token) && endsInHexSum(grafana));
      const other = (text: string): string => text.slice(0, 10) + (text[10] === 'x' ? 'y' : 'x') + text.slice(11);
      assert.ok(!endsInBase62Sum(other(token)) && !endsInHexSum(other(grafana)));
    }
  });
});
