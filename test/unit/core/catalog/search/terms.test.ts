import assert from 'node:assert/strict';
import { joinedName, termsOf } from '../../../../../src/core/catalog/search/terms.ts';
import { synonyms } from '../../../../../src/core/vocabulary/search-words.ts';

const terms = (text: string): string[] => termsOf(text).map((term) => term.text);

describe('the terms of a text', () => {
  it('are stems, without function words', () => {
    assert.deepEqual(terms('How do I rotate the keys?'), ['rotat', 'kei']);
    assert.deepEqual(terms('rotating key'), terms('rotate keys'));
    assert.deepEqual(terms('the of und les'), []);
  });

  it('are the parts of a compound, and the whole', () => {
    assert.deepEqual(terms('OrdersAPITooBig'), ['order', 'api', 'big', 'ordersapitoobig']);
    assert.deepEqual(terms('3days 5xx'), ['3', 'dai', '3days', '5xx', '~errors']);
    assert.deepEqual(terms('PVCs'), terms('pvcs'));
  });

  it('keep words that tell one outage from another', () => {
    assert.deepEqual(terms('it is down and out'), ['down', 'out', '~unavailable']);
  });

  it('have a group for words and phrases that mean the same, for the longest phrase only', () => {
    assert.ok(terms('killed, out of memory').includes('~out of memory'));
    assert.equal(terms('out of memory').includes('~memory'), false);
    assert.ok(terms('connection refused').includes('~unavailable'));
    assert.equal(terms('connection refused').includes('~connections'), false);
    assert.ok(terms('refused connection').includes('~connections'));
  });

  it('write severities in one way', () => {
    assert.deepEqual(
      ['SEV-1', 'sev 1', 'Severity: 1'].map((text) => terms(text)[0]),
      ['sev1', 'sev1', 'sever'],
    );
    assert.deepEqual(terms('severity 1'), ['sev1']);
    assert.deepEqual(terms('P 2'), terms('p2'));
  });

  it('have no accents, and are words in scripts without spaces', () => {
    assert.deepEqual(terms('Überlauf'), terms('uberlauf'));
    assert.ok(terms('ディスクの容量').length > 1);
  });

  it('are compared as names without spaces and marks', () => {
    assert.equal(joinedName('Disk_Almost-Full (2)'), 'diskalmostfull2');
  });

  it('have synonyms of two words at least, each with where it is said', () => {
    for (const [group, { words, source }] of Object.entries(synonyms)) {
      assert.ok(words.length > 1, group);
      assert.equal(new Set(words).size, words.length, group);
      assert.match(source, /^https:\/\//, group);
    }
  });
});
