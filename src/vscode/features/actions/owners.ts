import { workspace, type Uri } from 'vscode';
import { actionOwnersOf, readActionItems } from '../../../core/index.ts';
import type { IndexService } from '../../services/index-service.ts';

/**
 * Returns possible owners for an action item of a document, each once, ignoring case: owners of action items and
 * documents in the workspace folder, the most frequent first, then authors of the repository.
 */
export async function knownOwners(uri: Uri, { catalog, history }: IndexService): Promise<string[]> {
  const folder = workspace.getWorkspaceFolder(uri);
  const root = folder?.uri.toString();
  const counts = new Map<string, { name: string; count: number }>();
  const note = (name: string): void => {
    const key = name.toLocaleLowerCase();
    const known = counts.get(key);
    counts.set(key, { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
  };
  for (const document of catalog.documents().filter((other) => other.root === root && other.kind !== 'other')) {
    readActionItems(document).flatMap(actionOwnersOf).forEach(note);
    document.metadata.owners?.forEach(note);
  }
  const people = folder?.uri.scheme === 'file' ? await history?.people(folder.uri.fsPath) : undefined;
  const owners = [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ name }) => name);
  const others = (people ?? []).map(({ name }) => name).filter((name) => !counts.has(name.toLocaleLowerCase()));
  return [...owners, ...others];
}
