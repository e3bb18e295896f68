import { l10n, Uri, window, workspace, type Disposable, type WorkspaceFolder } from 'vscode';
import {
  adoptedTemplate,
  builtInTemplates,
  customizedTemplate,
  documentKinds,
  foldersFollowing,
  UserError,
  type Catalog,
  type CatalogDocument,
  type Kind,
  type Template,
  type TemplateDraft,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { chooseItem } from '../../services/ask.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import type { Files } from '../../services/files.ts';
import { fileExists } from '../../services/new-file.ts';
import { kindWords } from '../../services/kind-words.ts';
import { targetUri } from '../../services/target.ts';
import { tell } from '../../services/tell.ts';
import { pathBelow } from '../../services/workspace-store.ts';

/** Registers the commands that create team templates, from the documents in a folder or from a built-in template. */
export function registerTeamTemplates({ files, index, log }: Deps): Disposable {
  const store = new DisposableStore();
  store.add(
    registerCommand('runbookLens.adoptConvention', log, async (target) => {
      await index.whenReady();
      const chosen = await chosenDocuments(index.catalog, target);
      if (chosen === undefined) {
        return;
      }
      const { folder, path, documents } = chosen;
      const draft = adoptedTemplate(path, documents);
      if (draft === undefined) {
        throw new UserError(
          l10n.t(
            'The {0} documents in this folder have no sections in common, so they give no template.',
            documents.length,
          ),
        );
      }
      await createTemplate(files, folder, draft);
    }),
    registerCommand('runbookLens.customizeTemplate', log, async () => {
      const folder = await chosenFolder();
      const items = builtInTemplates.map((template) => ({
        label: template.name,
        description: kindWords(template.kind).noun,
        detail: template.description,
        template,
      }));
      const placeHolder = l10n.t(
        'Choose a template to customize. New documents are created from it and checked against it.',
      );
      const picked = await chooseItem(items, { placeHolder, matchOnDetail: true });
      await index.whenReady();
      const folders = picked && (await governedFolders(index.catalog, folder, picked.template));
      if (picked !== undefined && folders !== undefined) {
        await createTemplate(files, folder, customizedTemplate(picked.template, folders));
      }
    }),
  );
  return store;
}

/**
 * Returns the folders that a template should govern. Asks if documents of its kind follow another template. Undefined
 * if the user cancels.
 */
async function governedFolders(
  catalog: Catalog,
  folder: WorkspaceFolder,
  { id, kind }: Template,
): Promise<readonly string[] | undefined> {
  const documents = catalog
    .documents()
    .filter((document) => document.root === folder.uri.toString() && document.kind === kind)
    .map(({ uri, path }) => ({ path, follows: catalog.context(uri)?.expectation.convention.template.id ?? '' }));
  const folders = foldersFollowing(id, documents);
  if (documents.length === 0 || folders.includes('')) {
    return [''];
  }
  const all = documents.length;
  const items = [
    ...(folders.length === 0
      ? []
      : [
          {
            label: l10n.t('Only Where Documents Follow It Already'),
            detail: folders.map((path) => `${path}/`).join(', '),
            folders,
          },
        ]),
    {
      label: kindWords(kind).all(all),
      detail: l10n.t('Documents that do not follow it get findings about missing sections.'),
      folders: [''],
    },
  ];
  const picked = await chooseItem(items, { placeHolder: l10n.t('Choose the documents that the template applies to.') });
  return picked?.folders;
}

interface Chosen {
  readonly folder: WorkspaceFolder;
  /** Relative to the folder. */
  readonly path: string;
  readonly documents: readonly CatalogDocument[];
}

/**
 * Returns the documents for a command: those below a folder of the tree, or those around a document, in the nearest
 * folder with enough of them. Undefined if the user cancels.
 */
async function chosenDocuments(catalog: Catalog, target: unknown): Promise<Chosen | undefined> {
  const member = groupMember(target);
  const uri = targetUri(target) ?? member ?? window.activeTextEditor?.document.uri;
  const folder = uri && workspace.getWorkspaceFolder(uri);
  if (uri === undefined || folder === undefined) {
    throw new UserError(l10n.t('Select a folder with runbooks or postmortems first, or open a document in it.'));
  }
  const around = catalog.context(uri.toString())?.neighbourhood;
  if (around !== undefined && member === undefined) {
    return { folder, path: around.folder, documents: around.documents };
  }
  const whole = pathBelow(folder.uri, uri) ?? '';
  const path = whole.slice(0, Math.max(0, whole.lastIndexOf('/')));
  const below = catalog
    .documents()
    .filter(
      (candidate) =>
        candidate.root === folder.uri.toString() &&
        candidate.kind !== 'other' &&
        (path === '' || candidate.path.startsWith(`${path}/`)),
    );
  const kind = catalog.get(uri.toString())?.kind ?? 'other';
  const wanted = kind === 'other' ? await chosenKind(below) : kind;
  if (wanted === undefined) {
    return undefined;
  }
  const documents = below.filter((candidate) => candidate.kind === wanted);
  if (documents.length === 0) {
    throw new UserError(l10n.t('There are no runbooks or postmortems in {0}.', path === '' ? folder.name : path));
  }
  return { folder, path, documents };
}

/** Returns the kind of the documents. Asks if there are several kinds. Undefined if the user cancels. */
async function chosenKind(documents: readonly CatalogDocument[]): Promise<Kind | undefined> {
  const items = documentKinds
    .map((kind) => ({ means: kind, number: documents.filter((document) => document.kind === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ means, number }) => ({ label: kindWords(means).many(number), means }));
  if (items.length < 2) {
    return items[0]?.means ?? 'other';
  }
  const picked = await chooseItem(items, { placeHolder: l10n.t('Choose the kind of document.') });
  return picked?.means;
}

/** Returns the first document of a folder group in the tree, or undefined for other values. */
function groupMember(target: unknown): Uri | undefined {
  const isGroup = typeof target === 'object' && target !== null && 'grouping' in target && target.grouping === 'folder';
  const children: unknown = isGroup && 'children' in target ? target.children : undefined;
  return Array.isArray(children) ? targetUri(children[0]) : undefined;
}

async function chosenFolder(): Promise<WorkspaceFolder> {
  const folders = workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  if (folder === undefined) {
    throw new UserError(l10n.t('Open a folder first. A template is a file in that folder.'));
  }
  return folder;
}

/** Creates a template as one undoable edit and opens it. Opens an existing one unchanged. */
async function createTemplate(files: Files, folder: WorkspaceFolder, { path, text }: TemplateDraft): Promise<void> {
  const uri = Uri.joinPath(folder.uri, path);
  if (await fileExists(uri)) {
    void tell(l10n.t('{0} already exists. It was not changed.', path));
  } else {
    await files.create(uri, text);
  }
  await window.showTextDocument(await workspace.openTextDocument(uri));
}
