import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { labelsFile, readLabels, repositoriesFile } from '../../../../scripts/train/labels.ts';
import { isMarkdown, kinds } from '../../../../src/core/index.ts';

async function table(file: string): Promise<{ readonly header: string[]; readonly rows: string[][] }> {
  const [header = [], ...rows] = parse(await readFile(file, 'utf8'));
  return { header, rows };
}

/** The values that occur more than once. */
function doubles(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the labels that kinds are fitted on', () => {
  it('have these columns and nothing else, so no text of a document', async () => {
    const { header, rows } = await table(labelsFile);
    assert.deepEqual(header, ['repository', 'path', 'sha256', 'kind', 'ambiguous', 'second_reader']);
    const wrong = rows.filter(
      ([repository = '', path = '', sha256 = '', kind = '', ambiguous = '', second = '']) =>
        !/^[\w.-]+\/[\w.-]+$/.test(repository) ||
        // A file without an ending is a page all the same, where a team writes so.
        !(isMarkdown(path) || /^[^./]+$/.test(path)) ||
        /^\/|(?:^|\/)\.\.?\/|\\|\n/.test(path) ||
        path.length > 300 ||
        !/^[0-9a-f]{64}$/.test(sha256) ||
        !(kinds as readonly string[]).includes(kind) ||
        !['', 'yes'].includes(ambiguous) ||
        !['', ...kinds].includes(second),
    );
    assert.deepEqual(wrong, []);
  });

  it('are of files that are named once, and of repositories that are named once', async () => {
    const labels = await table(labelsFile);
    assert.deepEqual(doubles(labels.rows.map(([repository, path]) => `${repository}/${path}`)), []);
    const repositories = await table(repositoriesFile);
    assert.deepEqual(doubles(repositories.rows.map(([repository = '']) => repository.toLowerCase())), []);
  });

  it('are of repositories with a commit and a part, each with labels', async () => {
    const { header, rows } = await table(repositoriesFile);
    assert.deepEqual(header, ['repository', 'commit', 'part']);
    assert.deepEqual(
      rows.filter(
        ([, commit = '', part = '']) =>
          !/^(?:[0-9a-f]{12}|[0-9a-f]{40})?$/.test(commit) || !/^(?:development|final)$/.test(part),
      ),
      [],
    );
    const unknown = rows.filter(([, commit]) => commit === '');
    assert.ok(unknown.length <= rows.length / 10, `${unknown.length} without a commit`);
    assert.ok(rows.every(([, commit = '', part]) => part === 'development' || commit.length === 40));
    const labelled = new Set((await table(labelsFile)).rows.map(([repository]) => repository));
    assert.deepEqual(labelled, new Set(rows.map(([repository]) => repository)));
  });

  it('are of enough repositories, some of them kept for the end', async () => {
    const { rows } = await table(repositoriesFile);
    assert.ok(rows.filter(([, , part]) => part === 'development').length >= 60);
    assert.ok(rows.filter(([, , part]) => part === 'final').length >= 12);
  });

  it('were read twice for a tenth at least, and mostly seen alike', async () => {
    const { rows } = await table(labelsFile);
    const twice = rows.filter(([, , , , , second]) => second !== '');
    assert.ok(twice.length >= rows.length / 10, `${twice.length} of ${rows.length}`);
    const alike = twice.filter(([, , , kind, , second]) => kind === second);
    assert.ok(alike.length >= twice.length * 0.9, `${alike.length} of ${twice.length}`);
  });

  it('are hardly ever sure where the second reader saw another kind', async () => {
    const { rows } = await table(labelsFile);
    const disputed = rows.filter(
      ([, , , kind, ambiguous, second]) => second !== '' && second !== kind && ambiguous === '',
    );
    assert.ok(disputed.length <= 5, JSON.stringify(disputed));
  });

  it('were seen alike as often as the README beside them says', async () => {
    const { rows } = await table(labelsFile);
    const twice = rows.filter(([, , , , , second]) => second !== '');
    const sure = twice.filter(([, , , , ambiguous]) => ambiguous === '');
    const alike = (some: readonly string[][]): string =>
      `${some.filter(([, , , kind, , second]) => kind === second).length} of the ${some.length}`;
    const readme = await readFile(join(dirname(labelsFile), 'README.md'), 'utf8');
    const said = readme.replaceAll(/\s+/g, ' ');
    assert.ok(said.includes(`${alike(twice)} files`), alike(twice));
    assert.ok(said.includes(`${alike(sure)} that`), alike(sure));
  });

  it('are read with the part of their repository', async () => {
    const labels = await readLabels();
    assert.equal(labels.length, (await table(labelsFile)).rows.length);
    const { rows } = await table(repositoriesFile);
    const final = new Set(rows.filter(([, , part]) => part === 'final').map(([repository]) => repository));
    assert.ok(labels.every((label) => label.final === final.has(label.repository)));
    for (const kind of kinds) {
      assert.ok(labels.some((label) => label.kind === kind && label.final));
      assert.ok(labels.some((label) => label.kind === kind && !label.final));
    }
  });
});
