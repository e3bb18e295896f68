import assert from 'node:assert/strict';
import { secretsIn } from '../../../../../src/core/text/secrets/find.ts';
import { quotingWithout, removedSecret, withoutSecretsIn } from '../../../../../src/core/text/secrets/hide.ts';
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
});

describe('quotingWithout', () => {
  const source = `curl -H "Authorization: token ${token}" https://ada:k9-Vt4mQz81@shop.internal`;
  const cut = quotingWithout(source, secretsIn(source));

  it('cuts secrets in a quotation, also where it ends in one', () => {
    assert.equal(
      cut(`"${source}" needs a warning`),
      source.replace(token, shown).replace('k9-Vt4mQz81', '…').replace(/.*/, '"$&" needs a warning'),
    );
    assert.equal(cut(`"curl ${token.slice(0, 20)}…"`), `"curl ${shown}…"`);
    assert.equal(cut(`${token} and ${token}`), `${shown} and ${shown}`);
  });

  it('leaves other texts as they are', () => {
    for (const text of ['', 'Missing section: Impact', letters(200), 'ghp_ and https://ada:…@shop.internal']) {
      assert.equal(cut(text), text);
    }
  });
});
