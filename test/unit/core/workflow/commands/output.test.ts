import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  codeSpan,
  outputText,
  shortenedOutput,
  withoutSecrets,
} from '../../../../../src/core/workflow/commands/output.ts';
import { familyOfShell } from '../../../../../src/core/workflow/commands/shell-family.ts';
import { isTerminalLine, isWordsOnly } from '../../../../../src/core/workflow/commands/terminal-line.ts';

describe('output of a terminal', () => {
  it('is text without control sequences, and a line that was written over is its last state', () => {
    assert.equal(
      outputText(
        '\u001b]633;C\u0007\u001b[31mred\u001b[0m\r\n10%\r50%\r100%\r\nab\bc\ttab\u001b]0;title\u001b\\\r\n\r\n',
      ),
      'red\n100%\nac    tab',
    );
  });

  it('has no control character left, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        assert.doesNotMatch(outputText(raw).replaceAll('\n', ''), /\p{Cc}/u);
      }),
    );
  });

  it('keeps its beginning and its end', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`);
    const { text, left } = shortenedOutput(lines.join('\r\n'));
    assert.equal(left, 70);
    assert.equal(text.split('\n').length, 31);
    assert.match(text, /^line 1\n[\s\S]*line 10\n… 70 lines …\nline 81\n[\s\S]*line 100$/);
    assert.equal(shortenedOutput('x'.repeat(1000)).text.length, 300);
    assert.deepEqual(shortenedOutput(''), { text: '', left: 0 });
  });

  it('has no secret that was filled in', () => {
    assert.equal(
      withoutSecrets('login -p hunter2: hunter2', new Map([['<password>', 'hunter2']])),
      'login -p <password>: <password>',
    );
  });

  it('and its command are shown as code', () => {
    assert.equal(codeSpan('ls -l'), '`ls -l`');
    assert.equal(codeSpan('echo `id`'), '`` echo `id` ``');
    assert.equal(codeSpan('a\n  b'), '`a b`');
  });
});

describe('a line for a terminal', () => {
  it('has no control and no hidden character', () => {
    for (const text of ['a\nb', 'a\r', '\u001b[201~', '\u0003', 'a\tb', '\u202e', '', ' ', '\u009b', '\u2028']) {
      assert.equal(isTerminalLine(text), false, JSON.stringify(text));
    }
    assert.equal(isTerminalLine('grep "Störung 🔥" log'), true);
  });

  it('is the same in all shells if it has only words', () => {
    assert.equal(isWordsOnly('kubectl get pods -n web --selector=app=web'), true);
    assert.equal(isWordsOnly('kubectl get "pods"'), false);
    assert.equal(isWordsOnly('a; b'), false);
  });

  it('goes by the family of its shell', () => {
    assert.equal(familyOfShell('/usr/bin/zsh'), 'posix');
    assert.equal(familyOfShell('C:\\Windows\\System32\\cmd.exe'), 'cmd');
    assert.equal(familyOfShell('pwsh'), 'powershell');
    assert.equal(familyOfShell('python'), undefined);
    assert.equal(familyOfShell('constructor'), undefined);
  });
});
