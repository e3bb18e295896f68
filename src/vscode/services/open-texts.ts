import { workspace, type Uri } from 'vscode';

/** The text of a document that is open in an editor, saved or not; undefined for one that is not open. */
export function openText(uri: string): string | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri)?.getText();
}

/** Whether a URI stands for a file rather than an untitled text, a diff's left side or the like. */
export function isFile({ scheme }: Uri): boolean {
  return workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme) ?? false;
}
