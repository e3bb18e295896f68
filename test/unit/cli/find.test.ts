import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { helps } from '../../../src/cli/help.ts';
import { alertRunbook } from '../../support/documents.ts';
import { gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { ranIn, type Ran } from './ran.ts';

describe('runbook-lens find', () => {
  let root = '';

  before(async () => {
    root = await temporaryFolder('find');
    await writeTree(root, {
      'runbooks/DiskAlmostFull.md': alertRunbook('DiskAlmostFull'),
      'runbooks/rotate.md':
        '# Rotate the keys\n\n## Steps\n\n1. Rotate them.\n\n## Roll back\n\nPut the old ones back.\n',
    });
  });
  after(async () => rm(root, { recursive: true, force: true }));

  const ran = (...argv: readonly string[]): Promise<Ran> => ranIn(root, 'find', ...argv);

  it('prints the best document first, with line, section and reason', async () => {
    const { code, out } = await ran('rollback');
    assert.equal(code, 0);
    assert.equal(
      out.split('\n')[0],
      'runbooks/rotate.md:7: Rotate the keys › Roll back (named: rollback; in other words rollback)',
    );
  });

  it('takes several words as one text', async () => {
    assert.match((await ran('disk', 'almost')).out, /^runbooks\/DiskAlmostFull\.md: DiskAlmostFull \(/);
  });

  it('prints JSON, with lines from 1', async () => {
    const { out } = await ran('roll back', '--format', 'json', '--limit', '1');
    const [hit, ...more] = JSON.parse(out) as object[];
    assert.deepEqual(more, []);
    assert.partialDeepStrictEqual(hit, {
      path: 'runbooks/rotate.md',
      title: 'Rotate the keys',
      section: 'Roll back',
      line: 7,
      why: 'named: roll, back; in other words rollback',
    });
  });

  it('searches another folder', async () => {
    assert.deepEqual(
      JSON.parse((await ran('disk', '--in', 'runbooks', '--format', 'json')).out).map(
        (hit: { path: string }) => hit.path,
      ),
      ['DiskAlmostFull.md'],
    );
  });

  it('knows the alerts that lead to a runbook', async () => {
    const other = await temporaryFolder('find-alerts');
    await writeTree(other, {
      'runbooks/storage.md': alertRunbook('Storage'),
      'alerts/disk.yaml':
        'groups:\n- name: disks\n  rules:\n  - alert: VolumeGone\n    expr: up\n    annotations:\n      runbook_url: runbooks/storage.md\n      summary: The xyzzy is away\n',
    });
    try {
      assert.equal(
        (await ranIn(other, 'find', 'VolumeGone')).out,
        'runbooks/storage.md: Storage (alert VolumeGone links here)\n',
      );
      assert.equal((await ranIn(other, 'find', 'xyzzy')).out, 'runbooks/storage.md: Storage (alerts: xyzzy)\n');
      await gitInit(other);
      assert.deepEqual(
        JSON.parse((await ranIn(other, 'find', 'VolumeGone', '--in', 'runbooks', '--format', 'json')).out).map(
          ({ path, why }: { path: string; why: string }) => [path, why],
        ),
        [['storage.md', 'alert VolumeGone links here']],
      );
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });

  it('says when nothing has the words, and what is nearest', async () => {
    const { code, out, err } = await ran('xyzzyx');
    assert.deepEqual([code, out], [0, '']);
    assert.match(err, /No document has a word of "xyzzyx"\.\n {2}nearest: runbooks\//);
    assert.equal((await ran('xyzzyx', '--format', 'json')).out, '[]\n');
  });

  it('refuses what makes no sense', async () => {
    assert.match((await ran()).err, /find needs a text/);
    assert.match((await ran('x', '--limit', '0')).err, /--limit needs a whole number/);
    assert.match((await ran('x', '--in', 'nowhere')).err, /does not exist/);
    assert.equal((await ran('--help')).out, helps.find);
  });
});
