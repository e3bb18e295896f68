import assert from 'node:assert/strict';
import { commandOf } from '../../../../scripts/corpus/arguments.ts';

describe('the arguments of npm run corpus', () => {
  it('name roots, with labels or without', () => {
    const args = ['a/=x.csv', 'b', '--without', 'y.csv', '--sections', 'a=s.csv', '--sections', './c=t.csv', '--json'];
    assert.deepEqual(commandOf(args), {
      run: 'measure',
      json: true,
      roots: [{ root: 'a', labels: 'x.csv' }, { root: 'b' }, { root: 'c' }],
      without: ['y.csv'],
      sections: [
        { root: 'a', labels: 's.csv' },
        { root: 'c', labels: 't.csv' },
      ],
    });
  });

  it('ask for a sample, verdicts, removal or counts', () => {
    const drawn = commandOf(['a', '--sample', '40', '--seed', '7', '--out', 'f', '--today', '2026-06-15']);
    assert.ok(drawn.run === 'measure');
    assert.deepEqual(drawn.draw, { size: 40, seed: 7, out: 'f' });
    assert.equal(drawn.today, '2026-06-15');
    assert.deepEqual(commandOf(['--judge', 'f']), { run: 'judge', json: false, file: 'f' });
    assert.deepEqual(commandOf(['removal', 'a']), { run: 'removal', root: 'a', seed: 1 });
    assert.deepEqual(commandOf(['--alerts', 'a=l.csv']), { run: 'alerts', root: 'a', labels: 'l.csv' });
    assert.deepEqual(commandOf(['--find', 'a=q.csv']), { run: 'find', root: 'a', queries: 'q.csv' });
    assert.deepEqual(commandOf(['counts', 'a']), { run: 'counts', root: 'a' });
  });

  for (const [args, message] of [
    [[], /at least one ROOT/],
    [['a', '--sample', '4'], /go together/],
    [['a', '--sample', 'x', '--out', 'f'], /--sample needs a number/],
    [['a', '--sections', 's.csv'], /ROOT=SECTIONS/],
    [['--find', 'a'], /ROOT=QUERIES/],
    [['--alerts', 'a'], /ROOT=ALERTS/],
    [['a', '--today', '2026-13-01'], /--today/],
    [['a=x.csv', './a=y.csv'], /a is named twice/],
    [['removal'], /needs one folder/],
    [['a', '--findings'], /--findings/],
  ] as const) {
    it(`are refused: ${args.join(' ') || 'none'}`, () => {
      assert.throws(() => commandOf(args), { name: 'UserError', message });
    });
  }
});
