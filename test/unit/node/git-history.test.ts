import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, stat, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../../src/core/index.ts';
import { GitHistory } from '../../../src/node/git-history.ts';
import { GitDoor } from '../../../src/node/git/door.ts';
import { slowness } from '../../support/slowness.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { withEnvironment, withGit } from '../support/other-git.ts';
import { recordingLogger } from '../support/quiet.ts';

const { signal } = new AbortController();
const ann = { message: 'Ann', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };
const bo = { message: 'Bo', date: '2025-02-03T04:05:06+00:00', author: 'Bo Ék <bo@example.org>' };

describe('the history of a git repository', () => {
  let root = '';
  let history = new GitHistory(recordingLogger());

  beforeEach(async () => {
    root = await temporaryFolder('git-history');
    history = new GitHistory(recordingLogger());
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  it('lists tracked and untracked markdown, but not what is ignored', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a', 'deep/er/b.markdown': 'b', 'c.html.md.erb': 'c', 'code.ts': 'x' });
    await commitAll(root, ann);
    await writeTree(root, {
      '.gitignore': 'out/\n',
      'new.md': 'n',
      'out/built.md': 'o',
      'deep/.gitignore': 'draft-*\n!draft-kept.md\n',
      'deep/draft-1.md': 'd',
      'deep/draft-kept.md': 'k',
    });
    assert.deepEqual((await history.files(root, signal))?.toSorted(), [
      'a.md',
      'c.html.md.erb',
      'deep/draft-kept.md',
      'deep/er/b.markdown',
      'new.md',
    ]);
  });

  it('lists names with spaces, other scripts, quotes and line breaks as they are', async () => {
    await gitInit(root);
    const names = ['PM2025-001 - Mail.md', 'é 影響 😀.md', '"quoted" \\ [x].md', 'line\nbreak.md', ' leading.md'];
    await writeTree(root, Object.fromEntries(names.map((name) => [name, 'x'])));
    assert.deepEqual((await history.files(root, signal))?.toSorted(), names.toSorted());
    await commitAll(root, ann);
    assert.deepEqual((await history.files(root, signal))?.toSorted(), names.toSorted());
    assert.deepEqual([...(await history.lastChanges(root, signal)).keys()].toSorted(), names.toSorted());
  });

  it('lists markdown endings in capitals, and knows their changes', async () => {
    await gitInit(root);
    await writeTree(root, { 'README.MD': 'a', 'Queue.Markdown': 'b' });
    await commitAll(root, ann);
    assert.deepEqual((await history.files(root, signal))?.toSorted(), ['Queue.Markdown', 'README.MD']);
    assert.equal((await history.lastChanges(root, signal)).size, 2);
  });

  it('gives each file its last change, with its author and zone', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a', 'b.md': 'b' });
    await commitAll(root, ann);
    await writeTree(root, { 'b.md': 'b2', 'new/c.md': 'c' });
    await commitAll(root, bo);
    assert.deepEqual(
      [...(await history.lastChanges(root, signal))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      [
        ['a.md', { date: ann.date, author: 'Ann Lee' }],
        ['b.md', { date: bo.date, author: 'Bo Ék' }],
        ['new/c.md', { date: bo.date, author: 'Bo Ék' }],
      ],
    );
  });

  it('gives paths relative to a root that is a folder of the repository, and leaves out the rest', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a', 'docs/b.md': 'b', 'docs/deep/c.md': 'c' });
    await commitAll(root, ann);
    const docs = path.join(root, 'docs');
    await writeTree(docs, { 'new.md': 'n' });
    assert.deepEqual((await history.files(docs, signal))?.toSorted(), ['b.md', 'deep/c.md', 'new.md']);
    assert.deepEqual([...(await history.lastChanges(docs, signal)).keys()].toSorted(), ['b.md', 'deep/c.md']);
  });

  it('takes a file that was renamed for changed at that time', async () => {
    await gitInit(root);
    await writeTree(root, { 'old.md': 'the same text\nin every line\n', 'other.md': 'x' });
    await commitAll(root, ann);
    await rename(path.join(root, 'old.md'), path.join(root, 'new.md'));
    await commitAll(root, bo);
    const changes = await history.lastChanges(root, signal);
    assert.equal(changes.get('new.md')?.author, 'Bo Ék');
    assert.equal(changes.get('other.md')?.author, 'Ann Lee');
  });

  it('lists a merged file once while it is in conflict', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a\n' });
    await commitAll(root, ann);
    await git(root, ['checkout', '--quiet', '-b', 'other']);
    await writeTree(root, { 'a.md': 'b\n' });
    await commitAll(root, bo);
    await git(root, ['checkout', '--quiet', 'main']);
    await writeTree(root, { 'a.md': 'c\n' });
    await commitAll(root, ann);
    const who = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
    await assert.rejects(git(root, ['merge', '--quiet', 'other'], who));
    assert.deepEqual(await history.files(root, signal), ['a.md']);
  });

  it('has files but no changes before the first commit', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a' });
    assert.deepEqual(await history.files(root, signal), ['a.md']);
    assert.deepEqual([...(await history.lastChanges(root, signal))], []);
  });

  it('has nothing to say where there is no repository, and does not fail', async () => {
    await writeTree(root, { 'a.md': 'a' });
    assert.equal(await history.files(root, signal), undefined);
    assert.deepEqual([...(await history.lastChanges(root, signal))], []);
    assert.deepEqual([...(await history.ignored(root, ['a.md']))], []);
    assert.equal(await history.gitFolder(root), undefined);
  });

  it('lists nothing by git in a folder that the repository around it ignores', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': 'out/\n', 'out/docs/a.md': 'a', 'kept/b.md': 'b' });
    assert.equal(await history.files(path.join(root, 'out', 'docs'), signal), undefined);
    assert.deepEqual(await history.files(path.join(root, 'kept'), signal), ['b.md']);
  });

  it('lists nothing by git inside the folder of git itself', async () => {
    await gitInit(root);
    assert.equal(await history.files(path.join(root, '.git'), signal), undefined);
  });

  it('tells which of some files are ignored', async () => {
    await gitInit(root);
    await writeTree(root, {
      '.gitignore': '*.tmp.md\nout/\n',
      'a.md': 'a',
      'b.tmp.md': 'b',
      'out/c.md': 'c',
      'é [x].tmp.md': 'd',
      'line\nbreak.tmp.md': 'e',
    });
    const asked = ['a.md', 'b.tmp.md', 'out/c.md', 'é [x].tmp.md', 'line\nbreak.tmp.md'];
    assert.deepEqual([...(await history.ignored(root, asked))].toSorted(), asked.slice(1).toSorted());
    assert.deepEqual([...(await history.ignored(root, ['a.md']))], []);
    assert.deepEqual([...(await history.ignored(root, []))], []);
  });

  it('tells which of very many files are ignored', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': '*.tmp.md\n', 'z.tmp.md': 'z' });
    const many = Array.from({ length: 900 }, (_, index) => `runbooks/${'long-name-'.repeat(5)}${index}.md`);
    assert.deepEqual([...(await history.ignored(root, [...many, 'z.tmp.md']))], ['z.tmp.md']);
  });

  it('does not take a path that looks like a pattern for one', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': '*.tmp.md\n', 'a.tmp.md': 'a' });
    assert.deepEqual([...(await history.ignored(root, ['*.md', ':(top)a.tmp.md']))], []);
  });

  it('does not take a path that looks like an option for one', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': '--others.md\n', '--others.md': 'x' });
    assert.deepEqual([...(await history.ignored(root, ['--others.md']))], ['--others.md']);
  });

  it('knows how the latest commits of some folders are called', async () => {
    await gitInit(root);
    assert.deepEqual(await history.subjects(root, []), []);
    for (const [index, folder] of ['a', '[b]', 'a', 'c'].entries()) {
      await writeTree(root, { [`docs/${folder}/${index}.md`]: 'x' });
      await commitAll(root, { ...ann, message: `${folder} ${index}\n\nWhy.` });
    }
    const docs = path.join(root, 'docs');
    assert.deepEqual(await history.subjects(docs, []), ['c 3', 'a 2', '[b] 1', 'a 0']);
    assert.deepEqual(await history.subjects(docs, ['']), ['c 3', 'a 2', '[b] 1', 'a 0']);
    assert.deepEqual(await history.subjects(docs, ['a', '[b]']), ['a 2', '[b] 1', 'a 0']);
    assert.deepEqual(await history.subjects(docs, ['[abc]', '--all']), []);
  });

  it('knows the author from the repository’s configuration', async () => {
    await gitInit(root);
    await git(root, ['config', 'user.name', 'Ann Lee']);
    await git(root, ['config', 'user.email', 'ann@example.org']);
    assert.deepEqual(await history.author(root), { name: 'Ann Lee', email: 'ann@example.org' });
  });

  it('knows where in its repository a folder stands', async () => {
    await gitInit(root);
    await writeTree(root, { 'docs/run books/a.md': 'a' });
    assert.equal(await history.prefix(root), '');
    assert.equal(await history.prefix(path.join(root, 'docs', 'run books')), 'docs/run books/');
  });

  it('knows the folder of git, also of a linked work tree and from a sub-folder', async () => {
    await gitInit(root);
    await writeTree(root, { 'docs/a.md': 'a' });
    await commitAll(root, ann);
    assert.equal(await history.gitFolder(root), path.join(root, '.git'));
    assert.equal(await history.gitFolder(path.join(root, 'docs')), path.join(root, '.git'));
    const tree = path.join(root, 'tree');
    await git(root, ['worktree', 'add', '--quiet', tree]);
    assert.equal(await history.gitFolder(tree), path.join(root, '.git', 'worktrees', 'tree'));
  });

  it('is not changed by a file whose name looks like what git prints', async () => {
    await gitInit(root);
    await writeTree(root, { 'Name.md': 'n', 'victim.md': 'v' });
    await commitAll(root, ann);
    const hash = '0123456789abcdef0123456789abcdef01234567';
    const names = [
      '\u00012001-01-01T00:00:00Z\u0002Mallory.md',
      `${hash} 2001-01-01T00:00:00Z Mallory.md`,
      `:100644 100644 ${hash} ${hash} M.md`,
      '\n\n.md',
    ];
    await writeTree(root, Object.fromEntries(names.map((name) => [name, 'x'])));
    await commitAll(root, { ...bo, author: '\u00012001-01-01\u0002Bo <bo@example.org>' });
    const changes = await history.lastChanges(root, signal);
    assert.deepEqual([...changes.keys()].toSorted(), [...names, 'Name.md', 'victim.md'].toSorted());
    assert.equal(changes.get('victim.md')?.author, 'Ann Lee');
    assert.equal(changes.get('Name.md')?.date, ann.date);
    assert.ok(names.every((name) => changes.get(name)?.author.endsWith('Bo') === true));
  });

  it('takes a folder by its name, whatever that looks like', async () => {
    await gitInit(root);
    for (const folder of [':(top)x', '*', '[ab]', 'a\\b', '-n', ':!a']) {
      await writeTree(root, { [`${folder}/a.md`]: 'a', [`${folder}/.gitignore`]: 'x.md\n', [`${folder}/x.md`]: 'x' });
      await commitAll(root, ann);
      await git(root, ['rm', '--quiet', '--cached', '--', `:(literal)${folder}/x.md`]);
      await writeTree(root, { [`${folder}/b.md`]: 'b', 'outside.md': folder });
      const inside = path.join(root, folder);
      assert.deepEqual((await history.files(inside, signal))?.toSorted(), ['a.md', 'b.md']);
      assert.deepEqual([...(await history.lastChanges(inside, signal)).keys()], ['x.md', 'a.md'].toSorted());
      assert.deepEqual([...(await history.changedSince(inside, 'HEAD'))].toSorted(), ['b.md', 'x.md']);
      assert.deepEqual([...(await history.ignored(inside, ['a.md', 'x.md']))], ['x.md']);
      assert.deepEqual(await history.subjects(inside, ['']), ['Ann']);
      assert.equal(history.problem(inside), undefined);
    }
  });

  it('lists no file that is not on disk: deleted, or left out of a sparse checkout', async () => {
    await gitInit(root);
    await writeTree(root, { 'a/a.md': 'a', 'b/b.md': 'b', 'gone.md': 'g', 'kept.md': 'k' });
    await commitAll(root, ann);
    await git(root, ['sparse-checkout', 'set', '--cone', 'a']);
    await rm(path.join(root, 'gone.md'));
    assert.deepEqual((await history.files(root, signal))?.toSorted(), ['a/a.md', 'kept.md']);
    // Some use the mark of what is left out for files that are there.
    await git(root, ['sparse-checkout', 'disable']);
    await git(root, ['update-index', '--skip-worktree', 'kept.md']);
    assert.deepEqual((await history.files(root, signal))?.toSorted(), ['a/a.md', 'b/b.md', 'kept.md']);
  });

  it('takes a file that was only touched for unchanged, also where line ends are converted', async () => {
    await gitInit(root);
    await writeTree(root, {
      '.gitattributes': '*.md text eol=crlf\n',
      'a.md': 'a\r\n',
      'b.md': 'b\r\n',
      'line\nbreak.md': 'l\r\n',
    });
    await commitAll(root, ann);
    const later = new Date(Date.now() + 5000);
    for (const name of ['a.md', 'b.md', 'line\nbreak.md']) {
      await utimes(path.join(root, name), later, later);
    }
    await writeTree(root, { 'b.md': 'B\r\n' });
    assert.deepEqual([...(await history.changedSince(root, 'HEAD'))], ['b.md']);
    await rm(path.join(root, 'a.md'));
    await symlink('b.md', path.join(root, 'a.md'));
    assert.deepEqual([...(await history.changedSince(root, 'HEAD'))].toSorted(), ['a.md', 'b.md']);
  });

  it('fetches nothing into a partial clone: what it lacks is missing, and told', async () => {
    const origin = path.join(root, 'origin');
    await writeTree(origin, { 'a.md': 'a', 'docs/b.md': 'b' });
    await gitInit(origin);
    await git(origin, ['config', 'uploadpack.allowFilter', 'true']);
    await commitAll(origin, ann);
    await writeTree(origin, { 'docs/b.md': 'b2', 'docs/c.md': 'c' });
    await commitAll(origin, bo);
    const clone = path.join(root, 'clone');
    await git(root, ['clone', '--quiet', '--filter=tree:0', `file://${origin}`, clone]);
    const mark = path.join(root, 'mark');
    await git(clone, ['config', 'remote.origin.uploadpack', `touch '${mark}'; git-upload-pack`]);
    const logger = recordingLogger();
    const partial = new GitHistory(logger);
    assert.deepEqual((await partial.files(clone, signal))?.toSorted(), ['a.md', 'docs/b.md', 'docs/c.md']);
    assert.equal((await partial.lastChanges(clone, signal)).size, 0);
    assert.deepEqual((await partial.people(clone)).length, 2);
    await partial.subjects(clone, ['docs']);
    await partial.changedSince(clone, 'HEAD');
    await assert.rejects(partial.changedSince(clone, 'HEAD~1'), UserError);
    await assert.rejects(stat(mark), 'nothing was fetched');
    assert.deepEqual(
      logger.messages.filter((message) => message.startsWith('warn')),
      [
        `warn: Last changes in ${clone} are not known, because this clone has only a part of the history. To see them, clone without a filter, or with --filter=blob:none.`,
      ],
    );
    // Git by itself does fetch here.
    await git(clone, ['log', '--name-only']);
    await stat(mark);
  });

  it('tells what git could not read', async () => {
    await writeTree(root, { 'repository/a.md': 'a' });
    await gitInit(path.join(root, 'repository'));
    const said = "warning: could not open directory 'secret/': Permission denied\nwarning: other";
    const logger = recordingLogger();
    await withGit(path.join(root, 'bin'), `echo "${said}" >&2; exec "$PROGRAM" "$@"`, async () => {
      assert.deepEqual(await new GitHistory(logger).files(path.join(root, 'repository'), signal), ['a.md']);
    });
    const secret = path.join(root, 'repository', 'secret/');
    assert.deepEqual(logger.messages, [`warn: Git could not read ${secret}: Permission denied`]);
  });

  describe('that git cannot be asked about', () => {
    const trapped = { '.gitignore': 'drafts/\n', 'docs/a.md': 'a', 'docs/drafts/b.md': 'b', 'docs/c.md': 'c' };
    const docs = (): string => path.join(root, 'repository', 'docs');
    const repository = (): string => path.join(root, 'repository');
    const door = new GitDoor(300 * slowness());

    beforeEach(async () => {
      await writeTree(repository(), trapped);
      await gitInit(repository());
      await commitAll(repository(), ann);
    });

    async function isTold(pattern: RegExp): Promise<void> {
      const logger = recordingLogger();
      const asked = new GitHistory(logger, door);
      const [files] = await Promise.all([asked.files(docs(), signal), asked.lastChanges(docs(), signal)]);
      assert.deepEqual(files?.toSorted(), ['a.md', 'c.md']);
      assert.deepEqual((await asked.files(docs(), signal, true))?.toSorted(), ['a.md', 'c.md']);
      assert.equal((await asked.lastChanges(docs(), signal)).size, 0);
      assert.deepEqual([...(await asked.ignored(docs(), ['a.md', 'drafts/b.md']))], ['drafts/b.md']);
      assert.deepEqual(await asked.people(docs()), []);
      assert.deepEqual(await asked.subjects(docs(), []), []);
      assert.equal(await asked.prefix(docs()), 'docs/');
      const warnings = logger.messages.filter((message) => !message.startsWith('info: '));
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.match(warnings[0] ?? '', pattern);
      assert.ok(warnings[0]?.includes(` ${repository()}, `));
      assert.ok(warnings[0]?.endsWith(`: ${asked.problem(docs())}.`));
      await assert.rejects(asked.changedSince(docs(), 'HEAD'), (error) => {
        assert.ok(error instanceof UserError, String(error));
        assert.match(error.message, pattern);
        return true;
      });
    }

    it('because it belongs to another user', async () => {
      await withGit(path.join(root, 'bin'), 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$PROGRAM" "$@"', async () =>
        isTold(/belongs to another user; .*"git config --global --add safe\.directory \S*\/repository"\.$/),
      );
    });

    it('because its HEAD is garbage', async () => {
      await writeTree(repository(), { '.git/HEAD': 'garbage' });
      await isTold(/\.git\/HEAD is damaged; write "ref: /);
    });

    it('because its index is garbage, or its settings are', async () => {
      await writeTree(repository(), { '.git/index': 'garbage' });
      const logger = recordingLogger();
      assert.deepEqual((await new GitHistory(logger).files(docs(), signal))?.toSorted(), ['a.md', 'c.md']);
      assert.match(logger.messages.join('\n'), /index file smaller than expected; run "git status" there\.$/);
      await writeTree(repository(), { '.git/config': '[core\n' });
      await isTold(/bad config line 1 in file .*config; run "git status" there/);
    });

    it('because it needs a newer git', async () => {
      await git(repository(), ['config', 'core.repositoryFormatVersion', '1']);
      await git(repository(), ['config', 'extensions.ofTheFuture', 'true']);
      await isTold(/unknown repository extension.*; install a newer version of git/);
    });

    it('because there is no git', async () => {
      await withEnvironment({ PATH: root }, async () =>
        isTold(/no program "git" .*; install git, or add its folder to PATH/),
      );
    });

    it('because it does not answer, which is waited for once', async () => {
      const starts = path.join(root, 'starts');
      await withGit(path.join(root, 'bin'), `echo >> '${starts}'; exec sleep 60`, async () => {
        await isTold(/"git check-ignore" did not answer within [\d.]+ seconds; stop git processes that hang/);
        // For the listing and for the history, which begin at the same time.
        assert.equal(readFileSync(starts, 'utf8').length, 2);
      });
    });

    it('because it is too old for something', async () => {
      await withGit(path.join(root, 'bin'), 'echo "error: unknown option: $*" >&2; exit 129', async () =>
        isTold(/this version of git lacks a required option .*; install a newer version/),
      );
    });

    it('with words that cannot steer a terminal', async () => {
      const script = 'printf "fatal: \\033[2Jbad\\007\\033]0;x\\007\\n" >&2; exit 128';
      await withGit(path.join(root, 'bin'), script, async () => isTold(/: bad\s+\]0;x; run "git status" there\.$/));
    });
  });

  it('lists the files of linked work trees whose repository has none, but for ignored ones', async () => {
    await gitInit(root);
    await git(root, ['config', 'core.bare', 'true']);
    await writeTree(root, {
      '.gitignore': 'secret/\n',
      'a.md': 'a',
      'secret/b.md': 'b',
      'linked/.git': `gitdir: ${path.join(root, '.git', 'worktrees', 'linked')}\n`,
      'linked/.gitignore': 'd.md\n',
      'linked/c.md': 'c',
      'linked/d.md': 'd',
    });
    const history = new GitHistory(recordingLogger());
    const files = await history.files(root, signal);
    assert.deepEqual(files?.filter((file) => file.endsWith('.md')).toSorted(), ['a.md', 'linked/c.md']);
    assert.deepEqual([...(await history.ignored(root, ['a.md', 'secret/b.md']))], ['secret/b.md']);
    await assert.rejects(history.changedSince(root, 'HEAD'), /has no work tree/);
  });

  it('ends what it began when it is cancelled', async () => {
    await gitInit(root);
    await mkdir(path.join(root, 'docs'));
    const controller = new AbortController();
    controller.abort();
    const listed = history.files(root, controller.signal).catch(() => 'rejected');
    assert.ok(['rejected', undefined].includes((await listed) as string | undefined));
  });
});
