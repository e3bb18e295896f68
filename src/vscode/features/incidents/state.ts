import { commands, l10n, type QuickPickItem } from 'vscode';
import {
  changeSeverity,
  changeStatus,
  incidentPhases,
  knownSeverities,
  type Incident,
  type IncidentPhase,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { tell } from '../../services/tell.ts';
import { askChoice, type StepPlace } from '../../services/wizard.ts';
import { changeRecord, wordsOf } from './change.ts';
import { currentIncident, recordUri } from './current.ts';

/** Asks for the severity and changes it. */
export async function changeIncidentSeverity(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const incident = await currentIncident(deps, answers.target);
  const severity = incident && (answers.text('severity') ?? (await askSeverity(deps, incident)));
  if (incident !== undefined && severity !== undefined) {
    await changeRecord(deps, recordUri(incident), (context) => changeSeverity(context, severity));
  }
}

async function askSeverity(deps: Deps, { document }: Incident): Promise<string | undefined> {
  const words = wordsOf(deps, document);
  const current = document.metadata.severity;
  const items = knownSeverities(deps.index.catalog.documents(), words).map((label): QuickPickItem => ({ label }));
  const answer = await askChoice(only(document.title), {
    placeholder: l10n.t('Choose the new severity.'),
    items: currentLast(items, ({ label }) => label === current),
    active: 'none',
  });
  return typeof answer === 'string' ? undefined : answer.value.label;
}

/** The items with the current one at the end, marked as such. */
function currentLast<T extends QuickPickItem>(items: readonly T[], isCurrent: (item: T) => boolean): T[] {
  const marked = items.filter(isCurrent).map((item) => ({
    ...item,
    description: [item.description, l10n.t('current')].filter(Boolean).join(' · '),
  }));
  return [...items.filter((item) => !isCurrent(item)), ...marked];
}

function only(title: string): StepPlace {
  return { title, step: 1, totalSteps: 1 };
}

/** Asks for the status and changes it. If the incident is resolved, offers to make a postmortem draft. */
export async function changeIncidentStatus(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const incident = await currentIncident(deps, answers.target, 'unfinished');
  if (incident === undefined) {
    return;
  }
  const given = incidentPhases.find((phase) => phase === answers.text('status')?.toLowerCase());
  const phase = given ?? (await askPhase(incident));
  if (phase === undefined) {
    return;
  }
  await changeRecord(deps, recordUri(incident), (context) => changeStatus(context, phase));
  if (phase === 'resolved') {
    offerDraft(incident);
  }
}

const meanings: Readonly<Record<IncidentPhase, () => string>> = {
  investigating: () => l10n.t('the cause is not known yet'),
  identified: () => l10n.t('the cause is known'),
  mitigated: () => l10n.t('customers are no longer affected'),
  resolved: () => l10n.t('the incident is over'),
};

/** Asks for the status. The later ones come first. */
async function askPhase({ document, phase: current }: Incident): Promise<IncidentPhase | undefined> {
  const at = incidentPhases.indexOf(current);
  const phases = [...incidentPhases.slice(at), ...incidentPhases.slice(0, at)];
  const items = phases.map((phase): QuickPickItem & { phase: IncidentPhase } => ({
    label: phase,
    description: meanings[phase](),
    phase,
  }));
  const answer = await askChoice(only(document.title), {
    placeholder: l10n.t('Incident status'),
    items: currentLast(items, ({ phase }) => phase === current),
    active: 'none',
  });
  return typeof answer === 'string' ? undefined : answer.value.phase;
}

function offerDraft(incident: Incident): void {
  const resolve = l10n.t('Resolve Incident…');
  const message = l10n.t(
    '"{0}" is resolved. Do you want to add the missing times and create a draft of the postmortem?',
    incident.document.title,
  );
  void tell(message, resolve).then((answer) => {
    if (answer === resolve) {
      void commands.executeCommand('runbookLens.resolveIncident', recordUri(incident));
    }
  });
}
