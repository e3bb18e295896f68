import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { commitAll, gitInit, temporaryFolder, writeTree } from '../support/workspaces.ts';
import { ended, type Ended } from './processes.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const root = path.join(import.meta.dirname, '..', '..');
const action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;
const scripts = action.runs.steps.filter(({ run }) => run !== undefined);
const lacking = '# Queue\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n';
const commit = { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };

function step(name: string): Step {
  const found = scripts.find((script) => script.name === name);
  assert.ok(found, name);
  return found;
}

/** An expression of a workflow, filled in as the runner does it: inputs, and where the action stands. */
function filledIn(text: string, inputs: Readonly<Record<string, string>>, folder: string): string {
  return text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => {
    if (expression === 'github.action_path') {
      return folder;
    }
    const name = expression.replace(/^inputs\./, '');
    const input = action.inputs[name];
    assert.ok(input, expression);
    return inputs[name] ?? input.default;
  });
}

describe('the GitHub Action', function () {
  this.timeout(60_000);
  let repository = '';

  before(function () {
    // The runner has its own bash on Windows; a test machine may have another, or none.
    if (process.platform === 'win32') {
      this.skip();
    }
  });
  beforeEach(async () => {
    repository = await temporaryFolder('action');
    await gitInit(repository);
    await writeTree(repository, { 'runbooks/a.md': lacking, 'docs and more/runbooks/b.md': lacking });
    await commitAll(repository, commit);
  });
  afterEach(async () => rm(repository, { recursive: true, force: true }));

  /** Runs a step as the runner does: its script in a file, given to bash with these options. */
  async function ran(
    { run = '', env = {} }: Step,
    inputs: Readonly<Record<string, string>>,
    { folder = root, more = {} }: { folder?: string; more?: NodeJS.ProcessEnv } = {},
  ): Promise<Ended> {
    const script = path.join(repository, '.git', 'step.sh');
    await writeFile(script, filledIn(run, inputs, folder));
    const filled = Object.entries(env).map(([name, value]) => [name, filledIn(value, inputs, folder)]);
    return ended('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: repository,
      env: { ...(Object.fromEntries(filled) as NodeJS.ProcessEnv), ...more },
    });
  }

  async function check(inputs: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return ran(step('Check runbooks and postmortems'), inputs);
  }

  it('gives annotations for everything by default', async () => {
    const { code, out, err } = await check();
    assert.deepEqual([code, err], [2, '']);
    assert.match(
      out,
      /^::warning file=docs and more\/runbooks\/b\.md,line=1,.*\n::warning file=runbooks\/a\.md,line=1,/,
    );
  });

  it('takes several paths, one on each line', async () => {
    await writeTree(repository, { 'other/runbooks/c.md': lacking });
    const { out } = await check({ path: 'docs and more\nrunbooks/a.md\n' });
    assert.match(out, /2 findings in 2 documents/);
    assert.doesNotMatch(out, /c\.md/);
  });

  it('takes each of its other inputs', async () => {
    assert.equal((await check({ 'fail-on': 'error' })).code, 0);
    assert.match((await check({ 'changed-since': 'HEAD' })).out, /^No runbooks or postmortems changed since HEAD\.$/m);
    const { code, out } = await check({ format: 'sarif', output: 'out report.sarif' });
    assert.equal(code, 2);
    assert.match(out, /^2 documents checked: 2 findings/);
    assert.match(await readFile(path.join(repository, 'out report.sarif'), 'utf8'), /"version": "2\.1\.0"/);
    await writeTree(repository, {
      'known.json': JSON.stringify({
        version: 1,
        findings: [{ path: 'runbooks/a.md', rule: 'missing-section', about: 'Mitigation', count: 1 }],
      }),
    });
    assert.match((await check({ baseline: 'known.json' })).out, /^1 known finding left out/m);
  });

  it('checks that enough alerts have a link that is not dead', async () => {
    const rule = (name: string, link: string): string =>
      `- alert: ${name}\n  expr: up\n  annotations:\n    runbook_url: ${link}\n`;
    await writeTree(repository, { 'rules/x.yaml': rule('A', 'runbooks/a.md') + rule('B', 'TBD') });
    const alerts = async (inputs: Readonly<Record<string, string>>): Promise<Ended> =>
      ran(step('Check the links of alerts'), inputs);
    assert.equal((await alerts({ 'min-alert-coverage': '50' })).code, 0);
    const { code, err } = await alerts({ 'min-alert-coverage': '51' });
    assert.deepEqual([code, err], [2, '2 alerts, 50 % with a link that is not dead; at least 51 % are wanted.\n']);
    await writeTree(repository, { 'rules/y.yaml': rule('C', 'docs/gone.md') });
    const dead = await alerts({ 'min-alert-coverage': '0', 'changed-since': 'HEAD' });
    assert.equal(dead.code, 2);
    assert.match(dead.out, /^::warning file=rules\/y\.yaml,line=4,/);
  });

  it('fails with a sentence when an input is wrong', async () => {
    const { code, err } = await check({ 'changed-since': 'no-such-branch' });
    assert.equal(code, 1);
    assert.match(err, /^runbook-lens: Git does not know the revision "no-such-branch"/);
  });

  it('never carries out what an input holds', async () => {
    const attempts = ['$(touch pwned)', '`touch pwned`', '"; touch pwned; "', "'; touch pwned; '", '--fix', '-h', '*'];
    const checks = [step('Check runbooks and postmortems'), step('Check the links of alerts')];
    for (const name of Object.keys(action.inputs)) {
      for (const script of checks.filter(({ env }) => JSON.stringify(env).includes(`inputs.${name} `))) {
        for (const attempt of attempts) {
          const { out } = await ran(script, { [name]: attempt });
          assert.doesNotMatch(out, /^Usage:|Fixed/m, `${name}: ${attempt}`);
        }
      }
    }
    // An attempt as --output is the name of a file, which is no harm.
    assert.ok(!(await readdir(repository)).includes('pwned'));
  });

  it('has scripts without expressions, in bash, and uses all of its inputs', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { run, shell } of scripts) {
      assert.equal(shell, 'bash');
      assert.doesNotMatch(run ?? '', /\$\{\{/);
    }
    const text = JSON.stringify(action.runs);
    for (const [name, { description }] of Object.entries(action.inputs)) {
      assert.ok(text.includes(`inputs.${name}`), name);
      assert.ok(description.length > 0, name);
    }
  });

  it('builds the command line only where it is missing', async () => {
    const tools = path.join(repository, '.git', 'tools');
    const folder = path.join(repository, '.git', 'an action');
    await mkdir(tools);
    await mkdir(folder);
    for (const tool of ['npm', 'node']) {
      await writeFile(path.join(tools, tool), `#!/bin/sh\necho "${tool} $*" >> calls\n`);
      await chmod(path.join(tools, tool), 0o755);
    }
    const more = { PATH: `${tools}${path.delimiter}${process.env['PATH']}` };
    assert.equal((await ran(step('Build runbook-lens'), {}, { folder, more })).code, 0);
    assert.equal(
      await readFile(path.join(folder, 'calls'), 'utf8'),
      'npm ci --ignore-scripts --no-audit --no-fund\nnode esbuild.config.mjs\n',
    );
    await writeTree(folder, { 'dist/cli.cjs': '' });
    await rm(path.join(folder, 'calls'));
    assert.equal((await ran(step('Build runbook-lens'), {}, { folder, more })).code, 0);
    assert.equal(existsSync(path.join(folder, 'calls')), false);
  });
});
