import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { alertRunbook } from '../../support/documents.ts';
import { gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { ranIn, type Ran } from './ran.ts';

const rules = (name: string, page: string): string =>
  `groups:\n  - name: all\n    rules:\n      - alert: ${name}\n        expr: up == 0\n        labels: {service: pay}\n        annotations: {runbook_url: ${page}}\n`;
const objectives = (name: string, objective = '99.9'): string =>
  `version: prometheus/v1\nservice: pay\nslos:\n  - name: ${name}\n    objective: ${objective}\n    sli: {events: {error_query: e, total_query: t}}\n`;

interface Page {
  readonly alerts: ReadonlyArray<{ readonly name: string }>;
  readonly objectives: ReadonlyArray<{ readonly name: string }>;
  readonly runbooks: ReadonlyArray<{ readonly path: string }>;
}

describe('runbook-lens service', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('service');
    await gitInit(root);
    await writeTree(root, {
      'a/runbooks/PayDown.md': `---\nservice: pay\n---\n${alertRunbook('PayDown')}`,
      'a/rules.yaml': rules('PayDown', 'a/runbooks/PayDown.md'),
      'a/slo.yaml': objectives('pay-available'),
      'b/rules.yaml': rules('PaySlow', 'a/runbooks/PayDown.md'),
      'b/slo.yaml': objectives('pay-fast'),
    });
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  const ran = (...argv: readonly string[]): Promise<Ran> => ranIn(root, 'service', ...argv);

  async function pageOf(...argv: readonly string[]): Promise<readonly [string[], string[], string[]]> {
    const { code, out, err } = await ran('pay', '--format', 'json', ...argv);
    assert.deepEqual([code, err], [0, '']);
    const page = JSON.parse(out) as Page;
    return [
      page.alerts.map(({ name }) => name),
      page.objectives.map(({ name }) => name),
      page.runbooks.map(({ path }) => path),
    ];
  }

  it('has all of the repository', async () => {
    assert.deepEqual(await pageOf(), [
      ['PayDown', 'PaySlow'],
      ['pay-available', 'pay-fast'],
      ['a/runbooks/PayDown.md'],
    ]);
    assert.match((await ran()).out, /^pay: 1 runbook, 2 alerts, 0 incidents\./);
  });

  it('has what is in a folder, and no alert or objective beside it', async () => {
    assert.deepEqual(await pageOf('--in', 'a'), [['PayDown'], ['pay-available'], ['a/runbooks/PayDown.md']]);
    assert.deepEqual(await pageOf('--in', 'b'), [['PaySlow'], ['pay-fast'], []]);
    assert.match((await ran('--in', 'a')).out, /^pay: 1 runbook, 1 alert, 0 incidents\./);
    const { code, err } = await ran('pay', '--in', 'a/runbooks', '--exclude', '**');
    assert.equal(code, 1);
    assert.match(err, /names a service "pay"/);
  });

  it('has nothing of files that --include and --exclude leave out', async () => {
    assert.deepEqual(await pageOf('--exclude', 'b/**'), [['PayDown'], ['pay-available'], ['a/runbooks/PayDown.md']]);
    assert.deepEqual(await pageOf('--include', 'b/**'), [['PaySlow'], ['pay-fast'], []]);
    assert.deepEqual(await pageOf('--in', 'a', '--exclude', 'rules.yaml'), [
      [],
      ['pay-available'],
      ['a/runbooks/PayDown.md'],
    ]);
  });

  it('tells what is wrong in files of objectives, with the place, of those that it reads', async () => {
    await writeTree(root, { 'b/slo.yaml': objectives('pay-fast', '120') });
    for (const argv of [[], ['pay'], ['pay', '--format', 'json']]) {
      const { code, err } = await ran(...argv);
      assert.equal(code, 0);
      assert.match(err, /^b\/slo\.yaml:5: The target 120 is above 100 %\. .+\n$/);
    }
    assert.equal((await ran('--in', 'a')).err, '');
    assert.equal((await ran('--exclude', 'b/**')).err, '');
  });
});
