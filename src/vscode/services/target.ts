import { Uri } from 'vscode';

/** The document that a command was called on: a URI, or a tree's node for a document. Undefined for anything else. */
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
