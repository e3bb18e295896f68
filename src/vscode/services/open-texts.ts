import { workspace, type Uri } from 'vscode';

/** Returns the text of an open document, saved or not, or undefined if it is not open. */
export function openText(uri: string): string | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri)?.getText();
}

/** Whether a URI is a file, not an untitled text, the side of a diff or similar. */
export function isFile({ scheme }: Uri): boolean {
  return workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme) ?? false;
}
