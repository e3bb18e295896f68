// npm run bench: how long the main jobs take, beside peers that do part of the same work in the same run.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marked } from 'marked';
import { createSampleRepository } from '../../sample/create.ts';
import { assess, decide } from '../../src/core/document/kind/classify.ts';
import { parseDocument } from '../../src/core/document/parse.ts';
import { Catalog, isMarkdown, type Logger, type Source } from '../../src/core/index.ts';
import { DiskStore } from '../../src/node/disk-store.ts';
import { GitHistory } from '../../src/node/git-history.ts';

const documents = 2000;
const rounds = 7;
const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

const folder = await mkdtemp(path.join(tmpdir(), 'runbook-lens-bench-'));
try {
  await createSampleRepository(folder);
  await bench(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Measures each job, its peer after it, round by round, and prints medians and their ratio. */
async function bench(root: string): Promise<void> {
  const history = new GitHistory(silent);
  const store = new DiskStore(history, silent);
  const { signal } = new AbortController();
  const paths = (await store.list(root, signal)).filter((file) => file.endsWith('.md'));
  const texts = await Promise.all(paths.map((file) => readFile(path.join(root, file), 'utf8')));
  const sources = Array.from({ length: documents }, (_, index): Source => {
    const file = paths[index % paths.length] ?? '';
    return {
      uri: `${index}/${file}`,
      root,
      path: `copy-${index % 20}/${file}`,
      text: `${texts[index % texts.length]}\n<!-- ${index} -->\n`,
    };
  });
  const size = sources.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    `${documents} documents, ${(size / 1024 / 1024).toFixed(1)} MB of markdown, median of ${rounds} rounds\n`,
  );

  const filled = new Catalog(silent);
  filled.upsert(sources);
  const [edited] = sources;
  let turn = 0;
  await compare(
    'index all, against rendering all with marked',
    () => new Catalog(silent).upsert(sources),
    () => sources.forEach(({ text }) => marked.parse(text, { async: false })),
  );
  await compare(
    'check all, against rendering all with marked',
    () => filled.documents().forEach(({ uri }) => filled.findings(uri, {})),
    () => sources.forEach(({ text }) => marked.parse(text, { async: false })),
  );
  await compare(
    'one keystroke (index and check one), against rendering that one with marked',
    () => {
      turn += 1;
      const text = `${edited?.text}${turn}`;
      filled.upsert([{ ...(edited ?? sources[0] ?? { uri: '', root, path: '' }), text }]);
      filled.findings(edited?.uri ?? '', {});
    },
    () => marked.parse(edited?.text ?? ''),
  );
  await compare(
    'list files and read the last changes of the sample, against listing the files alone',
    () => store.list(root, signal).then(() => history.lastChanges(root, signal)),
    () => history.files(root, signal),
  );
  await benchKinds(paths.map((file, index) => ({ path: file, text: texts[index] ?? '' })));
}

/** Prints the CPU time of deciding the kind of one document of the sample and the fixtures: the mean, and that of the slowest. */
async function benchKinds(sample: ReadonlyArray<{ readonly path: string; readonly text: string }>): Promise<void> {
  const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
  const files = (await readdir(fixtures, { recursive: true })).filter(isMarkdown);
  const pages = await Promise.all(
    files.map(async (file) => ({ path: file, text: await readFile(path.join(fixtures, file), 'utf8') })),
  );
  const parsed = [...sample, ...pages].map((page) => ({ ...page, document: parseDocument(page.text, page.path) }));
  const perRound = Array.from({ length: rounds + 1 }, () =>
    parsed.map(({ path: file, document }) => {
      const start = process.cpuUsage();
      decide(assess(file, document));
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );
  // The first round warms up.
  const each = parsed.map((_, index) => median(perRound.slice(1).map((round) => round[index] ?? Number.NaN)));
  const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
  const slowest = Math.max(...each);
  console.log(
    `${mean.toFixed(2).padStart(9)} ms  ${slowest.toFixed(2).padStart(9)} ms of CPU, mean and slowest of ${parsed.length} documents  decide the kind of one (at most 1 ms)`,
  );
}

async function compare(name: string, ours: () => unknown, peer: () => unknown): Promise<void> {
  const pairs: Array<readonly [number, number]> = [];
  for (let round = 0; round <= rounds; round += 1) {
    pairs.push([await time(ours), await time(peer)]);
  }
  // The first round warms up.
  const counted = pairs.slice(1);
  const own = median(counted.map(([time]) => time));
  const other = median(counted.map(([, time]) => time));
  const ratio = median(counted.map(([a, b]) => a / b));
  console.log(
    `${own.toFixed(2).padStart(9)} ms  ${other.toFixed(2).padStart(9)} ms  ratio ${ratio.toFixed(2).padStart(6)}  ${name}`,
  );
}

async function time(job: () => unknown): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
