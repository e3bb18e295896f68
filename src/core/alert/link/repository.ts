import { readAddress } from './address.ts';
import type { Files } from './files.ts';

/**
 * Returns the name of the repository that an address of a git remote leads to, as forges write it: `owner/name`, or with more groups.
 * Undefined for folders of the disk.
 */
export function repositoryOf(remote: string): string | undefined {
  const match =
    /^(?:https?|ssh|git):\/\/[^/]+\/(.+)$/i.exec(remote.trim()) ?? /^(?!\w:\\)[^/:\s]+:(?!\/)(.+)$/.exec(remote.trim());
  const parts = (match?.[1] ?? '')
    .replace(/\.git$/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '_git' && part !== 'v3');
  return parts.length < 2 ? undefined : parts.join('/');
}

/**
 * Returns what stands before the path of a page on a repository's forge, `https://github.com/acme/shop/blob/main/`; undefined for forges whose addresses
 * are not known.
 * @param remote address of a git remote. @param branch that the links lead to; the forge's usual one by default.
 */
export function forgeOf(remote: string, branch = 'HEAD'): string | undefined {
  const repository = repositoryOf(remote);
  const host = /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]*@)?([\w.-]+)/i.exec(remote.trim())?.[1]?.toLowerCase() ?? '';
  const view = host.startsWith('github.')
    ? 'blob'
    : `.${host}`.includes('.gitlab.')
      ? '-/blob'
      : host === 'bitbucket.org'
        ? 'src'
        : undefined;
  return repository === undefined || view === undefined
    ? undefined
    : `https://${host}/${repository}/${view}/${branch}/`;
}

/** Fewer files that agree may be chance. */
const leastFiles = 2;
const leastShare = 2 / 3;

/**
 * Returns the repositories that addresses on forges are of, as far as their files are here: at least two of them, and two of three of all that
 * are named. For folders without git, and for repositories without a remote.
 */
export function agreedRepositories(addresses: readonly string[], files: Files): string[] {
  const named = new Map<string, Map<string, boolean>>();
  for (const text of addresses) {
    const { host, path } = readAddress(text);
    const match = host === undefined ? null : /^\/([^/]+\/[^/]+)\/(?:-\/)?(?:blob|tree|raw)\/[^/]+\/(.+)$/.exec(path);
    const [, repository = '', file = ''] = match ?? [];
    if (repository !== '') {
      const own = named.get(repository) ?? new Map<string, boolean>();
      named.set(repository, own.set(file, files.has(file)));
    }
  }
  return [...named].flatMap(([repository, own]) => {
    const found = [...own.values()].filter(Boolean).length;
    return found >= leastFiles && found >= own.size * leastShare ? [repository] : [];
  });
}
