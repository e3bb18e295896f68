import { l10n, Uri, window, workspace, WorkspaceEdit, type Disposable, type WorkspaceEditEntryMetadata } from 'vscode';
import { fixAll, withoutOverlaps } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { toRange } from '../../services/convert.ts';
import { openText } from '../../services/open-texts.ts';
import { readSetting } from '../../services/settings.ts';

/** Answers every problem that has a safe fix, in all documents, after showing each change for review. */
export function registerFixAll({ index, log }: Deps): Disposable {
  return registerCommand('runbookLens.fixAll', log, async () => {
    await index.whenReady();
    workspace.textDocuments
      .filter(({ uri }) => index.catalog.get(uri.toString()) !== undefined)
      .forEach((document) => index.sync(document));
    const edit = new WorkspaceEdit();
    let files = 0;
    for (const { uri } of index.catalog.documents().filter(({ kind }) => kind !== 'other')) {
      files += addFixes(edit, uri);
    }
    if (files === 0) {
      void window.showInformationMessage(l10n.t('Nothing to fix: no problem in this workspace has an automatic fix.'));
      return;
    }
    await workspace.applyEdit(edit, { isRefactoring: true });
  });

  /** Adds a document's fixes to the edit; 1 when there were some. */
  function addFixes(edit: WorkspaceEdit, uri: string): number {
    const context = index.catalog.context(uri);
    const target = Uri.parse(uri);
    const fixes = context === undefined ? [] : fixAll(context, readSetting('rules', target));
    const text = context?.document.text ?? '';
    // A file that is not open has its byte order mark before what the index knows.
    const edits = withoutOverlaps(
      openText(uri) ?? text,
      fixes.flatMap(({ rule, fix }) => fix.edits.map((change) => ({ ...change, rule: rule.id, label: fix.title }))),
    );
    for (const { range, newText, rule, label } of edits) {
      const metadata: WorkspaceEditEntryMetadata = { needsConfirmation: true, label: rule, description: label };
      edit.replace(target, toRange(range), newText, metadata);
    }
    return edits.length > 0 ? 1 : 0;
  }
}
