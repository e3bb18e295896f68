import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { commitAll, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { complete, empty, lacking, ranIn, type Ran } from './ran.ts';

const commit = { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };

describe('check --baseline', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('baseline');
    await gitInit(root);
    await writeTree(root, { 'runbooks/a.md': lacking, 'runbooks/b.md': empty });
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  async function check(...argv: readonly string[]): Promise<Ran> {
    return ranIn(root, 'check', ...argv);
  }

  async function recorded(): Promise<string> {
    return readFile(path.join(root, 'known.json'), 'utf8');
  }

  it('is written by --update-baseline, which gives 0', async () => {
    const { code, out, err } = await check('--baseline', 'known.json', '--update-baseline');
    assert.deepEqual(
      { code, out, err },
      { code: 0, out: 'Recorded 2 findings in known.json.\n2 documents checked, no new findings.\n', err: '' },
    );
    assert.match(
      await recorded(),
      /\{"path":"runbooks\/a\.md","rule":"missing-section","about":"Mitigation","count":1\}/,
    );
  });

  it('leaves out what it records, wherever it moved to, and reports the rest', async () => {
    await check('--baseline', 'known.json', '--update-baseline');
    await writeTree(root, { 'runbooks/b.md': `---\nowner: x\n---\n\n${empty}`, 'runbooks/c.md': lacking });
    const { code, out } = await check('--baseline', 'known.json');
    assert.equal(code, 2);
    assert.match(
      out,
      /^runbooks\/c\.md:1:1 .*\n2 known findings left out \(known\.json\)\.\n3 documents checked: 1 find/,
    );
  });

  it('leaves findings out of every format, and says so beside a report for machines', async () => {
    await check('--baseline', 'known.json', '--update-baseline');
    assert.deepEqual(await check('--baseline', 'known.json', '--format', 'json'), {
      code: 0,
      out: '[]\n',
      err: '2 known findings left out (known.json).\n',
    });
  });

  it('counts and names what no longer applies, and loses it when it is updated', async () => {
    await check('--baseline', 'known.json', '--update-baseline');
    await writeTree(root, { 'runbooks/a.md': complete });
    await rm(path.join(root, 'runbooks', 'b.md'));
    const { code, out } = await check('--baseline', 'known.json');
    assert.equal(code, 0);
    assert.deepEqual(out.split('\n').slice(1, 4), [
      '2 findings in the baseline are no longer found. Run with --update-baseline to remove them:',
      '- runbooks/a.md: Mitigation [missing-section]',
      '- runbooks/b.md: Mitigation [empty-section]',
    ]);
    await check('--baseline', 'known.json', '--update-baseline');
    assert.doesNotMatch(await recorded(), /path/);
  });

  it('is about paths from the top of the repository, whichever part of it is checked', async () => {
    await check('--baseline', 'known.json', '--update-baseline');
    const { code, out } = await check('runbooks', '--include', 'a.md', '--baseline', 'known.json');
    assert.deepEqual(
      [code, out],
      [0, '1 known finding left out (known.json).\n1 document checked, no new findings.\n'],
    );
  });

  it('keeps entries of documents that were not checked', async () => {
    await commitAll(root, commit);
    await check('--baseline', 'known.json', '--update-baseline');
    await writeTree(root, { 'runbooks/a.md': complete });
    const { out } = await check('--baseline', 'known.json', '--update-baseline', '--changed-since', 'HEAD');
    assert.match(out, /^Recorded 0 findings/);
    assert.match(await recorded(), /runbooks\/b\.md/);
    assert.doesNotMatch(await recorded(), /runbooks\/a\.md/);
  });

  it('that is missing, broken or cannot be written is told of', async () => {
    const missing = await check('--baseline', 'none.json');
    assert.deepEqual([missing.code, missing.out], [1, '']);
    assert.match(
      missing.err,
      /^runbook-lens: The baseline .*none\.json does not exist\. Create it with --update-baseline\.$/m,
    );
    await writeTree(root, { 'broken.json': '<<<<<<< HEAD\n', 'binary.json': new Uint8Array([0]) });
    assert.match((await check('--baseline', 'broken.json')).err, /broken\.json cannot be read: .*Restore it from git/s);
    assert.match(
      (await check('--baseline', 'broken.json', '--update-baseline')).err,
      /Restore it from git, or delete it/,
    );
    assert.match((await check('--baseline', 'binary.json')).err, /binary\.json cannot be read: it is binary\./);
    assert.match((await check('--baseline', 'runbooks')).err, /^runbook-lens: The baseline .*runbooks cannot be read/);
    assert.match(
      (await check('--baseline', 'no/folder.json', '--update-baseline')).err,
      /^runbook-lens: The baseline .* cannot be written: .*Name a file in a folder that exists\.$/m,
    );
  });
});
