import type { Found } from './find.ts';
import { GitFailure } from './door.ts';
import { gitsWords } from './words.ts';

/** Returns why git cannot be used for a repository: part of a sentence, with advice. */
export function causeOf({ top, broken }: Pick<Found, 'top' | 'broken'>, error: unknown): string {
  if (broken !== undefined) {
    return broken;
  }
  const words = gitsWords(error);
  if (!(error instanceof GitFailure)) {
    return words;
  }
  switch (error.kind) {
    case 'missing':
      return `${words}; install git, or add its folder to PATH`;
    case 'silent':
      return `${words}; stop git processes that hang, check the disk, then try again`;
    case 'stopped':
      return words;
    case 'refused':
      return refusal(top, error.message, words);
  }
}

function refusal(top: string, said: string, words: string): string {
  if (/dubious ownership|unsafe repository/.test(said)) {
    return `it belongs to another user; if you trust it, run "git config --global --add safe.directory ${quoted(top)}"`;
  }
  if (/unknown (?:option|switch)|^usage: git/m.test(said)) {
    return `this version of git lacks a required option (${words}); install a newer version`;
  }
  if (/repository extension|repo(?:sitory)? version/.test(said)) {
    return `${words}; install a newer version of git`;
  }
  if (/not a git repository/.test(said)) {
    return `git does not accept its .git as a repository; run "git status" there, or clone again`;
  }
  if (/[Pp]ermission denied/.test(said)) {
    return `${words}; fix the permissions of its .git`;
  }
  return `${words}; run "git status" there`;
}

/** Returns a path as a shell argument. */
function quoted(path: string): string {
  return /^[\w./~+@%:=-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
