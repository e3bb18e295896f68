import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder, writeTree } from '../support/workspaces.ts';
import { ended } from './processes.ts';

const root = path.join(import.meta.dirname, '..', '..');
const windows = process.platform === 'win32';
const lacking = '# Queue\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n';

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: ReadonlyArray<{ readonly path: string; readonly mode: number }>;
}

describe('the npm package', function () {
  this.timeout(120_000);
  let folder = '';
  let packed: Packed;
  let bin = '';

  before(async () => {
    folder = await temporaryFolder('npm-package');
    const { code, out, err } = await ended('npm', ['pack', '--silent', '--json', '--pack-destination', folder], {
      cwd: root,
      shell: windows,
    });
    assert.equal(code, 0, err);
    // The build that prepack starts may print before the list.
    const [found] = JSON.parse(out.slice(out.search(/^\[/m))) as [Packed];
    packed = found;
    await writeTree(folder, { 'package.json': '{"private":true}', 'repository/runbooks/lacking.md': lacking });
    const installed = await ended(
      'npm',
      ['install', '--offline', '--no-audit', '--no-fund', path.join(folder, packed.filename)],
      { cwd: folder, shell: windows },
    );
    assert.equal(installed.code, 0, installed.err);
    bin = path.join(folder, 'node_modules', '.bin', 'runbook-lens');
  });
  after(async () => rm(folder, { recursive: true, force: true }));

  it('holds exactly the files that the command line needs, and its papers', () => {
    assert.deepEqual(packed.files.map((file) => file.path).toSorted(), [
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/alerts.cjs',
      'dist/cli.cjs',
      'dist/commands.cjs',
      'dist/git.cjs',
      'dist/help.cjs',
      'dist/incident-told.cjs',
      'dist/languages.cjs',
      'dist/mcp.cjs',
      'dist/npm.cdx.json',
      'dist/queries.cjs',
      'dist/reports.cjs',
      'dist/search.cjs',
      'dist/secrets.cjs',
      'dist/weights.cjs',
      'package.json',
    ]);
  });

  it('is smaller than 600 kB', () => {
    assert.ok(packed.size < 600_000, `${packed.size} bytes`);
  });

  it('is installed without any other package', async () => {
    const installed = await readdir(path.join(folder, 'node_modules'));
    assert.deepEqual(
      installed.filter((name) => !name.startsWith('.')),
      ['runbook-lens'],
    );
  });

  it('brings a command that checks', async () => {
    const { code, out, err } = await ended(bin, ['check', 'repository'], { cwd: folder, shell: windows });
    assert.deepEqual([code, err], [2, '']);
    assert.match(out, /^runbooks\/lacking\.md:1:1 warning Missing section: Mitigation/);
  });
});
