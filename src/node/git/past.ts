import type { FileChange, FileCommit, FileHistory, Patch } from '../../core/index.ts';

/** Arguments of `git log` for `readFileCommits`. Renames are not looked for: git would read contents. */
export const fileCommitsArguments = ['log', '-z', '--raw', '--no-abbrev', '--no-renames', '--format=%H %cI'];

/**
 * Returns the commits in what git prints, with the files of each. Parts as in `readLastChanges`: a commit is one, a file is two. Modules and
 * links of the repository count as files. There may be very many, so each is yielded as soon as it is read.
 */
export function* readFileCommits(output: string): Generator<FileCommit> {
  let commit: FileCommit | undefined;
  let files: FileChange[] = [];
  const parts = output.split('\0').values();
  for (const part of parts) {
    const change = /^\n?:\d+ \d+ ([\da-f]+) ([\da-f]+) [A-Z]/.exec(part);
    if (change !== null) {
      const path = parts.next().value ?? '';
      const [, before = '', after = ''] = change;
      files.push({ path, ...(isContent(before) && { before }), ...(isContent(after) && { after }) });
      continue;
    }
    const [, hash, date] = /^([\da-f]{40,64}) (\d{4}-\d{2}-\d{2}T\S{1,20})$/.exec(part) ?? [];
    if (commit !== undefined) {
      yield commit;
    }
    files = [];
    // The files of a commit whose date git cannot read belong to no other.
    commit = hash === undefined || date === undefined ? undefined : { hash, date, files };
  }
  if (commit !== undefined) {
    yield commit;
  }
}

/** Git writes zeros where there is no file. */
function isContent(id: string): boolean {
  return /[^0]/.test(id);
}

/** Arguments of `git ls-tree` for `readTree`; a commit follows. */
export const treeArguments = ['ls-tree', '-r', '-z', '--full-tree'];

/** Returns the files in what git prints, and the folders that are submodules. Links of the repository count as files. */
export function readTree(output: string): Pick<FileHistory, 'head' | 'modules'> {
  const head = new Map<string, string>();
  const modules: string[] = [];
  for (const part of output.split('\0')) {
    const [entry, type, id] = /^\d{6} (blob|commit) ([\da-f]{40,64})\t/.exec(part) ?? [];
    if (entry === undefined || id === undefined) {
      continue;
    }
    const path = part.slice(entry.length);
    if (type === 'commit') {
      modules.push(path);
    } else {
      head.set(path, id);
    }
  }
  return { head, modules };
}

/** Arguments of `git log` for `readPatches`. They outweigh the settings of users and the attributes of repositories. */
export const patchArguments = [
  'log',
  '--patch',
  '--unified=0',
  '--no-renames',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-indent-heuristic',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--format=%x00%H %cI',
];

/**
 * Returns the removed and added lines in what git prints, for each file of each commit. Never throws. In a hunk as many lines are taken as its
 * head says, so no line of a file is read as anything else.
 */
export function readPatches(output: string): Patch[] {
  return output.split('\0').flatMap((part) => {
    const [, hash, date] = /^([\da-f]{40,64}) (\d{4}-\d{2}-\d{2}T\S{1,20})\n/.exec(part) ?? [];
    return hash === undefined || date === undefined ? [] : patchesIn(part, hash, date);
  });
}

function patchesIn(text: string, hash: string, date: string): Patch[] {
  const patches: Array<Patch & { removed: string[]; added: string[] }> = [];
  let [fewer, more] = [0, 0];
  for (const line of text.split('\n').slice(1)) {
    const current = patches.at(-1);
    if (fewer > 0 && line.startsWith('-')) {
      fewer -= 1;
      current?.removed.push(line.slice(1));
    } else if (more > 0 && line.startsWith('+')) {
      more -= 1;
      current?.added.push(line.slice(1));
    } else if (line.startsWith('diff --git ')) {
      patches.push({ hash, date, path: '', removed: [], added: [] });
      [fewer, more] = [0, 0];
    } else if (line.startsWith('--- a/') && current !== undefined) {
      patches[patches.length - 1] = { ...current, path: line.slice('--- a/'.length) };
    } else {
      const head = /^@@ -\d{1,10}(?:,(\d{1,10}))? \+\d{1,10}(?:,(\d{1,10}))? @@/.exec(line);
      [fewer, more] = head === null ? [fewer, more] : [Number(head[1] ?? 1), Number(head[2] ?? 1)];
    }
  }
  return patches.filter(({ removed, added }) => removed.length + added.length > 0);
}

/** The arguments of `git cat-file` for `readTexts`. @param mark a text that no file can know. */
export function textsArguments(mark: string): string[] {
  return ['cat-file', `--batch=${mark} %(objectname) %(objecttype)`];
}

/** Larger contents are left out, in characters. */
const longestText = 2_000_000;

/** Returns the texts in what git prints, by the ids that were asked for. */
export function readTexts(output: string, mark: string): Map<string, string> {
  const texts = new Map<string, string>();
  const start = `${mark} `;
  for (const [index, part] of output.split(start).entries()) {
    const [, id, rest = ''] = index === 0 ? [] : (/^([\da-f]+) blob\n([^]*)$/.exec(part) ?? []);
    // Git ends each with a line break of its own. Ids that it does not have follow in lines of their own.
    const text = withoutMissing(rest);
    if (id !== undefined && text.length <= longestText && !text.includes('\0')) {
      texts.set(id, text);
    }
  }
  return texts;
}

function withoutMissing(text: string): string {
  let end = text.length;
  while (true) {
    const from = text.lastIndexOf('\n', end - 2) + 1;
    if (end < 2 || !/^[\da-f]{40,64} missing\n$/.test(text.slice(from, end))) {
      return text.slice(0, Math.max(0, end - 1));
    }
    end = from;
  }
}
