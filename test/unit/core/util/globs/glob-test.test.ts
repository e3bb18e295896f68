import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { exactTest, globFault, globsFault, globTest } from '../../../../../src/core/util/globs/glob-test.ts';
import { matcherOf } from '../../../../../src/core/util/globs/matcher.ts';
import { longestGlob, parsePattern } from '../../../../../src/core/util/globs/parse.ts';
import { examples } from '../../../support/examples.ts';

/** Names and paths of few characters, so that patterns of the same ones often match. */
const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', 'é'), minLength: 1, maxLength: 5 });
const paths = fc
  .array(
    name.filter((text) => !/^\.+$/.test(text)),
    { minLength: 1, maxLength: 5 },
  )
  .map((names) => names.join('/'));

/** Parts of names that both matchers read the same way. */
const { segment } = fc.letrec<{ segment: string }>((tie) => ({
  segment: fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('a', 'b', '.', '-', 'é') },
        { weight: 3, arbitrary: fc.constantFrom('*', '?', '[ab]', '[a-b]', '[^b.]', '\\*', '{a}', '{a..b}') },
        {
          weight: 2,
          arbitrary: fc
            .array(
              tie('segment').filter((text) => text !== ''),
              { minLength: 2, maxLength: 3 },
            )
            .map((branches) => `{${branches.join(',')}}`),
        },
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}));
const globs = fc
  .array(fc.oneof({ weight: 3, arbitrary: segment }, { weight: 1, arbitrary: fc.constant('**') }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((segments) => segments.map((text) => (/^\.{0,2}$/.test(text) ? 'a' : text)).join('/'))
  // The other matcher takes stars side by side, and dots in braces, for more than they are.
  .filter((glob) => !/[^/]\*\*|\*\*[^/]/.test(glob) && !/\{.*\.\./.test(glob.replaceAll('{a..b}', '')));

const hangs = [
  '**/+(*)Z',
  '+(a*)Z',
  '*(*a)Z',
  '**/(a*)+Z',
  '**/([a-z]+)+Z',
  '*a*a*a*a*a*a*a*a*Z',
  `${'{'.repeat(40)}${'}'.repeat(40)}`,
  `${'{a,'.repeat(300)}b${'}'.repeat(300)}Z`,
  `${'{a,b}'.repeat(190)}Z`,
  `${'{a*,*b}'.repeat(140)}Z`,
  '['.repeat(900),
  `${'**/'.repeat(300)}x`,
  `${'*?'.repeat(490)}Z`,
  `{${'**/a,'.repeat(190)}b}`,
];

describe('globTest', () => {
  const matched = (list: readonly string[], ...among: readonly string[]): string[] => among.filter(globTest(list));

  it('lets a negated glob take away from those before it', () => {
    const among = ['docs/a.md', 'docs/index.md', 'README.md'];
    assert.deepEqual(matched(['docs/**', '!docs/index.md'], ...among), ['docs/a.md']);
    assert.deepEqual(matched(['docs/**', '!docs/**', 'docs/a.md'], ...among), ['docs/a.md']);
    assert.deepEqual(matched(['!docs/index.md'], ...among), []);
  });

  it('takes a folder for what stands below it, however it is spelt', () => {
    const among = ['docs/deep/a.md', 'docs.md', 'other/docs/a.md'];
    for (const glob of ['docs', 'docs/', './docs', '/docs/**']) {
      assert.deepEqual(matched([glob], ...among), ['docs/deep/a.md'], glob);
    }
    assert.deepEqual(matched(['docs/*'], ...among), []);
    assert.deepEqual(matched(['*/deep'], ...among), ['docs/deep/a.md']);
  });

  it('matches nothing when there are none', () => {
    assert.deepEqual(matched([], 'a.md'), []);
  });

  it('reads stars, brackets and braces as shells do', () => {
    for (const [glob, yes, no] of [
      ['*.md', ['a.md', '.a.md'], ['a/a.md', 'a.mdx']],
      ['**.md', ['a.md', 'a/b/c.md'], ['a.mdx']],
      ['**/a', ['a', 'x/a', 'x/y/a', 'a/b'], ['xa', 'x/xa']],
      ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb']],
      ['a/***/b', ['a/x/b'], ['a/b', 'a/x/y/b']],
      ['a/*/**', ['a/b/c'], ['a/b', 'a']],
      ['a**/b', ['a/b', 'ax/b'], ['a/x/b']],
      ['{**/a,b}.md', ['a.md', 'x/y/a.md', 'b.md'], ['x/b.md']],
      ['a{/**,b}/c', ['a/c', 'a/x/c', 'ab/c'], ['c', 'ax/c']],
      ['a{,/**}', ['a', 'a/x', 'a/x/y'], ['ab']],
      ['{a,{b,c*}}d', ['ad', 'bd', 'cxd'], ['d', 'xd']],
      ['?.md', ['a.md', '🔥.md'], ['.md', 'ab.md']],
      ['[!a-c]', ['d', '🔥'], ['a', 'b', 'dd']],
      ['[]a][[]', [']['], ['b[']],
      ['[a]/{b}', ['a/b', '[a]/{b}'].slice(1), ['b/b']],
      ['{1..3}-{c..a}', ['1-b', '3-c'], ['4-b', '1-d']],
      ['\\*\\{a,b\\}', ['*{a,b}'], ['xa']],
      ['a[(]b[)]', ['a(b)'], ['ab']],
    ] as const) {
      assert.deepEqual([...yes, ...no].filter(globTest([glob])), [...yes], glob);
    }
  });

  it('agrees with a well-known matcher wherever both read a glob the same way', () => {
    let both = 0;
    fc.assert(
      fc.property(globs, paths, (glob, path) => {
        const read = parsePattern(glob, 'globs');
        fc.pre(!('fault' in read && /deep|more than \d+ (?:wildcards|times)/.test(read.fault)));
        assert.ok('parts' in read, glob);
        // It takes "a/**" for "a" too, unless "a" has wildcards.
        fc.pre(!glob.endsWith('/**') || !picomatch(glob.slice(0, -'/**'.length), { dot: true })(path));
        const expected = picomatch(glob, { dot: true })(path);
        both += expected ? 1 : 0;
        assert.equal(matcherOf(read.parts)(path).matched, expected, `${glob} on ${path}`);
      }),
      { numRuns: examples(4000) },
    );
    assert.ok(both > examples(200), `${both} matches`);
  });

  it('takes no more steps than its length times the length of the path', () => {
    const wild = fc
      .array(fc.constantFrom('a', 'b', 'Z', '*', '**', '/', '?', '[ab]', '[!a]', '{', ',', '}', '**/', '{a,*}', '.'), {
        maxLength: 300,
      })
      .map((parts) => parts.join(''));
    const long = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 400 });
    fc.assert(
      fc.property(fc.oneof(wild, globs, fc.constantFrom(...hangs)), fc.oneof(long, paths), (glob, path) => {
        const read = parsePattern(glob, 'globs');
        if ('parts' in read) {
          const { steps } = matcherOf(read.parts)(path);
          assert.ok(steps <= 24 * (glob.length + 2) * (path.length + 2), `${steps} steps for ${glob} on ${path}`);
        }
      }),
      { numRuns: examples(3000) },
    );
  });

  it('answers at once for globs that make other matchers try all ways', () => {
    const path = `${'a'.repeat(60)}/${'ab'.repeat(2000)}`;
    const start = process.cpuUsage();
    for (const glob of hangs) {
      assert.equal(globTest([glob])(path), false, glob);
    }
    const { user } = process.cpuUsage(start);
    assert.ok(user < 5_000_000, `${user} µs`);
  });
});

describe('exactTest', () => {
  it('knows the paths that globs without wildcards name, and no others', () => {
    const test = exactTest(['./a.md', 'b/\\*.md', 'c/*', '!d.md', 'e/']);
    assert.deepEqual(['a.md', 'b/*.md', 'c/x', 'd.md', 'e/x', 'a.md/x'].filter(test), ['a.md', 'b/*.md']);
  });
});

describe('globFault', () => {
  it('refuses what would be taken for something else, and says what to write', () => {
    for (const [glob, why] of [
      ['**/+(*)Z', /\( \).*\[\(\]/],
      ['!(a|b)', /\( \)/],
      ['@(a)', /\( \)/],
      ['a|b', /\|.*\{a,b\}/],
      ['[0-9]+', /\+ after.*\[\+\]/],
      ['[[:alpha:]]', /\[:alpha:\].*\[a-z\]/],
      ['[a', /\[ is not closed/],
      ['{a,b', /\{ is not closed/],
      ['{1..10}', /\{1\.\.10\}/],
      ['docs\\runbooks', /backslash.*\//],
      ['a\\', /backslash/],
      ['[z-a]', /reverse order/],
      ['a[/]b', /\/ is not allowed/],
      ['!!a', /more than one !/],
      ['', /empty/],
      ['a'.repeat(longestGlob + 1), /longer than 1000/],
    ] as const) {
      assert.match(globFault(glob) ?? '', why, glob);
      assert.equal(globTest([glob])('a'), false, glob);
    }
  });

  it('gives, for a character itself, ways to write it that work', () => {
    for (const character of '()|+[{') {
      assert.equal(globFault(`a[${character}]b`), undefined);
      assert.ok(globTest([`a[${character}]b`])(`a${character}b`), character);
    }
    assert.ok(globTest(['a[\\\\]b'])('a\\b'));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (glob, path) => {
        assert.equal(typeof globTest([glob])(path), 'boolean');
        assert.ok(globFault(glob) === undefined || !globTest([glob])(path));
      }),
    );
  });

  it('refuses what makes much work of each path, and says what to write', () => {
    for (const [glob, why] of [
      [`${'{**/,'.repeat(160)}b${'}'.repeat(160)}`, /4 deep.*several globs/],
      ['{**/,a/**}'.repeat(90), /\*\* more than 8 times.*One \*\*/],
      [`${'**/a/'.repeat(9)}b`, /\*\* more than 8 times/],
      [`**/{${'a,'.repeat(200)}b}`, /more than 150 wildcards and alternatives/],
      [`*${'?'.repeat(200)}Z`, /more than 150 wildcards and alternatives/],
    ] as const) {
      assert.match(globFault(glob) ?? '', why, glob);
    }
    assert.equal(globFault(`docs/{${'payments,'.repeat(60)}b}/**/*.md`), undefined);
  });

  it('takes any folders in any folders for any folders', () => {
    const glob = `${'**/'.repeat(300)}1`;
    assert.equal(globFault(glob), undefined);
    assert.deepEqual(['1', 'a/1', 'a/b/c/1', 'a1'].filter(globTest([glob])), ['1', 'a/1', 'a/b/c/1']);
    assert.deepEqual(['a/b', 'a', 'a/b/c'].filter(globTest(['a/**/**'])), ['a/b', 'a/b/c']);
  });

  it('lets through long lists of simple globs', () => {
    const many = Array.from({ length: 390 }, (_, index) => `docs/**/x${index}-*.md`);
    assert.equal(globsFault(many), undefined);
    assert.deepEqual(['docs/a/x7-b.md', 'docs/x389-.md', 'docs/y-b.md'].filter(globTest(many)), [
      'docs/a/x7-b.md',
      'docs/x389-.md',
    ]);
  });

  it('has no list that takes long for an ordinary path', () => {
    const path = 'docs/runbooks/payments/2024/b-database-failover-9.md';
    const part = fc.constantFrom(
      '**/',
      '{**/,',
      '**',
      '*',
      '?',
      '[Z]',
      '[!z]',
      'a',
      'd',
      '-',
      '/',
      '{a,',
      '{*,',
      ',b}',
      '}',
      '{**/,a/**}',
      '.md',
    );
    const pieces = fc.array(part, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
    const slow = fc.constantFrom(
      '**/*[Z]',
      '**[Z]',
      `**/{${'a,'.repeat(70)}b}`,
      '{**/,{**/,{**/,{**/,b}}}}',
      `*${'?'.repeat(100)}[Z]`,
    );
    fc.assert(
      fc.property(fc.oneof(pieces, slow), (glob) => {
        const read = parsePattern(glob, 'globs');
        fc.pre('parts' in read);
        const fits = (count: number): boolean => globsFault(Array<string>(count).fill(glob)) === undefined;
        const count = [400, 200, 100, 50, 25, 12, 6, 3, 2, 1].find(fits) ?? 0;
        const steps = count * matcherOf(read.parts)(path).steps;
        assert.ok(count > 0 && steps < 150_000, `${steps} steps of ${count} times ${glob}`);
      }),
      { numRuns: examples(2000), examples: [['**/*[Z]'], ['{**/,{**/,{**/,{**/,b}}}}']] },
    );
  });

  it('refuses a list that is too long in all, unless its globs are names', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `docs/${index}.md`);
    assert.equal(globsFault(names), undefined);
    assert.ok(globTest(names)('docs/4999.md'));
    const wild = Array.from({ length: 30 }, () => `*${'a'.repeat(900)}`);
    assert.match(globsFault(wild) ?? '', /20000 characters/);
    assert.equal(globTest([...wild, '**'])('a'), false);
    assert.match(
      globsFault(Array<string>(100).fill('{**/,a}*[ab]')) ?? '',
      /400 wildcards and alternatives.*Name folders/,
    );
  });
});
