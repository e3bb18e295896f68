import type { Command } from './commands-of.ts';

const push = /^git\s(?:[^|;&]*\s)?push(?:\s|$)/;
/** Names of branches to which only their author pushes. A name to be filled in counts as one of these. */
const own =
  /^(?:(?:feature|feat|fix|bugfix|hotfix|chore|docs?|topic|wip|tmp|temp|test|users?|my|your|pr|patch|backport|revert|rebase)[-/_]|[<$"'{[]*(?:my|your|the|feature|topic|pr|new|current|working|branch|head)?[-_ ]?(?:branch)(?:[-_ ]?name)?[>"'}\]]*$)/i;
const version = /^v?\d+(?:\.\d+)+/;
const startsBranch = /^git\s(?:[^|;&]*\s)?(?:checkout\s+-[bB]|switch\s+(?:-[cC]|--create))\s+(\S+)/;
const rewrites = /^git\s(?:[^|;&]*\s)?(?:rebase|commit\s[^|;&]*--amend)(?:\s|$)/;

/**
 * Returns whether a push by force loses no commits of others: it moves a tag, or a branch of one's own, as its name or the same code says.
 * @param at its place in `all`, the commands of the code.
 */
export function losesNoCommits(at: number, all: readonly Command[]): boolean {
  const { text = '' } = all[at] ?? {};
  if (!push.test(text)) {
    return false;
  }
  const words = text.replace(/^.*?\spush(?=\s|$)/, '').split(' ');
  if (words.includes('--tags')) {
    return true;
  }
  const [, ...names] = words.filter((word) => word !== '' && !word.startsWith('-'));
  const refs = names.map((name) => name.replace(/^\+/, '').split(':').at(-1) ?? '').filter((name) => name !== 'HEAD');
  const before = all.slice(0, at).map((other) => other.text);
  const started = before.flatMap((other) => startsBranch.exec(other)?.[1] ?? []);
  if (refs.length === 0) {
    return started.length > 0 || before.some((other) => rewrites.test(other));
  }
  const tags = new Set(
    all.flatMap(({ text: other }) => (/^git\s(?:[^|;&]*\s)?tag\s/.test(other) ? other.split(' ') : [])),
  );
  return (
    names[0] === 'tag' ||
    refs.every(
      (ref) =>
        /^(?:refs\/tags\/|[<$"'{]*\w*tag)/i.test(ref) ||
        version.test(ref) ||
        own.test(ref.replace(/^refs\/heads\//, '')) ||
        tags.has(ref) ||
        started.includes(ref),
    )
  );
}
