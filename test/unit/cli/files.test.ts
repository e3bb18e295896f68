import assert from 'node:assert/strict';
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { bundleCommandLine } from './bundle.ts';
import { complete, empty, lacking } from './ran.ts';

const long = `${lacking}\n${'One more line of what there is to know.\n'.repeat(500)}`;

/** Files of any kind, met by the command line as a process of its own, which has twenty seconds. */
function asProcess(this: Mocha.Suite): void {
  this.timeout(60_000);
  let root = '';
  let bundle = '';
  let main = '';

  before(async () => {
    bundle = await temporaryFolder('bundle');
    main = path.join(bundle, 'cli.cjs');
    await bundleCommandLine(main);
  });
  after(async () => rm(bundle, { recursive: true, force: true }));
  beforeEach(async () => {
    root = await temporaryFolder('files');
    await writeTree(root, { 'runbooks/a.md': complete });
  });
  // Paths that are too long for Node are not for the system's own command.
  afterEach(() => execFileSync('rm', ['-rf', root]));

  function ran(...argv: readonly string[]): SpawnSyncReturns<string> {
    const result = spawnSync(process.execPath, [main, ...argv], {
      cwd: root,
      encoding: 'utf8',
      timeout: 20_000,
      killSignal: 'SIGKILL',
    });
    assert.equal(result.signal, null, 'it did not end');
    return result;
  }

  /** The same where no file may get larger than four kilobytes or so: a write of more fails in the middle, as on a full disk. */
  function ranOnFullDisk(...argv: readonly string[]): SpawnSyncReturns<string> {
    return spawnSync('sh', ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, main, ...argv], {
      cwd: root,
      encoding: 'utf8',
    });
  }

  for (const [where, prepare] of [
    ['in a repository', async () => gitInit(root)],
    ['without a repository', async () => undefined],
  ] as const) {
    it(`skips links to devices and pipes, and tells each once, ${where}`, async () => {
      await prepare();
      execFileSync('mkfifo', [path.join(root, 'pipe')]);
      await symlink('/dev/zero', path.join(root, 'runbooks', 'zero.md'));
      await symlink('../pipe', path.join(root, 'runbooks', 'pipe.md'));
      await symlink('/dev/zero', path.join(root, 'CODEOWNERS'));
      const { status, stdout, stderr } = ran('check');
      assert.deepEqual([status, stdout], [0, '1 document checked, no findings.\n']);
      assert.deepEqual(stderr.trim().split('\n').toSorted(), [
        'Not indexed: runbooks/pipe.md: it is a link to a named pipe',
        'Not indexed: runbooks/zero.md: it is a link to a device',
        'Not read: CODEOWNERS: it is a link to a device',
      ]);
      assert.equal(ran('list').status, 0);
      assert.equal(ran('actions').status, 0);
    });

    it(`tells of links that lead out, and reads those that do not, ${where}`, async () => {
      await prepare();
      await symlink('/etc/passwd', path.join(root, 'runbooks', 'out.md'));
      await symlink('a.md', path.join(root, 'runbooks', 'in.md'));
      const { stdout, stderr } = ran('check');
      assert.equal(stdout, '2 documents checked, no findings.\n');
      assert.equal(stderr, `Not indexed: runbooks/out.md: it is a link to a file outside ${root}\n`);
    });

    it(`says of files that are named why they are not read, once, ${where}`, async () => {
      await prepare();
      execFileSync('mkfifo', [path.join(root, 'runbooks', 'pipe.md')]);
      await symlink('/dev/zero', path.join(root, 'runbooks', 'zero.md'));
      await writeTree(root, { 'runbooks/binary.md': '# a\0' });
      for (const [name, reason] of [
        ['runbooks/zero.md', 'it is a link to a device'],
        ['runbooks/pipe.md', 'it is a named pipe'],
        ['runbooks/binary.md', 'it is binary'],
      ] as const) {
        const { status, stderr } = ran('check', name);
        const lines = stderr.split('\n').filter((line) => line.includes(name) || line.includes(path.basename(name)));
        assert.deepEqual([status, lines.length], [0, 1], stderr);
        assert.ok(lines[0]?.includes(reason), stderr);
      }
    });
  }

  it('reads links from a part of a repository to the rest of it', async () => {
    await gitInit(root);
    await writeTree(root, { 'docs/b.md': lacking });
    await symlink('../docs/b.md', path.join(root, 'runbooks', 'b.md'));
    await symlink('/etc/passwd', path.join(root, 'runbooks', 'c.md'));
    const { stdout, stderr } = ran('check', 'runbooks');
    assert.match(stdout, /^b\.md:1:1 .*\n2 documents checked/);
    assert.equal(stderr, `Not indexed: c.md: it is a link to a file outside ${root}\n`);
  });

  it('does not wait for devices that are named', () => {
    const { status, stderr } = ran('check', '/dev/zero');
    assert.equal(status, 0);
    assert.match(stderr, /^Not checked: zero: it is not a markdown file\.$/m);
    assert.match(
      ran('check', '--baseline', '/dev/zero').stderr,
      /The baseline \/dev\/zero cannot be read: it is a device\./,
    );
  });

  it('takes no baseline from a link that leads out or to a device', async () => {
    await symlink('/dev/zero', path.join(root, 'zero.json'));
    await symlink('/etc/passwd', path.join(root, 'out.json'));
    assert.match(ran('check', '--baseline', 'zero.json').stderr, /cannot be read: it is a link to a device\./);
    assert.match(ran('check', '--baseline', 'out.json').stderr, /cannot be read: it is a link to a file outside /);
  });

  it('tells of folders that cannot be read, and reads the others', () => {
    const name = 'n'.repeat(200);
    const deep = `for i in $(seq 25); do mkdir ${name} && cd -P ${name} || exit 1; done`;
    execFileSync('sh', ['-c', deep], { cwd: path.join(root, 'runbooks') });
    const { status, stdout, stderr } = ran('check');
    assert.deepEqual([status, stdout], [0, '1 document checked, no findings.\n']);
    assert.match(stderr, /^Not read: runbooks\/n+\/.*\/: its path is too long for this system\n$/);
  });

  it('leaves every file as it was when the disk is full', async () => {
    await writeTree(root, { 'runbooks/b.md': long, 'known.json': '{"version":1,"findings":[]}', 'report.txt': 'old' });
    const fixed = ranOnFullDisk('check', '--fix');
    assert.match(fixed.stdout, /^Not fixed: runbooks\/b\.md: it would be larger than this system allows\.$/m);
    const many = Array.from({ length: 100 }, (_, index) => [`runbooks/more-${index}.md`, empty]);
    await writeTree(root, Object.fromEntries(many) as Record<string, string>);
    const recorded = ranOnFullDisk('check', '--baseline', 'known.json', '--update-baseline');
    assert.equal(recorded.status, 1);
    assert.match(
      recorded.stderr,
      /The baseline .*known\.json cannot be written: it would be larger than this system allows\./,
    );
    const reported = ranOnFullDisk('check', '--output', 'report.txt');
    assert.equal(reported.status, 1);
    assert.match(
      reported.stderr,
      /The report .*report\.txt cannot be written: it would be larger .*\. Name another file\.$/m,
    );
    assert.equal(await readFile(path.join(root, 'runbooks', 'b.md'), 'utf8'), long);
    assert.equal(await readFile(path.join(root, 'known.json'), 'utf8'), '{"version":1,"findings":[]}');
    assert.equal(await readFile(path.join(root, 'report.txt'), 'utf8'), 'old');
    assert.deepEqual(await readdir(root), ['known.json', 'report.txt', 'runbooks']);
  });

  it('writes neither a report nor a baseline through a link', async () => {
    await writeTree(root, { 'target.txt': 'old', 'runbooks/b.md': lacking });
    await symlink('target.txt', path.join(root, 'link.txt'));
    assert.match(ran('check', '--output', 'link.txt').stderr, /The report .*link\.txt cannot be written: it is a link/);
    await writeTree(root, { 'target.txt': '{"version":1,"findings":[]}' });
    assert.match(
      ran('check', '--baseline', 'link.txt', '--update-baseline').stderr,
      /The baseline .*link\.txt cannot be written: it is a link/,
    );
    assert.equal(await readFile(path.join(root, 'target.txt'), 'utf8'), '{"version":1,"findings":[]}');
  });

  it('uses no file behind a folder that is a link out of the repository', async () => {
    await gitInit(root);
    const outside = await temporaryFolder('outside');
    await writeTree(outside, { 'known.json': '{"version":1,"findings":[]}' });
    await symlink(outside, path.join(root, 'reports'));
    for (const argv of [
      ['--output', 'reports/a.txt'],
      ['--output', path.join(root, 'reports', 'new', 'a.txt')],
      ['--baseline', 'reports/known.json'],
      ['--baseline', 'reports/other.json', '--update-baseline'],
    ]) {
      const { status, stderr } = ran('check', ...argv);
      assert.equal(status, 1);
      assert.match(
        stderr,
        /^runbook-lens: The (?:report|baseline) .* cannot be used: its folder is a link to a folder outside /,
      );
    }
    assert.deepEqual(await readdir(outside), ['known.json']);
    assert.equal(ran('check', '--baseline', path.join(outside, 'known.json')).status, 0);
    await rm(outside, { recursive: true });
  });

  it('finds what stands above a folder that is named by a link', async () => {
    await gitInit(root);
    await writeTree(root, { '.runbook-lens.json': '{"kinds": {"other": ["runbooks/a.md"]}}' });
    const elsewhere = await temporaryFolder('elsewhere');
    await symlink(path.join(root, 'runbooks'), path.join(elsewhere, 'link'));
    assert.equal(ran('list', path.join(elsewhere, 'link')).stdout, 'No runbooks or postmortems found.\n');
    await rm(elsewhere, { recursive: true });
  });

  it('writes a report to streams as they are', async () => {
    await writeTree(root, { 'runbooks/b.md': lacking });
    const piped = ran('check', '--output', '/dev/stdout', '--format', 'json');
    assert.match(piped.stdout, /^\[\n[^]*missing-section[^]*\]\n2 documents checked: 1 finding /);
    assert.equal(ran('check', '--output', '/dev/null').status, 2);
    execFileSync('sh', ['-c', `"$0" "$1" check --output /dev/stdout > out.txt || true`, process.execPath, main], {
      cwd: root,
    });
    assert.match(await readFile(path.join(root, 'out.txt'), 'utf8'), /^runbooks\/b\.md:1:1 /);
    const fifo = 'mkfifo pipe && { "$0" "$1" check --output pipe > summary.txt & cat pipe; wait; }';
    const read = execFileSync('sh', ['-c', fifo, process.execPath, main], {
      cwd: root,
      encoding: 'utf8',
      timeout: 20_000,
    });
    assert.match(read, /^runbooks\/b\.md:1:1 /);
  });
}

if (process.platform !== 'win32') {
  describe('runbook-lens, as a process', asProcess);
}
