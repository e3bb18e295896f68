import { execFileSync } from 'node:child_process';

const shortestWord = 3;

/** Returns whether ripgrep can be started. */
export function hasRipgrep(): boolean {
  try {
    execFileSync('rg', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the markdown files of a folder that ripgrep finds for the words of a text, best first: those with the most
 * different words, then those with the most lines that have one. Paths are relative to the folder.
 */
export function ripgrepFinds(folder: string, text: string): string[] {
  const words = new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu)
      ?.filter((word) => word.length >= shortestWord),
  );
  const counts = new Map<string, { words: number; lines: number }>();
  for (const word of words) {
    for (const [file, lines] of linesWith(folder, word)) {
      const before = counts.get(file) ?? { words: 0, lines: 0 };
      counts.set(file, { words: before.words + 1, lines: before.lines + lines });
    }
  }
  return [...counts]
    .toSorted(([a, x], [b, y]) => y.words - x.words || y.lines - x.lines || (a < b ? -1 : 1))
    .map(([file]) => file);
}

function linesWith(folder: string, word: string): [file: string, lines: number][] {
  const args = [
    '--no-config',
    '--count',
    '--ignore-case',
    '--fixed-strings',
    '--glob',
    '*.{md,mdx,markdown}',
    '-e',
    word,
    '.',
  ];
  try {
    const found = execFileSync('rg', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
    return found
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const colon = line.lastIndexOf(':');
        return [line.slice(0, colon).replace(/^\.\//, ''), Number(line.slice(colon + 1))];
      });
  } catch {
    // ripgrep ends with 1 when it finds nothing.
    return [];
  }
}
