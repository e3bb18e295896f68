import type { Author, LastChange } from '../../core/index.ts';

/** The arguments of `git log` whose output `readLastChanges` reads. */
export const lastChangesArguments = ['log', '-z', '--raw', '--no-abbrev', '--no-renames', '--format=%H %aI %aN'];

/**
 * Each file's last change: the newest commit comes first, so a file's first mention is its last change; none where git cannot read who made
 * it. A commit is one part that begins with its hash. A file is two: one that begins with a colon, then its path, whatever that holds. No part
 * can pass for another, since none holds a NUL.
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

/** The arguments of `git log` whose output `readPeople` reads. */
export const peopleArguments = ['log', '-z', '--format=%aN%x00%aE'];

/** Each name once, with its latest address, the most frequent first. */
export function readPeople(output: string): Author[] {
  const counts = new Map<string, { author: Author; commits: number }>();
  const parts = output.split('\0');
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [name = '', email = ''] = parts.slice(index, index + 2);
    // What git cannot read it leaves as it was asked for.
    if (name === '' || name === '%aN') {
      continue;
    }
    const known = counts.get(name) ?? { author: { name, ...(email !== '' && { email }) }, commits: 0 };
    counts.set(name, { ...known, commits: known.commits + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.commits - a.commits).map(({ author }) => author);
}
