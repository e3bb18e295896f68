import { l10n, languages, window, type Disposable, type LanguageStatusItem } from 'vscode';
import type { Deps } from '../../deps.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { kindWords, likelihood } from '../../services/kind-words.ts';

/** Shows a language status item while the document in the active editor is possibly a runbook or postmortem. */
export function registerPossibleStatus({ index }: Pick<Deps, 'index'>): Disposable {
  const store = new DisposableStore();
  let item: LanguageStatusItem | undefined;
  const update = (): void => {
    item?.dispose();
    item = undefined;
    const editor = window.activeTextEditor?.document;
    const document = editor && index.catalog.get(editor.uri.toString());
    if (editor === undefined || document?.possible === undefined) {
      return;
    }
    const selector = { scheme: editor.uri.scheme, language: editor.languageId };
    item = languages.createLanguageStatusItem('runbookLens.possible', selector);
    item.name = l10n.t('Kind of the Document');
    item.text = kindWords(document.possible).possibly;
    item.detail = l10n.t('{0}, so it is not checked', likelihood(document));
    item.command = { title: l10n.t('Set Kind…'), command: 'runbookLens.setKind', arguments: [editor.uri] };
  };
  update();
  store.add(
    window.onDidChangeActiveTextEditor(update),
    index.catalog.onDidChange(({ changed, removed }) => {
      const uri = window.activeTextEditor?.document.uri.toString() ?? '';
      if (changed.includes(uri) || removed.includes(uri)) {
        update();
      }
    }),
    { dispose: () => item?.dispose() },
  );
  return store;
}
