import { l10n, Uri, window, workspace, WorkspaceEdit, type Disposable } from 'vscode';
import { isMarkdown, labelText, withoutOverlaps, type TextEdit } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { toRange } from '../../services/convert.ts';
import { tell } from '../../services/tell.ts';

interface Change extends TextEdit {
  readonly uri: Uri;
  readonly rule: string;
  readonly title: string;
  /** Whether the change fixes a warning or an error. */
  readonly strong: boolean;
}

/** Registers "Fix All Problems…", which shows all safe fixes for review before it makes them. */
export function registerFixAll({ index, findings, log }: Deps): Disposable {
  return registerCommand('runbookLens.fixAll', log, async () => {
    await index.whenReady();
    workspace.textDocuments
      .filter(({ uri }) => index.catalog.get(uri.toString()) !== undefined)
      .forEach((document) => index.sync(document));
    await findings.whenSettled();
    const changes = index.catalog
      .documents()
      .filter(({ path }) => isMarkdown(path))
      .toSorted((a, b) => a.path.localeCompare(b.path))
      .flatMap(({ uri }) => changesOf(uri));
    if (changes.length === 0) {
      void tell(l10n.t('Nothing to fix: no problem in this workspace has an automatic fix.'));
      return;
    }
    const hint = l10n.t('Fixes for errors and warnings are selected. Select others that you want, then choose Apply.');
    window.setStatusBarMessage(hint, 20_000);
    await workspace.applyEdit(toReview(changes), { isRefactoring: true });
  });

  function changesOf(uri: string): Change[] {
    const checked = findings.checked(uri);
    if (checked === undefined) {
      return [];
    }
    const target = Uri.parse(uri);
    const strong = new Set(
      checked.findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule }) => rule),
    );
    const changes = checked
      .fixAll()
      .flatMap(({ rule, fix }) =>
        fix.edits.map((edit): Change => ({ ...edit, uri: target, rule, title: fix.title, strong: strong.has(rule) })),
      );
    return withoutOverlaps(checked.context.document.text, changes);
  }
}

/** Returns the changes as an edit that the editor shows for review. Fixes for warnings and errors are selected. */
function toReview(changes: readonly Change[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  // The editor shows a review only if some change asks for it. If no change is weak, the first one asks.
  const asking = changes.some(({ strong }) => !strong) ? undefined : changes[0];
  for (const change of changes) {
    const { uri, range, newText, rule, title, strong } = change;
    const needsConfirmation = !strong || change === asking;
    edit.replace(uri, toRange(range), newText, { needsConfirmation, label: rule, description: labelText(title) });
  }
  return edit;
}
