import assert from 'node:assert/strict';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../support/workspaces.ts';

const cli = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.cjs');

/** Ends a command line that hangs. In milliseconds; far more than a slow machine needs. */
const hangs = 45_000;

/** Ends one that reads without end before it takes the machine's memory. In kilobytes of addresses, of which Node reserves more than it uses. */
const memory = 6_000_000;

const firstCommit = { message: 'First', date: '2026-01-05T10:00:00Z', author: 'Ada Example <ada@example.com>' };
/** A runbook with something to say about it. */
const poor = '# Runbook: queue\n\n## Impact\n\nTODO\n\n## Steps\n\n1. Act.\n';
const runbook = '# Runbook: queue\n\n## Meaning\n\nx\n\n## Diagnosis\n\n1. Look.\n\n## Mitigation\n\n1. Act.\n';

/** The built command line on repositories, files and settings as somebody might prepare them who means harm. */
describe('the command line on a hostile', () => {
  let folder = '';
  let home = '';

  beforeEach(async () => {
    const all = await temporaryFolder('hostile');
    folder = path.join(all, 'repository');
    home = path.join(all, 'home');
    await mkdir(folder);
    await mkdir(home);
  });
  afterEach(async () => rm(path.dirname(folder), { recursive: true, force: true }));

  /** Runs the command line with a home folder of its own. A killed one has no exit code. */
  async function run(args: readonly string[], { cwd = folder, env = {} }: { cwd?: string; env?: object } = {}) {
    const child = spawn('sh', ['-c', `ulimit -v ${memory}; exec "$0" "$@"`, process.execPath, cli, ...args], {
      cwd,
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
    const timer = setTimeout(() => child.kill('SIGKILL'), hangs);
    const code = await new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    });
    clearTimeout(timer);
    return { code, out, err };
  }

  /** A git on a PATH of its own that does something before the real one runs. Gives the PATH. */
  async function gitThat(does: string): Promise<string> {
    const real = (await promisify(execFile)('sh', ['-c', 'command -v git'])).stdout.trim();
    const bin = path.join(home, 'bin');
    await writeTree(bin, { git: `#!/bin/sh\n${does}\nexec '${real}' "$@"\n` });
    await chmod(path.join(bin, 'git'), 0o755);
    return `${bin}:${process.env['PATH'] ?? ''}`;
  }

  /** A program that leaves a mark in the home folder. */
  const mark = (): string => path.join(home, 'mark');
  const marks = (): string => `touch '${mark()}'; false`;

  describe('repository', () => {
    it('starts nothing that a bare repository among its files names', async () => {
      const origin = path.join(home, 'origin');
      const evil = path.join(origin, 'docs', 'evil');
      await mkdir(evil, { recursive: true });
      await gitInit(origin);
      await git(evil, ['init', '--quiet', '--bare', '.']);
      await writeTree(evil, { 'objects/.k': '', 'refs/.k': '', 'x.md': poor });
      for (const [key, value] of Object.entries({
        'core.bare': 'false',
        'core.worktree': '.',
        'core.fsmonitor': marks(),
      })) {
        await git(evil, ['config', '-f', 'config', key, value]);
      }
      await writeTree(origin, { '.gitignore': 'ignored.md\n' });
      await commitAll(origin, firstCommit);
      await git(home, ['clone', '--quiet', origin, folder]);
      await writeTree(folder, { 'docs/evil/ignored.md': runbook });

      const file = await run(['check', 'docs/evil/x.md']);
      const inFolder = await run(['check', 'docs/evil']);
      const from = await run(['list'], { cwd: path.join(folder, 'docs', 'evil') });
      const everything = await run(['check']);
      assert.equal(existsSync(mark()), false, 'a program ran');
      assert.match(file.out, /^docs\/evil\/x\.md:/m);
      assert.ok([file, inFolder, from, everything].every(({ code }) => code === 0 || code === 2));
      assert.doesNotMatch(`${inFolder.out}${from.out}${everything.out}`, /ignored\.md/);
    });

    it("starts nothing that its own configuration and the user's name for reading", async () => {
      await gitInit(folder);
      await writeTree(folder, { '.gitattributes': '*.md filter=evil diff=evil\n', 'runbooks/a.md': runbook });
      await commitAll(folder, firstCommit);
      await git(folder, ['checkout', '--quiet', '-b', 'work']);
      await writeTree(folder, { 'runbooks/b.md': runbook });
      await commitAll(folder, { ...firstCommit, message: 'Second' });
      for (const key of [
        'core.fsmonitor',
        'core.sshCommand',
        'core.pager',
        'diff.external',
        'diff.evil.command',
        'diff.evil.textconv',
        'filter.evil.clean',
        'filter.evil.smudge',
        'filter.evil.process',
        'gpg.program',
        'credential.helper',
      ]) {
        await git(folder, ['config', key, marks()]);
      }
      await git(folder, ['config', 'log.showSignature', 'true']);
      await writeFile(path.join(folder, 'runbooks', 'a.md'), `${runbook}\nMore.\n`);
      for (const args of [
        ['check', '--changed-since', 'main'],
        ['list', '--format', 'json'],
        ['check', 'runbooks/a.md'],
        ['actions'],
      ]) {
        const { code, err } = await run(args);
        assert.ok(code === 0 || code === 2, err);
      }
      assert.equal(existsSync(mark()), false, 'a program ran');
    });

    it('never fetches what a partial clone lacks', async () => {
      const origin = path.join(home, 'origin');
      await mkdir(origin);
      await gitInit(origin);
      await git(origin, ['config', 'uploadpack.allowFilter', 'true']);
      for (const name of ['a', 'b']) {
        await writeTree(origin, { [`runbooks/deep/${name}.md`]: runbook });
        await commitAll(origin, firstCommit);
      }
      await git(home, ['clone', '--quiet', '--filter=tree:0', `file://${origin}`, folder]);
      await git(folder, ['config', 'remote.origin.uploadpack', `touch '${mark()}'; git-upload-pack`]);
      const { code, out } = await run(['list', '--format', 'json']);
      assert.equal(code, 0);
      assert.equal((JSON.parse(out) as unknown[]).length, 2);
      assert.equal(existsSync(mark()), false, 'the remote was asked');
    });

    for (const [what, spoil, said] of [
      ['belongs to somebody else', undefined, /safe\.directory/],
      ['has a HEAD that says nothing', 'garbage\n', /HEAD/],
    ] as const) {
      it(`is told of once where it ${what}, and what it ignores stays out`, async () => {
        await gitInit(folder);
        await writeTree(folder, {
          '.gitignore': 'ignored/\n',
          'docs/runbooks/a.md': poor,
          'docs/runbooks/ignored/b.md': runbook,
        });
        await commitAll(folder, firstCommit);
        await git(folder, ['rm', '--cached', '--quiet', '-r', 'docs/runbooks/ignored']);
        if (spoil !== undefined) {
          await writeFile(path.join(folder, '.git', 'HEAD'), spoil);
        }
        const PATH = spoil === undefined ? await gitThat('export GIT_TEST_ASSUME_DIFFERENT_OWNER=1') : undefined;
        const { out, err } = await run(['check', '--format', 'sarif'], {
          cwd: path.join(folder, 'docs'),
          env: PATH === undefined ? {} : { PATH },
        });
        const lines = err.trimEnd().split('\n');
        assert.equal(lines.filter((line) => said.test(line)).length, 1, err);
        assert.match(out, /"uri": "docs\/runbooks\/a\.md"/);
        assert.doesNotMatch(out, /ignored/);
      });
    }

    it("gives last changes whatever the user's settings and the names of its files", async () => {
      await gitInit(folder);
      const forged = '\u00011999-01-01T00:00:00Z\u0002Mallory.md';
      await writeTree(folder, { 'runbooks/a.md': runbook, [`runbooks/${forged}`]: runbook, 'runbooks/z.md': runbook });
      await commitAll(folder, firstCommit);
      // A commit with a signature, which git would have checked.
      const plain = await git(folder, ['cat-file', 'commit', 'HEAD']);
      const signed = `${plain.replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n')}\n`;
      const { stdout } = spawnSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
        cwd: folder,
        input: signed,
        encoding: 'utf8',
      });
      await git(folder, ['reset', '--quiet', '--hard', stdout.trim()]);
      await writeFile(
        path.join(home, '.gitconfig'),
        '[log]\n\tshowSignature = true\n\tshowRoot = false\n[diff]\n\torderFile = /nowhere/order\n\tnoprefix = true\n[color]\n\tui = always\n',
      );
      const { out } = await run(['list', '--format', 'json']);
      const listed = JSON.parse(out) as ReadonlyArray<{ path: string; lastChange?: { date: string; author: string } }>;
      assert.equal(listed.length, 3);
      for (const { path: name, lastChange } of listed) {
        assert.equal(lastChange?.author, 'Ada Example', name);
        assert.match(lastChange.date, /^2026-01-05/, name);
      }
      const since = await run(['check', '--changed-since', 'HEAD']);
      assert.doesNotMatch(since.err, / at .*\.cjs/, since.err);
      assert.equal(since.code, 0, since.err);
    });

    it('that is checked out in part is read as far as it is there, without a word', async () => {
      await gitInit(folder);
      await writeTree(folder, { 'runbooks/a.md': runbook, 'other/b.md': runbook });
      await commitAll(folder, firstCommit);
      await git(folder, ['sparse-checkout', 'set', 'runbooks']);
      const { out, err } = await run(['list']);
      assert.match(out, /runbooks\/a\.md/);
      assert.equal(err, '');
    });
  });

  describe('configuration', () => {
    for (const glob of [
      '**/+(*)Z',
      '+(a*)Z',
      '*(*a)Z',
      '**/(a*)+Z',
      '**/([a-z]+)+Z',
      '*a*a*a*a*a*a*a*a*a*a*Z',
      '*?*?*?*?*?*?*?*?*?*Z',
      `${'{a,'.repeat(30)}b${'}'.repeat(30)}`,
      '{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}',
      '[[[[[[[[[[[[[[[[[[[[',
    ]) {
      it(`cannot make it hang: ${glob}`, async () => {
        const deep = `${'a'.repeat(60)}/${'a'.repeat(150)}.md`;
        await writeTree(folder, {
          '.runbook-lens.json': JSON.stringify({
            files: { exclude: [glob], include: ['**', glob] },
            kinds: { runbook: [glob] },
          }),
          [deep]: runbook,
          'runbooks/b.md': runbook,
        });
        const { code, err } = await run(['check', '--exclude', 'nothing']);
        assert.notEqual(code, null, 'it was killed');
        assert.doesNotMatch(err, /bug/);
      });
    }
  });

  describe('file', () => {
    it('that is a device or a pipe is not read, and told', async () => {
      await writeTree(folder, { 'runbooks/a.md': runbook });
      await symlink('/dev/zero', path.join(folder, 'runbooks', 'zero.md'));
      spawnSync('mkfifo', [path.join(folder, 'pipe')]);
      await symlink('../pipe', path.join(folder, 'runbooks', 'pipe.md'));
      await gitInit(folder);
      await git(folder, ['add', '--', 'runbooks']);
      for (const args of [['check'], ['check', 'runbooks/zero.md', 'runbooks/pipe.md']]) {
        const { code, err } = await run(args);
        assert.notEqual(code, null, 'it was killed');
        assert.match(err, /runbooks\/zero\.md/);
        assert.match(err, /runbooks\/pipe\.md/);
      }
    });

    it('that leads out of the folder is not read', async () => {
      await writeTree(home, { 'secret.md': '# Runbook: secret\n\n## Steps\n\n1. a\n' });
      await writeTree(folder, { 'runbooks/a.md': runbook });
      await symlink('a.md', path.join(folder, 'runbooks', 'inside.md'));
      await symlink(path.join(home, 'secret.md'), path.join(folder, 'runbooks', 'outside.md'));
      await gitInit(folder);
      await git(folder, ['add', '.']);
      const { out, err } = await run(['list']);
      assert.match(out, /inside\.md/);
      assert.doesNotMatch(out, /secret/);
      assert.match(err, /outside\.md/);
    });

    it('keeps its text when the disk is full', async () => {
      const long = `# Runbook: long\n\n## Meaning\n\n${'A line of text.\n'.repeat(400)}\n## Diagnosis\n\n\`\`\`sh\n$ ls\n\`\`\`\n`;
      await writeTree(folder, { 'runbooks/a.md': long });
      const before = await readFile(path.join(folder, 'runbooks', 'a.md'), 'utf8');
      // The shell sees to it that no file can grow beyond a kilobyte or two.
      const script = `trap '' XFSZ; ulimit -f 1; exec '${process.execPath}' '${cli}' check --fix runbooks`;
      const { code } = await promisify(execFile)('bash', ['-c', script], {
        cwd: folder,
        env: { ...process.env, HOME: home },
      }).then(
        () => ({ code: 0 }),
        (error: { code?: number }) => ({ code: error.code }),
      );
      assert.notEqual(code, 0);
      assert.equal(await readFile(path.join(folder, 'runbooks', 'a.md'), 'utf8'), before);
      const left = spawnSync('ls', ['-A', path.join(folder, 'runbooks')], { encoding: 'utf8' }).stdout;
      assert.equal(left, 'a.md\n');
    });

    it('keeps its mode and its line breaks when it is mended', async () => {
      const file = path.join(folder, 'runbooks', 'a.md');
      const text = '# Runbook: a\n\n## Meaning\n\nx\n\n## Diagnosis\n\n```sh\n$ ls\n```\n'.replaceAll('\n', '\r');
      await writeTree(folder, { 'runbooks/a.md': text });
      await chmod(file, 0o640);
      const { out } = await run(['check', '--fix', 'runbooks']);
      assert.match(out, /Fixed \d+ finding/);
      const after = await readFile(file, 'utf8');
      assert.notEqual(after, text);
      assert.doesNotMatch(after, /\n/);
      assert.equal((await stat(file)).mode & 0o777, 0o640);
    });

    it('prints nothing that a terminal or a CI log would obey', async () => {
      const title = '\u001b[31mred\u0007 \u202egnirts ##[error]x';
      await writeTree(folder, {
        'runbooks/a.md': `---\ntitle: ${JSON.stringify(title)}\nseverity: "::error::y"\n---\n\n# Runbook: ${title}\n\n## Steps\n\n1. a\n`,
        'runbooks/b\n::error::z.md': '# Runbook: b\n\n## Steps\n\n1. a\n',
        'postmortems/2026-01-01-c.md': `# Postmortem: ${title}\n\n## Action items\n\n- [ ] ::error::w \u001b]0;x\u0007\n`,
        'runbooks/d\u001b[2J.md': '\u0000',
      });
      const all = [
        await run(['list']),
        await run(['list', '--all']),
        await run(['check']),
        await run(['check', '--format', 'github']),
        await run(['actions']),
        await run(['check', 'no\n::error::such\u001b']),
        await run(['no\n::error::such\u001b']),
        await run(['check', '--no\n::error::such\u001b']),
        await run(['check', '--format', 'x\n::error::such\u001b']),
      ];
      for (const [index, { out, err }] of all.entries()) {
        const text = `${out}${err}`;
        // oxlint-disable-next-line no-control-regex
        assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/, `${index}`);
        const commands = text.split('\n').filter((line) => /^\s*(?:::|##\[)/.test(line));
        // In its own format the only commands are the findings.
        assert.ok(index === 3 || commands.length === 0, `${index}: ${commands.join('\n')}`);
        assert.ok(
          commands.every((line) => /^::(?:error|warning|notice) file=/.test(line)),
          commands.join('\n'),
        );
        assert.doesNotMatch(text, /##\[error\]/, `${index}`);
      }
    });
  });
});
