import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { alertRunbook, postmortem } from '../../support/documents.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { ranIn, type Ran } from './ran.ts';

interface Row {
  readonly path: string;
  readonly evidence: ReadonlyArray<{ what: string; path?: string; line?: number; commit?: string; date?: string }>;
  readonly score: number;
}

/** One rule, with what a test changes of it. */
function rule(name: string, { expr = 'up == 0', duration = '5m', severity = 'page', more = '' } = {}): string {
  return `      - alert: ${name}\n        expr: ${expr}\n        for: ${duration}\n        labels: {severity: ${severity}}\n        annotations:\n          runbook_url: docs/runbooks/${name}.md${more}\n`;
}

function rules(...all: readonly string[]): string {
  return `groups:\n  - name: shop\n    rules:\n${all.join('')}`;
}

const runbook = 'docs/runbooks/DiskFull.md';
const text = alertRunbook('DiskFull');

describe('runbook-lens stale', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('stale');
    await gitInit(root);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  async function commit(date: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
    await writeTree(root, files);
    return commitAll(root, { message: date, date: `${date}T10:00:00Z`, author: 'Ann <ann@example.org>' });
  }

  /** Runs git as on a day: that of the committer, and that of the author unless the arguments have another. */
  async function gitOn(date: string, args: readonly string[]): Promise<void> {
    const at = `${date}T10:00:00Z`;
    const ann = { GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'ann@example.org', GIT_AUTHOR_DATE: at };
    await git(root, args, {
      ...ann,
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@example.org',
      GIT_COMMITTER_DATE: at,
    });
  }

  async function move(from: string, to: string): Promise<void> {
    await mkdir(path.dirname(path.join(root, to)), { recursive: true });
    await rename(path.join(root, from), path.join(root, to));
  }

  const ran = (...argv: readonly string[]): Promise<Ran> => ranIn(root, 'stale', ...argv);

  async function rows(): Promise<Row[]> {
    const { code, out, err } = await ran('--format', 'json');
    assert.equal(code, 0, err);
    return JSON.parse(out) as Row[];
  }

  async function whats(): Promise<string[]> {
    return (await rows()).flatMap(({ evidence }) => evidence.map(({ what }) => what));
  }

  describe('with a rule', () => {
    beforeEach(async () => {
      await commit('2025-01-01', { [runbook]: text, 'rules/shop.yaml': rules(rule('DiskFull'), rule('QueueStuck')) });
    });

    it('that changed after the runbook, says how, by which commit and where', async () => {
      const hash = await commit('2025-03-01', {
        'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 1', duration: '15m' }), rule('QueueStuck')),
      });
      assert.deepEqual(await rows(), [
        {
          path: runbook,
          evidence: [
            {
              what: 'The rule DiskFull leads here and changed later: expression == 0 → == 1, for 5m → 15m',
              path: 'rules/shop.yaml',
              line: 4,
              commit: hash,
              date: '2025-03-01',
            },
          ],
          score: 3,
        },
      ]);
      const { out, err } = await ran();
      assert.equal(
        out,
        `${runbook} (3)\n  The rule DiskFull leads here and changed later: expression == 0 → == 1, for 5m → 15m. rules/shop.yaml:4; 2025-03-01, ${hash.slice(0, 8)}\n`,
      );
      assert.equal(err, 'Runbooks to look at: 1.\n');
    });

    it('that changed, says what the page still has of it', async () => {
      await commit('2025-02-01', { [runbook]: `${text}It fires after 5m.\n` });
      await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('DiskFull', { duration: '15m' })) });
      assert.match((await whats())[0] ?? '', /for 5m → 15m; the page still says 5m$/);
    });

    it('is silent if another rule of the file changed, or only annotations, layout or labels did', async () => {
      await commit('2025-03-01', {
        'rules/shop.yaml': rules(
          rule('QueueStuck', { expr: 'up == 7' }),
          rule('DiskFull', { expr: '>-\n          up\n          == 0', more: '\n          summary: other words' }),
        ).replaceAll('{severity: page}', '{severity: page, team: shop}'),
      });
      assert.deepEqual(await whats(), []);
      assert.equal((await ran()).err, 'Nothing speaks against any runbook.\n');
    });

    it('is silent if the file was moved, and follows it if the rule changed later', async () => {
      await move('rules/shop.yaml', 'alerts/all.yaml');
      await commit('2025-03-01');
      assert.deepEqual(await whats(), []);
      await commit('2025-04-01', { 'alerts/all.yaml': rules(rule('DiskFull', { expr: 'up == 1' })) });
      assert.equal((await rows())[0]?.evidence[0]?.path, 'alerts/all.yaml');
    });

    it('is silent if the rule was changed back', async () => {
      await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 1' })) });
      await commit('2025-04-01', { 'rules/shop.yaml': rules(rule('DiskFull')) });
      assert.deepEqual(await whats(), []);
    });

    it('is silent if somebody cared for the runbook two weeks before, or later', async () => {
      await commit('2025-02-20', { [runbook]: `${text}More.\n` });
      await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 1' })) });
      assert.deepEqual(await whats(), []);
      await commit('2025-06-01', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 2' })) });
      assert.equal((await whats()).length, 1);
      await commit('2025-07-01', { [runbook]: `${text}Even more.\n` });
      assert.deepEqual(await whats(), []);
    });

    it('takes no move of the runbook and no commit of very many documents for care', async () => {
      await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 1' })) });
      await move(runbook, 'docs/runbooks/disk/DiskFull.md');
      await commit('2025-04-01', {
        'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 1' })).replace('runbooks/', 'runbooks/disk/'),
      });
      assert.equal((await whats()).length, 1);
      const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`docs/page-${index}.md`, '# Page\n']));
      await commit('2025-05-01', { ...many, 'docs/runbooks/disk/DiskFull.md': `${text}\n` });
      assert.equal((await whats()).length, 1);
    });

    it('is silent if one commit changed very many rules', async () => {
      const names = Array.from({ length: 60 }, (_, index) => `Other${index}`);
      const all = (duration: string): string =>
        rules(...['DiskFull', ...names].map((name) => rule(name, { duration })));
      await commit('2025-02-01', { 'rules/shop.yaml': all('5m') });
      await commit('2025-03-01', { 'rules/shop.yaml': all('6m') });
      assert.deepEqual(await whats(), []);
    });

    it('is silent if the branch that changed it lost, and says what the other made of it', async () => {
      await git(root, ['checkout', '--quiet', '-b', 'other']);
      await commit('2025-03-10', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 9' })) });
      await git(root, ['checkout', '--quiet', 'main']);
      await gitOn('2025-03-20', ['merge', '--quiet', '--strategy', 'ours', '--no-edit', 'other']);
      assert.deepEqual(await whats(), []);
    });

    it('that two branches changed, says what the merge made of it, and which commit', async () => {
      await git(root, ['checkout', '--quiet', '-b', 'other']);
      await commit('2025-03-10', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 9' })) });
      await git(root, ['checkout', '--quiet', 'main']);
      const mine = await commit('2025-03-02', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 7' })) });
      await gitOn('2025-03-20', ['merge', '--quiet', '--strategy', 'ours', '--no-edit', 'other']);
      const [row] = await rows();
      assert.deepEqual(
        row?.evidence.map(({ what, commit: hash, date }) => [what, hash, date]),
        [['The rule DiskFull leads here and changed later: expression == 0 → == 7', mine, '2025-03-02']],
      );
    });

    it('that changed only in the working tree, says nothing', async () => {
      await writeTree(root, { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 9' })) });
      assert.deepEqual(await whats(), []);
    });

    it('that was written long before it was committed, counts from the commit', async () => {
      await writeTree(root, { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 9' })) });
      await git(root, ['add', '--all']);
      await gitOn('2025-03-01', ['commit', '--quiet', '--message', 'x', '--date', '2025-01-02T10:00:00Z']);
      assert.deepEqual(
        (await rows()).map(({ evidence }) => evidence[0]?.date),
        ['2025-03-01'],
      );
    });

    it('is silent about files that a program wrote, and copies', async () => {
      const other = rules(rule('DiskFull', { expr: 'up == 1' }));
      await commit('2025-03-01', { 'rules/shop.yaml': `# Code generated by make, do not edit.\n${other}` });
      assert.deepEqual(await whats(), []);
      await commit('2025-03-02', { 'rules/shop.yaml': other, 'mixin/alerts.libsonnet': "{ alert: 'DiskFull' }" });
      assert.deepEqual(await whats(), []);
      await rm(path.join(root, 'mixin'), { recursive: true });
      await rm(path.join(root, 'rules'), { recursive: true });
      await commit('2025-03-03', { 'vendor/rules.yaml': rules(rule('DiskFull')) });
      await commit('2025-03-04', { 'vendor/rules.yaml': other });
      assert.deepEqual(await whats(), []);
    });
  });

  describe('with a name', () => {
    const naming = `${text}\nRun this:\n\n\`\`\`sh\n./scripts/free.sh --all\n\`\`\`\n`;
    const line = naming.split('\n').findIndex((one) => one.startsWith('./scripts')) + 1;

    beforeEach(async () => {
      await commit('2025-01-01', { [runbook]: naming, 'scripts/free.sh': 'rm -r /tmp/*\n' });
    });

    it('of a file that is gone, says when it went', async () => {
      await rm(path.join(root, 'scripts/free.sh'));
      const hash = await commit('2025-03-01');
      assert.deepEqual((await rows())[0]?.evidence, [
        { what: 'It names ./scripts/free.sh, which is gone', path: runbook, line, commit: hash, date: '2025-03-01' },
      ]);
    });

    it('of a file that moved, changed or not and more than once, says where it is', async () => {
      await move('scripts/free.sh', 'tools/free.sh');
      await commit('2025-03-01');
      assert.deepEqual(await whats(), ['It names ./scripts/free.sh, which is now tools/free.sh']);
      await move('tools/free.sh', 'bin/free.sh');
      await commit('2025-04-01', { 'bin/free.sh': 'all is different\n' });
      assert.deepEqual(await whats(), ['It names ./scripts/free.sh, which is now bin/free.sh']);
    });

    it('is silent about what never was, what is there, and what git ignores', async () => {
      const others = '`scripts/never.sh`, `scripts/free.sh`, `out/made.sh` and `../elsewhere/run.sh`';
      await commit('2025-02-01', { [runbook]: `${text}${others}\n`, 'out/made.sh': 'x', 'build.sh': 'x' });
      await rm(path.join(root, 'out'), { recursive: true });
      await commit('2025-03-01', { '.gitignore': 'out/\n' });
      assert.deepEqual(await whats(), []);
    });

    it('is silent if the page names the file only since it is gone, or the line was changed', async () => {
      await rm(path.join(root, 'scripts/free.sh'));
      await commit('2025-03-01', { [runbook]: `${text}\nThere is no \`scripts/free.sh\` any more.\n` });
      assert.deepEqual(await whats(), []);
    });

    it('is silent about a file that came back and is not checked out', async () => {
      await rm(path.join(root, 'scripts/free.sh'));
      await commit('2025-03-01');
      await commit('2025-03-02', { 'scripts/free.sh': 'rm -r /tmp/*\n', 'tools/other.sh': 'x' });
      await git(root, ['sparse-checkout', 'set', 'docs']);
      assert.deepEqual(await whats(), []);
    });

    it('is silent about what is in a submodule now', async () => {
      await commit('2025-02-01', { [runbook]: `${naming}And \`scripts/more/\`.\n`, 'scripts/more/a.sh': 'x' });
      await rm(path.join(root, 'scripts'), { recursive: true });
      const hash = await commit('2025-03-01');
      assert.equal((await whats()).length, 2);
      await git(root, ['update-index', '--add', '--cacheinfo', `160000,${hash},scripts`]);
      await gitOn('2025-03-02', ['commit', '--quiet', '--message', 'x']);
      assert.deepEqual(await whats(), []);
    });

    it('of a folder that is gone or moved, says so', async () => {
      const folders = `${text}- \`conf/old/\` and \`conf/moved/\`\n`;
      await commit('2025-02-01', {
        [runbook]: folders,
        'conf/old/a.yaml': 'a',
        'conf/moved/b.yaml': 'b',
        'conf/c.yaml': 'c',
      });
      await rm(path.join(root, 'conf/old'), { recursive: true });
      await move('conf/moved/b.yaml', 'etc/moved/b.yaml');
      await commit('2025-03-01');
      assert.deepEqual(await whats(), [
        'It names conf/old/, which is gone',
        'It names conf/moved/, which is now etc/moved/',
      ]);
    });

    it('is silent about pages that say that they are retired', async () => {
      const note = '> **Retired:** the disks are gone.\n';
      await commit('2025-02-01', { [runbook]: naming.replace('# DiskFull\n', `# DiskFull\n\n${note}`) });
      await rm(path.join(root, 'scripts/free.sh'));
      await commit('2025-03-01');
      assert.deepEqual(await whats(), []);
    });
  });

  describe('with an alert that the page names', () => {
    const page = `${text}\nSee also AlmostFull and QueueStuck.\n`;

    beforeEach(async () => {
      const both = rules(rule('AlmostFull'), rule('QueueStuck'));
      await commit('2025-01-01', { [runbook]: page, 'rules/shop.yaml': both });
    });

    it('says that no rule defines it any more', async () => {
      await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('QueueStuck')) });
      assert.deepEqual(await whats(), ['It names the alert AlmostFull, which no rule defines any more']);
    });

    it('says so if the whole rule file is gone', async () => {
      await rm(path.join(root, 'rules/shop.yaml'));
      await commit('2025-03-01');
      assert.equal((await whats()).length, 2);
    });

    it('says so if the rule file is there and defines none now', async () => {
      await commit('2025-03-01', { 'rules/shop.yaml': 'groups: []\n' });
      assert.equal((await whats()).length, 2);
    });

    it('says so whatever the path of the rule file was', async () => {
      await move('rules/shop.yaml', 'deploy/shop.yaml');
      await commit('2025-02-01');
      assert.deepEqual(await whats(), []);
      await rm(path.join(root, 'deploy/shop.yaml'));
      await commit('2025-03-01');
      assert.equal((await whats()).length, 2);
    });

    it('is silent if the rule is in a file that is not checked out', async () => {
      await commit('2025-03-01', {
        'rules/shop.yaml': rules(rule('QueueStuck')),
        'other/shop.yaml': rules(rule('AlmostFull')),
      });
      await git(root, ['sparse-checkout', 'set', 'docs', 'rules']);
      assert.deepEqual(await whats(), []);
    });

    it('says what its rule is called now', async () => {
      await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('DiskAlmostFull'), rule('QueueStuck')) });
      assert.deepEqual(await whats(), ['It names the alert AlmostFull, whose rule is now called DiskAlmostFull']);
    });

    it('takes another alert that came in the same commit for no new name of it', async () => {
      const other = rule('BackupMissing', { expr: 'time() - backup_done_timestamp > 86400' });
      await commit('2025-03-01', { 'rules/shop.yaml': rules(other, rule('QueueStuck')) });
      assert.deepEqual(await whats(), ['It names the alert AlmostFull, which no rule defines any more']);
    });

    it('is silent if the rule is in another file now, or code has the name', async () => {
      await commit('2025-03-01', {
        'rules/shop.yaml': rules(rule('QueueStuck')),
        'rules/other.yaml': rules(rule('AlmostFull')),
      });
      assert.deepEqual(await whats(), []);
      await rm(path.join(root, 'rules/other.yaml'));
      await commit('2025-04-01', { 'src/events.go': 'const AlmostFull = 1\n' });
      assert.deepEqual(await whats(), []);
    });
  });

  describe('with a postmortem', () => {
    const facts = { title: 'Orders lost', date: '2025-03-01', severity: 'SEV-1', service: 'orders' };
    const link = '\n[The runbook](../runbooks/DiskFull.md) was used.\n';

    it('that names the runbook, says that nobody has changed it since', async () => {
      await commit('2025-01-01', { [runbook]: text });
      await commit('2025-03-05', { 'docs/postmortems/2025-03-01-orders.md': `${postmortem(facts)}${link}` });
      assert.deepEqual(await rows(), [
        {
          path: runbook,
          evidence: [
            {
              what: 'The postmortem "Orders lost" names it, and nobody has changed it since 2025-01-01',
              path: 'docs/postmortems/2025-03-01-orders.md',
              line: 10,
              date: '2025-03-01',
            },
          ],
          score: 2,
        },
      ]);
    });

    it('is silent if somebody has changed it since, or the incident is new', async () => {
      await commit('2025-01-01', { [runbook]: text });
      const file = 'docs/postmortems/2025-03-01-orders.md';
      await commit('2025-03-05', { [file]: `${postmortem(facts)}${link}`, [runbook]: `${text}More.\n` });
      assert.deepEqual(await whats(), []);
      const today = new Date().toISOString().slice(0, 10);
      await commit('2025-03-06', { [file]: `${postmortem({ ...facts, date: today })}${link}` });
      assert.deepEqual(await whats(), []);
    });
  });

  it('counts from the top of the repository in a folder below it', async () => {
    await commit('2025-01-01', { [runbook]: text, 'rules/shop.yaml': rules(rule('DiskFull')) });
    await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 1' })) });
    const { out } = await ran('docs', '--format', 'json');
    assert.equal((JSON.parse(out) as Row[])[0]?.path, runbook);
  });

  it('tells nothing of a rule file that is left out', async () => {
    await commit('2025-01-01', { [runbook]: text, 'rules/shop.yaml': rules(rule('DiskFull')) });
    await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('DiskFull', { expr: 'up == 1' })) });
    assert.match((await ran()).out, /rules\/shop\.yaml/);
    for (const globs of [
      ['--exclude', 'rules/**'],
      ['--include', 'docs/**'],
      ['docs', '--exclude', 'rules/**'],
    ]) {
      const { code, out, err } = await ran(...globs);
      assert.deepEqual([code, out, err], [0, '', 'Nothing speaks against any runbook.\n']);
    }
    assert.match((await ran('docs', '--exclude', 'other/**')).out, /rules\/shop\.yaml/);
  });

  it('does not take an alert for gone that is now in a rule file that is left out', async () => {
    await commit('2025-01-01', {
      [runbook]: `${text}\nSee also AlmostFull.\n`,
      'rules/shop.yaml': rules(rule('AlmostFull'), rule('QueueStuck')),
    });
    await commit('2025-03-01', {
      'rules/shop.yaml': rules(rule('QueueStuck')),
      'b/shop.yaml': rules(rule('AlmostFull')),
    });
    assert.equal((await ran('--exclude', 'b/**')).out, '');
  });

  it('lists as many as wanted, and says how many there are', async () => {
    const names = ['AlphaDown', 'BetaDown', 'GammaDown'];
    const pages = Object.fromEntries(names.map((name) => [`docs/runbooks/${name}.md`, alertRunbook(name)]));
    await commit('2025-01-01', { ...pages, 'rules.yaml': rules(...names.map((name) => rule(name))) });
    await commit('2025-03-01', { 'rules.yaml': rules(...names.map((name) => rule(name, { duration: '9m' }))) });
    const { out, err } = await ran('--limit', '2');
    assert.equal(out.match(/^docs/gm)?.length, 2);
    assert.equal(err, 'Runbooks to look at: 3, 2 listed.\n');
    assert.match((await ran('--limit', '0')).err, /--limit needs a whole number/);
  });

  it('says that there is no history without git, and without a commit, and no more', async () => {
    const nowhere = await temporaryFolder('stale-nowhere');
    await writeFile(path.join(nowhere, 'DiskFull.md'), text);
    for (const folder of [nowhere, root]) {
      const { code, err } = await ranIn(folder, 'stale');
      assert.equal(code, 0);
      assert.equal(err, 'There is no git history here, so nothing can be said about the age of runbooks.\n');
    }
    await rm(nowhere, { recursive: true });
  });

  it('says where the history of a shallow clone begins, and tells what it can', async () => {
    await commit('2025-01-01', { [runbook]: text, 'rules/shop.yaml': rules(rule('DiskFull')) });
    await commit('2025-02-01', { 'rules/shop.yaml': rules(rule('DiskFull', { duration: '7m' })) });
    await commit('2025-03-01', { 'rules/shop.yaml': rules(rule('DiskFull', { duration: '9m' })) });
    const clone = path.join(root, 'clone');
    await git(root, ['clone', '--quiet', '--depth', '2', `file://${root}`, clone]);
    const { out, err } = await ranIn(clone, 'stale', '--format', 'json');
    assert.match(err, /This is a shallow clone: what happened before 2025-02-01 is not known/);
    assert.match(out, /for 7m → 9m/);
    await git(root, ['clone', '--quiet', '--depth', '1', `file://${root}`, `${clone}-1`]);
    assert.equal((await ranIn(`${clone}-1`, 'stale', '--format', 'json')).out, '[]\n');
  });

  it('prints its help', async () => {
    assert.match((await ran('--help')).out, /^Usage: runbook-lens stale/);
    assert.equal((await ran('a', 'b')).code, 1);
  });
});
