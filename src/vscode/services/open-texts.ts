import { workspace, type TextDocument, type Uri } from 'vscode';

/** Returns the text of an open document, saved or not, or undefined if it is not open. */
export function openText(uri: string): string | undefined {
  return openDocument(uri)?.getText();
}

/** Returns the text of an open document with changes that are not saved, or undefined if there is none. */
export function unsavedText(uri: string): string | undefined {
  const document = openDocument(uri);
  return document?.isDirty === true ? document.getText() : undefined;
}

function openDocument(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri);
}

/** Whether a URI is a file, not an untitled text, the side of a diff or similar. */
export function isFile({ scheme }: Uri): boolean {
  return workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme) ?? false;
}
