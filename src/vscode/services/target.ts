import { Uri } from 'vscode';

/** Returns the folder that a command was called on, given as a tree node. Undefined for other values. */
export function targetFolder(target: unknown): Uri | undefined {
  return typeof target === 'object' && target !== null && 'folder' in target && typeof target.folder === 'string'
    ? Uri.parse(target.folder)
    : undefined;
}

/** Returns the document that a command was called on, given as a URI or a tree node. Undefined for other values. */
export function targetUri(target: unknown): Uri | undefined {
  if (target instanceof Uri) {
    return target;
  }
  if (typeof target === 'object' && target !== null && 'document' in target) {
    const { document } = target;
    if (typeof document === 'object' && document !== null && 'uri' in document && typeof document.uri === 'string') {
      return Uri.parse(document.uri);
    }
  }
  return undefined;
}
