import { commands, l10n, Range, workspace, type Uri } from 'vscode';
import {
  newDocument,
  runbookTemplate,
  suggestPath,
  UserError,
  type NewRunbook,
  type RunbookFacts,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { openDocument } from '../../services/open-document.ts';
import { readSetting } from '../../services/settings.ts';
import { tell } from '../../services/tell.ts';
import { today } from '../../services/today.ts';
import type { AlertIndex } from './alert-index.ts';
import { applyToFiles, type FileEdits } from './apply.ts';
import type { FolderAlerts, FoundAlert } from './folder-alerts.ts';
import { linkEditFor } from './link.ts';
import { alertNow } from './target.ts';

/** Creates the runbook of an alert, filled in with what its rule says, links to it from the rule file, and opens it. */
export async function createRunbook(deps: Deps, alerts: AlertIndex, called: FoundAlert): Promise<void> {
  const { files, index } = deps;
  await index.whenReady();
  const found = await alertNow(alerts, called);
  const { uri, alert, path } = found;
  const folder = alerts.folderOf(uri);
  const survey = folder?.survey;
  if (folder === undefined || survey === undefined) {
    throw new UserError(l10n.t('{0} is not in an open folder.', workspace.asRelativePath(uri)));
  }
  const made = await alerts.core.createRunbook({
    alert,
    path,
    survey,
    ...(folder.forge !== undefined && { forge: folder.forge }),
    text: (await openDocument(uri)).getText(),
    usualPath: (facts) => usualPath(deps, folder, facts),
    textFor: (page, facts) => pageText(deps, folder, page, facts),
    read: async (page) => (await openDocument(folder.uriOf(page))).getText(),
  });
  const page = folder.uriOf(made.path);
  if (made.text !== undefined) {
    await files.create(page, made.text);
  }
  // The rule file may have changed while the page was made.
  const link = made.link === undefined ? undefined : linkEditFor(alerts, await alertNow(alerts, found), made.target);
  const edits: FileEdits[] = [
    ...(made.addTo === undefined ? [] : [{ uri: page, edits: made.addTo.edits }]),
    ...(link === undefined || link.length === 0 ? [] : [{ uri, edits: link }]),
  ];
  if (edits.length > 0) {
    await applyToFiles(edits);
  }
  // The page may be above the folder, where no watcher looks.
  folder.refresh();
  await commands.executeCommand('vscode.open', page, { selection: await placeIn(made, page) });
  if (link === undefined) {
    void tell(
      l10n.t(
        'The link could not be written, because of the form of {0}. Write it there by hand: {1}',
        workspace.asRelativePath(uri),
        made.target,
      ),
    );
  }
}

/** Where the author goes on. */
async function placeIn({ addTo, cursor }: NewRunbook, page: Uri): Promise<Range> {
  const line = cursor?.line ?? addTo?.edits[0]?.range.start.line ?? 0;
  const { lineCount } = await openDocument(page);
  const at = Math.min(line, lineCount - 1);
  const character = cursor?.character ?? 0;
  return new Range(at, character, at, character);
}

/** Where a new runbook goes if no alert has one; from the top of the repository. */
function usualPath(deps: Deps, { folder, prefix }: FolderAlerts, { title, service = '' }: RunbookFacts): string {
  const root = folder.uri.toString();
  const path = suggestPath(deps.index.catalog, {
    root,
    template: runbookTemplate(deps.index.catalog, root, '', today(deps)),
    title,
    service,
    date: today(deps),
    folder: readSetting('runbooks.folder', folder),
    fileName: readSetting('runbooks.fileName', folder),
  });
  return `${prefix}${path}`;
}

/** The text of a new runbook, from the template of its folder. */
function pageText(
  deps: Deps,
  folder: FolderAlerts,
  path: string,
  { title, service, severity, owner }: RunbookFacts,
): string {
  const root = folder.folder.uri.toString();
  const template = runbookTemplate(deps.index.catalog, root, path, today(deps));
  const variables = { title, service, severity, owner, date: today(deps) };
  return newDocument({ uri: folder.uriOf(path).toString(), root, path }, template, variables).text;
}
