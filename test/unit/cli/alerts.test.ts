import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { helps } from '../../../src/cli/help.ts';
import { alertRunbook } from '../../support/documents.ts';
import { temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { ranIn, type Ran } from './ran.ts';

const rule = (name: string, link: string): string =>
  `      - alert: ${name}\n        expr: up == 0\n        labels: {severity: page}\n        annotations:\n          runbook_url: ${link}\n`;

describe('runbook-lens alerts', () => {
  let root = '';

  before(async () => {
    root = await temporaryFolder('alerts');
    await writeTree(root, {
      'docs/runbooks/DiskFull.md': alertRunbook('DiskFull'),
      'docs/runbooks/QueueStuck.md': alertRunbook('QueueStuck'),
      'rules/db.yaml': `groups:\n  - name: db\n    rules:\n${rule('DiskFull', 'https://github.com/acme/shop/blob/main/docs/runbooks/DiskFull.md')}${rule('DiskDead', 'docs/DiskFull.md')}${rule('Later', 'TBD')}`,
      'tests/rules.yaml': `groups:\n  - rules:\n${rule('Trial', 'docs/gone.md')}`,
      'mixin/a.libsonnet': "{ alert: 'X' }",
    });
  });
  after(async () => rm(root, { recursive: true, force: true }));

  const ran = (...argv: readonly string[]): Promise<Ran> => ranIn(root, 'alerts', '--repository', 'acme/shop', ...argv);

  it('prints each alert with its state, and fails for dead links', async () => {
    const { code, out, err } = await ran();
    assert.equal(code, 2);
    assert.deepEqual(out.trimEnd().split('\n'), [
      'rules/db.yaml:4: DiskFull [page]: resolved docs/runbooks/DiskFull.md',
      'rules/db.yaml:9: DiskDead [page]: dead docs/DiskFull.md',
      '  perhaps docs/runbooks/DiskFull.md',
      'rules/db.yaml:14: Later [page]: none TBD',
      'tests/rules.yaml:3: Trial [page]: dead docs/gone.md',
    ]);
    assert.equal(
      err,
      'Not read: mixin/a.libsonnet: it is Jsonnet (1 alerts).\n4 alerts, 33.3 % with a link that is not dead.\n',
    );
  });

  it('prints JSON in which absent facts are missing', async () => {
    const { code, out } = await ran('--format', 'json', '--state', 'none');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), [
      {
        path: 'rules/db.yaml',
        line: 14,
        name: 'Later',
        severity: 'page',
        group: 'db',
        source: 'prometheus',
        link: 'TBD',
        linkKey: 'runbook_url',
        state: 'none',
      },
    ]);
  });

  it('says how many alerts lead to each runbook', async () => {
    const { code, out } = await ran('--runbooks', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), [
      { path: 'docs/runbooks/DiskFull.md', usedBy: 1 },
      { path: 'docs/runbooks/QueueStuck.md', usedBy: 0 },
    ]);
  });

  it('still lists runbooks that are used elsewhere', async () => {
    await writeTree(root, { '.runbook-lens.json': '{ "alerts": { "usedElsewhere": ["docs/**"] } }' });
    const { out } = await ran('--runbooks');
    await rm(path.join(root, '.runbook-lens.json'));
    assert.equal(out, 'docs/runbooks/DiskFull.md: 1 alert\ndocs/runbooks/QueueStuck.md: no alert leads here\n');
  });

  it('fails if fewer alerts than wanted have a link, test data left out', async () => {
    assert.equal((await ran('--state', 'resolved', '--min-coverage', '33')).code, 0);
    const { code, err } = await ran('--state', 'resolved', '--min-coverage', '34');
    assert.equal(code, 2);
    assert.match(err, /at least 34 % are wanted/);
  });

  it('writes what check finds in these files as SARIF, annotations and JUnit', async () => {
    const sarif = await ran('--format', 'sarif');
    assert.equal(sarif.code, 2);
    assert.match(sarif.err, /33\.3 % with a link/);
    const { runs } = JSON.parse(sarif.out) as { runs: Array<{ results: Array<{ ruleId: string }> }> };
    assert.deepEqual(
      runs.flatMap(({ results }) => results.map(({ ruleId }) => ruleId)),
      ['alert-runbook-dead', 'alert-without-runbook'],
    );
    const github = await ran('--format', 'github', '--state', 'dead');
    assert.deepEqual([github.code, github.err], [2, '']);
    assert.match(
      github.out,
      /^::warning file=rules\/db\.yaml,line=13,[^\n]*\nNot read: [^\n]*\n4 alerts, 33\.3 % [^\n]*\n$/,
    );
    const junit = await ran('--format', 'junit', '--state', 'resolved');
    assert.equal(junit.code, 0);
    assert.match(junit.out, /<testsuite name="rules\/db\.yaml" tests="1" failures="0"/);
  });

  it('does not fail for a dead link that a comment silences', async () => {
    await writeTree(root, {
      'silent/a.yaml': `# runbook-lens-disable-file alert-runbook-dead\ngroups:\n  - rules:\n${rule('Old', 'docs/old.md')}`,
    });
    const { code, out } = await ran('silent', '--repository', 'acme/shop');
    await rm(path.join(root, 'silent'), { recursive: true });
    assert.equal(code, 0);
    assert.match(out, /^a\.yaml:4: Old \[page\]: dead docs\/old\.md$/m);
  });

  it('does not fail for what is in the baseline', async () => {
    const baseline = await temporaryFolder('alerts-baseline');
    const file = path.join(baseline, 'known.json');
    const about = 'docs/DiskFull.md';
    await writeTree(baseline, {
      'known.json': JSON.stringify({
        version: 2,
        findings: [{ path: 'rules/db.yaml', rule: 'alert-runbook-dead', about, count: 1 }],
      }),
    });
    const { code, out } = await ran('--baseline', file);
    assert.equal(code, 0);
    assert.match(out, /DiskDead \[page\]: dead/);
    assert.doesNotMatch((await ran('--baseline', file, '--format', 'github')).out, /DiskDead/);
    assert.equal((await ran('--baseline', path.join(baseline, 'none.json'))).code, 1);
    await rm(baseline, { recursive: true });
  });

  it('takes a folder in it, and globs', async () => {
    assert.match((await ran('rules')).out, /^db\.yaml:4: DiskFull \[page\]: dead docs\/runbooks\/DiskFull\.md$/m);
    assert.equal((await ran('--exclude', 'rules/**', '--exclude', 'tests/**')).out, '');
  });

  it("takes keys and sites from the team's configuration at the top", async () => {
    const other = await temporaryFolder('alerts-team');
    const site = (link: string): string => rule('DiskFull', link).replace('runbook_url', 'wiki');
    await writeTree(other, {
      '.runbook-lens.json': JSON.stringify({
        alerts: { keys: ['wiki'], sites: [{ address: 'https://docs.acme.io/ops', folder: 'docs/runbooks' }] },
      }),
      'docs/runbooks/DiskFull.md': alertRunbook('DiskFull'),
      'rules/db.yaml': `groups:\n  - rules:\n${site('https://docs.acme.io/ops/diskfull/')}${site('https://docs.acme.io/ops/gone/')}`,
    });
    const { out } = await ranIn(other, 'alerts', '--repository', 'acme/shop', '--format', 'json');
    await rm(other, { recursive: true, force: true });
    assert.deepEqual(
      (JSON.parse(out) as Array<{ state: string; target: string }>).map(({ state, target }) => [state, target]),
      [
        ['resolved', 'docs/runbooks/DiskFull.md'],
        ['dead', 'docs/runbooks/gone.md'],
      ],
    );
  });

  it('says what is wrong with arguments', async () => {
    for (const [args, message] of [
      [['--repository', 'shop'], /needs OWNER\/NAME/],
      [['--state', 'lost'], /Unknown state "lost"/],
      [['--min-coverage', 'x'], /from 0 to 100/],
      [['a', 'b'], /one path/],
      [['--baseline', ''], /--baseline is empty/],
      [['--runbooks', '--format', 'sarif'], /--runbooks has no format sarif/],
      [['--format', 'xml'], /Unknown format "xml"/],
    ] as const) {
      const { code, err } = await ran(...args);
      assert.equal(code, 1);
      assert.match(err, message);
    }
    assert.equal((await ran('--help')).out, helps.alerts);
  });
});
