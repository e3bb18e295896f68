import assert from 'node:assert/strict';
import { chmod, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GitHistory } from '../../../../src/node/git-history.ts';
import { GitRepository } from '../../../../src/node/git-repository.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../../support/workspaces.ts';
import { withEnvironment, withGit } from '../../support/other-git.ts';
import { recordingLogger } from '../../support/quiet.ts';

const ann = { message: 'Ann', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };
const { signal } = new AbortController();

/** A repository whose configuration names a program wherever one can be named, for what reads and what does not. */
async function trap(root: string, program: string): Promise<void> {
  const settings: Readonly<Record<string, string>> = {
    'core.fsmonitor': program,
    'core.hooksPath': path.dirname(program),
    'core.pager': program,
    'core.editor': program,
    'core.sshCommand': program,
    'core.askPass': program,
    'core.gitProxy': program,
    'core.alternateRefsCommand': program,
    'credential.helper': program,
    'diff.external': program,
    'diff.trap.command': program,
    'diff.trap.textconv': program,
    'diff.trap.binary': 'true',
    'filter.trap.clean': program,
    'filter.trap.smudge': program,
    'filter.trap.process': program,
    'filter.trap.required': 'true',
    'merge.trap.driver': program,
    'gpg.program': program,
    'gpg.ssh.program': program,
    'gpg.x509.program': program,
    'gpg.ssh.allowedSignersFile': program,
    'log.showSignature': 'true',
    'pager.log': program,
    'pager.diff': program,
    'pager.status': program,
    'sequence.editor': program,
    'interactive.diffFilter': program,
    'trailer.trap.command': program,
    'alias.log': `!${program}`,
    'alias.ls-files': `!${program}`,
    'submodule.trap.update': `!${program}`,
    'uploadpack.packObjectsHook': program,
    'remote.origin.url': `ext::${program}`,
    'remote.origin.uploadpack': program,
    'remote.origin.vcs': 'ext',
    'protocol.allow': 'always',
  };
  for (const [key, value] of Object.entries(settings)) {
    await git(root, ['config', key, value]);
  }
}

/** Makes the last commit a signed one, whose signature git asks a program about. */
async function sign(repository: string, folder: string): Promise<void> {
  const signature = '-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----';
  const script = `#!/bin/sh\ncat >/dev/null\nprintf '\\n[GNUPG:] SIG_CREATED D\\n' >&2\necho '${signature}'\n`;
  await writeTree(folder, { signer: script });
  await chmod(path.join(folder, 'signer'), 0o755);
  const program = `gpg.program=${path.join(folder, 'signer')}`;
  await git(repository, ['-c', program, 'commit', '--quiet', '--amend', '--no-edit', '--reset-author', '-S']);
  assert.match(await git(repository, ['cat-file', 'commit', 'HEAD']), /^gpgsig /m);
}

