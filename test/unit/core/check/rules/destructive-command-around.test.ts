import assert from 'node:assert/strict';
import { destructiveCommand as rule } from '../../../../../src/core/check/rules/destructive-command.ts';
import { contextOf, documentOf } from '../../../support/context.ts';

const fence = '```';

function block(code: string, language = 'sh'): string {
  return `${fence}${language}\n${code}\n${fence}`;
}

/** The messages about a document with such steps. */
function found(text: string): string[] {
  return reports(`# R\n\n## Steps\n\n${text}\n`);
}

function reports(text: string): string[] {
  return [...rule.check(contextOf(documentOf('runbook', text)))].map(
    ({ message, severity }) => `${severity ?? 'warning'}: ${message}`,
  );
}

function quiet(name: string, text: string): void {
  it(`says nothing of ${JSON.stringify(name)}`, () => assert.deepEqual(found(text), []));
}

function told(name: string, text: string): void {
  it(`tells ${JSON.stringify(name)}`, () => assert.equal(found(text).length, 1));
}

describe('destructive-command: what is made again', () => {
  for (const c of [
    'drop table if exists s_lag;\ncreate table s_lag as select 1;',
    'DROP DATABASE IF EXISTS "shop"; CREATE DATABASE shop;',
    'drop table if exists public.a, b;\ncreate table a(x int); create unlogged table b(y int);',
    'DROP SCHEMA IF EXISTS x CASCADE;\nCREATE SCHEMA x;',
    'DROP TABLE IF EXISTS a;\n\nCREATE TABLE IF NOT EXISTS a (\n id int\n);',
  ]) {
    quiet(c, block(c, 'sql'));
    quiet('crlf ' + c, block(c, 'sql').replace(/\n/g, '\r\n'));
    quiet('plain ' + c, block(c, ''));
  }
  quiet('psql', block('psql -c "drop database if exists pg_s${s};"\npsql -c "create database pg_s${s};"'));
  quiet('dropdb', block('dropdb --if-exists shop\ncreatedb -O app shop'));
  quiet('k ns', block('kubectl delete namespace stage --wait\nkubectl create ns stage'));
  quiet('k file', block('kubectl -n shop delete pvc web-data && kubectl -n shop apply -f deploy/web-data.yaml'));
  quiet(
    'k heredoc',
    block('kubectl delete crd foos.x.io\ncat <<EOF | kubectl apply -f -\nkind: X\nmetadata:\n  name: foos.x.io\nEOF'),
  );
  quiet('rm mkdir', block('rm -rf /srv/work && mkdir -p /srv/work'));
  quiet('rm mkdir var', block('rm -rf "$DIR"\nmkdir "$DIR"'));
  quiet('rm clone', block('rm -rf runbooks\ngit clone git@git.example.com:a/runbooks.git'));
  quiet('helm', block('helm uninstall web -n shop\nhelm upgrade --install web ./chart -n shop'));
  quiet('vol', block('docker volume rm data && docker volume create data'));
  quiet('tf', block('terraform destroy -target=aws_instance.a\nterraform apply -target=aws_instance.a'));
  quiet(
    'topic',
    block(
      'kafka-topics.sh --bootstrap-server b:1 --delete --topic t\nkafka-topics.sh --bootstrap-server b:1 --create --topic t --partitions 3',
    ),
  );
  quiet('gcloud', block('gcloud compute disks delete d1 --zone z --quiet\ngcloud compute disks create d1 --zone z'));
  quiet('es', block('curl -X DELETE localhost:9200/logs\ncurl -X PUT localhost:9200/logs'));
  quiet(
    'aws',
    block(
      'aws rds delete-db-instance --db-instance-identifier x --skip-final-snapshot\naws rds create-db-instance --db-instance-identifier x --engine p',
    ),
  );
  told('drop alone', block('drop table if exists s_lag;', 'sql'));
  told('drop other', block('drop table if exists s_lag;\ncreate table s_log as select 1;', 'sql'));
  told('drop other type', block('drop table if exists s_lag;\ncreate index s_lag on x(y);', 'sql'));
  told('drop two one made', block('drop table a, b;\ncreate table a(x int);', 'sql'));
  told('rm other', block('rm -rf /srv/a && mkdir /srv/b'));
  told('rm two', block('rm -rf /srv/a /srv/b && mkdir /srv/b'));
  told('k other', block('kubectl delete ns a\nkubectl create ns b'));
  told('k other ns', block('kubectl delete pvc d -n a\nkubectl apply -f d.yaml -n b'));
  told('k other file', block('kubectl delete pvc data-0\nkubectl apply -f other.yaml'));
  told('helm other', block('helm uninstall web\nhelm install web2 ./c'));
  told('tf other', block('terraform destroy -target=a.b\nterraform apply -target=a.c'));
  told('down up', block('docker compose down -v\ndocker compose up -d'));
  told('create before', block('create table a(x int);\ndrop table a;', 'sql'));
});
describe('destructive-command: what was printed', () => {
  for (const l of [
    'The output looks like this:',
    'Output:',
    '**Expected output:**',
    'You should see:',
    'You should see something like this:',
    'This prints:',
    'Example output',
    'The command shows:',
    'The result is:',
    'You will see output similar to the following:',
    'Run the scanner. It prints:',
    'Run the scanner and you should see:',
    'Die Ausgabe sieht so aus:',
    'Ausgabe:',
    'La sortie ressemble à ceci :',
    '出力例：',
    '以下のように表示されます。',
    'The output of `scan` should look like:',
    '- Output:',
    '### Output',
    'Sample response',
    'The output will show something like this:',
    'If all is well, the tool answers:',
    'La salida es:',
    'A saída será:',
    'De uitvoer is:',
    '実行結果',
    'Check that the output looks like this:',
    'It looks like this:',
    'which returns something like:',
    'The script reports:',
    'Terraform will print:',
  ])
    for (const lang of ['', 'sh']) quiet(l + lang, `${l}\n\n${block('kubectl delete namespace old', lang)}`);
  for (const l of [
    'Delete the namespaces that the output shows:',
    'If the output shows `Terminating`, delete the namespace:',
    'Run something like this:',
    'The command looks like this:',
    'Use a command similar to:',
    'Read the output, then run:',
    'Note the name in the output. Delete it:',
    'This shows how to delete it:',
    'You can use:',
    'As a result, delete it:',
    'For each result, run:',
    'Take the name from the output and run:',
    'This returns the disk to the pool:',
    'You get the name from the list. Run:',
    'Remove the result:',
    'The script prints the name. Pass it to:',
    'この出力のネームスペースを次のコマンドで片付けます：',
    'Copy the output here:',
  ])
    told(l, `${l}\n\n${block('kubectl delete namespace old', '')}`);
  quiet('session', block('$ ./scan\nTo repair, run:\nrm -rf /srv/x', 'console'));
  quiet('session plain', block('$ ./scan\nrm -rf /srv/x\n$ ls', ''));
  told('session typed', block('$ cd /srv\n$ rm -rf x\ngone', 'console'));
  told('session continued', block('$ ssh web \\\n  "rm -rf /srv/x"\ngone', 'console'));
  told('console without prompts', block('cd /srv\nrm -rf x', 'console'));
  quiet('label inside', block('./scan\n# Output:\nrm -rf /srv/x', ''));
  told('label inside then blank', block('./scan\n# Output:\n# none\n\nrm -rf /srv/x', ''));
  told('host', block('root@a:~# rm -rf /srv/x', 'console'));
  quiet('mysql', block('mysql> show processlist;\n| 1 | DROP TABLE orders |', 'sql'));
  told('mysql typed', block('mysql> DROP TABLE orders;\nQuery OK', 'sql'));
});
describe('destructive-command: effects, checks and questions', () => {
  for (const x of [
    'Everybody has to sign in again.',
    'All sessions end.',
    'Users lose their carts.',
    'Carts are lost.',
    'Customers see empty pages for a minute.',
    'Every user is logged out.',
    'The history is gone.',
    'Queries are slow until the cache is warm.'.replace('cache', 'index'),
    'The load on the database rises.',
    'This logs all users out.',
    'It means an interruption of a minute.',
    'Alle müssen sich neu anmelden.',
    'すべてのユーザーは再ログインが必要です。',
    'Tous les utilisateurs devront se connecter à nouveau.',
    'All customers will need to log in again.',
  ]) {
    quiet('inline ' + x, `1. Run \`redis-cli flushall\`. ${x}`);
    quiet('fence ' + x, `Run:\n\n${block('redis-cli flushall')}\n\n${x}`);
  }
  quiet('before', `After this step all customers have to sign in again:\n\n${block('redis-cli flushall')}`);
  told('symptom before', `Users are logged out all the time.\n\n${block('rm -rf /srv/sessions')}`);
  told('symptom before2', `Some messages are lost.\n\nRun:\n\n${block('rm -rf /srv/queue')}`);
  for (const x of [
    'If the plan names only the old key, answer `yes`.',
    'Answer `yes` only after reading the plan.',
    "If this looks like it's going to do the right thing, enter 'yes' to confirm.",
    'When prompted, type **yes**.',
    'It asks for the name; enter it.',
    'Wenn der Plan nur den alten Schlüssel nennt, mit `yes` antworten.',
    'プランが正しければ yes と入力します。',
    'You will be asked to confirm.',
  ])
    quiet('q ' + x, `Run:\n\n${block('terraform destroy -target=module.old')}\n\n${x}`);
  told('auto approve', `Run:\n\n${block('terraform destroy -auto-approve')}\n\nWhen prompted, type yes.`);
  told('no question', `Run:\n\n${block('terraform destroy')}\n\nGo on.`);

  it('title + check', () => {
    assert.deepEqual(
      reports(
        `# Delete an unused volume\n\n1. List what is on it.\n\n2. Look at the mounts.\n\n3. Say so in the channel.\n\n4. Then:\n\n   ${fence}sh\n   rm -rf /srv/v\n   ${fence}\n`,
      ),
      [],
    );
    assert.match(
      reports(`# Delete a volume\n\n1. Then:\n\n   ${fence}sh\n   rm -rf /srv/v\n   ${fence}\n`)[0] ?? '',
      /add a check/,
    );
    assert.match(found(`Remove the volume:\n\n${block('rm -rf /srv/v')}`)[0] ?? '', /^warning.*add a check/);
    assert.match(found(`Then:\n\n${block('rm -rf /srv/v')}`)[0] ?? '', /no warning near it/);
  });
});
describe('destructive-command: what can be made again', () => {
  for (const l of [
    'Keep the events, the projection is disposable:',
    'The table is rebuilt from the events:',
    'Clear the cache:',
    'It will be re-created automatically:',
    'Then replay the events:',
    'The ReplicaSet restarts the pod:',
    'The index can be rebuilt at any time:',
    'モデルキャッシュをクリア：',
    'Der Index wird automatisch neu aufgebaut:',
  ])
    quiet(l, `${l}\n\n${block('DELETE FROM cart_items;', 'sql')}`);
  quiet('name', `Run:\n\n${block('DELETE FROM cart_projection;', 'sql')}`);
  quiet('comment', block('# 2. clear the model cache\ndocker volume rm models'));
  told('cache elsewhere', `The cache is slow. Then:\n\n${block('rm -rf /srv/orders')}`);
  told('recreate imperative', `Recreate the volume:\n\n${block('kubectl delete pvc data-0')}`);
  told('ns cache', `Then:\n\n${block('kubectl -n cache delete pvc data-0')}`);
});
describe('destructive-command: causes and mistakes', () => {
  for (const x of [
    'Possible cause: operator error, e.g. `rm -rf /srv/orders`',
    '- Possible cause: somebody ran `rm -rf /srv/orders`.',
    'User error - Executing `kubectl delete ns x`',
    'Caused by running `rm -rf /srv/orders`.',
    'Never run `rm -rf /srv/orders`.',
    'An admin has run `rm -rf /x` by mistake.',
    '**Cause:** A job with `rm -rf /srv/orders`.',
    'Typical operator errors, for example `rm -rf /srv/orders`.',
    'Ursache: Bedienfehler, z. B. mit `rm -rf /srv/orders`.',
    'Someone used `rm -rf /srv/orders`.',
  ])
    quiet(x, x);
  quiet('fence', `An operator ran this by mistake:\n\n${block('rm -rf /srv/orders')}`);
  quiet('fence2', `The loss is caused by:\n\n${block('rm -rf /srv/orders')}`);
  quiet('section', `### Possible causes\n\n- An engineer with \`rm -rf /srv/orders\`\n`);
  quiet('never fence', `Never run this:\n\n${block('rm -rf /srv/orders')}`);
  told('step', 'Run `rm -rf /srv/orders`.');
  told('as a user', 'As the app user, run `rm -rf /srv/orders`.');
  told('later', 'After you have run the import, run `rm -rf /srv/orders`.');
  told('step2', 'To repair it, run `rm -rf /srv/orders`.');
  told('fence step', `The cause was a full disk. Run:\n\n${block('rm -rf /srv/orders')}`);
  told('causes section step', `### Causes\n\nDelete the folder:\n\n${block('rm -rf /srv/orders')}`);
});
describe('destructive-command: boxes that warn', () => {
  for (const a of [
    '```{danger}\nThe folder goes.\n```',
    '```{warning}\nx\n```',
    ':::{warning}\nx\n:::',
    ':::danger\n\nx\n\n:::',
    '!!! warning\n    x',
    '!!! danger "Stop"\n\n    x',
    '{{< hint danger >}}\nx\n{{< /hint >}}',
    '> [!WARNING]\n> x',
    '> [!CAUTION]\n> x',
    '<Callout type="warning">\nx\n</Callout>',
    '{{% notice warning %}}\nx\n{{% /notice %}}',
    '{{< alert color="warning" >}}x{{< /alert >}}',
    '::: warning\nx\n:::',
    '??? danger\n    x',
    '<Warning>\nx\n</Warning>',
    ':::caution[Stop]\nx\n:::',
    '{% hint style="danger" %}\nx\n{% endhint %}',
    '```{admonition} Stop\n:class: danger\nx\n```',
    '````{attention}\nx\n````',
    '/// warning\nx\n///',
    '<div class="alert alert-danger">x</div>',
    '<Aside type="caution">x</Aside>',
    '````{error}\nx\n````',
    ':::{important}\nx\n:::',
    '{{< callout type="error" >}}\nx\n{{< /callout >}}',
    '!!! attention\n    x',
  ])
    quiet(a, `Clear it:\n\n${a}\n\n${block('rm -rf /srv/data')}`);
  for (const a of [
    '```{note}\nThe folder is big.\n```',
    ':::tip\nx\n:::',
    '!!! info\n    x',
    '{{< hint info >}}\nx\n{{< /hint >}}',
    '> [!NOTE]\n> x',
    '<Callout type="info">\nx\n</Callout>',
  ])
    told(a, `Then:\n\n${a}\n\n${block('rm -rf /srv/data')}`);
  quiet(
    'strong at the top',
    `x\n\n## A\n\n${fence}{danger}\nx\n${fence}\n\n### B\n\na\n\nb\n\nc\n\n${block('rm -rf /srv/data')}`,
  );
});

