import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Label } from '../../../../scripts/train/labels.ts';
import { readSamples, type Read } from '../../../../scripts/train/samples.ts';
import type { Kind } from '../../../../src/core/index.ts';

const record =
  '# Mail was late\n\n## Impact\n\nx\n\n## Timeline\n\n- 10:20 full\n\n## Root cause\n\ny\n\n## Action items\n\nz\n';

describe('reading labelled files', () => {
  let root = '';
  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'runbook-lens-train-'));
  });
  after(() => rm(root, { recursive: true, force: true }));

  /** Writes the files of a repository. */
  async function written(repository: string, files: Readonly<Record<string, string | Uint8Array>>, below = 'one') {
    for (const [file, text] of Object.entries(files)) {
      const whole = path.join(root, below, repository.replace('/', '__'), file);
      await mkdir(path.dirname(whole), { recursive: true });
      await writeFile(whole, text);
    }
  }

  function label(repository: string, file: string, text: string | Uint8Array, kind: Kind = 'postmortem'): Label {
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { repository, path: file, sha256, kind, ambiguous: false, final: false };
  }

  function read(...labels: readonly Label[]): Promise<Read> {
    return readSamples(labels, [path.join(root, 'one'), path.join(root, 'two')]);
  }

  it('gives the features of each, and of what it was when it was begun', async () => {
    await written('own/whole', { 'notes/a.md': record });
    const { samples, missing } = await read(label('own/whole', 'notes/a.md', record));
    assert.deepEqual(missing, []);
    const [sample] = samples;
    assert.equal(samples.length, 1);
    assert.ok(sample!.features.has('postmortem§timeline') && sample!.features.has('heading:impact'));
    assert.equal(sample!.begun.length, 2);
    assert.ok(sample!.begun.every((features) => features.has('title:mail')));
    assert.ok(!sample!.begun[0]!.has('postmortem§timeline') && sample!.begun[1]!.has('postmortem§timeline'));
    assert.equal(sample!.settled, false);
  });

  it('gives those of the pages beside it, which need no label', async () => {
    const beside = Object.fromEntries(['b', 'c', 'd', 'e'].map((name) => [`notes/${name}.md`, record]));
    await written('own/beside', { 'notes/a.md': '# A\n', 'elsewhere/x.md': record, ...beside, 'notes/f.txt': record });
    const { samples } = await read(label('own/beside', 'notes/a.md', '# A\n', 'other'));
    assert.equal(samples[0]!.features.get('beside:postmortem'), 4 / 6);
    assert.equal(samples[0]!.features.has('beside:runbook'), false);
    assert.ok(samples[0]!.begun.every((features) => features.get('beside:postmortem') === 4 / 6));
  });

  it('finds a repository in any of the folders, and names the files that it did not find', async () => {
    await written('own/second', { 'a.md': record }, 'two');
    const { samples, missing } = await read(
      label('own/second', 'a.md', record),
      label('own/second', 'gone.md', record),
      label('own/nowhere', 'a.md', record),
    );
    assert.deepEqual(
      samples.map(({ repository, path: file }) => `${repository}/${file}`),
      ['own/second/a.md'],
    );
    assert.deepEqual(missing, ['own/second/gone.md', 'own/nowhere/a.md']);
  });

  it('names files that have changed since they were labelled, or that are no text', async () => {
    const binary = Uint8Array.from([0, 1, 2, 0, 255]);
    await written('own/changed', { 'a.md': `${record}\nMore.\n`, 'b.md': binary });
    const { samples, missing } = await read(
      label('own/changed', 'a.md', record),
      label('own/changed', 'b.md', binary, 'other'),
    );
    assert.deepEqual(samples, []);
    assert.deepEqual(missing, ['own/changed/a.md', 'own/changed/b.md']);
  });

  it('says of which the kind is settled by its name', async () => {
    const text = '# Postmortem template\n';
    await written('own/settled', { 'postmortems/template.md': text });
    const { samples } = await read(label('own/settled', 'postmortems/template.md', text, 'other'));
    assert.equal(samples[0]!.settled, true);
  });

  it('reads nothing where there are no labels', async () => {
    assert.deepEqual(await read(), { samples: [], missing: [] });
  });
});
