import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  areAlike,
  changesBetween,
  changesBetweenAll,
  definitionOf,
  differenceOf,
  outdatedWords,
  quotesBefore,
  type Definition,
} from '../../../../../src/core/service/stale/definition.ts';

function rule(expression: string, duration = '5m', severity = 'page'): Definition {
  return { expression, duration, severity };
}

function changed(before: string, after: string): boolean {
  return changesBetween(rule(before), rule(after)).length > 0;
}

describe('the definition of a rule', () => {
  it('changes with a threshold, a metric, a function, a length of time and the severity', () => {
    assert.ok(changed('rate(errors_total[5m]) > 0.1', 'rate(errors_total[5m]) > 0.2'));
    assert.ok(changed('rate(errors_total[5m]) > 1', 'rate(failures_total[5m]) > 1'));
    assert.ok(changed('rate(errors_total[5m]) > 1', 'increase(errors_total[5m]) > 1'));
    assert.ok(changed('up == 0', 'up == 0 and on(pod) ready == 1'));
    assert.deepEqual(changesBetween(rule('up == 0'), rule('up == 0', '15m', 'ticket')), [
      { what: 'duration', before: '5m', after: '15m' },
      { what: 'severity', before: 'page', after: 'ticket' },
    ]);
  });

  it('is the same in another layout, with other quotes and comments', () => {
    assert.ok(!changed('sum by (pod) (up)  > 1', 'sum by(pod)(up)\n  # in all zones\n  > 1'));
    assert.ok(!changed(`up{a="b"} == 0`, `up{a='b'} == 0`));
  });

  it('is the same if it looks elsewhere, groups otherwise, or counts in percent', () => {
    assert.ok(!changed('up{ns=~"a.*", b="{x}"} == 0', 'up{ns="a"} == 0'));
    assert.ok(!changed('up{ns="{{ .namespace }}"} == 0', 'up == 0'));
    assert.ok(!changed('sum by (a) (x) > on(a) y', 'sum by (a, b) (x) > on(b) y'));
    assert.ok(!changed('max(used / size) > 0.9', 'max(used / size) * 100 > 90'));
    assert.ok(changed('max(used / size) > 0.9', 'max(used / size) * 100 > 80'));
  });

  it('is the same if a number becomes a value of a template, but not if more changes', () => {
    assert.ok(!changed('up > 5', 'up > {{ .Values.most }}'));
    assert.ok(changed('{{ .Values.count }} - count(up) > 0', 'count(up) == 0'));
  });

  it('has no change in what one of the two does not state', () => {
    assert.deepEqual(changesBetween(rule('', '', ''), rule('up == 0')), []);
  });

  it('is the same if its length of time is written in another unit', () => {
    const changed = (before: string, after: string): boolean =>
      changesBetween(rule('up', before), rule('up', after)).length > 0;
    assert.ok(!changed('5m', '300s'));
    assert.ok(!changed('1h30m', '90m'));
    assert.ok(!changed('0', '0s'));
    assert.ok(changed('5m', '301s'));
    assert.ok(changed('5m', '5h'));
    assert.ok(changed('$for', '{{ .for }}'));
  });

  it('is compared with its own if there are several of one name, in any order', () => {
    const [warning, page] = [rule('up > 5', '5m', 'warning'), rule('up > 9', '1m', 'page')];
    assert.deepEqual(changesBetweenAll([warning, page], [page, warning]), []);
    assert.deepEqual(changesBetweenAll([warning, page], [{ ...page, duration: '2m' }, warning]), [
      { what: 'duration', before: '1m', after: '2m' },
    ]);
    assert.deepEqual(
      changesBetweenAll(
        [warning, page],
        [
          { ...page, duration: '2m' },
          { ...warning, expression: 'up > 6' },
        ],
      ),
      [
        { what: 'expression', before: 'up > 5', after: 'up > 6' },
        { what: 'duration', before: '1m', after: '2m' },
      ],
    );
    assert.deepEqual(changesBetweenAll([warning], [page, warning]), []);
    const some = fc.array(fc.constantFrom(warning, page, rule('up', '', '')), { maxLength: 5 });
    fc.assert(fc.property(some, (all) => assert.deepEqual(changesBetweenAll(all, all.toReversed()), [])));
  });

  it('may be of one rule with two names, or of two rules', () => {
    assert.ok(areAlike('rate(disk_full_total[5m]) > 0.1', 'rate(disk_full_total[9m]) > 0.2'));
    assert.ok(areAlike('up == 0', 'up == 0'));
    assert.ok(!areAlike('up{job="shop"} == 0', 'up{job="bank"} == 0'));
    assert.ok(!areAlike('rate(disk_full_total[5m]) > 1', 'rate(queue_full_total[5m]) > 1'));
    assert.ok(!areAlike('', ''));
    assert.ok(!areAlike('', 'up == 0'));
  });

  it('is taken from an alert', () => {
    const alert = { expression: ' up\n == 0 ', duration: '5m', severity: 'Page' };
    assert.deepEqual(definitionOf(alert as never), { expression: 'up == 0', duration: '5m', severity: 'page' });
    assert.deepEqual(definitionOf({} as never), { expression: '', duration: '', severity: '' });
  });

  it('is compared in time that grows with the text, whatever the text is', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '{{',
      '}}',
      '"',
      "'",
      '\\',
      '#',
      ' ',
      '\n',
      '*100>90',
      'by (',
      'a',
      ',',
      ')',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(piece, { maxLength: 60 }), (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        assert.ok(!changed(before, before));
        assert.equal(changed(before, after), changed(after, before));
        differenceOf({ before, after });
      }),
    );
    for (const text of ['{', '"', "'\\", '{{', 'by (', '*1', ' ', 'a ']) {
      const start = performance.now();
      changed(text.repeat(50_000), `${text.repeat(50_000)}x`);
      assert.ok(performance.now() - start < 3000, JSON.stringify(text));
    }
  });
});

describe('what differs', () => {
  it('is quoted with what stands before it', () => {
    assert.equal(differenceOf({ before: 'up > 5', after: 'up > 10' }), '> 5 → > 10');
    assert.equal(differenceOf({ before: '5m', after: '15m' }), '5m → 15m');
    assert.equal(differenceOf({ before: 'rate(x[5m]) > 0', after: 'rate(x[9m]) > 0' }), '[5m] → [9m]');
  });

  it('is not quoted if it is long', () => {
    assert.equal(
      differenceOf({ before: 'a', after: Array.from({ length: 40 }, (_, n) => `m${n}`).join(' ') }),
      undefined,
    );
  });

  it('may be quoted by a page as it was', () => {
    const change = {
      what: 'expression',
      before: '(time() - last_pass) > (90 * 60)',
      after: 'changes(last_pass[90m]) == 0',
    } as const;
    assert.ok(quotesBefore('When `time() - last_pass > 90 * 60` for long.', change));
    assert.ok(!quotesBefore(`${change.before} is now ${change.after}`, change));
    assert.ok(!quotesBefore('Nothing of it.', change));
    assert.ok(!quotesBefore('up > 1', { what: 'expression', before: 'up > 1', after: 'up > 2' }));
  });

  it('may be what a page still says', () => {
    const before = 'rate(http_errors_total[5m]) > 1';
    assert.deepEqual(outdatedWords({ what: 'expression', before, after: 'rate(http_failures_total[5m]) > 1' }), [
      'http_errors_total',
    ]);
    assert.deepEqual(outdatedWords({ what: 'duration', before: '5m', after: '15m' }), ['5m']);
    assert.deepEqual(outdatedWords({ what: 'severity', before: 'page', after: 'ticket' }), []);
  });
});
