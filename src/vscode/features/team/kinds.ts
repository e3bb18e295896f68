import { commands, l10n, Uri, window, workspace, type Disposable } from 'vscode';
import {
  configurationName,
  documentKinds,
  UserError,
  withFolderKind,
  withKind,
  type Catalog,
  type CatalogDocument,
  type Kind,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { kindIds } from '../../ids.ts';
import { chooseItem } from '../../services/ask.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { kindInWords, kindWords, likelihood } from '../../services/kind-words.ts';
import { targetFolder, targetUri } from '../../services/target.ts';
import { tell, tellAtOnce } from '../../services/tell.ts';
import { pathBelow } from '../../services/workspace-store.ts';
import { configurationUri, decidingConfiguration, updateConfiguration } from '../../services/configuration-file.ts';

/** Registers the commands that set the kind of a document, or of all documents in a folder, in the team configuration. */
export function registerKinds({ files, index, log }: Deps): Disposable {
  const store = new DisposableStore();
  const on = (target: unknown): Uri => {
    const uri = targetUri(target) ?? window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      throw new UserError(l10n.t('Select or open a document first.'));
    }
    return uri;
  };
  const means = async (kind: Kind, target: unknown): Promise<void> => {
    const folder = targetFolder(target);
    await (folder === undefined
      ? setKind({ files, index }, on(target), kind)
      : setFolderKind({ files, index }, folder, kind));
  };
  for (const kind of documentKinds) {
    store.add(
      registerCommand(kindIds(kind).is, log, (target) => means(kind, target)),
      registerCommand(kindIds(kind).not, log, (target) => means('other', target)),
    );
  }
  store.add(
    registerCommand('runbookLens.neither', log, (target) => means('other', target)),
    registerCommand('runbookLens.setKind', log, async (target) => {
      const uri = on(target);
      const current = index.catalog.get(uri.toString());
      const items: ReadonlyArray<{ label: string; means: Kind | undefined }> = [
        ...documentKinds.map((kind) => ({ label: kindWords(kind).name, means: kind })),
        { label: l10n.t('Neither'), means: 'other' },
        { label: l10n.t('Detect from the Document'), means: undefined },
      ];
      const picked = await chooseItem(items, {
        title: l10n.t('Kind of {0}', workspace.asRelativePath(uri)),
        ...(current !== undefined && { placeHolder: l10n.t('Now: {0}', stateOf(current)) }),
      });
      if (picked !== undefined) {
        await setKind({ files, index }, uri, picked.means);
      }
    }),
    registerCommand('runbookLens.openConfiguration', log, async () => {
      const folder =
        (window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri)) ??
        workspace.workspaceFolders?.[0];
      if (folder === undefined) {
        throw new UserError(l10n.t('Open a folder first. {0} is a file in that folder.', configurationName));
      }
      await updateConfiguration(files, configurationUri(folder), (text) => (text.trim() === '' ? '{\n  \n}\n' : text));
      await commands.executeCommand('vscode.open', configurationUri(folder));
    }),
  );
  return store;
}

/** The kind of a document and the reason, as a part of a sentence. */
function stateOf(document: CatalogDocument): string {
  const { kind, possible, why } = document;
  return possible === undefined
    ? l10n.t('{0} ({1})', kindInWords(kind), why)
    : l10n.t('possibly {0}, {1} ({2})', kindWords(possible).one, likelihood(document), why);
}

/** Writes the kind of a document into the configuration that governs it. */
async function setKind(
  { files, index }: Pick<Deps, 'files' | 'index'>,
  uri: Uri,
  kind: Kind | undefined,
): Promise<void> {
  const { configuration, path } = governing(index.catalog, uri);
  await updateConfiguration(files, configuration, (text) => withKind(text, path, kind));
  tellWritten(
    kind === undefined
      ? l10n.t('Rechecking {0}.', path)
      : l10n.t('{0} is now {1}, as set in {2}.', path, kindInWords(kind), workspace.asRelativePath(configuration)),
    configuration,
  );
}

/** Writes the kind of all documents below a folder into the configuration that governs it, asking if others change. */
async function setFolderKind({ files, index }: Pick<Deps, 'files' | 'index'>, folder: Uri, kind: Kind): Promise<void> {
  const { configuration, path } = governing(index.catalog, Uri.joinPath(folder, '*'));
  const name = workspace.asRelativePath(folder);
  const others = othersChanging(index.catalog, folder, kind);
  const change = l10n.t('Change All');
  if (others.length > 0) {
    const answer = await tellAtOnce(
      l10n.t('Should each document in {0} become {1}?', name, kindInWords(kind)),
      l10n.t('{0} more in this folder change too, such as {1}.', others.length, others[0]?.path ?? ''),
      change,
    );
    if (answer !== change) {
      return;
    }
  }
  await updateConfiguration(files, configuration, (text) => withFolderKind(text, path.slice(0, -'/*'.length), kind));
  const set = workspace.asRelativePath(configuration);
  tellWritten(l10n.t('Each document in {0} is now {1}, as set in {2}.', name, kindInWords(kind), set), configuration);
}

/** The documents below a folder whose kind was detected, surely, and changes when the folder has a kind. */
function othersChanging(catalog: Catalog, folder: Uri, kind: Kind): CatalogDocument[] {
  return catalog
    .documents()
    .filter(
      (document) =>
        document.assessment !== undefined &&
        document.kind !== kind &&
        (kind === 'other' || document.possible !== kind) &&
        pathBelow(folder, Uri.parse(document.uri)) !== undefined,
    );
}

/**
 * Returns the configuration that governs a file, and the path of the file from there. Throws a UserError outside of
 * workspace folders.
 */
function governing(catalog: Catalog, uri: Uri): { configuration: Uri; path: string } {
  const folder = workspace.getWorkspaceFolder(uri);
  const configuration = folder && decidingConfiguration(catalog, folder, uri, () => true);
  const path = configuration && pathBelow(Uri.joinPath(configuration, '..'), uri);
  if (configuration === undefined || path === undefined) {
    throw new UserError(l10n.t('This document is not in a workspace folder, so there is no configuration to change.'));
  }
  return { configuration, path };
}

/** Says what was written, with a button that opens the configuration. */
function tellWritten(message: string, configuration: Uri): void {
  const open = l10n.t('Open {0}', configurationName);
  void tell(message, open).then((answer) => {
    if (answer === open) {
      void commands.executeCommand('vscode.open', configuration);
    }
  });
}
