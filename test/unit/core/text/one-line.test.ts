import assert from 'node:assert/strict';
import fc from 'fast-check';
import { labelText, logLine, oneLine } from '../../../../src/core/text/one-line.ts';
import { hiddenCharacters } from '../../support/hidden-characters.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom(
      '::',
      ':',
      '#',
      '##[',
      'vso',
      '[',
      ']',
      '$',
      '(',
      ')',
      '(command:',
      'flame',
      '~',
      ' ',
      'a',
      '\u001b',
      '\n',
      '\u202e',
      '\u2066',
      '\u200b',
      '\ufeff',
      '\u{e0041}',
      '\ud83d',
      '\u2028',
      '\u0085',
    ),
  }),
);

describe('oneLine', () => {
  it('shows what could start a line, steer a terminal, turn text around or hide', () => {
    assert.equal(oneLine('a\u001b[31m\r\nb\u0085\u2028'), String.raw`a\u001b[31m\u000d\u000ab\u0085\u2028`);
    assert.equal(oneLine('\u202egpj.exe\u2066\u200e\u061c'), String.raw`\u202egpj.exe\u2066\u200e\u061c`);
    assert.equal(oneLine('p\u200ba\u00ad\u2060y\ufeff\u{e0041}'), String.raw`p\u200ba\u00ad\u2060y\ufeff\u{e0041}`);
    assert.equal(oneLine('\ud83d|\udd25|\ufffb'), String.raw`\ud83d|\udd25|\ufffb`);
    fc.assert(fc.property(anyText, (text) => assert.doesNotMatch(oneLine(text), hiddenCharacters)));
  });

  it('leaves the letters of all scripts and emoji as they are', () => {
    for (const text of ['Störung 🔥', '👩‍🚒 ❤️', 'می‌خواهم', 'שלום', 'क्‍ष', '東京', 'a → b', 'a\u00a0b']) {
      assert.equal(oneLine(text), text);
    }
  });
});

describe('logLine', () => {
  it('breaks what CI services take for commands, and leaves other text alone', () => {
    assert.equal(logLine('::error::x'), ': :error::x');
    assert.equal(logLine('  ::set-output name=a::b'), '  : :set-output name=a::b');
    assert.equal(logLine('a ##[error] ##vso[task.x] ##teamcity[y]'), 'a ## [error] ## vso[task.x] ## teamcity[y]');
    assert.equal(logLine('std::string, Foo::Bar, 10:20, ## a'), 'std::string, Foo::Bar, 10:20, ## a');
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(logLine(text), /^\s*::|##\w*\[/);
        assert.doesNotMatch(logLine(text), hiddenCharacters);
      }),
    );
  });
});

describe('labelText', () => {
  it('breaks icons and links, and leaves other text alone', () => {
    assert.equal(labelText('$(flame) SEV-1'), '$ (flame) SEV-1');
    assert.equal(labelText('$(sync~spin)$$(zap)'), '$ (sync~spin)$$ (zap)');
    assert.equal(labelText('[x](command:y) [z](https://a)'), '[x] (command:y) [z] (https://a)');
    assert.equal(labelText('kill $(cat pid) [1](a)'), 'kill $(cat pid) [1](a)');
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(labelText(text), /\$\([\w~-]+\)|\]\(command:/);
        assert.doesNotMatch(labelText(text), hiddenCharacters);
      }),
    );
  });
});
