import assert from 'node:assert/strict';
import fc from 'fast-check';
import { secretsIn } from '../../../../../src/core/text/secrets/find.ts';
import { quotingWithout, withoutSecretsIn } from '../../../../../src/core/text/secrets/hide.ts';
import { removedSecret } from '../../../../../src/core/text/secrets/removed.ts';
import { letters, pem, summed } from '../../../support/made-secrets.ts';

const token = summed(['ghp', ''].join('_'));
const shown = `ghp_…${token.slice(-4)}`;

describe('withoutSecretsIn', () => {
  it('puts words in the place of each secret and leaves the rest', () => {
    const text = `a ${token} b\nhttps://ada:k9-Vt4mQz81@shop.internal/x\n${pem()}\nc`;
    assert.equal(
      withoutSecretsIn(text, secretsIn(text)),
      `a ${removedSecret} b\nhttps://ada:${removedSecret}@shop.internal/x\n${removedSecret}\nc`,
    );
    assert.equal(withoutSecretsIn('nothing', secretsIn('nothing')), 'nothing');
  });

  it('puts more behind those words on request', () => {
    const text = `a ${token} b`;
    assert.equal(
      withoutSecretsIn(text, secretsIn(text), ({ length }) => ` (${length})`),
      `a ${removedSecret} (${token.length}) b`,
    );
  });
});

describe('quotingWithout', () => {
  const source = `curl -H "Authorization: token ${token}" https://ada:k9-Vt4mQz81@shop.internal`;
  const cut = quotingWithout(source, secretsIn(source));

  it('cuts secrets in a quotation, also where it ends in one', () => {
    assert.equal(
      cut(`"${source}" needs a warning`),
      source.replace(token, shown).replace('k9-Vt4mQz81', '…').replace(/.*/, '"$&" needs a warning'),
    );
    assert.equal(cut(`"curl ${token.slice(0, 20)}"`), `"curl ${shown}"`);
    assert.equal(cut(`${token} and ${token}`), `${shown} and ${shown}`);
    assert.equal(quotingWithout(source, secretsIn(source), removedSecret)(`a ${token} b`), `a ${removedSecret} b`);
  });

  it('leaves other texts as they are', () => {
    for (const text of [
      '',
      'Missing section: Impact',
      letters(200, 'other'),
      'ghp_ and https://ada:…@shop.internal',
      shown,
    ]) {
      assert.equal(cut(text), text);
    }
  });

  it('cuts the lines of a key', () => {
    const key = `a\n${pem()}\nb`;
    const inKey = quotingWithout(key, secretsIn(key));
    for (const line of pem().split('\n').slice(1, -1)) {
      assert.equal(inKey(`"${line}" is long`), '"…" is long');
    }
    assert.equal(inKey(`"${pem().replaceAll('\n', ' ')}" is long`), '"…" is long');
  });

  it('tells no four characters of a password beyond what is shown, wherever the quotation is cut', () => {
    const character = fc.constantFrom(...'aB3kT9uxCwjz4QZ!#$%&*+=?@^~.:;,()[]{}|<>/\\_-');
    const anyPassword = fc
      .string({ unit: character, minLength: 8, maxLength: 30 })
      .map((text) => `aB3kT9ux${text}q7Z!`);
    fc.assert(
      fc.property(anyPassword, fc.constantFrom('…', '', '…" is long', '"', ' …'), (password, end) => {
        const text = `x ${password} y`;
        const hide = quotingWithout(text, [
          { kind: 'password', start: 2, end: 2 + password.length, shown: '…', doubtful: false },
        ]);
        for (let length = 0; length <= password.length; length += 1) {
          for (const from of [0, 3, 9]) {
            const quoted = password.slice(from, from + length);
            // What begins within a secret is told by eight characters.
            if (from === 0 ? length < 8 && !/^(?:…|"|$)/.test(end) : quoted.length < 8) {
              continue;
            }
            const message = hide(`Text "mysql -p ${quoted}${end}`);
            for (let at = 0; at + 4 <= quoted.length; at += 1) {
              assert.ok(!message.includes(quoted.slice(at, at + 4)), `${password}: ${message}`);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
