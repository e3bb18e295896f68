import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkText, linkTo, rebased, targetsOf } from '../../../../../src/core/document/links/destination.ts';
import { plainText } from '../../../../../src/core/text/plain-text.ts';

const place = (path: string, prefix?: string) => ({
  uri: path,
  root: 'root',
  path,
  ...(prefix !== undefined && { prefix }),
});

const segment = fc
  .string({ unit: fc.constantFrom(...'aZ09-_ .()[]#?%&<>:@é\u3042\u00a0*`"'), minLength: 1, maxLength: 8 })
  .filter((name) => name.trim() === name && !/^\.+$/.test(name));
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));

describe('targetsOf', () => {
  it('follows relative links from the folder of the document', () => {
    assert.deepEqual(targetsOf(place('a/b/c.md'), '../x/y.md'), ['a/x/y.md']);
    assert.deepEqual(targetsOf(place('a/b/c.md'), './y.md#part'), ['a/b/y.md']);
    assert.deepEqual(targetsOf(place('c.md'), 'y%20z.md?plain=1'), ['y z.md']);
  });

  it('finds nothing behind addresses, anchors and what lies above the root', () => {
    for (const destination of ['https://example.org/a.md', 'mailto:a@b.c', '//host/a.md', '#part', '', '../../a.md']) {
      assert.deepEqual(targetsOf(place('a/c.md'), destination), [], destination);
    }
  });

  it('counts rooted links from the root, and from the top of the repository', () => {
    assert.deepEqual(targetsOf(place('a/c.md'), '/x.md'), ['x.md']);
    assert.deepEqual(targetsOf(place('a/c.md', 'docs/'), '/docs/x.md'), ['docs/x.md', 'x.md']);
    assert.deepEqual(targetsOf(place('c.md', 'docs/'), '../docs/x.md'), ['x.md']);
    assert.deepEqual(targetsOf(place('c.md', 'docs/'), '../other/x.md'), []);
  });

  it('takes what cannot be decoded as it is', () => {
    assert.deepEqual(targetsOf(place('c.md'), '100%.md'), ['100%.md']);
  });
});

describe('linkTo', () => {
  it('leads to the document, whatever the names are', () => {
    fc.assert(
      fc.property(path, path, (from, to) => {
        fc.pre(from !== to && !`${from}/`.startsWith(`${to}/`) && !`${to}/`.startsWith(`${from}/`));
        const link = linkTo({ path: from }, { path: to });
        assert.deepEqual(targetsOf(place(from), link), [to], link);
        assert.doesNotMatch(link, /[\s()<>]/);
      }),
    );
  });

  it('leaves letters of all scripts readable', () => {
    assert.equal(linkTo({ path: 'a/b.md' }, { path: 'r/Søk (nede).md' }), '../r/Søk%20%28nede%29.md');
  });
});

describe('rebased', () => {
  it('leads to the same place from another document', () => {
    fc.assert(
      fc.property(path, path, path, (from, to, target) => {
        fc.pre(new Set([from, to, target].map((one) => one.split('/')[0])).size === 3);
        const moved = rebased(linkTo({ path: from }, { path: target }), { path: from }, { path: to });
        assert.deepEqual(targetsOf(place(to), moved), [target]);
      }),
    );
  });

  it('keeps anchors and queries, addresses and rooted links', () => {
    const move = (destination: string): string => rebased(destination, { path: 'pm/2026/a.md' }, { path: 'rb/b.md' });
    assert.equal(move('../x.md?a=1#L3'), '../pm/x.md?a=1#L3');
    assert.equal(move('#impact'), '../pm/2026/a.md#impact');
    assert.equal(move('https://example.org/a_(b)'), 'https://example.org/a_(b)');
    assert.equal(move('/x.md'), '/x.md');
    assert.equal(move('img/'), '../pm/2026/img/');
    assert.equal(rebased('x y.md', { path: 'a/b.md' }, { path: 'a/c.md' }), 'x y.md');
  });
});

describe('linkText', () => {
  it('cuts what nobody would read', () => {
    assert.equal(linkText('😀'.repeat(201)), `${'😀'.repeat(199)}…`);
    assert.equal(linkText('😀'.repeat(200)), '😀'.repeat(200));
  });

  it('shows the title as it is', () => {
    for (const title of ['A [b](c) `d` *e* <f> | g', '_a_ snake_case_name', 'back\\slash']) {
      assert.equal(plainText(`[${linkText(title)}](x.md)`), title);
    }
  });
});
