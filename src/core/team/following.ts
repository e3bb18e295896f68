import { folderOf } from '../document/document.ts';

/** A document of the kind of a template, and the id of the template that it is held against. */
export interface Follower {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly follows: string;
}

/** Where so many of the documents below a folder follow a template, it is theirs. */
const ownShare = 0.8;

/**
 * The uppermost folders whose documents follow a template; the empty string is the root and means all, and an empty list that there
 * is no such folder. A template for alerts is not one for the tasks in the folder beside them.
 */
export function foldersFollowing(template: string, documents: readonly Follower[], folder = ''): string[] {
  const following = documents.filter(({ follows }) => follows === template);
  if (following.length === 0) {
    return [];
  }
  if (following.length >= ownShare * documents.length) {
    return [folder];
  }
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = new Set(documents.map(({ path }) => folderOf(path).slice(prefix.length).split('/', 1)[0] ?? ''));
  return [...below]
    .filter((name) => name !== '')
    .map((name) => `${prefix}${name}`)
    .flatMap((inner) => {
      const members = documents.filter(({ path }) => path.startsWith(`${inner}/`));
      return foldersFollowing(template, members, inner);
    })
    .toSorted();
}
