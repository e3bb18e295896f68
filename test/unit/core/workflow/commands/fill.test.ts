import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { fillIn } from '../../../../../src/core/workflow/commands/fill.ts';
import { placeholdersIn } from '../../../../../src/core/workflow/commands/placeholders.ts';
import type { ShellFamily } from '../../../../../src/core/workflow/commands/shell-family.ts';

/** The command with this value for each placeholder; the refusal in brackets. */
function filled(command: string, value: string, family: ShellFamily = 'posix'): string {
  const places = placeholdersIn(command, family);
  const result = fillIn(command, places, family, new Map(places.map(({ key }) => [key, value])));
  return 'text' in result ? result.text : `[${result.problem}]`;
}

const hostile = [
  '$(touch /tmp/x)',
  '`id`',
  '; rm -rf ~',
  "'; id; '",
  '"; id; "',
  '!!',
  '\\',
  'a b',
  '*',
  '~',
  '#',
  '',
  '&&',
  '|',
  '>x',
  '${HOME}',
  "\\'",
  '-n',
];

describe('a filled command', () => {
  it('has plain values as they are, and others quoted for their place', () => {
    assert.equal(filled('ls <x>', 'web-1'), 'ls web-1');
    assert.equal(filled('ls <x>/y', 'a b'), "ls 'a b'/y");
    assert.equal(filled('ls "<x>"', 'a b'), 'ls "a b"');
    assert.equal(filled('ls "$X/y"', '$b!'), 'ls ""\'$b!\'"/y"');
    assert.equal(filled("ls '{{x}}'", "it's"), String.raw`ls 'it'\''s'`);
    assert.equal(filled('ls $X', ''), 'ls $X');
    assert.equal(filled('ls <x>', ''), "ls ''");
  });

  it('is the same to the shell as its values, whatever they are', function (this: Mocha.Context) {
    this.timeout(60_000);
    const value = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: fc.constantFrom(...'ab $`"\'\\!*?[]{}()<>|&;#~=%^-:/@'), maxLength: 12 }),
    );
    const templates = [
      'printf %s <x>',
      'printf %s "<x>"',
      "printf %s '<x>'",
      "printf %s $'<x>'",
      'printf %s a<x>',
      'printf %s "$(printf %s "<x>")"',
      'printf %s "$X"',
      'printf %s {{x}}',
      'cat <<EOF\n<x>\nEOF',
      "cat <<'EOF'\n<x>\nEOF",
    ];
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (values) => {
        // One shell runs them all.
        const expected: string[] = [];
        const script = templates.flatMap((template) =>
          values
            .filter((each) => !(template.includes('$X') && each === ''))
            .map((each) => {
              expected.push(template.startsWith('cat') ? `${each}\n` : template.includes('a<x>') ? `a${each}` : each);
              return `${filled(template, each)}\nprintf '\\0'`;
            }),
        );
        const out = execFileSync('bash', ['--norc', '-c', script.join('\n')], {
          encoding: 'utf8',
          env: { PATH: process.env['PATH'] },
        });
        assert.deepEqual(out.split('\0').slice(0, -1), expected);
      }),
      { numRuns: 30 },
    );
  });

  it('never has a value with a line break, a control character or the end of a bracketed paste', () => {
    for (const value of ['a\nb', 'a\rb', '\u001b[201~', '\u0003', '\t', '\u0000', '\u2028', '\u202e', '\u009b201~']) {
      for (const family of ['posix', 'powershell', 'cmd'] as const) {
        assert.equal(filled('ls "<x>"', value, family), '[has a line break or another invisible character]');
      }
    }
  });

  it('for another shell has only values that mean nothing to it', () => {
    for (const command of [
      'ssh web "ls <x>"',
      "bash -c 'ls <x>'",
      'eval ls <x>',
      'su - app -c "ls <x>"',
      'kubectl exec web -- sh -c "ls <x>"',
    ]) {
      assert.match(filled(command, 'a; id'), /^\[would be read again by another shell/, command);
      assert.ok(filled(command, 'web-1').includes('ls web-1'), command);
    }
    assert.equal(filled('echo `ls <x>`', 'a b'), '[can only have letters, digits and . _ : @ / - here]');
    assert.equal(filled('echo $((<x> + 1))', 'a[$(id)]'), '[can only have letters, digits and . _ : @ / - here]');
  });

  it('does not end a here-document early', () => {
    assert.equal(filled('cat <<EOF\n<x>\nmore\nEOF', 'EOF'), '[would end a here-document]');
  });

  it('of PowerShell goes by its rules', () => {
    const ps = (command: string, value: string): string => filled(command, value, 'powershell');
    assert.equal(ps('ls <x>', 'C:\\logs'), 'ls C:\\logs');
    assert.equal(ps('ls <x>', 'a$b'), "ls 'a$b'");
    assert.equal(ps("ls '<x>'", "it’s 'x'"), "ls 'it’’s ''x'''");
    assert.equal(ps('ls "<x>"', '$(id) ` “'), 'ls "`$(id) `` `“"');
    assert.match(ps('ls a<x>', 'b c'), /only a part of a word/);
    assert.match(ps('ls <x>', 'a"b'), /double quote/);
    assert.match(ps("ls '<x>'", 'a b\\'), /backslash/);
  });

  it('of cmd goes by its rules', () => {
    const cmd = (command: string, value: string): string => filled(command, value, 'cmd');
    assert.equal(cmd('dir <x>', 'a&b'), 'dir "a&b"');
    assert.equal(cmd('dir "<x>"', 'a&b'), 'dir "a&b"');
    assert.equal(cmd('dir %X%', 'web1'), 'dir web1');
    for (const value of ['%PATH%', 'a"b', 'a!b']) {
      assert.match(cmd('dir <x>', value), /cmd cannot quote/);
      assert.match(cmd('dir "<x>"', value), /cmd cannot quote/);
    }
    assert.match(cmd('dir "<x>"', 'C:\\'), /backslash/);
    assert.equal(cmd('dir <x>', 'C:\\'), 'dir C:\\');
  });
});
