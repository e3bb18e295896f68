import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decode, readDocument, type Kind } from '../../src/core/index.ts';

const kinds: readonly Kind[] = ['runbook', 'postmortem', 'other'];

/**
 * Compares the detected kinds with those in a CSV file (path,kind), without the paths in another one. Prints accuracy,
 * a confusion table, and the errors.
 */
export async function compareKinds(folder: string, labels: string, without: string | undefined): Promise<void> {
  const left = without === undefined ? [] : (await readCsv(without)).map(([file]) => file);
  await compare(folder, await readLabels(labels), new Set(left));
}

interface Label {
  readonly file: string;
  readonly kind: string;
}

/** Prints the results for the labelled files. */
async function compare(dir: string, all: readonly Label[], without: ReadonlySet<string | undefined>): Promise<void> {
  const confusion = new Map<string, number>();
  const repositories = new Map<string, { right: number; total: number }>();
  const misses: string[] = [];
  for (const { file, kind } of all.filter((label) => !without.has(label.file))) {
    const read = decode(await readFile(path.join(dir, file)));
    if ('skipped' in read) {
      misses.push(`${file}: not read, ${read.skipped}`);
      continue;
    }
    const slash = file.indexOf('/');
    const root = file.slice(0, slash);
    const document = readDocument({ uri: file, root, path: file.slice(slash + 1) }, read.text);
    const key = `${kind}>${document.kind}`;
    confusion.set(key, (confusion.get(key) ?? 0) + 1);
    const repository = repositories.get(root) ?? { right: 0, total: 0 };
    repository.total += 1;
    if (document.kind === kind) {
      repository.right += 1;
    } else {
      misses.push(`${file}: labelled ${kind}, taken for ${document.kind} because ${document.why}`);
    }
    repositories.set(root, repository);
  }
  report(confusion, repositories, misses);
}

function report(
  confusion: ReadonlyMap<string, number>,
  repositories: ReadonlyMap<string, { right: number; total: number }>,
  misses: readonly string[],
): void {
  const scores = [...repositories].map(([root, { right, total }]) => ({ root, right, total, share: right / total }));
  const right = scores.reduce((sum, score) => sum + score.right, 0);
  const total = scores.reduce((sum, score) => sum + score.total, 0);
  const mean = scores.reduce((sum, { share }) => sum + share, 0) / scores.length;
  console.log(
    `accuracy ${percent(right / total)} (${right} of ${total}), mean over ${scores.length} repositories ${percent(mean)}\n`,
  );
  for (const { root, right: ok, total: of, share } of scores) {
    console.log(`${percent(share).padStart(7)} ${String(ok).padStart(4)} of ${String(of).padStart(4)}  ${root}`);
  }
  console.log(`\n${'labelled \\ taken for'.padEnd(22)}${kinds.map((kind) => kind.padStart(12)).join('')}`);
  for (const kind of kinds) {
    console.log(
      kind.padEnd(22) + kinds.map((other) => String(confusion.get(`${kind}>${other}`) ?? 0).padStart(12)).join(''),
    );
  }
  console.log(`\n${misses.length} misses`);
  misses.forEach((miss) => console.log(`  ${miss}`));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

async function readLabels(file: string): Promise<Label[]> {
  return (await readCsv(file)).map(([name = '', kind = '']) => ({ file: name, kind }));
}

/** Returns the rows of a CSV file without its header. Fields may be quoted, but not span lines. */
async function readCsv(file: string): Promise<string[][]> {
  const [, ...rows] = (await readFile(file, 'utf8')).trim().split(/\r?\n/);
  return rows.map((row) =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((field) =>
      field[1] === undefined ? (field[2] ?? '') : field[1].replaceAll('""', '"'),
    ),
  );
}
