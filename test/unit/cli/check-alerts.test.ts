import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { alertRunbook } from '../../support/documents.ts';
import { commitAll, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { ranIn, type Ran } from './ran.ts';

const rule = (name: string, link: string): string =>
  `      - alert: ${name}\n        expr: up == 0\n        labels: {severity: page}\n        annotations:\n          runbook_url: ${link}\n`;

const files = {
  'docs/runbooks/DiskFull.md': alertRunbook('DiskFull'),
  'rules/db.yaml': `groups:\n  - name: db\n    rules:\n${rule('DiskFull', 'docs/runbooks/DiskFull.md')}${rule('DiskDead', 'docs/DiskFull.md')}${rule('Later', 'TBD')}`,
  'rules/good.yaml': `groups:\n  - rules:\n${rule('Good', 'docs/runbooks/DiskFull.md')}`,
  'tests/rules.yaml': `groups:\n  - rules:\n${rule('Trial', 'docs/gone.md')}`,
  'deploy/values.yaml': 'replicas: 2\n',
};

const dead =
  'rules/db.yaml:13:24 warning The runbook of DiskDead does not exist: docs/DiskFull.md. Did you mean docs/runbooks/DiskFull.md? [alert-runbook-dead]';
const lacking =
  'rules/db.yaml:14:16 hint Later pages, but its runbook is only a placeholder, "TBD" (3 of 4 alerts that page have one) [alert-without-runbook]';

describe('runbook-lens check, for alerts', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('check-alerts');
    await writeTree(root, files);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  const check = (...argv: readonly string[]): Promise<Ran> => ranIn(root, 'check', ...argv);

  it('tells what is found in rule files with what is found in documents', async () => {
    const { code, out, err } = await check();
    assert.deepEqual([code, err], [2, '']);
    assert.deepEqual(out.trimEnd().split('\n'), [
      dead,
      lacking,
      '1 document and 3 rule files checked: 2 findings in 1 file; highest severity: warning.',
    ]);
  });

  it('does so without any markdown', async () => {
    await rm(path.join(root, 'docs'), { recursive: true });
    const { code, out } = await check('--fail-on', 'warning');
    assert.equal(code, 2);
    assert.match(out, /^rules\/good\.yaml:7:24 warning The runbook of Good does not exist/m);
    assert.match(out, /^3 rule files checked: 4 findings in 2 files; highest severity: warning\.$/m);
  });

  it('takes files by name, as pre-commit passes them', async () => {
    assert.deepEqual(await check('rules/good.yaml', 'deploy/values.yaml'), {
      code: 0,
      out: '1 rule file checked, no findings.\n',
      err: '',
    });
    assert.deepEqual((await check('rules/db.yaml', 'docs/runbooks/DiskFull.md')).out.split('\n').slice(0, 2), [
      dead,
      lacking,
    ]);
  });

  it('says why a named rule file was not read', async () => {
    await writeTree(root, { 'rules/bad.yaml': `groups:\n- rules:\n${rule('A', 'docs/a.md')}\n}: [` });
    assert.match(
      (await check('rules/bad.yaml')).err,
      /^Not checked: rules\/bad\.yaml: it is not valid YAML from line/m,
    );
  });

  it('takes folders, globs, severities and the configuration', async () => {
    assert.match((await check('docs')).out, /^1 document checked, no findings\.$/m);
    assert.match((await check('rules')).out, /^db\.yaml:13:24 warning /m);
    assert.match(
      (await check('--exclude', 'rules/db.yaml')).out,
      /^1 document and 2 rule files checked, no findings\.$/m,
    );
    assert.equal((await check('--include', 'rules/**', '--fail-on', 'error')).code, 0);
    await writeTree(root, {
      '.runbook-lens.json': '{ "rules": { "alert-runbook-dead": "error", "alert-without-runbook": "off" } }',
    });
    assert.match(
      (await check()).out,
      /^rules\/db\.yaml:13:24 error .*\n.*: 1 finding in 1 file; highest severity: error\.\n$/,
    );
    await writeTree(root, { '.runbook-lens.json': '{ "files": { "exclude": ["rules/db.yaml"] } }' });
    assert.match((await check()).out, /^1 document and 2 rule files checked, no findings\.$/m);
    assert.match((await check('rules/db.yaml')).err, /rules\/db\.yaml: the team configuration excludes it/);
  });

  it('records findings in a baseline, and tells only new ones', async () => {
    await check('--baseline', 'known.json', '--update-baseline');
    assert.match(
      await readFile(path.join(root, 'known.json'), 'utf8'),
      /"path":"rules\/db\.yaml","rule":"alert-runbook-dead","about":"docs\/DiskFull\.md","count":1/,
    );
    const known = await check('--baseline', 'known.json');
    assert.equal(known.code, 0);
    await writeTree(root, { 'rules/new.yaml': `groups:\n- rules:\n${rule('New', 'docs/new.md')}` });
    assert.match((await check('--baseline', 'known.json')).out, /^rules\/new\.yaml:.*\n2 known findings left out/);
  });

  it('checks only rule files that changed', async () => {
    await gitInit(root);
    await commitAll(root, { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' });
    assert.match((await check('--changed-since', 'HEAD')).out, /^No runbooks or postmortems changed since HEAD\.$/m);
    await writeTree(root, { 'rules/good.yaml': files['rules/good.yaml'].replace('DiskFull', 'Gone') });
    assert.match(
      (await check('--changed-since', 'HEAD')).out,
      /^rules\/good\.yaml:7:24 warning .*\n1 rule file changed since HEAD checked: 1 finding in 1 file; highest severity: warning\.\n$/,
    );
  });

  it('reports in every format', async () => {
    const json = JSON.parse((await check('--format', 'json')).out) as Array<Record<string, unknown>>;
    assert.deepEqual(
      json.map((finding) => Object.keys(finding)),
      [
        ['path', 'rule', 'severity', 'range', 'message'],
        ['path', 'rule', 'severity', 'range', 'message'],
      ],
    );
    const sarif = JSON.parse((await check('--format', 'sarif')).out) as {
      runs: Array<{
        results: Array<{ ruleId: string; ruleIndex: number }>;
        tool: { driver: { rules: Array<{ id: string }> } };
      }>;
    };
    const [run] = sarif.runs;
    assert.deepEqual(
      run?.results.map(({ ruleId, ruleIndex }) => [ruleId, run.tool.driver.rules[ruleIndex]?.id]),
      [
        ['alert-runbook-dead', 'alert-runbook-dead'],
        ['alert-without-runbook', 'alert-without-runbook'],
      ],
    );
    assert.match((await check('--format', 'github')).out, /^::warning file=rules\/db\.yaml,line=13,/m);
    const junit = (await check('--format', 'junit')).out;
    assert.match(junit, /<testsuite name="rules\/db\.yaml" tests="2" failures="2"/);
    assert.match(junit, /<testsuite name="rules\/good\.yaml" tests="1" failures="0"/);
  });

  it('tells of unchanged rule files what a change of their runbooks breaks', async () => {
    const commit = { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };
    const anchored = `groups:\n- rules:\n${rule('Anchored', 'docs/runbooks/DiskFull.md#impact')}`;
    await gitInit(root);
    await writeTree(root, { 'rules/anchored.yaml': anchored });
    await commitAll(root, commit);
    await writeTree(root, { 'docs/runbooks/DiskFull.md': alertRunbook('DiskFull').replace('## Impact', '## Effect') });
    for (const scope of [['--changed-since', 'HEAD'], ['docs/runbooks/DiskFull.md']]) {
      const { code, out } = await check(...scope);
      assert.equal(code, 2);
      assert.match(out, /^rules\/anchored\.yaml:7:24 information The runbook of Anchored has no section #impact/m);
      assert.doesNotMatch(out, /DiskDead/);
    }
    await check('--baseline', 'known.json', '--update-baseline');
    const { out } = await check('--baseline', 'known.json', '--update-baseline', '--changed-since', 'HEAD');
    assert.match(out, /no new findings/);
    const known = await readFile(path.join(root, 'known.json'), 'utf8');
    assert.match(known, /"path":"rules\/anchored\.yaml","rule":"alert-anchor-missing".*"count":1/);

    await rm(path.join(root, 'docs/runbooks/DiskFull.md'));
    const gone = (await check('--changed-since', 'HEAD')).out;
    assert.match(gone, /^rules\/good\.yaml:7:24 warning The runbook of Good does not exist/m);
    assert.match(gone, /: 3 findings in 3 files; highest severity: warning\.$/m);
    assert.equal((await check('docs', '--changed-since', 'HEAD')).code, 0);
  });
});
