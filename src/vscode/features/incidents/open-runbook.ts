import { commands, l10n, QuickPickItemKind, Uri } from 'vscode';
import { folderOf, rankRunbooks, UserError, type CatalogDocument } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem } from '../../services/ask.ts';
import type { Item } from '../../services/shown.ts';
import { currentIncident } from './current.ts';

/** Shows all runbooks, best matches first, and opens the chosen one. */
export async function openRunbookForIncident(deps: Deps, target: unknown): Promise<void> {
  const incident = await currentIncident(deps, new Answers(target).target);
  if (incident === undefined) {
    return;
  }
  const all = deps.index.catalog.telling('procedure');
  const ranked = rankRunbooks(incident.document, all);
  const likely = ranked.filter(({ reason }) => reason !== undefined).map(({ runbook }) => runbook);
  const others = ranked.filter(({ reason }) => reason === undefined).map(({ runbook }) => runbook);
  if (all.length === 0) {
    throw new UserError(l10n.t('There are no runbooks yet. Create one with "New Runbook…".'));
  }
  const items: Array<Item & { runbook?: CatalogDocument }> = [
    ...likely.map(toItem),
    ...(likely.length > 0 && others.length > 0
      ? [{ label: l10n.t('other runbooks'), kind: QuickPickItemKind.Separator }]
      : []),
    ...others.map(toItem),
  ];
  const placeHolder = l10n.t('Choose a runbook. The best matches come first.');
  const picked = await chooseItem(items, {
    title: incident.document.title,
    placeHolder,
    matchOnDescription: true,
  });
  if (picked?.runbook !== undefined) {
    await commands.executeCommand('vscode.open', Uri.parse(picked.runbook.uri));
  }
}

function toItem(runbook: CatalogDocument): Item & { runbook: CatalogDocument } {
  const facts = [runbook.metadata.services?.join(', '), folderOf(runbook.path)];
  return {
    icon: 'book',
    label: runbook.title,
    description: facts.filter((fact) => fact !== undefined && fact !== '').join(' · '),
    runbook,
  };
}
