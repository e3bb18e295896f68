import { folderOf } from '../document/document.ts';
import { gitignoreTest } from '../util/globs/gitignore.ts';
import { isRecord } from '../text/unknown.ts';
import { readYaml } from '../document/front-matter.ts';

/** Tells the owners of paths; nobody for paths that the file does not speak of. */
export type OwnersOf = (path: string) => readonly string[];

/** Where GitHub, GitLab and Bitbucket look for a CODEOWNERS file, from the repository's top; the first that exists counts. */
export const codeOwnersPaths = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/**
 * Reads a CODEOWNERS file: patterns as in .gitignore, each with its owners, but case counts, and "docs/*" means the files
 * of that folder alone. The last that matches counts, and one without owners takes them away. GitLab's section lines ("[Docs] @team") give default owners.
 */
export function readCodeOwners(text: string): OwnersOf {
  const entries: Array<{ matches: (path: string) => boolean; owners: readonly string[] }> = [];
  let defaults: readonly string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const bare = line.replace(/(?:^|\s)#[^]*$/, '').trim();
    const section = /^\^?\[[^\]]+\](?:\[\d+\])?(.*)$/.exec(bare);
    if (section !== null) {
      defaults = split(section[1] ?? '');
    } else if (bare !== '') {
      const [pattern = '', ...owners] = split(bare);
      entries.push({
        // On GitHub "docs/*" means the files of that folder alone.
        matches: gitignoreTest(pattern, !/[^*]\/\*$/.test(pattern)),
        owners: owners.length > 0 ? owners : defaults,
      });
    }
  }
  entries.reverse();
  return (path) => entries.find(({ matches }) => matches(path))?.owners ?? [];
}

/** Words set apart by white space that no backslash escapes. */
function split(text: string): string[] {
  return text.split(/(?<!\\)\s+/).filter((word) => word !== '');
}

/**
 * Reads Kubernetes-style OWNERS files, by path: a folder's approvers own what stands below it, and where a folder names none
 * the one above does. Files that cannot be read say nothing.
 */
export function readOwnersFiles(files: ReadonlyMap<string, string>): OwnersOf {
  const byFolder = new Map<string, readonly string[]>();
  for (const [path, text] of files) {
    const approvers = approversIn(text);
    if (approvers.length > 0) {
      byFolder.set(folderOf(path), approvers);
    }
  }
  return (path) => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = byFolder.get(folder);
      if (found !== undefined || folder === '') {
        return found ?? [];
      }
    }
  };
}

function approversIn(text: string): string[] {
  const { values } = readYaml(text);
  const filters = isRecord(values['filters']) ? Object.values(values['filters']) : [];
  return [values, ...filters].flatMap((entry) => {
    const approvers = isRecord(entry) ? entry['approvers'] : undefined;
    return Array.isArray(approvers) ? approvers.filter((name) => typeof name === 'string') : [];
  });
}
