import { fold } from '../parse/plain-text.ts';

/** The words of a path segment or title, in lower case: "PrometheusRuleFailures" and "prometheus-rule_failures" agree. */
export function wordsOf(text: string): string {
  const spaced = text
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .toLowerCase();
  return fold(spaced)
    .replace(/\bpost mortem/g, 'postmortem')
    .replace(/\brun book/g, 'runbook')
    .replace(/\bplay book/g, 'playbook');
}

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
  const stem = (parts.pop() ?? '').replace(/(?:\.(?:html|md|markdown|mdx|erb))+$/i, '');
  return { folders: parts.map(wordsOf), name: wordsOf(stem), stem };
}
