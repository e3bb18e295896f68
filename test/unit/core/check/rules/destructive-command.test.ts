import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandsOf } from '../../../../../src/core/check/shell/commands-of.ts';
import { destructionOf } from '../../../../../src/core/check/shell/destructive.ts';
import { isStep } from '../../../../../src/core/check/shell/inline.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { check } from '../../../../../src/core/check/rules/check.ts';
import { destructiveCommand as rule } from '../../../../../src/core/check/rules/destructive-command.ts';
import type { Report } from '../../../../../src/core/check/rules/rule.ts';
import { assertInside } from '../../../support/assertions.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

function reports(text: string, options: object = {}): Report[] {
  return [...rule.check({ ...contextOf(documentOf('runbook', text)), options: { [rule.id]: options } })];
}

function destroys(code: string, database = false): boolean {
  return commandsOf(code, database).some(({ text }) => destructionOf(text) !== undefined);
}

describe('destructive-command', () => {
  for (const command of [
    'rm -rf /var/lib/data',
    'sudo rm -r "$DATA"',
    'cd /srv && rm -fr data',
    'ssh web1 "rm -rf /srv/data"',
    'kubectl exec -it db-0 -n shop -- rm -rf /data/wal',
    'find . -name x | xargs rm -rf',
    'kubectl -n shop delete pvc data-db-0',
    'oc delete namespace shop',
    'kubectl delete node/n1',
    'kubectl delete jobs --all',
    'dd if=/dev/zero of=/dev/sdb bs=1M',
    'mkfs.ext4 /dev/sdb1',
    'AWS_PROFILE=prod aws s3 rm s3://b/p --recursive',
    'aws rds delete-db-instance --db-instance-identifier x',
    'aws ec2 terminate-instances --instance-ids i-1',
    'gcloud compute disks delete d1',
    'az group delete --name x',
    'terraform -chdir=prod destroy',
    'helm -n shop uninstall web',
    'docker compose down -v',
    'docker system prune -af',
    'psql -c "DROP TABLE jobs"',
    'mysql -e "TRUNCATE TABLE jobs"',
    'redis-cli -h x flushall',
    'etcdctl del --prefix /x',
    'kafka-topics.sh --bootstrap-server b:9092 --topic t --delete',
    'curl -X DELETE "http://localhost:9200/logs-2020"',
    'git push -f origin main',
    '# mkfs.xfs /dev/sdc',
    'kubectl delete secrets,pvc -l app=db',
    'sudo -u postgres find /var/lib/pg/data -mindepth 1 -delete',
    'ansible db -m shell -a "rm -fr /var/lib/etcd" --become',
  ]) {
    it(`sees what ${command} destroys`, () => assert.ok(destroys(command)));
  }

  for (const command of [
    'kubectl delete pod web-1',
    'kubectl delete -f job.yaml',
    'kubectl delete deployment pvc-watcher',
    'rm file',
    'rm -rf node_modules ./dist',
    'rm -rf /tmp/x',
    '# rm -rf /data',
    'echo done # rm -rf /data',
    'kubectl delete ns x --dry-run=client',
    'dd if=/dev/sdb of=/dev/null',
    'aws sqs delete-message --queue-url x',
    'curl -X DELETE https://api.example.org/silences/1',
    'docker system prune',
    'docker compose down',
    'git push --force-with-lease',
    'truncate -s 0 app.log',
    'terraform plan',
    'find /srv/exports -mtime +30 -delete',
    'kubectl get pvc',
    'DELETE FROM jobs WHERE id = 1;',
    'DELETE FROM jobs\nWHERE id = 1;',
    'SELECT dropped FROM jobs;',
  ]) {
    it(`takes ${JSON.stringify(command)} for routine`, () => assert.ok(!destroys(command)));
  }

  it('reads statements over several lines', () => {
    assert.ok(!destroys('DELETE FROM jobs\n  -- all\n  USING x\n  WHERE y;', true));
    assert.ok(destroys('DELETE\nFROM jobs;', true));
  });

  it('finds where a command stands, behind what runs it and within its quotation marks', () => {
    const code = "PG=1 sudo -u x ssh web1 'rm -rf /srv/data' # now";
    const [command] = commandsOf(code);
    assert.equal(command?.text, 'rm -rf /srv/data');
    assert.equal(code.slice(command.offset, command.offset + command.length), 'rm -rf /srv/data');
  });

  it('tells steps from what is only spoken of', () => {
    assert.ok(isStep('1. Run ', ' on the host.'));
    assert.ok(isStep('- ', ''));
    assert.ok(isStep('Empty it with ', '.'));
    assert.ok(!isStep('Never run ', '.'));
    assert.ok(!isStep('The pipeline blocks ', '.'));
    assert.ok(!isStep('', ' removes the volume.'));
  });

  it('names the command and what it does', () => {
    const [found] = reports('# R\n\n## Steps\n\n```sh\nkubectl -n shop delete pvc data-db-0\n```\n');
    assert.equal(
      found?.message,
      '"kubectl -n shop delete pvc data-db-0" deletes resources and the data or objects in them, but there is no warning near it: add a warning, a check to do first or a rollback.',
    );
  });

  it('takes a warning in many places and languages for one', () => {
    const steps = (before: string, after = ''): string =>
      `# R\n\n## Steps\n\n${before}\n\n\`\`\`sh\nrm -rf /data\n\`\`\`\n\n${after}\n`;
    assert.equal(reports(steps('Clear the folder:')).length, 1);
    for (const text of [
      '⚠️ Clear it:',
      'Faça backup antes:',
      'Vorsicht!',
      'Attention : tout est perdu',
      'Обережно.',
      '必ずバックアップ',
      'Check that it is empty:',
    ]) {
      assert.equal(reports(steps(text)).length, 0, text);
    }
    assert.equal(reports(steps('Clear it:', 'This cannot be undone.')).length, 0);
    assert.equal(reports(steps('Clear it:', 'Check that it is empty.')).length, 1);
  });

  it('takes the severity of an alert for no warning', () => {
    const runbook = (opening: string): string =>
      `# R\n\n${opening}\n\n## A\n\nIt is full.\n\nSo are all.\n\n## B\n\nDo:\n\n\`\`\`sh\nrm -rf /data\n\`\`\`\n`;
    assert.equal(reports(runbook('**Severity**: ⚠️ Warning')).length, 1);
    assert.equal(reports(runbook('⚠️ These steps are dangerous.')).length, 0);
  });

  it('knows what a team adds and allows', () => {
    const text = '# R\n\n## Steps\n\n```sh\nshopctl  wipe --all-carts\nrm -rf /srv/cache/x\n```\n';
    assert.equal(reports(text, { commands: ['shopctl wipe'] })[0]?.range.start.line, 5);
    assert.equal(reports(text, { allow: ['rm -rf /srv/cache'] }).length, 0);
  });

  it('reports inside the text, whatever it is', () => {
    const blocks = fc.constantFrom(
      '\n- x\n\n  ```sh\n  sudo rm -rf /x\n  ```\n',
      'Run `rm -rf /x`',
      '> ```\n> dropdb x \\\n>  y\n> ```\n',
    );
    fc.assert(
      fc.property(fc.oneof(plausibleDocument('runbook'), wildMarkdown), blocks, (text, block) => {
        const all = `${block}\n\n${text}\n\n${block}`;
        for (const { range, message } of reports(all)) {
          assertInside(Lines.of(all), range, message);
          assert.equal(range.start.line, range.end.line);
        }
      }),
    );
  });
});

describe('a comment that silences destructive-command', () => {
  it('does not count as a warning for the commands around it', () => {
    const ignored = '<!-- runbook-lens-disable-next-line destructive-command -- be careful -->';
    const text = `# Runbook: a full\n\n## Steps\n\n${ignored}\n\n\`\`\`sh\nrm -rf /var/a1\n\`\`\`\n\nThen:\n\n\`\`\`sh\nrm -rf /var/a2\n\`\`\`\n`;
    const found = check(contextOf(documentOf('runbook', text))).filter(
      (finding) => finding.rule === 'destructive-command',
    );
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [13],
    );
  });
});
