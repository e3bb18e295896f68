import assert from 'node:assert/strict';
import type { BodySignals } from '../../../../src/core/document/model.ts';
import { parseDocument } from '../../../../src/core/document/parse.ts';

function signalsOf(...lines: readonly string[]): BodySignals {
  return parseDocument(lines.join('\n'), 'a.md').signals;
}

describe('the signals of a body', () => {
  it('count blocks of commands, by their language or by what stands in them', () => {
    const { commandBlocks } = signalsOf(
      '```bash',
      'x',
      '```',
      '```',
      '$ kubectl get pods',
      '```',
      '',
      '    sudo reboot',
      '',
      '```json',
      '{"a": 1}',
      '```',
      '```',
      'plain output',
      '```',
    );
    assert.equal(commandBlocks, 3);
  });

  it('count the items of numbered lists at the top, each once', () => {
    assert.equal(signalsOf('1. one', '', '   more of one', '2. two', '   1. nested', '- bullet').orderedItems, 2);
  });

  it('count timeline entries in tables, lists and headings', () => {
    assert.equal(
      signalsOf('| Time | Event |', '| --- | --- |', '| 10:20 | down |', '| 2025-10-13 10:40 | up |', '| x | y |')
        .timelineEntries,
      2,
    );
    assert.equal(signalsOf('- 10:20: down', '- **10:25** page', '- ~11h30 up', '- at 10:20').timelineEntries, 3);
    assert.equal(signalsOf('### 14:29 Hub restarted', '### Later').timelineEntries, 1);
    assert.equal(signalsOf('13 Oct 2025, 10:20 down', '1.5 s').timelineEntries, 1);
  });

  it('measure text outside headings and code', () => {
    assert.equal(signalsOf('# Title', 'abc', '```', 'code', '```', '## More', 'de').proseLength, 5);
  });

  it('measure the text under the title, up to the first section', () => {
    assert.equal(signalsOf('before', '# Title', 'under', '## More', 'rest').introLength, 11);
    assert.equal(signalsOf('# Title', '## More', 'rest').introLength, 0);
    assert.equal(signalsOf('## Impact', 'rest').introLength, 0);
    assert.equal(signalsOf('## Our own', 'rest').introLength, 0);
    assert.equal(signalsOf('# Title', '', '**Impact**: small').introLength, 0);
    assert.equal(signalsOf('---', 'a: 1', '---', '', 'under', '', '## More').introLength, 5);
  });

  it('know a list of links', () => {
    assert.equal(signalsOf('# All', '- [a](a.md)', '- [b](b.md): b', '- [c](c.md)', '- [d](d.md)').linkList, true);
    assert.equal(
      signalsOf(
        '| Page | Owner |',
        '| --- | --- |',
        '| [a](a.md) | x |',
        '| [b](b.md) | x |',
        '| [c](c.md) | x |',
        '| [d](d.md) | x |',
      ).linkList,
      true,
    );
    assert.equal(signalsOf('- [a](a.md)', '- [b](b.md)', '- text', '- text', '- text', '- [c](c.md)').linkList, false);
  });

  it('know a stub that points elsewhere', () => {
    assert.equal(signalsOf('# Mail', 'This page has moved to [the wiki](https://example.org).').stub, true);
    assert.equal(signalsOf('See [mail](mail.md).').stub, true);
    assert.equal(signalsOf('# Mail', 'Restart it.').stub, false);
    assert.equal(signalsOf('# Mail', 'Deprecated.', '## Steps', 'Restart it.').stub, false);
    assert.equal(signalsOf('# Mail', `Deprecated. ${'More text. '.repeat(40)}`).stub, false);
  });
});
