import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normaliseName, readings } from '../../../../src/core/vocabulary/normalise.ts';

describe('normaliseName', () => {
  const same: Readonly<Record<string, readonly string[]>> = {
    impact: [
      'Impact',
      'IMPACT:',
      '🚨 Impact',
      ':warning: Impact',
      '2. Impact',
      '2.1 Impact',
      'II. Impact',
      'a) Impact',
      'Step 3 - Impact',
      'Section 2: Impact',
      '<b>Impact</b>',
      'Impact {#impact}',
      ' Impact… ',
      '**Impact**',
      '1️⃣ Impact',
    ],
    'root cause': ['Root cause', 'Root-cause', 'ROOT_CAUSE', 'root/cause', 'Root\u00a0cause'],
    'causa raiz': ['Causa Raíz', 'causa raiz'],
    "how'd we do": ["How'd We Do?", 'How’d we do'],
    'linha do tempo': ['📅 Linha do Tempo'],
  };
  for (const [name, titles] of Object.entries(same)) {
    for (const title of titles) {
      it(`gives ${JSON.stringify(title)} the name ${JSON.stringify(name)}`, () =>
        assert.equal(normaliseName(title), name));
    }
  }

  it('keeps numbers and letters that are part of the title', () => {
    assert.equal(normaliseName('I broke it'), 'i broke it');
    assert.equal(normaliseName('Phase 2'), 'phase 2');
  });

  it('takes a number in front for numbering', () => {
    assert.equal(normaliseName('5 whys'), normaliseName('Whys'));
  });

  it('keeps letters of every script', () => {
    assert.equal(normaliseName('影響'), '影響');
    assert.equal(normaliseName('Последствия'), 'последствия');
  });

  it('gives nothing for a title without letters or digits', () => {
    assert.equal(normaliseName('🔥 — !'), '');
  });

  it('never throws, gives no outer white space and no capitals of ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const name = normaliseName(title);
        assert.equal(name, name.trim());
        assert.doesNotMatch(name, /[A-Z]/);
      }),
    );
  });

  it('gives a title in any case and with any emoji before it the same name', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{3,8}( [a-z]{3,8}){0,3}$/),
        fc.constantFrom('🔥 ', ':fire: ', '', '1. '),
        (title, before) => {
          assert.equal(normaliseName(before + title.toUpperCase()), normaliseName(title));
        },
      ),
    );
  });
});

describe('readings', () => {
  it('begin with the whole name and end with its parts', () => {
    assert.deepEqual(readings('Impact & Detection (UTC)'), [
      'impact & detection (utc',
      'impact & detection',
      'impact',
      'detection',
      'utc',
    ]);
  });

  it('leave out what brackets, a colon or a dash add', () => {
    assert.ok(readings('Timeline (UTC)').includes('timeline'));
    assert.ok(readings('Impact: two hours').includes('impact'));
    assert.ok(readings('Timeline – all times CET').includes('timeline'));
  });

  it('end before a date, a number, a zone or a full stop', () => {
    for (const title of [
      'Timeline 4 March',
      'Timeline March 4',
      'Timeline 10/22',
      'Timeline UTC',
      'Timeline. All in UTC',
    ]) {
      assert.ok(readings(title).includes('timeline'), title);
    }
  });

  it('are in brackets of any kind, and parts of compounds of any kind', () => {
    assert.deepEqual(readings('Our guess (root cause)'), ['our guess (root cause', 'our guess', 'root cause']);
    assert.ok(readings('推定【原因】').includes('原因'));
    for (const title of [
      'Costs/Repair',
      'Costs & repair',
      'Repair; costs',
      'Costs - Repair',
      'Costs und Repair',
      'Costs、Repair',
    ]) {
      assert.ok(readings(title).includes('repair') && readings(title).includes('costs'), title);
    }
  });

  it('leave out a trailing "of …"', () => {
    assert.ok(readings('Timeline of the mail outage').includes('timeline'));
    assert.ok(readings('Análise do incidente').includes('analise'));
  });

  it('are none for a title that says nothing', () => {
    assert.deepEqual(readings('🔥'), []);
  });
});
