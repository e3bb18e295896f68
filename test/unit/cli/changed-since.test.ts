import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../../src/core/index.ts';
import { GitHistory } from '../../../src/node/git-history.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { recordingLogger } from '../support/quiet.ts';
import { complete, empty, lacking, ranIn, type Ran } from './ran.ts';

const commit = { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };

describe('check --changed-since', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('changed-since');
    await gitInit(root);
    await writeTree(root, { 'runbooks/old.md': lacking, 'runbooks/edited.md': complete, 'runbooks/gone.md': lacking });
    await commitAll(root, commit);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  async function check(...argv: readonly string[]): Promise<Ran> {
    return ranIn(root, 'check', ...argv);
  }

  async function changed(folder: string, revision: string): Promise<string[]> {
    return [...(await new GitHistory(recordingLogger()).changedSince(folder, revision))].toSorted();
  }

  it('reports on documents that were committed, edited, staged or added since, and on no others', async () => {
    await git(root, ['switch', '--quiet', '--create', 'topic']);
    await writeTree(root, { 'runbooks/committed.md': empty });
    await commitAll(root, commit);
    await writeTree(root, {
      'runbooks/edited.md': empty,
      'runbooks/staged.md': empty,
      'runbooks/untracked é.md': empty,
    });
    await git(root, ['add', 'runbooks/staged.md']);
    await rm(path.join(root, 'runbooks', 'gone.md'));
    const { code, out } = await check('--changed-since', 'main');
    assert.equal(code, 2);
    assert.deepEqual(
      out.split('\n').map((line) => line.replace(/:15:1.*/, '')),
      [
        'runbooks/committed.md',
        'runbooks/edited.md',
        'runbooks/staged.md',
        'runbooks/untracked é.md',
        '4 documents changed since main checked: 4 findings in 4 documents; highest severity: information.',
        '',
      ],
    );
  });

  it('leaves out what only the other branch changed since the two parted', async () => {
    await git(root, ['switch', '--quiet', '--create', 'topic']);
    await writeTree(root, { 'runbooks/mine.md': lacking });
    await commitAll(root, commit);
    await git(root, ['switch', '--quiet', 'main']);
    await writeTree(root, { 'runbooks/edited.md': lacking });
    await commitAll(root, { ...commit, message: 'Theirs' });
    await git(root, ['switch', '--quiet', 'topic']);
    assert.deepEqual(await changed(root, 'main'), ['runbooks/mine.md']);
  });

  it('expects of a changed document what its unchanged neighbours have', async () => {
    const custom = '# Disk\n\n## Overview\n\nx\n\n## Mitigation\n\nx\n\n## Owner notes\n\nx\n';
    const neighbours = Array.from({ length: 6 }, (_, index) => [`runbooks/alerts/${index}.md`, complete] as const);
    await writeTree(root, Object.fromEntries(neighbours));
    await commitAll(root, commit);
    await writeTree(root, { 'runbooks/alerts/new.md': custom.replace('## Overview', '## Meaning') });
    const whole = await check();
    const part = await check('--changed-since', 'HEAD');
    const [line = ''] = part.out.split('\n');
    assert.match(line, /new\.md.*6 (?:of|other)/);
    assert.ok(whole.out.includes(line));
  });

  it('gives 0 when no document changed', async () => {
    assert.deepEqual(await check('--changed-since', 'HEAD'), {
      code: 0,
      out: 'No runbooks or postmortems changed since HEAD.\n',
      err: '',
    });
  });

  it('works below the top of a repository, with paths relative to the folder', async () => {
    await writeTree(root, { 'runbooks/new.md': lacking, 'elsewhere/new.md': lacking });
    assert.deepEqual(await changed(path.join(root, 'runbooks'), 'HEAD'), ['new.md']);
    assert.match((await check('runbooks', '--changed-since', 'HEAD')).out, /^new\.md:1:1 .*\n1 document changed/);
  });

  it('does not name what git ignores, and names files with odd names', async () => {
    await writeTree(root, { '.gitignore': 'draft-*\n', 'draft-1.md': 'x', ' line\nbreak "é".md': 'x' });
    assert.deepEqual(await changed(root, 'HEAD'), [' line\nbreak "é".md', '.gitignore']);
  });

  for (const revision of ['no-such-branch', '--output=/tmp/x', '-h', 'HEAD..HEAD', '^HEAD', 'HEAD~7', '']) {
    it(`tells of a revision that is none: ${JSON.stringify(revision)}`, async () => {
      await assert.rejects(
        changed(root, revision),
        (error) =>
          error instanceof UserError && error.message.startsWith(`Git does not know the revision "${revision}" in `),
      );
    });
  }

  it('tells what to do in a shallow clone, or where histories have nothing in common', async () => {
    await git(root, ['switch', '--quiet', '--orphan', 'other']);
    await writeTree(root, { 'a.md': 'a' });
    await commitAll(root, commit);
    const { code, err } = await check('--changed-since', 'main');
    assert.equal(code, 1);
    assert.match(err, /"main" and HEAD have no commit in common .*fetch-depth: 0/);
  });

  it('tells that there is no repository', async () => {
    const bare = await temporaryFolder('no-repository');
    const { code, out, err } = await ranIn(bare, 'check', '--changed-since', 'main');
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^runbook-lens: There is no git repository at .*, so changes cannot be found/);
    await rm(bare, { recursive: true });
  });
});
