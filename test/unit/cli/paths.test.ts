import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { complete, lacking, ranIn, type Ran } from './ran.ts';

describe('the paths of check', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('paths');
    await writeTree(root, {
      'docs/runbooks/a.md': lacking,
      'docs/runbooks/b.md': lacking,
      'team/runbooks/c.md': lacking,
      'notes.md': '# Notes\n\nAbout mail.\n',
    });
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  async function places(cwd: string, ...argv: readonly string[]): Promise<string[]> {
    const { out } = await ranIn(cwd, 'check', ...argv);
    return out.split('\n').flatMap((line) => /^(.*):1:1 /.exec(line)?.[1] ?? []);
  }

  async function check(...argv: readonly string[]): Promise<Ran> {
    return ranIn(root, 'check', ...argv);
  }

  it('may be files, folders or both, in one run', async () => {
    await gitInit(root);
    assert.deepEqual(await places(root, 'docs/runbooks/b.md'), ['docs/runbooks/b.md']);
    assert.deepEqual(await places(root, 'docs/runbooks/b.md', 'team'), ['docs/runbooks/b.md', 'team/runbooks/c.md']);
    assert.deepEqual(await places(root, 'docs', 'docs/runbooks/a.md'), ['docs/runbooks/a.md', 'docs/runbooks/b.md']);
    assert.deepEqual(await places(root, 'docs', '.', '--exclude', '**/b.md'), [
      'docs/runbooks/a.md',
      'team/runbooks/c.md',
    ]);
  });

  it('that are files are told from the top of the repository, wherever one stands', async () => {
    await gitInit(root);
    const docs = path.join(root, 'docs');
    assert.deepEqual(await places(docs, 'runbooks/b.md', '../team'), ['docs/runbooks/b.md', 'team/runbooks/c.md']);
  });

  it('may be files without a repository: the working directory then stands for it', async () => {
    assert.deepEqual(await places(root, 'docs/runbooks/b.md'), ['docs/runbooks/b.md']);
    assert.deepEqual(await places(path.join(root, 'team'), '../docs/runbooks/b.md', 'runbooks'), [
      'docs/runbooks/b.md',
      'team/runbooks/c.md',
    ]);
  });

  it('that are files get what their neighbours show', async () => {
    await gitInit(root);
    const neighbours = Array.from({ length: 6 }, (_, index) => [`docs/runbooks/alerts/${index}.md`, complete] as const);
    await writeTree(root, { ...Object.fromEntries(neighbours), 'docs/runbooks/alerts/new.md': lacking });
    assert.match((await check('docs/runbooks/alerts/new.md')).out, /^docs\/runbooks\/alerts\/new\.md.*6 (?:of|other)/);
  });

  it('give paths from the top of the repository to services', async () => {
    await gitInit(root);
    assert.match((await check('docs', '--format', 'github')).out, /^::\w+ file=docs\/runbooks\/a\.md,/);
    assert.match((await check('docs', '--format', 'sarif')).out, /"uri": "docs\/runbooks\/a\.md"/);
    assert.match((await check('docs', '--format', 'junit')).out, /<testsuite name="docs\/runbooks\/a\.md"/);
    assert.match((await check('docs')).out, /^runbooks\/a\.md:1:1 /);
  });

  it('that name something else than a runbook or postmortem give 0', async () => {
    assert.deepEqual(await check('notes.md'), { code: 0, out: 'No runbooks or postmortems found.\n', err: '' });
  });

  it('that name a file which is not read are told of', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': 'draft.md\n', 'draft.md': lacking, 'code.ts': '' });
    const { code, err } = await check('draft.md', 'code.ts', 'docs/runbooks/a.md', '--exclude', '**/a.md');
    assert.equal(code, 0);
    assert.deepEqual(err.match(/^Not checked: \S+:/gm), [
      'Not checked: draft.md:',
      'Not checked: code.ts:',
      'Not checked: docs/runbooks/a.md:',
    ]);
  });

  it('of several repositories are refused', async () => {
    await gitInit(path.join(root, 'docs'));
    await gitInit(path.join(root, 'team'));
    const { code, err } = await check('docs', 'team');
    assert.equal(code, 1);
    assert.match(
      err,
      /^runbook-lens: The paths belong to different repositories \(.*docs, .*team\)\. Check them one at a time/,
    );
  });
});
