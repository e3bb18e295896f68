import assert from 'node:assert/strict';
import { fold, plainText } from '../../../../src/core/text/plain-text.ts';

describe('plainText', () => {
  const cases: ReadonlyArray<readonly [markdown: string, text: string]> = [
    ['**Root** _cause_', 'Root cause'],
    ['[the queue](https://example.org/a_b_c)', 'the queue'],
    ['<https://example.org>', 'https://example.org'],
    ['![a graph](graph.png)', 'a graph'],
    ['`kubectl get pods`', 'kubectl get pods'],
    ['a<br>b <span class="x">c</span>', 'a b c'],
    ['a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39;&nbsp;f', 'a & b <c> "d" \'e\' f'],
    ['1 \\* 2', '1 * 2'],
    ['a  \nb', 'a b'],
    ['C++ & co', 'C++ & co'],
    ['snake_case_name', 'snake_case_name'],
    ['', ''],
  ];
  for (const [markdown, text] of cases) {
    it(`shows ${JSON.stringify(markdown)} as ${JSON.stringify(text)}`, () => assert.equal(plainText(markdown), text));
  }

  it('takes a text that is too long for a title as it is', () => {
    assert.equal(plainText('**a** '.repeat(1000)), '**a** '.repeat(1000).trim());
  });
});

describe('fold', () => {
  it('makes one space of every run of white space, also of kinds that are not seen', () => {
    assert.equal(fold('\ufeff a\u00a0\t\n\u200bb\u2060c  '), 'a b c');
  });
});
