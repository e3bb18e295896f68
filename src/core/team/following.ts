import { folderOf } from '../document/document.ts';

/** A document and the id of the template that it is compared with. */
export interface Follower {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly follows: string;
}

/** If this share of the documents below a folder follows a template, the template belongs to the folder. */
const ownShare = 0.8;

/**
 * Returns the topmost folders whose documents follow a template. The empty string is the root, and an empty list means that there is no
 * such folder. A template for alerts is not one for the tasks in the folder next to them.
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
