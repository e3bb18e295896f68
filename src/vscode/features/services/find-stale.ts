import { commands, l10n, ProgressLocation, Range, Uri, window, workspace } from 'vscode';
import { labelText } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { CommandId } from '../../ids.ts';
import { chooseItem } from '../../services/ask.ts';
import { tell } from '../../services/tell.ts';
import type { CommandDeps } from './commands.ts';
import { mayBeReviewed, type FoundSuspect, type StaleFound } from './stale-folders.ts';

/** Looks in the history for what speaks against runbooks, lists those, and opens what is chosen. The Services view shows them too from then on. */
export async function findStaleRunbooks({ deps, services, staleness, fileOf }: CommandDeps): Promise<void> {
  await deps.index.whenReady();
  const found = await looked(deps, (signal) => staleness.find(signal));
  if (found === undefined) {
    return;
  }
  services.refresh();
  found.notes.forEach((note) => deps.log.info(note));
  const sentences = [...summaryOf(found), ...found.notes];
  if (sentences.length > 0) {
    void tell(sentences.join(' '));
  }
  if (found.suspects.length === 0) {
    return;
  }
  const several = (workspace.workspaceFolders?.length ?? 0) > 1;
  const items = found.suspects.map((each) => ({
    label: titleOf(deps, each, fileOf),
    description: several ? (workspace.getWorkspaceFolder(Uri.parse(each.root))?.name ?? '') : each.suspect.path,
    detail: [
      each.suspect.evidence[0]?.what ?? '',
      ...(each.suspect.evidence.length > 1 ? [l10n.t('and {0} more', each.suspect.evidence.length - 1)] : []),
    ].join(' · '),
    each,
  }));
  const placeHolder =
    items.length === 1
      ? l10n.t('1 runbook to look at. Choose it to see why.')
      : l10n.t('{0} runbooks to look at, the strongest evidence first. Choose one to see why.', items.length);
  const chosen = await chooseItem(items, {
    placeHolder,
    matchOnDetail: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (chosen !== undefined) {
    await look(chosen.each, fileOf);
  }
}

/** What a look says if it lists nothing. Where nothing could be looked in, the notes say why. */
function summaryOf({ suspects, notes, hasLooked }: StaleFound): string[] {
  if (suspects.length > 0 || (!hasLooked && notes.length > 0)) {
    return [];
  }
  return [
    hasLooked
      ? l10n.t('Nothing speaks against any runbook.')
      : l10n.t('There is no folder whose history could be looked in.'),
  ];
}

/** Shows progress that can be cancelled; undefined if it was. */
async function looked(
  { log }: Deps,
  find: (signal: AbortSignal) => Promise<StaleFound>,
): Promise<StaleFound | undefined> {
  const title = labelText(l10n.t('Looking in the history for what speaks against runbooks…'));
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_, token): Promise<StaleFound | undefined> => {
      const cancel = new AbortController();
      token.onCancellationRequested(() => cancel.abort());
      try {
        return await find(cancel.signal);
      } catch (error) {
        if (cancel.signal.aborted) {
          log.info('Looking for stale runbooks was cancelled.');
          return undefined;
        }
        throw error;
      }
    },
  );
}

/** Offers the runbook, each place that speaks against it, and to note that it is right as it is, if that answers any of it. */
async function look({ root, suspect }: FoundSuspect, fileOf: CommandDeps['fileOf']): Promise<void> {
  const runbook = fileOf(root, suspect.path);
  const reviewed: CommandId = 'runbookLens.reviewedToday';
  const items = [
    { label: l10n.t('Open the runbook'), icon: 'book', run: () => commands.executeCommand('vscode.open', runbook) },
    ...suspect.evidence.map(({ what, path, line = 0, date }) => ({
      label: what,
      icon: 'search',
      description: [path === undefined ? '' : `${path}:${line + 1}`, date ?? '']
        .filter((part) => part !== '')
        .join(' · '),
      run: () =>
        commands.executeCommand('vscode.open', path === undefined ? runbook : fileOf(root, path), {
          selection: new Range(line, 0, line, 0),
        }),
    })),
    ...(mayBeReviewed(suspect)
      ? [
          {
            label: l10n.t('It is right as it is: Reviewed Today'),
            icon: 'check',
            run: () => commands.executeCommand(reviewed, runbook),
          },
        ]
      : []),
  ];
  await (await chooseItem(items, { placeHolder: l10n.t('What speaks against {0}', suspect.path) }))?.run();
}

function titleOf({ index }: Deps, { root, suspect: { path } }: FoundSuspect, fileOf: CommandDeps['fileOf']): string {
  return index.catalog.get(fileOf(root, path).toString())?.title ?? path;
}
