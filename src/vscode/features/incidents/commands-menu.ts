import { commands, l10n, QuickPickItemKind } from 'vscode';
import type { Deps } from '../../deps.ts';
import type { CommandId } from '../../ids.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem } from '../../services/ask.ts';
import type { Item } from '../../services/shown.ts';
import { currentIncident, elapsed, recordUri } from './current.ts';

type Entry = Item & { readonly command?: CommandId };

/** Shows the commands for an incident. */
export async function showIncidentCommands(deps: Deps, target: unknown): Promise<void> {
  const incident = await currentIncident(deps, new Answers(target).target);
  if (incident === undefined) {
    return;
  }
  const { severity, status } = incident.document.metadata;
  const facts = [severity, status, elapsed(incident, deps.clock.now())].filter(Boolean).join(' · ');
  const title = `${incident.document.title} (${facts})`;
  const picked = await chooseItem(entries(), { title, placeHolder: l10n.t('What do you want to do?') });
  if (picked?.command !== undefined) {
    await commands.executeCommand(picked.command, recordUri(incident));
  }
}

function entries(): Entry[] {
  return [
    { label: l10n.t('Log Timeline Entry…'), icon: 'add', command: 'runbookLens.logEntry' },
    { label: l10n.t('Import into the Timeline…'), icon: 'cloud-download', command: 'runbookLens.importIntoTimeline' },
    { label: l10n.t('Open Incident Record'), icon: 'go-to-file', command: 'runbookLens.openIncident' },
    { label: l10n.t('Open Runbook for This Incident…'), icon: 'book', command: 'runbookLens.openRunbookForIncident' },
    { label: l10n.t('change'), kind: QuickPickItemKind.Separator },
    { label: l10n.t('Change Status…'), icon: 'pulse', command: 'runbookLens.changeStatus' },
    { label: l10n.t('Change Severity…'), icon: 'flame', command: 'runbookLens.changeSeverity' },
    { label: l10n.t('Assign Role…'), icon: 'person-add', command: 'runbookLens.assignRole' },
    { label: l10n.t('Hand Over…'), icon: 'arrow-swap', command: 'runbookLens.handOver' },
    { label: l10n.t('report and finish'), kind: QuickPickItemKind.Separator },
    { label: l10n.t('Draft Status Update…'), icon: 'megaphone', command: 'runbookLens.draftStatusUpdate' },
    { label: l10n.t('Resolve Incident…'), icon: 'check-all', command: 'runbookLens.resolveIncident' },
    { label: l10n.t('Commit Incident Record…'), icon: 'git-commit', command: 'runbookLens.commitRecord' },
  ];
}
