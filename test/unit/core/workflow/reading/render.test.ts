import assert from 'node:assert/strict';
import { renderReading } from '../../../../../src/core/workflow/reading/render.ts';
import { runbook } from '../commands/support.ts';

const mark = 'f00d';
const html = (body: string): string => renderReading(runbook(body), mark).html;

describe('a document to read', () => {
  it('has marks at its commands, with what can be done, and the lines between them', () => {
    const text = html('```console\n# Look first\n$ kubectl get <pod>\nNAME\n$ for x in y; do\n>   ls\n> done\n```');
    assert.match(
      text,
      /<div class="command" data-mark="f00d" data-line="4" data-can="fill send"><pre><code>kubectl get <span class="placeholder">&lt;pod&gt;<\/span><\/code><\/pre><\/div>/,
    );
    assert.match(text, /<pre class="between"><code># Look first<\/code><\/pre>/);
    assert.match(text, /<pre class="between"><code>NAME<\/code><\/pre>/);
    assert.match(text, /data-line="6" data-can="">/);
    assert.match(html('```sh\nrm -rf /srv\n```'), /data-danger="permanently deletes folders"/);
    assert.doesNotMatch(html('```yaml\na: 1\n```'), /data-mark/);
  });

  it('has a mark at each step: items of numbered lists and task items', () => {
    const { html: text, steps } = renderReading(
      runbook('1. Look\n2. Look\n   - not a step\n\n- [ ] Ask\n- [x] Done\n- no step'),
      mark,
    );
    assert.deepEqual(steps, ['1 Look', '2 Look', '1 Ask', '1 Done']);
    assert.equal(text.match(/data-step=/g)?.length, 4);
    assert.equal(text.match(/data-ticked/g)?.length, 1);
    assert.doesNotMatch(text, /<input/);
  });

  it('keeps the key of a step when text around it changes', () => {
    const before = renderReading(runbook('1. Look\n2. Restart it'), mark).steps;
    const after = renderReading(runbook('New text.\n\n1. Look\n2. Ask\n3. Restart it'), mark).steps;
    assert.ok(before.every((key) => after.includes(key)));
  });

  it('has links that nothing follows by itself, and no images', () => {
    const text = html('[a](x.md) ![b](https://example.org/b.png) <https://example.org> [c](javascript:alert(1))');
    assert.doesNotMatch(text, /\shref=|<img|\ssrc=/);
    assert.match(text, /<a data-href="x\.md">a<\/a> <a data-href="https:\/\/example\.org\/b\.png">b<\/a>/);
  });

  it('cannot have code or a step that ends its element', () => {
    const text = html('```sh\nls "</code></pre><b>" <a"b>\n```\n\n1. a" onclick="x');
    assert.doesNotMatch(text, /<b>|" onclick/);
  });

  it('keeps simple tags of HTML and its text, and nothing that could take in what follows', () => {
    const text = html(
      '<details class="x"><summary>More</summary>\n\nPress <kbd onclick="x">Enter</kbd><br>\n\n<!-- open\n\n1. Step\n',
    );
    assert.match(text, /<details open><summary>More<\/summary>/);
    assert.match(text, /<kbd>Enter<\/kbd><br>/);
    assert.doesNotMatch(text, /<!--|onclick|class="x"/);
    const hostile = html(
      '<math><style><!--</style><img title="x" src=a onerror=b><script>c</script>\n\n```sh\nls\n```',
    );
    assert.doesNotMatch(hostile, /<(?:math|style|img|script|!)/);
    assert.match(hostile, /data-mark="f00d"/);
  });

  it('has no front matter', () => {
    assert.doesNotMatch(html('x').replace('# A', ''), /---/);
  });
});
