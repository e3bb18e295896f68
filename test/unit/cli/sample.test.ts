import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { createSampleRepository } from '../../../sample/create.ts';
import { git, temporaryFolder } from '../../support/workspaces.ts';
import { ranIn, type Ran } from './ran.ts';

const rules = 'alerts/platform.rules.yaml';
const runbook = 'runbooks/alerts/postgres/PostgresReplicationLag.md';
const moved = 'runbooks/alerts/PostgresReplicationLag.md';

interface Workflow {
  readonly jobs: {
    readonly runbooks: { readonly steps: ReadonlyArray<{ readonly with: Record<string, string | number> }> };
  };
}

describe("the sample's job in continuous integration", () => {
  let root = '';
  let inputs: Record<string, string | number> = {};

  beforeEach(async () => {
    root = await temporaryFolder('sample');
    await createSampleRepository(root);
    const workflow = parse(await readFile(path.join(root, '.github/workflows/runbooks.yml'), 'utf8')) as Workflow;
    inputs = workflow.jobs.runbooks.steps.at(-1)?.with ?? {};
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  /** What the action runs, for a branch that begins at HEAD. */
  const check = (...argv: readonly string[]): Promise<Ran> =>
    ranIn(
      root,
      'check',
      `--fail-on=${inputs['fail-on'] ?? ''}`,
      '--changed-since=HEAD',
      `--baseline=${inputs['baseline'] ?? ''}`,
      ...argv,
    );
  const alerts = (...argv: readonly string[]): Promise<Ran> =>
    ranIn(
      root,
      'alerts',
      `--min-coverage=${inputs['min-alert-coverage'] ?? ''}`,
      `--baseline=${inputs['baseline'] ?? ''}`,
      ...argv,
    );

  it('passes', async () => {
    assert.equal((await check()).code, 0);
    const { code, out } = await alerts();
    assert.equal(code, 0, out);
    assert.equal(out.match(/: resolved /g)?.length, 15);
  });

  it('fails at a renamed runbook, and passes with the link that is suggested', async () => {
    await rename(path.join(root, runbook), path.join(root, moved));
    await git(root, ['add', '--all']);
    for (const { code, out } of [await check(), await alerts('--format=github', '--state=dead')]) {
      assert.equal(code, 2);
      assert.match(
        out,
        /platform\.rules\.yaml[:,](?:line=)?20\b.*The runbook of PostgresReplicationLag does not exist/,
      );
    }
    const listed = JSON.parse((await alerts('--state=dead', '--format=json')).out) as Array<{
      readonly path: string;
      readonly suggestions?: readonly string[];
    }>;
    const dead = listed.find((alert) => alert.path === rules);
    assert.deepEqual(dead?.suggestions, [moved]);

    const text = await readFile(path.join(root, rules), 'utf8');
    await writeFile(path.join(root, rules), text.replace(runbook, dead.suggestions[0] ?? ''));
    assert.equal((await alerts()).code, 0);
    assert.equal((await check()).code, 0);
  });
});
