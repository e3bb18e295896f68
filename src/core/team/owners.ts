import { folderOf } from '../document/document.ts';
import { gitignoreTest } from '../util/globs/gitignore.ts';
import { isRecord } from '../text/unknown.ts';
import { readYaml } from '../document/front-matter.ts';

/** Returns the owners of a path; none if the file does not name any. */
export type OwnersOf = (path: string) => readonly string[];

/**
 * Paths from the top of the repository at which GitHub, GitLab and Bitbucket look for a CODEOWNERS file. The first that
 * exists applies.
 */
export const codeOwnersPaths = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/**
 * Reads a CODEOWNERS file: patterns as in .gitignore, each with its owners, but case counts, and "docs/*" matches only the files directly
 * in that folder. The last match counts; one without owners removes them. Section lines of GitLab ("[Docs] @team") give default owners.
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

/** Returns the folders that a CODEOWNERS file names as such, without globs: "/services/payments/" is "services/payments". */
export function foldersIn(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => split(line.trim())[0] ?? '')
    .filter((pattern) => !/^[#[^]|[*?\\]/.test(pattern))
    .map((pattern) =>
      pattern
        .split('/')
        .filter((part) => part !== '')
        .join('/'),
    )
    .filter((folder) => folder.includes('/') && !/\.\w+$/.test(folder));
}

/** Words separated by white space that is not escaped. */
function split(text: string): string[] {
  return text.split(/(?<!\\)\s+/).filter((word) => word !== '');
}

/**
 * Reads OWNERS files in the style of Kubernetes, by path. The approvers of a folder own what is below it. If a folder has none, those of
 * the folder above do. Files that cannot be read are ignored.
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
