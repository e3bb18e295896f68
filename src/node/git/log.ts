import type { Author, LastChange } from '../../core/index.ts';

/** Arguments of `git log` for `readLastChanges`. */
export const lastChangesArguments = ['log', '-z', '--raw', '--no-abbrev', '--no-renames', '--format=%H %aI %aN'];

/**
 * Returns the last change of each file. The newest commit comes first, so the first mention of a file counts; files are
 * left out if git cannot read the author. A commit is one part that starts with its hash. A file is two parts: one that
 * starts with a colon, then its path. Parts have no NUL, so they cannot be confused.
 */
export function readLastChanges(output: string): Map<string, LastChange> {
  const changes = new Map<string, LastChange>();
  const seen = new Set<string>();
  const parts = output.split('\0').values();
  let current: LastChange | undefined;
  for (const part of parts) {
    if (/^\n?:/.test(part)) {
      const path = parts.next().value ?? '';
      if (current !== undefined && !seen.has(path)) {
        changes.set(path, current);
      }
      seen.add(path);
    } else {
      const [, date, author] = /^[\da-f]+ (\d\S*) (.*)$/s.exec(part) ?? [];
      current = date === undefined || author === undefined ? undefined : { date, author };
    }
  }
  return changes;
}

/** Arguments of `git log` for `readPeople`. */
export const peopleArguments = ['log', '-z', '--format=%aN%x00%aE'];

/** Returns each name once, with its latest address, the most frequent first. */
export function readPeople(output: string): Author[] {
  const counts = new Map<string, { author: Author; commits: number }>();
  const parts = output.split('\0');
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [name = '', email = ''] = parts.slice(index, index + 2);
    // If git cannot read a name, it leaves the placeholder.
    if (name === '' || name === '%aN') {
      continue;
    }
    const known = counts.get(name) ?? { author: { name, ...(email !== '' && { email }) }, commits: 0 };
    counts.set(name, { ...known, commits: known.commits + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.commits - a.commits).map(({ author }) => author);
}
