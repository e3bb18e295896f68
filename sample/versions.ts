// Computes what each commit of the sample repository wrote. Only the last text of a document is kept (files/); an earlier
// one is the later one with the later commit's edits undone. An edit that does not fit its document is an error, so the
// history cannot drift away from the documents.
import type { Change, HistoryCommit } from './history.ts';

/** A commit with the full text of every file that it writes. */
export interface CommitTexts {
  readonly commit: HistoryCommit;
  readonly texts: ReadonlyMap<string, string>;
}

/** The texts that each commit writes, oldest first, such that the last ones are those in `files` (path → text). */
export function textsOfCommits(
  history: readonly HistoryCommit[],
  files: ReadonlyMap<string, string>,
): readonly CommitTexts[] {
  const texts = new Map(files);
  const written: CommitTexts[] = [];
  for (const commit of history.toReversed()) {
    written.push({ commit, texts: new Map(commit.changes.map(({ path }) => [path, textOf(texts, path, commit)])) });
    for (const change of commit.changes) {
      const before = undo(textOf(texts, change.path, commit), change);
      if (before === undefined) texts.delete(change.path);
      else texts.set(change.path, before);
    }
  }
  const leftOver = [...texts.keys()];
  if (leftOver.length > 0) throw new Error(`No commit of the sample history creates ${leftOver.join(', ')}.`);
  return written.toReversed();
}

function textOf(texts: ReadonlyMap<string, string>, path: string, commit: HistoryCommit): string {
  const text = texts.get(path);
  if (text === undefined) throw new Error(`"${commit.message}" touches ${path}, which is not there at that time.`);
  return text;
}

/** The text before the change; undefined when the change created the file. */
function undo(text: string, { path, adds, rewords }: Change): string | undefined {
  if (adds === undefined && rewords === undefined) return undefined;
  let result = text;
  for (const [before, after] of rewords ?? []) {
    const parts = result.split(after);
    if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times "${after}", expected once.`);
    result = parts.join(before);
  }
  for (const mark of adds ?? []) result = without(result, mark, path);
  return result;
}

/** The text without the block that the mark stands for (see `Change.adds`). */
function without(text: string, mark: string, path: string): string {
  const lines = text.split('\n');
  const isHeading = headingLevel(mark) > 0;
  const matches = lines.flatMap((line, at) => ((isHeading ? line === mark : line.includes(mark)) ? [at] : []));
  const [start] = matches;
  if (start === undefined || matches.length > 1) {
    throw new Error(`${path} has ${matches.length} lines with "${mark}", expected one.`);
  }
  const end = isHeading ? endOfSection(lines, start) : endOfBlock(lines, start);
  const tail = lines.slice(end);
  return `${[...lines.slice(0, start), ...(isHeading ? tail : renumbered(lines[start] ?? '', tail))].join('\n')}\n`
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/\n+$/, '\n');
}

/** The number of hashes of an ATX heading, else 0. */
function headingLevel(line: string): number {
  return /^(#+) /.exec(line)?.[1]?.length ?? 0;
}

function endOfSection(lines: readonly string[], start: number): number {
  const level = headingLevel(lines[start] ?? '');
  let inFence = false;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^\s*```/.test(line)) inFence = !inFence;
    const found = inFence ? 0 : headingLevel(line);
    if (found > 0 && found <= level) return at;
  }
  return lines.length;
}

/** The line after a table row, a list item with all that is indented below it, or a paragraph. */
function endOfBlock(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  if (first.startsWith('|')) return start + 1;
  const isItem = /^\s*(?:-|\d+\.) /.test(first);
  let end = start + 1;
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const isBlank = line.trim() === '';
    if (isItem ? !isBlank && indentOf(line) <= indentOf(first) : isBlank) break;
    if (!isBlank) end = at + 1;
  }
  return end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The lines below a removed numbered item, with the following items of its list counted one lower. */
function renumbered(removed: string, tail: readonly string[]): readonly string[] {
  if (!/^\d+\. /.test(removed)) return tail;
  const listEnd = tail.findIndex((line) => line !== '' && !/^(?:\s|\d+\. )/.test(line));
  return tail.map((line, at) =>
    listEnd >= 0 && at >= listEnd ? line : line.replace(/^\d+(?=\. )/, (number) => String(Number(number) - 1)),
  );
}
