import { once, remembering } from '../../util/memo.ts';
import { fold } from '../../text/plain-text.ts';
import type { KindWords, Pattern } from '../../vocabulary/language.ts';
import { plain, whole, withoutAccents } from '../../vocabulary/words.ts';

/**
 * Returns the words of a path segment or title, in lower case and without accents: "PrometheusRuleFailures" and
 * "prometheus-rule_failures" give the same words, and so do "résolution" and "resolution".
 */
export function wordsOf(text: string): string {
  return text.length > longestRemembered ? splitIntoWords(text) : wordsOfShort(text);
}

/** Folders and headings are asked for again and again; longer texts are not. */
const longestRemembered = 120;
const wordsOfShort = remembering(20_000, splitIntoWords);

function splitIntoWords(text: string): string {
  const spaced = text
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}']+/gu, ' ')
    .toLowerCase();
  return withoutAccents(fold(spaced))
    .replace(/\bpos(t?) mortem/g, 'pos$1mortem')
    .replace(/\bposmortem/g, 'postmortem')
    .replace(/\brun book/g, 'runbook')
    .replace(/\bplay book/g, 'playbook');
}

/** Matches any of the words of all languages in what `wordsOf` or `withoutAccents` gave, in lower case; made on first use. */
export function anyWord(pick: (words: KindWords) => Pattern, flags = ''): () => RegExp {
  return once(() => new RegExp(whole(plain(({ kind }) => pick(kind))), `u${flags}`));
}

/** Matches a text that is as a whole one of the words of any language; made on first use. */
export function onceWhole(pick: (words: KindWords) => Pattern): () => RegExp {
  return once(() => {
    const { spaced, unspaced } = plain(({ kind }) => pick(kind));
    return new RegExp(`^(?:${[spaced, unspaced].filter((words) => words !== '').join('|')})$`, 'u');
  });
}

/** The same for English alone: words and phrases, or fragments of regular expressions. */
export function anyOf(words: readonly string[], flags = ''): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, `u${flags}`);
}

/** Matches a name that is one of these as a whole. They may be fragments of regular expressions. */
export function wholeOf(names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.join('|')})$`, 'u');
}

/** The words of a path. */
export interface PathWords {
  /** Each folder's words, the nearest last. */
  readonly folders: readonly string[];
  /** The file name's words, without its markdown endings. */
  readonly name: string;
  /** The file name as it is, without its markdown endings. */
  readonly stem: string;
}

/** Returns the words of a path with `/` between its parts. */
export function pathWords(path: string): PathWords {
  const parts = path.split('/');
  // oxlint-disable-next-line regexp/no-super-linear-move -- A file's name.
  const stem = (parts.pop() ?? '').replace(/(?:\.(?:html|md|markdown|mdx|erb))+$/i, '');
  return { folders: parts.map(wordsOf), name: wordsOf(stem), stem };
}