describe('destructive-command: pushes by force', () => {
  for (const code of [
    'git tag -f stable good\ngit push origin stable --force',
    'git push -f origin refs/tags/stable',
    'git push --force origin v1.2.3',
    'git push --force --tags',
    'git push --force origin <tag>',
    'git checkout -b repair\ngit push -f origin repair',
    'git push --force origin feature/limits',
    'git push --force origin HEAD:my-branch',
    'git rebase main\ngit push --force',
    'git commit --amend --no-edit\ngit push -f origin HEAD',
  ]) {
    quiet(code, block(code));
  }
  quiet('a tag in the lead', `Move the tag:\n\n${block('git push -f origin stable')}`);
  quiet('own branch in the lead', `Update your branch:\n\n${block('git push -f')}`);
  for (const code of [
    'git push --force origin main',
    'git push -f origin HEAD:release',
    'git push --force',
    'git tag -f stable good\ngit push origin main --force',
    'git checkout -b repair\ngit push -f origin repair:main',
  ]) {
    told(code, block(code));
  }
});

describe('destructive-command: output, copies and machines', () => {
  for (const code of [
    'rm -rf $S/.vercel/output && mkdir -p $S/.vercel/output/static',
    'rm -rf site/public\nmkdir -p site/public/img',
    'rm -rf lib generated\nnpm run build',
    'rm -rf website/public\nhugo --minify',
    'rm -rf apps/shop/.turbo',
    'kubectl create secret generic pair --from-file=keys/pair\nrm -rf keys/pair',
    'tar czf /backup/shop.tgz /srv/shop\nrm -rf /srv/shop',
    'cp -r config /srv/copy\nrm -rf config',
    'sudo shutdown -h now\n# swap the disk\nvirsh start db-1',
    'aws autoscaling terminate-instance-in-auto-scaling-group --instance-id i-1 --no-should-decrement-desired-capacity',
  ]) {
    quiet(code, block(code));
  }
  for (const code of [
    'rm -rf /srv/shop\nmkdir -p /srv/shop/img',
    'rm -rf data\nnpm run build',
    'rm -rf /var/lib/shop\nmake',
    'cp -r new /srv/shop\nrm -rf /srv/shop',
    'sudo shutdown -h now',
    'aws ec2 terminate-instances --instance-ids i-1',
  ]) {
    told(code, block(code));
  }
  const off = block('sudo poweroff');
  const gone = block('aws ec2 terminate-instances --instance-ids i-1');
  quiet(
    'boots',
    `1. Stop the machine:\n\n   ${off.replaceAll('\n', '\n   ')}\n\n2. Swap the disk.\n\n3. Boot it from the console.`,
  );
  quiet('bootet', `${off}\n\nPlatte tauschen, dann Server einschalten.`);
  told('no boot', `${off}\n\nSwap the disk.`);
  quiet('group', `Terminate it:\n\n${gone}\n\nThe Auto Scaling group launches another one.`);
  quiet('replaced', `The ASG will replace the instance.\n\n${gone}`);
  told('no group', `Terminate it:\n\n${gone}\n\nThe instance is in the group of the shop.`);
  quiet('unused', `Delete the unused volume:\n\n${block('docker volume rm shop_old')}`);
  quiet('once', `Once the copy is complete, delete the old volume:\n\n${block('docker volume rm shop_old')}`);
  told('named only', `Delete the old volume:\n\n${block('docker volume rm shop_old')}`);
});

