import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { rules, teamRules } from '../../../src/core/check/rules/registry.ts';
import { Catalog, type Finding } from '../../../src/core/index.ts';
import { isTeamFile } from '../../../src/core/team/team.ts';
import { gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { recordingLogger } from '../support/quiet.ts';
import { ranIn, type Ran } from './ran.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'fixtures', 'earlier');

/** A repository with every setting of version 0.1.0's first form, comments that silence, and something for each rule to find. */
const repository: Readonly<Record<string, string>> = Object.fromEntries(
  readFileSync(path.join(folder, 'repository.txt'), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
);

/** As the command line of that time wrote it for the repository. */
const baseline = readFileSync(path.join(folder, 'baseline.json'), 'utf8');

const recorded = JSON.parse(baseline) as {
  readonly version: number;
  readonly findings: ReadonlyArray<{ readonly path: string; readonly rule: string; readonly about: string }>;
};

/** Rules that came after that version. */
const later = new Set(['secret-in-document']);
const earlierRules = [...rules, ...teamRules].map(({ id }) => id).filter((id) => !later.has(id));

function findings(): Array<Finding & { readonly path: string }> {
  const catalog = new Catalog(recordingLogger(), { now: () => new Date('2026-06-15T10:00:00Z') });
  const files = Object.entries(repository).map(([file, text]) => ({ uri: file, root: 'root', path: file, text }));
  catalog.setTeam(
    'root',
    files.filter((file) => isTeamFile(file.path)),
  );
  catalog.upsert(files.filter((file) => !isTeamFile(file.path)));
  return files.flatMap(({ uri }) => catalog.findings(uri).map((finding) => ({ ...finding, path: uri })));
}

describe('what teams wrote for an earlier version', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('earlier');
    await gitInit(root);
    await writeTree(root, { ...repository, 'known.json': baseline });
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  async function check(...argv: readonly string[]): Promise<Ran> {
    return ranIn(root, 'check', '--baseline', 'known.json', ...argv);
  }

  it('has something for each rule', () => {
    assert.equal(recorded.version, 1);
    assert.deepEqual([...new Set(recorded.findings.map(({ rule }) => rule))].toSorted(), earlierRules.toSorted());
  });

  it('is a baseline that answers for all of its findings, and nothing new is reported', async () => {
    const { code, out, err } = await check('--format', 'text');
    assert.deepEqual(
      { code, out, err },
      {
        code: 0,
        out: '40 known findings left out (known.json).\n29 documents checked, no new findings.\n',
        err: '',
      },
    );
  });

  it('is a baseline that hides nothing else', async () => {
    await writeTree(root, {
      'runbooks/alerts/HostHot.md':
        `${repository['runbooks/alerts/HostHot.md']}\n\`\`\`sh\ndropdb mail\n\`\`\`\n`.replace('owner:', 'owner: core'),
      'postmortems/2021-04-01-words.md': (repository['postmortems/2021-04-01-words.md'] ?? '')
        .replace('severity: Large', 'severity: Huge')
        .replace('- [ ] Add a worker (@ada) OPS-31', '- [ ] Add a worker OPS-31\n- [ ] Add a disk (@ada) OPS-33'),
    });
    const { code, out } = await check('--format', 'text');
    assert.equal(code, 2);
    assert.match(out, /"dropdb mail" .* \[destructive-command\]\n/);
    assert.match(out, /Unknown severity "Huge": .* \[metadata-invalid\]\n/);
    assert.match(out, /\[action-item-owner\]\n/);
    assert.equal(out.match(/\[[\w-]+\]\n/g)?.length, 3 + 2, out);
    assert.match(out, /\n- runbooks\/alerts\/HostHot\.md: \[owner-missing\]\n/);
    assert.match(out, /\n- postmortems\/2021-04-01-words\.md: severity Large \[metadata-invalid\]\n/);
  });

  it('is a baseline that is written anew in today’s form, which answers for the same', async () => {
    await check('--update-baseline');
    const now = JSON.parse(await readFile(path.join(root, 'known.json'), 'utf8')) as typeof recorded;
    assert.equal(now.version, 2);
    assert.equal(now.findings.length, recorded.findings.length);
    assert.match((await check('--format', 'text')).out, /^40 known findings left out /);
  });

  it('is a configuration of which every setting is known', () => {
    assert.deepEqual(
      findings().filter(({ path: file }) => file === '.runbook-lens.json'),
      [],
    );
    const settings = repository['.runbook-lens.json'] ?? '';
    for (const id of earlierRules) {
      assert.ok(settings.includes(`"${id}"`), id);
    }
  });

  it('are comments that silence what they silenced', () => {
    assert.deepEqual(
      findings()
        .filter(({ path: file }) => file === 'runbooks/alerts/Silent.md')
        .map(({ rule, range }) => [rule, range.start.line]),
      [['command-prompt-in-block', 37]],
    );
  });

  it('would be known whatever words messages use: findings say what they are about', () => {
    for (const { rule, section, about, message } of findings()) {
      assert.ok(section !== undefined || about !== undefined, `${rule}: ${message}`);
    }
  });
});
