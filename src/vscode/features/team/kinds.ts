import { commands, l10n, Uri, window, workspace, type Disposable } from 'vscode';
import { configurationName, documentKinds, UserError, withKind, type Kind } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { kindIds } from '../../ids.ts';
import { chooseItem } from '../../services/ask.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { kindInWords, kindWords } from '../../services/kind-words.ts';
import { targetUri } from '../../services/target.ts';
import { tell } from '../../services/tell.ts';
import { pathBelow } from '../../services/workspace-store.ts';
import { configurationUri, decidingConfiguration, updateConfiguration } from './configuration-file.ts';

/** Registers the commands that set the kind of a document in the team configuration. */
export function registerKinds({ files, index, log }: Deps): Disposable {
  const store = new DisposableStore();
  const on = (target: unknown): Uri => {
    const uri = targetUri(target) ?? window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      throw new UserError(l10n.t('Select or open a document first.'));
    }
    return uri;
  };
  for (const kind of documentKinds) {
    store.add(registerCommand(kindIds(kind).not, log, (target) => setKind({ files, index }, on(target), 'other')));
  }
  store.add(
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
        ...(current !== undefined && { placeHolder: l10n.t('Now: {0} ({1})', kindInWords(current.kind), current.why) }),
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

/** Writes the kind of a document into the configuration that governs it. */
async function setKind(
  { files, index }: Pick<Deps, 'files' | 'index'>,
  uri: Uri,
  kind: Kind | undefined,
): Promise<void> {
  const folder = workspace.getWorkspaceFolder(uri);
  const configuration = folder && decidingConfiguration(index.catalog, folder, uri, () => true);
  const path = configuration && pathBelow(Uri.joinPath(configuration, '..'), uri);
  if (configuration === undefined || path === undefined) {
    throw new UserError(l10n.t('This document is not in a workspace folder, so there is no configuration to change.'));
  }
  await updateConfiguration(files, configuration, (text) => withKind(text, path, kind));
  const name = workspace.asRelativePath(configuration);
  const open = l10n.t('Open {0}', configurationName);
  const message =
    kind === undefined
      ? l10n.t('Rechecking {0}.', path)
      : l10n.t('{0} is now {1}, as set in {2}.', path, kindInWords(kind), name);
  void tell(message, open).then((answer) => {
    if (answer === open) {
      void commands.executeCommand('vscode.open', configuration);
    }
  });
}
