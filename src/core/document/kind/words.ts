import { fold } from '../../text/plain-text.ts';

/**
 * The words of a path segment or title, in lower case and without accents: "PrometheusRuleFailures" and
 * "prometheus-rule_failures" agree, and so do "résolution" and "resolution".
 */
export function wordsOf(text: string): string {
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

/** The text without the marks above and below its letters; in Japanese, too, so compare with `anyOf` only. */
export function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/**
 * Matches any of these words or phrases in what `wordsOf` or `withoutAccents` gave. They may be fragments of regular
 * expressions; one in a script without spaces between words matches wherever it stands.
 */
export function anyOf(words: readonly string[], flags = ''): RegExp {
  const plain = words.map(withoutAccents);
  const unspaced = plain.filter((word) => scriptWithoutSpaces.test(word));
  const spaced = plain.filter((word) => !scriptWithoutSpaces.test(word));
  const parts = [
    ...(spaced.length === 0 ? [] : [`(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{N}])`]),
    ...unspaced,
  ];
  return new RegExp(parts.join('|'), `u${flags}`);
}

/** Matches a name that is one of these as a whole. They may be fragments of regular expressions. */
export function wholeOf(names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.join('|')})$`, 'u');
}

const scriptWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A path taken apart. */
export interface PathWords {
  /** Each folder's words, the nearest last. */
  readonly folders: readonly string[];
  /** The file name's words, without its markdown endings. */
  readonly name: string;
  /** The file name as it is, without its markdown endings. */
  readonly stem: string;
}

/** Takes a path with `/` between its parts apart into words. */
export function pathWords(path: string): PathWords {
  const parts = path.split('/');
  // oxlint-disable-next-line regexp/no-super-linear-move -- A file's name.
  const stem = (parts.pop() ?? '').replace(/(?:\.(?:html|md|markdown|mdx|erb))+$/i, '');
  return { folders: parts.map(wordsOf), name: wordsOf(stem), stem };
}
