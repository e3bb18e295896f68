import { commands, l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { Deps } from '../../deps.ts';
import type { CommandId } from '../../ids.ts';
import { Answers } from '../../services/answers.ts';
import { currentIncident, elapsed, recordUri } from './current.ts';

type Entry = QuickPickItem & { readonly command?: CommandId };

/** Offers what can be done about an incident. */
export async function showIncidentCommands(deps: Deps, target: unknown): Promise<void> {
  const incident = await currentIncident(deps, new Answers(target).target);
  if (incident === undefined) {
    return;
  }
  const { severity, status } = incident.document.metadata;
  const facts = [severity, status, elapsed(incident, deps.clock.now())].filter(Boolean).join(' · ');
  const title = `${incident.document.title} (${facts})`;
  const picked = await window.showQuickPick(entries(), { title, placeHolder: l10n.t('What do you want to do?') });
  if (picked?.command !== undefined) {
    await commands.executeCommand(picked.command, recordUri(incident));
  }
}

function entries(): Entry[] {
  return [
    { label: l10n.t('$(add) Log Timeline Entry…'), command: 'runbookLens.logEntry' },
    { label: l10n.t('$(go-to-file) Open Incident Record'), command: 'runbookLens.openIncident' },
    { label: l10n.t('$(book) Open Runbook for This Incident…'), command: 'runbookLens.openRunbookForIncident' },
    { label: l10n.t('change'), kind: QuickPickItemKind.Separator },
    { label: l10n.t('$(pulse) Change Status…'), command: 'runbookLens.changeStatus' },
    { label: l10n.t('$(flame) Change Severity…'), command: 'runbookLens.changeSeverity' },
    { label: l10n.t('$(person-add) Assign Role…'), command: 'runbookLens.assignRole' },
    { label: l10n.t('$(arrow-swap) Hand Over…'), command: 'runbookLens.handOver' },
    { label: l10n.t('report and finish'), kind: QuickPickItemKind.Separator },
    { label: l10n.t('$(megaphone) Draft Status Update…'), command: 'runbookLens.draftStatusUpdate' },
    { label: l10n.t('$(check-all) Resolve Incident…'), command: 'runbookLens.resolveIncident' },
    { label: l10n.t('$(git-commit) Commit Incident Record…'), command: 'runbookLens.commitRecord' },
  ];
}
