import { matcherOf, orBelow } from './matcher.ts';
import { parsePattern, type Part } from './parse.ts';

const slash: Part = { type: 'slash' };
const stars: Part = { type: 'stars' };
const star: Part = { type: 'star' };

/**
 * Returns a test for paths by one pattern of a .gitignore file. A pattern without a slash, or with one only at its end, matches in all
 * folders. A folder includes everything below it. Case counts. Patterns that begin with `!`, and patterns that git cannot read, match
 * nothing.
 * @param below whether a pattern that matches a folder also matches what is below it.
 */
export function gitignoreTest(pattern: string, below = true): (path: string) => boolean {
  const isFolder = pattern.endsWith('/');
  const bare = (isFolder ? pattern.slice(0, -1) : pattern).replace(/^\//, '');
  const read = pattern.startsWith('!') ? { fault: 'it takes away' } : parsePattern(bare, 'gitignore');
  if ('fault' in read) {
    return () => false;
  }
  const { parts } = read;
  const isAnchored = pattern.slice(0, -1).includes('/');
  const run = matcherOf([
    ...(isAnchored ? [] : [stars, slash]),
    ...parts,
    ...(isFolder && parts.at(-1)?.type === 'stars' ? [slash, star] : []),
    ...(isFolder ? [slash, stars] : below ? [orBelow] : []),
  ]);
  return (path) => run(path).matched;
}
