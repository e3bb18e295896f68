import { distance } from 'fastest-levenshtein';

/**
 * Returns the candidate closest to a misspelt word; undefined if none is close.
 * @param part one letter in so many may differ, at least one in all.
 */
export function nearest(word: string, candidates: readonly string[], part = 3): string | undefined {
  const close = candidates
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(candidate.length / part)))
    .toSorted((a, b) => a.far - b.far);
  return close[0]?.candidate;
}
