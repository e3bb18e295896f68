import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandAtLine, runbookCommands } from '../../../../../src/core/workflow/commands/read.ts';
import { commandsIn, fence, runbook } from './support.ts';

/** Text and reason against sending of each command. */
function told(...blocks: readonly string[]): Array<readonly [string, string]> {
  return commandsIn(...blocks).map(({ text, unsendable = 'sendable' }) => [text, unsendable]);
}

describe('the commands of a runbook', () => {
  it('are its lines, one by one, without comments', () => {
    assert.deepEqual(told(fence('# Look first\nkubectl get pods  # all of them\n\nkubectl top nodes; uptime\n')), [
      ['kubectl get pods', 'sendable'],
      ['kubectl top nodes; uptime', 'sendable'],
    ]);
    assert.deepEqual(told(fence('echo "# no comment" a#b')), [['echo "# no comment" a#b', 'sendable']]);
  });

  it('go on on the next line where the shell says so', () => {
    assert.deepEqual(
      told(fence('kubectl logs \\\n  --tail 5 \\\n  web\nkubectl get pods |\n  grep web &&\n  echo done\nls')),
      [
        ['kubectl logs --tail 5 web', 'sendable'],
        ['kubectl get pods | grep web && echo done', 'sendable'],
        ['ls', 'sendable'],
      ],
    );
    assert.deepEqual(told(fence('foo\\\nbar "a\\\nb" \'c\\\nd\'')), [['foo\\\nbar "a\\\nb" \'c\\\nd\'', 'lines']]);
    assert.deepEqual(told(fence('Get-Pod `\n  -Name web |\n  Sort-Object', 'powershell')), [
      ['Get-Pod    -Name web |   Sort-Object', 'sendable'],
    ]);
    assert.deepEqual(told(fence('dir ^\n /s\nrem a remark\n:: another\nver', 'cmd')), [
      ['dir  /s', 'sendable'],
      ['ver', 'sendable'],
    ]);
  });

  it('are one unit that cannot be sent where line breaks are part of them', () => {
    assert.deepEqual(told(fence('for pod in a b; do\n  kubectl delete pod "$pod"\ndone\nls')), [
      ['for pod in a b; do\n  kubectl delete pod "$pod"\ndone', 'lines'],
      ['ls', 'sendable'],
    ]);
    assert.deepEqual(told(fence("cat <<'EOF' > /tmp/x\n$(rm -rf /)\nEOF\nls")), [
      ["cat <<'EOF' > /tmp/x\n$(rm -rf /)\nEOF", 'lines'],
      ['ls', 'sendable'],
    ]);
    assert.deepEqual(told(fence('psql -c "select 1\nfrom x"\nif true; then\n  ls\nfi\ncase x in\n  a) ls;;\nesac')), [
      ['psql -c "select 1\nfrom x"', 'lines'],
      ['if true; then\n  ls\nfi', 'lines'],
      ['case x in\n  a) ls;;\nesac', 'lines'],
    ]);
    assert.deepEqual(told(fence('foreach ($x in 1..3) {\n  $x\n}\n$a = @"\n"$(1)\n"@\nver', 'pwsh')), [
      ['foreach ($x in 1..3) {\n  $x\n}', 'lines'],
      ['$a = @"\n"$(1)\n"@', 'lines'],
      ['ver', 'sendable'],
    ]);
  });

  it('are found again after a quote or loop that nothing ends', () => {
    assert.deepEqual(told(fence("echo don't\nls\nfor x in y; do\nuptime")), [
      ["echo don't", 'lines'],
      ['ls', 'sendable'],
      ['for x in y; do', 'lines'],
      ['uptime', 'sendable'],
    ]);
  });

  it('have no prompts and no output', () => {
    assert.deepEqual(told(fence('$ kubectl get pods\nNAME READY\nweb  1/1\n$ kubectl \\\n>   top nodes', 'console')), [
      ['kubectl get pods', 'sendable'],
      ['kubectl top nodes', 'sendable'],
    ]);
    assert.deepEqual(
      told(fence('PS C:\\Users> Get-Service\nC:\\> dir', '')).map(([text]) => text),
      ['Get-Service', 'dir'],
    );
    assert.deepEqual(told(fence('root@web1:~# systemctl status web', 'console')), [
      ['systemctl status web', 'sendable'],
    ]);
  });

  it('for other programs and with hidden characters are never sent', () => {
    assert.deepEqual(told(fence('mysql> select 1;\n127.0.0.1:6379> INFO', 'console')), [
      ['select 1;', 'program'],
      ['INFO', 'program'],
    ]);
    assert.deepEqual(told(fence('select 1;\nselect 2;', 'sql')), [['select 1;\nselect 2;', 'program']]);
    for (const hidden of ['\u001b[201~', '\u202e', '\u0003', '\t']) {
      assert.deepEqual(
        told(fence(`echo a${hidden}b`)).map(([, reason]) => reason),
        ['characters'],
        JSON.stringify(hidden),
      );
    }
    assert.deepEqual(
      told(fence('echo a\u2028b')).map(([, reason]) => reason),
      ['characters'],
    );
  });

  it('are not what a program printed, nor configuration', () => {
    assert.deepEqual(
      told(fence('kind: Pod', 'yaml'), fence('{"a": 1}', 'json'), fence('Error: no space left', '')),
      [],
    );
    assert.deepEqual(told('Expected output:', fence('kubectl get pods', '')), []);
  });

  it('are not the YAML, JSON, queries and logs beside them', () => {
    const others = 'kubectl get pods\nmetadata:\n  name: x\n- a\n...\nsum(up)\nI1126 17:15:38 x\n{"a": 1}';
    assert.deepEqual(told(fence(others, '')), [['kubectl get pods', 'sendable']]);
    assert.deepEqual(told(fence('[ -f x ] && ls\n[[ -f x ]] && ls\n{ ls; }\n(cd x; ls)\n./a.sh')).length, 5);
  });

  it('know what they destroy', () => {
    const effects = commandsIn(fence('sudo rm -rf /data\nls')).map(({ destruction }) => destruction?.effect);
    assert.deepEqual(effects, ['permanently deletes folders', undefined]);
  });

  it('are where they stand, in lists and quotations and after prompts', () => {
    const document = runbook(
      '1. Look:\n\n   ```console\n   $ kubectl get \\\n   >   pods\n   ```\n\n> ```sh\n> ls -l # long\n> ```',
    );
    const texts = runbookCommands(document).map(({ range }) => document.lines.slice(range));
    assert.deepEqual(texts, ['kubectl get \\\n   >   pods', 'ls -l']);
  });

  it('are found by a line of their block', () => {
    const document = runbook(fence('ls\n\n# then\nuptime\n'));
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((line) => commandAtLine(document, line)?.text),
      [undefined, 'ls', 'ls', 'uptime', 'uptime', 'uptime', 'uptime', 'uptime'],
    );
  });

  it('are read in a short time, whatever does not end', function (this: Mocha.Context) {
    this.timeout(20_000);
    for (const piece of ['$(\n', '{\n', 'a|\n', '"\n', '((', 'a <b> ', 'x=\n', '<<E\n']) {
      for (const language of ['bash', 'powershell', 'cmd']) {
        const started = performance.now();
        commandsIn(fence(piece.repeat(19_000 / piece.length), language));
        assert.ok(performance.now() - started < 5000, `${language} ${JSON.stringify(piece)}`);
      }
    }
  });

  it('lie inside the text and in order, whatever it is, and a line to send has no line break', () => {
    const piece = fc.constantFrom(
      '$ ',
      '> ',
      "'",
      '"',
      '\\',
      '\n',
      '`',
      '$(',
      ')',
      '<<EOF',
      'EOF',
      '{{a}}',
      '<b c>',
      'ls',
      ' ',
      '#',
      '|',
      '&&',
      'do',
      'done',
      'for',
      '\r\n',
      '\t',
      '^',
      '@"',
      '${',
      '}',
      'case',
      'esac',
      ';',
      '\u001b',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('bash', 'powershell', 'cmd', 'console'),
        (pieces, language) => {
          const document = runbook(fence(pieces.join(''), language));
          let line = 0;
          for (const { range, text, unsendable, placeholders } of runbookCommands(document)) {
            assert.ok(range.start.line >= line && range.end.line < document.lines.count);
            assert.deepEqual(document.lines.clamp(range.start.line, range.start.character), range.start);
            assert.deepEqual(document.lines.clamp(range.end.line, range.end.character), range.end);
            line = range.start.line;
            assert.ok(unsendable !== undefined || !/[\p{Cc}\u2028\u2029]/u.test(text));
            assert.ok(placeholders.every(({ start, end, written }) => text.slice(start, end) === written));
          }
        },
      ),
    );
  });
});
