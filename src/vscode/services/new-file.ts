import { l10n, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { pathProblem } from '../../core/index.ts';

/** Returns why a document cannot be created at a path in a folder, or undefined. */
export async function targetProblem(folder: WorkspaceFolder, path: string): Promise<string | undefined> {
  const problem = pathProblem(path);
  if (problem !== undefined) {
    return l10n.t('This path cannot be used: {0}.', problem);
  }
  if (!/\.(?:md|markdown|mdx|md\.erb)$/i.test(path)) {
    return l10n.t('The name must end in .md (or .markdown, .mdx).');
  }
  return (await fileExists(Uri.joinPath(folder.uri, path)))
    ? l10n.t('{0} already exists. Choose another name.', path)
    : undefined;
}

/** Returns the path, with a number if it exists already: "a.md", "a-2.md". */
export async function freePath(folder: WorkspaceFolder, path: string): Promise<string> {
  const [, stem = path, ending = ''] = /^(.*?)((?:\.[a-z]+)*)$/i.exec(path) ?? [];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : `${stem}-${number}${ending}`;
    if (!(await fileExists(Uri.joinPath(folder.uri, candidate)))) {
      return candidate;
    }
  }
}

/** Whether a file or folder exists. */
export async function fileExists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
