import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { gitInit, temporaryFolder, writeTree } from '../support/workspaces.ts';
import { ended } from './processes.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const root = path.join(import.meta.dirname, '..', '..');
const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
const lacking = '# Queue\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n';

describe('the pre-commit hooks', () => {
  let folder = '';

  beforeEach(async () => void (folder = await temporaryFolder('pre-commit')));
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  it('run a file of this repository that can be executed', () => {
    assert.deepEqual(
      hooks.map(({ id }) => id),
      ['runbook-lens', 'runbook-lens-all', 'runbook-lens-alerts'],
    );
    for (const { entry: command, language } of hooks) {
      const [entry = ''] = command.split(' ');
      assert.equal(language, 'script');
      assert.match(readFileSync(path.join(root, entry), 'utf8'), /^#!\/usr\/bin\/env node\n/);
      if (process.platform !== 'win32') {
        assert.ok((statSync(path.join(root, entry)).mode & 0o100) !== 0, entry);
      }
    }
  });

  it('look at markdown, configuration and files that may define alerts', () => {
    for (const { files } of hooks) {
      // "(?i)" is Python's way to say that case does not matter.
      const pattern = new RegExp(files.replace('(?i)', ''), 'i');
      for (const name of [
        'a/b.md',
        'A.MDX',
        'x.html.md.erb',
        '.runbook-lens.json',
        'rules/x.yaml',
        'x.yml',
        'main.tf',
      ]) {
        assert.match(name, pattern);
      }
      for (const name of ['src/a.md.ts', 'amd', 'x.tfstate', 'yaml']) {
        assert.doesNotMatch(name, pattern);
      }
    }
  });

  it('check the files that they are given, with the options before them', async () => {
    await gitInit(folder);
    await writeTree(folder, { 'runbooks/a b.md': lacking, 'runbooks/other.md': lacking });
    for (const { entry } of hooks.slice(0, 2)) {
      const script = path.join(root, entry);
      const { code, out } = await ended(process.execPath, [script, 'runbooks/a b.md'], { cwd: folder });
      assert.equal(code, 2);
      assert.match(out, /^runbooks\/a b\.md:1:1 .*\n1 document checked/);
      const args = [script, '--fail-on=error', 'runbooks/a b.md'];
      assert.equal((await ended(process.execPath, args, { cwd: folder })).code, 0);
    }
  });

  it('find alerts whose runbook is gone', async () => {
    await gitInit(folder);
    const rule = (name: string, link: string): string =>
      `- alert: ${name}\n  expr: up\n  annotations:\n    runbook_url: ${link}\n`;
    await writeTree(folder, {
      'docs/a.md': lacking,
      'rules/x.yaml': rule('Good', 'docs/a.md'),
      'rules/y.yaml': rule('Gone', 'docs/gone/a.md'),
    });
    const [script = '', ...given] = (hooks[2]?.entry ?? '').split(' ');
    const { code, out } = await ended(process.execPath, [path.join(root, script), ...given], { cwd: folder });
    assert.equal(code, 2);
    assert.equal(out, 'rules/y.yaml:1: Gone: dead docs/gone/a.md\n  perhaps docs/a.md\n');
    await writeTree(folder, { 'rules/y.yaml': rule('Gone', 'docs/a.md') });
    assert.equal((await ended(process.execPath, [path.join(root, script), ...given], { cwd: folder })).code, 0);
  });

  it('build the command line when they run first, and tell when that fails', async () => {
    if (process.platform === 'win32') {
      return;
    }
    const clone = path.join(folder, 'a clone');
    const script = path.join(clone, hooks[0]?.entry ?? '');
    await mkdir(path.dirname(script), { recursive: true });
    await copyFile(path.join(root, hooks[0]?.entry ?? ''), script);
    const tools = path.join(folder, 'tools');
    await writeTree(folder, {
      'tools/npm': '#!/bin/sh\necho "npm $*" >> calls\n',
      'tools/node':
        '#!/bin/sh\necho "node $*" >> calls\nmkdir dist && echo "console.log(process.argv[2])" > dist/cli.cjs\n',
    });
    await chmod(path.join(tools, 'npm'), 0o755);
    await chmod(path.join(tools, 'node'), 0o755);
    const env = { PATH: `${tools}${path.delimiter}${process.env['PATH']}` };
    const run = async () => ended(process.execPath, [script], { cwd: folder, env });

    assert.deepEqual(await run(), { code: 0, out: 'check\n', err: '' });
    const calls = await readFile(path.join(clone, 'calls'), 'utf8');
    assert.equal(calls, 'npm ci --ignore-scripts --no-audit --no-fund\nnode esbuild.config.mjs\n');
    assert.deepEqual(await run(), { code: 0, out: 'check\n', err: '' });
    assert.equal(await readFile(path.join(clone, 'calls'), 'utf8'), calls, 'it is built once');

    await rm(path.join(clone, 'dist'), { recursive: true });
    await writeFile(path.join(tools, 'npm'), '#!/bin/sh\nexit 7\n');
    const { code, err } = await run();
    assert.equal(code, 1);
    assert.match(err, /^runbook-lens could not be built in .*a clone.*: npm gave 7\.$/m);
  });
});
