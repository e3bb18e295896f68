// npm run bench:cpu [-- FOLDER…]   the CPU time of whole processes: checking real documents, and starting.
//
// A folder with a .git, or without folders in it, is one repository; else each folder in it is one. Without FOLDER those that stand beside
// the project are taken, else the sample. `--rounds N` says how often each is measured.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createSampleRepository } from '../../../sample/create.ts';
import { buildEarlier, earlierCommit } from './earlier.ts';
import { cpuTimes, median, withSpread, type Command } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const cli = path.join(root, 'dist', 'cli.cjs');
const beside = ['open', 'second'].map((name) => path.join(root, '..', 'shared', 'corpora', name));
const peer = path.join(import.meta.dirname, 'only-md043.mjs');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' } },
});
const rounds = Number(values.rounds);
const folder = await mkdtemp(path.join(tmpdir(), 'runbook-lens-cpu-'));
try {
  const sample = path.join(folder, 'sample');
  await createSampleRepository(sample);
  const named = positionals.length > 0 ? positionals.map((name) => path.resolve(name)) : beside.filter(existsSync);
  const repositories = named.length > 0 ? (await Promise.all(named.map(repositoriesIn))).flat() : [sample];
  await benchChecks(repositories, folder);
  await benchStart(sample, folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The check, beside one rule of markdownlint and the command line as it was once. */
async function benchChecks(repositories: readonly string[], folder: string): Promise<void> {
  const earlier = await buildEarlier(root, folder);
  console.log(
    `CPU time of a whole check, median of ${rounds} rounds (the middle half of them), against MD043 of markdownlint alone on the same files` +
      (earlier === undefined
        ? `.\nThis clone does not have commit ${earlierCommit}, so nothing is said of it.\n`
        : `,\nand against the same check by commit ${earlierCommit}\n`),
  );
  const totals = Array.from({ length: rounds }, (): number[] => []);
  for (const repository of repositories) {
    const files = documentsIn(repository);
    if (files.length > 0) {
      const list = path.join(folder, 'files.json');
      await writeFile(list, JSON.stringify(files));
      const times = cpuTimes(
        [node(repository, cli, 'check'), node(repository, peer, list), ...earlierCheck(repository, earlier)],
        rounds,
      );
      print(`${path.basename(repository)}, ${files.length} files`, times);
      times.forEach((round, at) =>
        round.forEach((time, column) => (totals[at]![column] = (totals[at]![column] ?? 0) + time)),
      );
    }
  }
  print('all together', totals);
}

function earlierCheck(repository: string, earlier: string | undefined): Command[] {
  return earlier === undefined ? [] : [node(repository, earlier, 'check')];
}

function print(what: string, times: readonly (readonly number[])[]): void {
  const against = (column: number): string =>
    withSpread(
      times.map((round) => (round[0] ?? 0) / (round[column] ?? 0)),
      2,
    );
  const own = `${median(times.map(([time = 0]) => time)).toFixed(0)} ms`.padStart(9);
  const earlier = times[0]?.length === 3 ? `   of ${earlierCommit} ${against(2)}` : '';
  console.log(`${own}   of MD043 ${against(1)}${earlier}   ${what}`);
}

/** The files that the check reads, absolute. */
function documentsIn(repository: string): string[] {
  const args = [cli, 'list', '--all', '--format', 'json'];
  const output = execFileSync(process.execPath, args, {
    cwd: repository,
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const documents = JSON.parse(output.toString('utf8')) as ReadonlyArray<{ readonly path: string }>;
  return documents.map(({ path: file }) => path.join(repository, file));
}

/** What a start costs above that of Node.js itself. */
async function benchStart(sample: string, folder: string): Promise<void> {
  const ten = path.join(folder, 'ten');
  await mkdir(ten);
  for (const [index, file] of documentsIn(sample).slice(0, 10).entries()) {
    await cp(file, path.join(ten, `${index}-${path.basename(file)}`));
  }
  const times = cpuTimes(
    [node(ten, '-e', '0'), node(ten, cli, '--version'), node(ten, cli, 'list'), node(ten, cli, 'check')],
    rounds * 3,
  );
  console.log(`\nCPU time above that of a bare node -e 0, median of ${rounds * 3} rounds (the middle half of them)\n`);
  for (const [index, what] of ['--version', 'list of ten documents', 'check of ten documents'].entries()) {
    const above = times.map((round) => (round[index + 1] ?? 0) - (round[0] ?? 0));
    console.log(`${withSpread(above, 0).padStart(18)} ms   ${what}`);
  }
}

function node(cwd: string, ...args: readonly string[]): Command {
  return { program: process.execPath, args, cwd };
}

async function repositoriesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
  return folders.length === 0 || entries.some(({ name }) => name === '.git') ? [folder] : folders.toSorted();
}
