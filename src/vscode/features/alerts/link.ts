import { l10n, QuickPickItemKind, window, workspace } from 'vscode';
import { folderOf, labelText, UserError, type TextEdit } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem } from '../../services/ask.ts';
import type { Item } from '../../services/shown.ts';
import type { AlertIndex } from './alert-index.ts';
import { applyToFiles, type FileEdits } from './apply.ts';
import type { FoundAlert } from './folder-alerts.ts';
import { alertNow } from './target.ts';

type LinkItem = Item & { readonly path?: string };

/** Lets the user choose a page for an alert to lead to, likely ones first, and writes the link. An answer is `path`. */
export async function linkAlert(deps: Deps, alerts: AlertIndex, found: FoundAlert, target: unknown): Promise<void> {
  const path = new Answers(target).text('path') ?? (await choosePage(deps, alerts, found));
  const edits = path === undefined ? undefined : linkEdits(alerts, await alertNow(alerts, found), path);
  if (edits !== undefined) {
    await applyToFiles([edits]);
    const done = l10n.t('$(check) {0} now leads to {1}', labelText(found.alert.name), labelText(path ?? ''));
    window.setStatusBarMessage(done, 5000);
  }
}

/** Returns the edits that make an alert lead to a page (`path` or `path#anchor`). Throws a UserError if they cannot be made safely. */
function linkEdits(alerts: AlertIndex, found: FoundAlert, target: string): FileEdits {
  const { uri, alert } = found;
  const edits = linkEditFor(alerts, found, target);
  if (edits === undefined) {
    throw new UserError(
      l10n.t(
        'The link of {0} could not be written, because of the form of {1}. Write it there by hand: {2}',
        alert.name,
        workspace.asRelativePath(uri),
        target,
      ),
    );
  }
  return { uri, edits };
}

/**
 * Returns the edits of a rule file that make an alert lead to a page; undefined if they cannot be made safely.
 * @param found as it is in the open document now.
 */
export function linkEditFor(
  alerts: AlertIndex,
  { uri, alert, path }: FoundAlert,
  target: string,
): TextEdit[] | undefined {
  const { survey, forge } = alerts.folderOf(uri) ?? {};
  const text = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText() ?? '';
  return survey && alerts.core.linkEdit({ alert, path, text, target, survey, ...(forge !== undefined && { forge }) });
}

/** Returns the pages that an alert's link probably means, the likeliest first, as `path` or `path#anchor`. */
export function likelyTargets(alerts: AlertIndex, { uri, home, alert, resolution }: FoundAlert): readonly string[] {
  // A page of another folder cannot be named by a path of this one.
  const survey = alerts.folderOf(uri) === home ? home.survey : undefined;
  return survey === undefined ? [] : alerts.core.suggestionsFor(resolution, alert.name, survey.world);
}

async function choosePage(deps: Deps, alerts: AlertIndex, found: FoundAlert): Promise<string | undefined> {
  const folder = alerts.folderOf(found.uri);
  const likely = likelyTargets(alerts, found);
  const runbooks = deps.index.catalog
    .telling('procedure')
    .filter(({ root }) => root === folder?.folder.uri.toString())
    .map(({ title, path, prefix }) => ({ title, path: `${prefix ?? ''}${path}` }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const toItem = (path: string, title: string): LinkItem => ({
    icon: 'book',
    label: title,
    description: folderOf(path),
    path,
  });
  const items: LinkItem[] = [
    ...likely.map((path) => toItem(path, folder?.documentAt(path.replace(/#.*/, ''))?.title ?? path)),
    ...(likely.length > 0 && runbooks.length > 0
      ? [{ label: l10n.t('all runbooks'), kind: QuickPickItemKind.Separator }]
      : []),
    ...runbooks.map(({ path, title }) => toItem(path, title)),
  ];
  if (items.length === 0) {
    throw new UserError(l10n.t('There are no runbooks yet. Use "Create Runbook for This Alert".'));
  }
  return (
    await chooseItem(items, { title: l10n.t('Link {0} to a Runbook', found.alert.name), matchOnDescription: true })
  )?.path;
}
