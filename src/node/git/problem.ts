import type { Found } from './find.ts';
import { GitFailure } from './door.ts';
import { gitsWords } from './words.ts';

/** Why git could not be asked about a repository: a part of a sentence, with the way out. */
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
      return `${words}; look for a git process that hangs, and whether the disk answers, then try again`;
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
    return `this git does not know an option that is needed (${words}); install a newer git`;
  }
  if (/repository extension|repo(?:sitory)? version/.test(said)) {
    return `${words}; install a newer git`;
  }
  if (/not a git repository/.test(said)) {
    return `git takes its .git for no repository; look at "git status" there, or clone anew`;
  }
  if (/[Pp]ermission denied/.test(said)) {
    return `${words}; mend the permissions of its .git`;
  }
  return `${words}; look at "git status" there`;
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./~+@%:=-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
