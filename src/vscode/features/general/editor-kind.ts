import { window, type Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { setContext } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';

/** Keeps the context key that says which kind of document the active editor shows. */
export function followEditorKind({ index }: Pick<Deps, 'index'>): Disposable {
  const store = new DisposableStore();
  let known: string | undefined;
  const update = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const kind = (uri === undefined ? undefined : index.catalog.get(uri)?.kind) ?? 'other';
    if (kind !== known) {
      known = kind;
      setContext('runbookLens.editorKind', kind);
    }
  };
  update();
  store.add(window.onDidChangeActiveTextEditor(update), index.catalog.onDidChange(update));
  return store;
}
