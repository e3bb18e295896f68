import { workspace, type Uri } from 'vscode';

/** Returns the text of an open document with changes that are not saved, or undefined if there is none. */
export function unsavedText(uri: string): string | undefined {
  return workspace.textDocuments
    .find((document) => document.isDirty && !document.isClosed && document.uri.toString() === uri)
    ?.getText();
}

/** Whether a URI is a file, not an untitled text, the side of a diff or similar. */
export function isFile({ scheme }: Uri): boolean {
  return workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme) ?? false;
}
