import { distance } from 'fastest-levenshtein';
import type { Resolution } from './resolve.ts';
import type { LinkWorld } from './resolve.ts';
import { isPage, lettersOf, pageKey, type Stem } from './files.ts';

const mostSuggestions = 3;
/** One letter in so many may differ. */
const part = 4;

/**
 * Returns what a link that leads nowhere may mean, the likeliest first: for a dead link pages of the same name elsewhere, then of a name like it
 * or like the alert's; for a missing anchor headings like it. As `path` or `path#anchor`; none for other states.
 * @param alert its name.
 */
export function suggestionsFor({ state, path, anchor }: Resolution, alert: string, world: LinkWorld): string[] {
  if (path === undefined) {
    return [];
  }
  if (state === 'anchor-missing' && anchor !== undefined) {
    const headings = world.anchors(path)?.headings ?? [];
    const near = nearest(
      [lettersOf(anchor), lettersOf(alert)],
      headings.map(({ anchor: own }) => ({ stem: own, letters: lettersOf(own) })),
    );
    return near.map((own) => `${path}#${own}`);
  }
  if (state !== 'dead') {
    return [];
  }
  const { files } = world;
  const stem = pageKey(path).split('/').at(-1) ?? '';
  const same = files.named(stem).filter((each) => each !== path && isPage(each));
  const near = nearest([lettersOf(stem), lettersOf(alert)], files.stems()).flatMap((each) => files.named(each));
  return [...new Set([...byNearness(same, path), ...byNearness(near, path)])].slice(0, mostSuggestions);
}

/** The candidates that are like a word, or have it in them, the nearest first; those for the first word before others. */
function nearest(words: readonly string[], candidates: readonly Stem[]): string[] {
  const near = words.flatMap((word) =>
    candidates
      .flatMap(({ stem, letters }) => {
        const far = word === '' ? Infinity : farBetween(word, letters);
        return far <= Math.max(1, Math.floor(letters.length / part)) ? [{ stem, far }] : [];
      })
      .toSorted((a, b) => a.far - b.far)
      .map(({ stem }) => stem),
  );
  return [...new Set(near)].slice(0, mostSuggestions);
}

const leastPart = 6;

function farBetween(word: string, own: string): number {
  if (own.length >= leastPart && word.length >= leastPart && (own.includes(word) || word.includes(own))) {
    return 1;
  }
  return Math.abs(word.length - own.length) > own.length / part + 1 ? Infinity : distance(word, own);
}

/** Pages that share more of the path come first. */
function byNearness(paths: readonly string[], path: string): string[] {
  const own = path.split('/');
  const shared = (other: string): number => {
    const parts = other.split('/');
    const differs = parts.findIndex((each, index) => each !== own[index]);
    return differs === -1 ? parts.length : differs;
  };
  return paths.toSorted((a, b) => shared(b) - shared(a));
}