describe('destructive-command: the line that loses data', () => {
  it('is the claim, and not the volume', () => {
    for (const code of [
      'kubectl delete pv data-0\nkubectl delete pvc data-0 -n shop',
      'kubectl delete pvc data-0 -n shop\nkubectl delete pv data-0',
    ]) {
      const [message, ...more] = found(block(code));
      assert.match(message ?? '', /^warning: "kubectl delete pvc data-0 -n shop"/, code);
      assert.deepEqual(more, [], code);
    }
  });
  quiet(
    'an unused claim',
    block('# delete the unused claim\nkubectl delete pvc data-0\n\n# volumes that failed\nkubectl delete pv data-0'),
  );
  told('a volume alone', block('kubectl delete pv data-0'));
});

describe('destructive-command: what stands on the way to it', () => {
  const wipe = block('kubectl delete pvc data-db-0');
  const doc = (...parts: string[]): string => `# R\n\n${parts.join('\n\n')}\n`;
  const silent = (name: string, ...parts: string[]): void => {
    it(`says nothing after ${name}`, () => assert.deepEqual(reports(doc(...parts)), []));
  };
  const loud = (name: string, ...parts: string[]): void => {
    it(`tells after ${name}`, () => assert.equal(reports(doc(...parts)).length, 1));
  };

  silent('an approval', '## 1. Prepare', '- Get approval for the list.', '## 2. Rebuild', wipe);
  silent('four eyes', '## 1. Prepare', '- Two SREs, 4-eyes.', '## 2. Do', '### Volumes', wipe);
  silent('承認', '## 2. 初動', '- [ ] 廃棄前に承認を取得する', '## 3. 復旧', '### PVC', wipe);
  silent('a backup', '## Prepare', 'Take a full backup.', '## Notes', 'Text.', '## Rebuild', wipe);
  silent('a dump', '## Prepare', block('pg_dump shop > shop.sql'), '## Notes', 'Text.', '## Rebuild', wipe);
  silent('a check', '## Before', '- Check the replica.', '## Rebuild', wipe);
  silent('a list', '## 1. Make a list of the volumes', 'Text.', '## 2. Delete the volumes', wipe);
  silent('a warning', '## Before', '**Warning**: the disk is lost.', '## Rebuild', 'One.', 'Two.', 'Three.', wipe);
  loud('plain steps', '## Before', '- Tell the team.', '## Rebuild', wipe);
  loud('a look at a graph', '## Diagnosis', '- Check the dashboard.', '## Rebuild', 'One.', 'Two.', 'Three.', wipe);
  loud('facts at the top', 'Approved by: Ann. Check the wiki.', '## Rebuild', 'One.', 'Two.', 'Three.', wipe);
  loud('an approval that comes later', '## Rebuild', wipe, 'One.', 'Two.', 'Three.', '## After', 'Get approval.');
  loud('a check in a far section', '## A', 'Check it.', '## B', 'Text.', '## C', 'Text.', '## Rebuild', wipe);

  for (const remark of ['if nobody needs it any more', 'only when the copy runs', 'Если она больше не нужна'])
    quiet(remark, block(`# ${remark}\nhelm uninstall shop`));
  told('a fault in a remark', block('# If it is still failing\nhelm uninstall shop'));
  told('a plain remark', block('# Remove the release\nhelm uninstall shop'));

  quiet('drained', block('kubectl cordon n1\nkubectl drain n1\nkubectl delete node n1'));
  told('not drained', block('kubectl delete node n1'));
  quiet('listed', block('docker volume inspect pg\ndocker volume rm pg'));
  told('other things listed', block('kubectl get pods\nkubectl delete pvc data-db-0'));

  for (const title of ['Local stack on kind クラスタ', 'ローカル環境', 'The minikube cluster', 'Your laptop'])
    silent(title, `## ${title}`, wipe);
  loud('another kind', '## This kind of fault', wipe);
  loud('a local commit', '## Local commit only', block('git reset --hard'));

  for (const path of ['/checkpoints/failed', '/srv/data.old', '/data/stale-20240102'])
    quiet(path, block(`rm -rf ${path}`));
  told('a folder of orders', block('rm -rf /srv/failed-orders-db'));
  silent('a rollback', '## Rollback', block('rm -rf /srv/shop.prev'));
  loud('no rollback', '## Tidy', block('rm -rf /srv/shop.prev'));

  quiet('a waiting period', block('aws kms schedule-key-deletion --key-id k --pending-window-in-days 7'));
  quiet('a secret with one', block('aws secretsmanager delete-secret --secret-id s'));
  told('a secret without', block('aws secretsmanager delete-secret --secret-id s --force-delete-without-recovery'));
  quiet('a vault', block('az keyvault delete --name v'));
  told('a purged vault', block('az keyvault purge --name v'));

  quiet('a file', block('cat <<EOF > /etc/init.d/x\nrm -rf /srv/orders\nEOF'));
  told('after a file', block('cat > x <<EOF\na\nEOF\nrm -rf /srv/orders'));
  told('a shell', block('bash <<EOF\nrm -rf /srv/orders\nEOF'));
  quiet('a plan', `Destroy the cluster:\n\n${block('terraform destroy')}`);
  told('no answer', `Destroy the cluster:\n\n${block('terraform destroy -auto-approve')}`);
});
