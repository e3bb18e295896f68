import assert from 'node:assert/strict';
import { isSecretName } from '../../../../../src/core/workflow/commands/secret-names.ts';
import { placeholdersIn } from '../../../../../src/core/workflow/commands/placeholders.ts';
import { commandsIn, fence } from './support.ts';

function asked(code: string, language = 'bash'): string[] {
  return commandsIn(fence(code, language)).flatMap(({ placeholders }) => placeholders.map(({ written }) => written));
}

describe('placeholders', () => {
  it('are names in angle brackets, double braces, and variables', () => {
    assert.deepEqual(asked('kubectl -n <name space> logs "{{ pod }}" $POD ${APP} "a $B" <a|b>'), [
      '<name space>',
      '{{ pod }}',
      '$POD',
      '${APP}',
      '$B',
      '<a|b>',
    ]);
    assert.deepEqual(asked("echo <pod's name>\nls <x>"), ["<pod's name>", '<x>']);
  });

  it('are not redirections, tags, addresses, or templates of Go', () => {
    for (const code of [
      'sort <in >out',
      'sort < in > out',
      'mysql db <dump.sql 2>err.log',
      'cat <<EOF\nx\nEOF',
      'diff <(ls a) <(ls b)',
      'curl <https://example.org/>',
      'mail <me@example.org>',
      "curl -d '<a>1</a>'",
      "docker ps --format '{{.Names}} {{json .Ports}} {{end}}'",
      'echo ${{ secrets.X }}',
    ]) {
      assert.deepEqual(asked(code), [], code);
    }
  });

  it('are not what the shell or the runbook knows', () => {
    for (const code of [
      'cd $HOME/x && echo $1 $@ $? $$ $! ${10} "$*" $PATH $LC_ALL $KUBECONFIG',
      "awk '{print $NF, $FIELD}' x",
      String.raw`echo \$POD "\$POD" ` + "'$POD'",
      'for pod in a b; do echo $pod; done',
      'while read -r first last; do echo $first $last; done < names',
      'POD=web\nkubectl logs $POD',
      'export A=1 B=2; echo $A',
      'read -p "Which? " NODE\nkubectl drain $NODE',
      'NAME=x ls; echo $NAME',
      'echo ${POD:-web} ${POD%%-*} ${#POD}',
    ]) {
      assert.deepEqual(asked(code), [], code);
    }
    const [first, second] = commandsIn(fence('ls'), fence('POD=web'), fence('kubectl logs $POD -n $NS')).slice(1);
    assert.deepEqual(first?.placeholders, []);
    assert.deepEqual(
      second?.placeholders.map(({ written }) => written),
      ['$NS'],
    );
    assert.deepEqual(asked('kubectl logs $POD\nPOD=$(next)'), []);
  });

  it('of PowerShell and cmd go by their rules', () => {
    assert.deepEqual(
      asked(
        '$x = 1\nforeach ($y in $x) { $y; $_ }\nGet-Pod $pod "in $ns" \'$no\' $env:REGION $env:PATH $true `$not $pod.Name',
        'powershell',
      ),
      ['$pod', '$ns', '$env:REGION'],
    );
    assert.deepEqual(asked('set A=1\necho %A% %USERPROFILE% %SERVER% %%i %1 $x', 'cmd'), ['%SERVER%']);
  });

  it('are the same, however their name is written', () => {
    const keys = placeholdersIn('<Pod name> $POD_NAME {{pod-name}} <podName>', 'posix').map(({ key }) => key);
    assert.deepEqual([...new Set(keys)], ['pod-name']);
  });

  it('that tell a secret are known by their names, in compounds too', () => {
    for (const name of [
      'token',
      'API_TOKEN',
      'apiToken',
      'password',
      'db-password',
      'PGPASSWORD',
      'passwd',
      'secret',
      'client_secret',
      'key',
      'api key',
      'apiKey',
      'SSH_KEY',
      'masterkey',
      'credentials',
      'aws-credential',
      'MYSQL_PWD',
      'passphrase',
      'pin',
      'otp',
    ]) {
      assert.equal(isSecretName(name), true, name);
    }
    for (const name of [
      'pod',
      'namespace',
      'keyspace',
      'keyboard',
      'spinner',
      'compass',
      'author',
      'host',
      'passenger',
    ]) {
      assert.equal(isSecretName(name), false, name);
    }
  });
});
