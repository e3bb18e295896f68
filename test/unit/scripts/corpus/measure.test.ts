import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { commandOf } from '../../../../scripts/corpus/arguments.ts';
import { measure, type Measured } from '../../../../scripts/corpus/measure.ts';
import { reportData, reportLines } from '../../../../scripts/corpus/report.ts';
import { temporaryFolder, writeTree } from '../../../support/workspaces.ts';

const kinds = JSON.stringify({
  kinds: { runbook: ['runbooks/**'], postmortem: ['postmortems/**'], other: ['docs/**'] },
});
const full =
  '# Disk full\n\n## Symptoms\n\nNo space is left.\n\n## Steps\n\n1. Delete old logs.\n\n## Rollback\n\nNothing.\n';
const short = '# Queue full\n\n## Symptoms\n\nJobs wait.\n\n## Rollback\n\nNothing.\n';
const files = {
  'one__a/.runbook-lens.json': kinds,
  'one__a/runbooks/a.md': full,
  'one__a/runbooks/b.md': full.replace('Disk', 'Volume'),
  'one__a/runbooks/c.md': full.replace('Disk', 'Partition'),
  'one__a/runbooks/d.md': full.replace('Disk', 'Store'),
  'one__a/runbooks/e.md': short,
  'one__a/docs/notes.txt': 'notes',
  'two__b/.runbook-lens.json': kinds,
  'two__b/docs/x.md': '# Design\n',
};

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('npm run corpus', () => {
  let folder = '';
  let measured: Measured;
  before(async () => {
    folder = await temporaryFolder('corpus');
    await writeTree(folder, {
      ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`root/${file}`, text])),
      'labels.csv': [
        'repository,path,sha256,kind,ambiguous,second_reader',
        `one/a,runbooks/a.md,${sha(full)},runbook,,`,
        `one/a,runbooks/b.md,${sha(full)},runbook,,`,
        `one/a,runbooks/e.md,${sha(short)},other,,`,
        'one/a,docs/notes.txt,,runbook,,',
        'one/a,docs/gone.md,,other,,',
        'two/b,docs/x.md,,other,,runbook',
        'two/b,docs/y.md,,other,yes,',
        'far/away,x.md,,other,,',
        'far/away,y.md,,other,,',
      ].join('\n'),
      'sections.csv': 'path,section,state\none__a/runbooks/a.md,Steps,missing\none__a/runbooks/e.md,Steps,missing\n',
    });
    const file = (name: string): string => path.join(folder, name);
    const command = commandOf([
      `${file('root')}=${file('labels.csv')}`,
      '--sections',
      `${file('root')}=${file('sections.csv')}`,
    ]);
    assert.ok(command.run === 'measure');
    measured = await measure(command);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('scores the kinds that the catalog of each repository gives', () => {
    assert.ok(measured.kinds);
    const { score } = measured.kinds;
    assert.deepEqual(score.repositories, [
      { repository: 'one__a', right: 1, total: 3 },
      { repository: 'two__b', right: 1, total: 1 },
    ]);
    assert.deepEqual(
      score.misses.map(({ path: file, label, kind, why }) => [file, label, kind, why === '']),
      [
        ['runbooks/e.md', 'other', 'runbook', false],
        ['docs/notes.txt', 'runbook', 'other', false],
      ],
    );
  });

  it('names labels without a text, or of another text, and counts ambiguous ones', () => {
    assert.ok(measured.kinds);
    const { ambiguous, absent, absentRepositories, changed } = measured.kinds;
    assert.equal(ambiguous, 1);
    assert.deepEqual(
      absent.map(({ path: file }) => file),
      ['docs/gone.md'],
    );
    assert.deepEqual(absentRepositories, [{ repository: 'far__away', labels: 2 }]);
    assert.deepEqual(
      changed.map(({ path: file }) => file),
      ['runbooks/b.md'],
    );
  });

  it('compares missing sections with labels', () => {
    const [result, ...more] = measured.sections;
    assert.ok(result);
    assert.deepEqual(more, []);
    assert.deepEqual(result.sums.missing, { labelled: 2, found: 1, right: 1, wrong: 0, outside: 0 });
    assert.ok(result.notes.some((note) => note.startsWith('missing not found: one__a/runbooks/a.md: Steps (runbook:')));
  });

  it('counts findings on what is checked', () => {
    assert.deepEqual(
      measured.findings.map(({ repository, checked }) => [repository, checked]),
      [
        ['one__a', 5],
        ['two__b', 0],
      ],
    );
    const [one] = measured.findings;
    assert.ok(
      one?.told.some(({ path: file, finding }) => file === 'runbooks/e.md' && finding.rule === 'missing-section'),
    );
  });

  it('prints all of it, as text and as data', () => {
    const text = reportLines(measured).join('\n');
    for (const part of ['Kinds\n', 'far__away: all 2', 'one__a/docs/gone.md', 'Sections\n', 'Findings on 5 checked']) {
      assert.ok(text.includes(part), part);
    }
    const data = JSON.parse(JSON.stringify(reportData(measured))) as ReturnType<typeof reportData>;
    assert.deepEqual(Object.keys(data), ['kinds', 'sections', 'findings']);
  });
});