describe('what reads git', () => {
  let root = '';
  let mark = '';
  let logger = recordingLogger();
  let history = new GitHistory(logger);
  let repository = new GitRepository(logger);
  const at = (...names: readonly string[]): string => path.join(root, 'repository', ...names);

  beforeEach(async () => {
    root = await temporaryFolder('reading');
    mark = path.join(root, 'mark');
    logger = recordingLogger();
    history = new GitHistory(logger);
    repository = new GitRepository(logger);
    await writeTree(at(), { 'docs/a.md': 'a\n', 'docs/b.md': 'b\n', 'docs/touched.md': 't\n', '.gitignore': 'x.md\n' });
    await gitInit(at());
    await git(at(), ['config', 'user.name', 'Ann Lee']);
    await git(at(), ['config', 'user.email', 'ann@example.org']);
    await commitAll(at(), ann);
    await sign(at(), root);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  /** Every call that reads, with something to say for each. */
  async function readAll(): Promise<void> {
    const docs = at('docs');
    assert.deepEqual((await history.files(docs, signal))?.toSorted(), ['a.md', 'b.md', 'new.md', 'touched.md']);
    assert.deepEqual((await history.files(at(), signal, true))?.length, 5);
    assert.equal((await history.lastChanges(docs, signal)).size, 3);
    assert.deepEqual([...(await history.ignored(docs, ['x.md', 'a.md']))], ['x.md']);
    assert.deepEqual([...(await history.changedSince(docs, 'HEAD'))].toSorted(), ['b.md', 'new.md']);
    assert.deepEqual(await history.people(docs), [{ name: 'Ann Lee', email: 'ann@example.org' }]);
    assert.deepEqual(await history.subjects(docs, []), ['Ann']);
    assert.deepEqual(await history.author(docs), { name: 'Ann Lee', email: 'ann@example.org' });
    assert.equal(await history.prefix(docs), 'docs/');
    assert.equal(await history.gitFolder(docs), at('.git'));
    assert.equal((await repository.committable(at(), 'docs/b.md')).committed, 'b\n');
    assert.match((await repository.branchProblem(at(), 'docs/b.md', 'main')) ?? '', /already exists/);
    assert.equal(history.problem(docs), undefined);
    assert.deepEqual(logger.messages, []);
  }

  /** Leaves git reasons to compare contents and to write its index anew. */
  async function change(): Promise<void> {
    await writeTree(at(), { 'docs/b.md': 'changed\n', 'docs/new.md': 'n\n', 'docs/x.md': 'ignored\n' });
    await utimes(at('docs', 'touched.md'), new Date(), new Date(Date.now() - 5000));
  }

  it('starts no program that a repository’s own configuration names', async () => {
    const program = path.join(root, 'hooks', 'post-index-change');
    await writeTree(root, { 'hooks/post-index-change': `#!/bin/sh\necho "$0 $*" >> '${mark}'\n` });
    await chmod(program, 0o755);
    await trap(at(), program);
    await writeTree(at(), { '.git/info/attributes': '* filter=trap diff=trap merge=trap\n' });
    await change();
    await readAll();
    assert.equal(await readFile(mark, 'utf8').catch(() => ''), '');
    // The trap is one: git by itself goes into it.
    await git(at(), ['status']).catch(() => undefined);
    assert.notEqual(await readFile(mark, 'utf8').catch(() => ''), '');
  });

  it('says the same whatever the user has set', async () => {
    await writeTree(root, {
      settings: [
        '[log]\nshowSignature = true\nshowRoot = false\nfollow = true\ndate = relative\ndiffMerges = first-parent\nmailmap = false',
        '[diff]\norderFile = /none\nnoprefix = true\nrenames = copies\nrelative = true\nignoreSubmodules = none\nexternal = false',
        '[color]\nui = always\n[core]\nquotePath = true\npager = false\nabbrev = 5\n[i18n]\nlogOutputEncoding = UTF-16',
        '[format]\npretty = raw\nnotes = true\n[notes]\ndisplayRef = *\n[status]\nbranch = true\nshort = true\nshowStash = true',
        '[column]\nui = always\n[gpg]\nprogram = false\n[status]\nrelativePaths = false\nshowUntrackedFiles = no',
      ].join('\n'),
    });
    await change();
    await withEnvironment({ GIT_CONFIG_GLOBAL: path.join(root, 'settings') }, readAll);
  });

  it('writes nothing, and waits for no lock', async () => {
    await change();
    const index = await stat(at('.git', 'index'));
    await writeFile(at('.git', 'index.lock'), '');
    await readAll();
    await rm(at('.git', 'index.lock'));
    await readAll();
    assert.deepEqual((await stat(at('.git', 'index'))).mtimeMs, index.mtimeMs);
  });

  it('needs no option that a git of some years does not know', async () => {
    const unknown =
      '--end-of-options|--no-lazy-fetch|--config-env=*|--attr-source*|--no-relative|--path-format*|--deduplicate';
    await change();
    const script = `for arg; do case "$arg" in ${unknown}) echo "error: unknown option $arg" >&2; exit 129;; esac; done; exec "$PROGRAM" "$@"`;
    await withGit(path.join(root, 'bin'), script, readAll);
  });
});
