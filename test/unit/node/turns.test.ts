import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTurn } from '../../../src/node/turns.ts';

describe('turns at a file', () => {
  let folder: string;
  let turns: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'runbook-lens-turns-'));
    turns = path.join(folder, 'storage', 'turns');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('come one after another, across processes', async () => {
    const file = path.join(folder, 'count');
    await writeFile(file, '0');
    const counter = fileURLToPath(new URL('support/count-in-turn.ts', import.meta.url));
    const codes = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise((resolve, reject) => {
            fork(counter, [turns, file, '40']).on('exit', resolve).on('error', reject);
          }),
      ),
    );
    assert.deepEqual(codes, [0, 0, 0]);
    assert.equal(await readFile(file, 'utf8'), '120');
    assert.deepEqual(await readdir(turns), []);
  });

  it('are given back when the action fails', async () => {
    const file = path.join(folder, 'a.md');
    await assert.rejects(
      inTurn(turns, file, () => Promise.reject(new Error('no'))),
      /^Error: no$/,
    );
    assert.equal(await inTurn(turns, file, () => Promise.resolve('next')), 'next');
    assert.deepEqual(await readdir(turns), []);
  });

  it('do not wait for turns at other files', async () => {
    const inside = await inTurn(turns, path.join(folder, 'a.md'), () =>
      inTurn(turns, path.join(folder, 'b.md'), async () => (await readdir(turns)).length),
    );
    assert.equal(inside, 2);
  });

  it('are taken over from a process that ended', async () => {
    const file = path.join(folder, 'a.md');
    let name = '';
    await inTurn(turns, file, async () => {
      name = (await readdir(turns))[0] ?? '';
    });
    await mkdir(path.join(turns, name));
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path.join(turns, name), longAgo, longAgo);
    assert.equal(await inTurn(turns, file, () => Promise.resolve('done')), 'done');
    assert.deepEqual(await readdir(turns), [], 'taken over, and given back');
  });

  it('are not needed where no folder can be created', async () => {
    const nowhere = path.join(folder, 'a file');
    await writeFile(nowhere, '');
    await chmod(nowhere, 0o400);
    assert.equal(await inTurn(nowhere, 'a.md', () => Promise.resolve('done')), 'done');
  });
});
