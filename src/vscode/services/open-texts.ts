import { TabInputText, window, workspace, type Uri } from 'vscode';

/** Returns the text of an open document with changes that are not saved, or undefined if there is none. */
export function unsavedText(uri: string): string | undefined {
  return workspace.textDocuments
    .find((document) => document.isDirty && !document.isClosed && document.uri.toString() === uri)
    ?.getText();
}

/**
 * Returns the text of a document that is shown in a tab or has changes that are not saved, or undefined. VS Code reads it
 * again by itself when its file has changed, and never in the middle of a write. A document without a tab may have text
 * that was given up.
 */
export function shownText(uri: string): string | undefined {
  const hasTab = window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri),
  );
  return hasTab
    ? workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri)?.getText()
    : unsavedText(uri);
}

/** Whether a URI is a file, not an untitled text, the side of a diff or similar. */
export function isFile({ scheme }: Uri): boolean {
  return workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme) ?? false;
}
