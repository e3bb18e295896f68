import assert from 'node:assert/strict';
import { chmod, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fixDocuments } from '../../../src/cli/fix.ts';
import { Catalog } from '../../../src/core/index.ts';
import { commitAll, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { checksDuring } from '../support/counted-checks.ts';
import { recordingLogger } from '../support/quiet.ts';
import { complete, empty, lacking, ranIn, type Ran } from './ran.ts';

const mark = '\uFEFF';
const commit = { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };

describe('check --fix', () => {
  let root = '';

  beforeEach(async () => void (root = await temporaryFolder('fix')));
  afterEach(async () => rm(root, { recursive: true, force: true }));

  async function check(...argv: readonly string[]): Promise<Ran> {
    return ranIn(root, 'check', ...argv);
  }

  async function read(name: string): Promise<string> {
    return readFile(path.join(root, name), 'utf8');
  }

  it('writes what it can mend, says how much, and reports what is left', async () => {
    await writeTree(root, { 'runbooks/a.md': lacking, 'runbooks/b.md': empty, 'runbooks/c.md': complete });
    const { code, out, err } = await check('--fix');
    assert.deepEqual([code, err], [2, '']);
    assert.match(
      out,
      /^runbooks\/b\.md:15:1 .*\[empty-section\]\nFixed 1 finding in 1 file\.\n3 documents checked: 1 finding in 1 document; /,
    );
    assert.match(await read('runbooks/a.md'), /^# Queue\n[^]*\n## Diagnosis\n\nx\n\n## Mitigation\n\n<!-- .* -->\n$/);
    assert.equal(await read('runbooks/b.md'), empty);
    assert.equal(await read('runbooks/c.md'), complete);
  });

  it('leaves nothing for a second run', async () => {
    const neighbours = Array.from({ length: 8 }, (_, index) => [
      `runbooks/alerts/${index}.md`,
      index < 5 ? complete : `# Disk ${index}\n\n## ${['Meaning', 'Impact', 'Diagnosis'][index % 3]}\n\nx\n`,
    ]);
    await writeTree(root, Object.fromEntries(neighbours) as Record<string, string>);
    assert.match((await check('--fix')).out, /^Fixed 9 findings in 3 files\.$/m);
    const { code, out } = await check('--fix');
    assert.deepEqual([code, out], [0, 'Fixed 0 findings in 0 files.\n8 documents checked, no findings.\n']);
  });

  it('lets each rule look at a document once in each pass', async () => {
    await writeTree(root, { 'runbooks/a.md': lacking, 'runbooks/b.md': empty });
    const counts = await checksDuring(async () => check('--fix'));
    // A pass that mends, one that finds nothing more to mend, and what is said of a.md before and after.
    const of = (file: string): number[] => [
      ...new Set([...counts].flatMap(([key, times]) => (key.endsWith(file) ? times : []))),
    ];
    assert.deepEqual([of('a.md'), of('b.md')], [[4], [3]]);
  });

  for (const [name, eol] of [
    ['CR', '\r'],
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ] as const) {
    it(`keeps ${name} where that is how lines end`, async () => {
      const front = `---\nowner:\n---\n${lacking}`.replaceAll('\n', eol);
      await writeTree(root, { 'runbooks/a.md': lacking.replaceAll('\n', eol), 'runbooks/b.md': front });
      await check('--fix');
      for (const file of ['runbooks/a.md', 'runbooks/b.md']) {
        const text = await read(file);
        assert.ok(text.includes(`${eol}## Mitigation${eol}`), JSON.stringify(text));
        assert.doesNotMatch(text.replaceAll(eol, ''), /[\r\n]/);
      }
    });
  }

  it('keeps line endings, byte order marks and the mode', async () => {
    await writeTree(root, { 'runbooks/a.md': `${mark}${lacking.replaceAll('\n', '\r\n')}` });
    await chmod(path.join(root, 'runbooks', 'a.md'), 0o755);
    await check('--fix');
    const text = await read('runbooks/a.md');
    assert.ok(text.startsWith(`${mark}# Queue\r\n`));
    assert.match(text, /## Mitigation\r\n/);
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.equal(text.lastIndexOf(mark), 0);
    if (process.platform !== 'win32') {
      assert.equal((await stat(path.join(root, 'runbooks', 'a.md'))).mode & 0o777, 0o755);
    }
  });

  it('writes no byte order mark where there was none', async () => {
    await writeTree(root, { 'runbooks/a.md': lacking });
    await check('--fix');
    assert.ok((await read('runbooks/a.md')).startsWith('# Queue\n'));
  });

  it('mends only the documents that are asked for', async () => {
    await gitInit(root);
    await writeTree(root, { 'runbooks/a.md': lacking, 'runbooks/b.md': lacking, 'runbooks/c.md': lacking });
    await commitAll(root, commit);
    await writeTree(root, { 'runbooks/a.md': `${lacking}\nMore.\n` });
    assert.match((await check('--fix', '--changed-since', 'HEAD')).out, /^Fixed 1 finding in 1 file\.$/m);
    assert.match((await check('--fix', 'runbooks/b.md')).out, /^Fixed 1 finding in 1 file\.$/m);
    assert.match(await read('runbooks/b.md'), /## Mitigation/);
    assert.equal(await read('runbooks/c.md'), lacking);
  });

  it('tells of it beside a report for machines', async () => {
    await writeTree(root, { 'runbooks/a.md': lacking });
    assert.deepEqual(await check('--fix', '--format', 'json'), {
      code: 0,
      out: '[]\n',
      err: 'Fixed 1 finding in 1 file.\n',
    });
  });

  it('does not write through a link, and goes on reporting', async () => {
    if (process.platform === 'win32') {
      return;
    }
    await gitInit(root);
    await writeTree(root, { 'elsewhere.txt': lacking, 'runbooks/b.md': complete });
    await symlink('../elsewhere.txt', path.join(root, 'runbooks', 'a.md'));
    const { code, out } = await check('--fix');
    assert.equal(code, 2);
    assert.match(
      out,
      /^runbooks\/a\.md:1:1 .*\nFixed 0 findings in 0 files\.\nNot fixed: runbooks\/a\.md: it is a link/,
    );
    assert.equal(await read('elsewhere.txt'), lacking);
  });

  it('does not overwrite a file that was changed or deleted since it was read', async () => {
    await writeTree(root, { 'runbooks/a.md': lacking, 'runbooks/b.md': lacking });
    const catalog = new Catalog(recordingLogger());
    const paths = ['runbooks/a.md', 'runbooks/b.md'];
    catalog.upsert(paths.map((name) => ({ uri: name, root, path: name, text: lacking })));
    await writeFile(path.join(root, 'runbooks', 'a.md'), 'Something else.\n');
    await rm(path.join(root, 'runbooks', 'b.md'));
    const { findings, written, refused } = await fixDocuments(
      catalog,
      paths.map((uri) => ({ uri })),
    );
    assert.deepEqual([findings, written], [0, []]);
    assert.deepEqual(
      refused.map(({ path: name }) => name),
      paths,
    );
    assert.match(refused[0]?.reason ?? '', /it changed in the meantime; run the command again/);
    assert.equal(await read('runbooks/a.md'), 'Something else.\n');
    assert.equal(catalog.findings('runbooks/a.md').length, 1);
  });
});
