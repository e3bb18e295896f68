import assert from 'node:assert/strict';
import { linkedPaths } from '../../../../../src/core/document/links/links.ts';
import { rebaseLinks } from '../../../../../src/core/document/links/rebase.ts';
import { documentOf } from '../../../support/context.ts';

const linked = (text: string): string[] => [...linkedPaths(documentOf('postmortem', text, 'pm/a.md'))];

describe('linkedPaths', () => {
  it('has links in text, lists, tables, quotes and headings', () => {
    const text =
      '# T [a](1.md)\n\nSee [b](<2 x.md> "title").\n\n- [c](3.md#x)\n\n> [d](../4.md)\n\n| x |\n| --- |\n| [e](5.md) |\n';
    assert.deepEqual(linked(text), ['pm/1.md', 'pm/2 x.md', 'pm/3.md', '4.md', 'pm/5.md']);
  });

  it('has references, by label or by their text', () => {
    const text =
      'See [this][One], [two][] and [three].\n\n[one]: 1.md\n[Two]: <2.md>\n[three]: 3.md "x"\n[four]: 4.md\n';
    assert.deepEqual(linked(text), ['pm/1.md', 'pm/2.md', 'pm/3.md']);
  });

  it('has nothing that stands in code, and no pictures', () => {
    assert.deepEqual(linked('`[a](1.md)`\n\n```\n[b](2.md)\n[c]: 3.md\n```\n\n[c] ![d](4.md)\n'), []);
  });

  it('reads long passages line by line', () => {
    assert.deepEqual(linked(`${'word '.repeat(150)}\n`.repeat(4) + 'and [a](1.md)\n'), ['pm/1.md']);
  });
});

describe('rebaseLinks', () => {
  const from = documentOf('postmortem', 'See [it][1].\n\n[1]: x.md\n', 'pm/a.md');

  it('makes relative links lead to the same place, and nothing else', () => {
    const markdown = '[a](x.md "t") ![b](<i j.png>) `[c](x.md)` [d](https://e.org) [e](#f) [g] (x.md)';
    assert.equal(
      rebaseLinks(markdown, from, { path: 'rb/b.md' }),
      '[a](../pm/x.md "t") ![b](../pm/i%20j.png) `[c](x.md)` [d](https://e.org) [e](../pm/a.md#f) [g] (x.md)',
    );
  });

  it('gives references their destination', () => {
    assert.equal(
      rebaseLinks('[it][1], [1], [2], [`c` d][1] and [x]', from, { path: 'rb/b.md' }),
      '[it](../pm/x.md), [1](../pm/x.md), [2], [`c` d](../pm/x.md) and [x]',
    );
  });
});
