import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { gitignoreTest } from '../../../../../src/core/util/globs/gitignore.ts';
import { examples } from '../../../support/examples.ts';

describe('gitignoreTest', () => {
  const names = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-'), minLength: 1, maxLength: 4 });
  const paths = fc
    .array(
      names.filter((text) => !/^\.+$/.test(text)),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => all.join('/'));
  const segment = fc
    .array(fc.constantFrom('a', 'b', '.', '-', '*', '?', '[ab]', '[!a]', '[a-b]', '\\*', '{a,b}', '(a)'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join(''));
  const patterns = fc
    .tuple(
      fc.constantFrom('', '', '/'),
      fc.array(fc.oneof({ weight: 4, arbitrary: segment }, { weight: 1, arbitrary: fc.constant('**') }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.constantFrom('', '', '/'),
    )
    .map(([start, segments, end]) => `${start}${segments.join('/')}${end}`)
    .filter((pattern) => !/\*\*[^/]|[^/]\*\*/.test(pattern));

  it('agrees with a well-known reader of .gitignore files', () => {
    fc.assert(
      fc.property(patterns, paths, (pattern, path) => {
        assert.equal(
          gitignoreTest(pattern)(path),
          ignore({ ignorecase: false }).add(pattern).ignores(path),
          `${pattern} on ${path}`,
        );
      }),
      { numRuns: examples(4000) },
    );
  });

  it('answers at once for patterns that make regular expressions try all ways', () => {
    const start = process.cpuUsage();
    assert.equal(gitignoreTest('*a*a*a*a*a*a*a*a*Z')('a'.repeat(4000)), false);
    assert.ok(process.cpuUsage(start).user < 2_000_000);
  });
});
