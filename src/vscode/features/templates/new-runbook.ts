import { l10n } from 'vscode';
import { knownServices, wallClock } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { runWizard } from '../../services/wizard.ts';
import { createStep } from './path-step.ts';
import { folderSteps, serviceStep, startFolder, templateStep, titleStep, wordsFor, type Draft } from './steps.ts';

/**
 * Asks for the facts of a runbook, with a way back, and creates it.
 * @param target answers: `title` is suggested.
 */
export async function newRunbook(deps: Deps, target?: unknown): Promise<void> {
  const today = wallClock(new Date(), 'UTC');
  const draft: Draft = {
    folder: startFolder(),
    template: undefined,
    title: new Answers(target).text('title') ?? '',
    service: '',
    severity: '',
    start: today,
    zone: 'UTC',
    path: '',
    suggested: '',
  };
  await runWizard(l10n.t('New Runbook'), [
    ...folderSteps(draft),
    templateStep(deps.index.catalog, 'runbook', draft, () => undefined),
    titleStep(
      l10n.t('Alert, symptom or task that the runbook is for'),
      l10n.t('DiskAlmostFull, or Rotate the database password'),
      draft,
    ),
    serviceStep(draft, () => knownServices(deps.index.catalog.documents(), wordsFor(deps, draft))),
    createStep(deps, draft, {
      kind: 'runbook',
      date: () => today.slice(0, 10),
      variables: async () => ({ title: draft.title, service: draft.service, date: today.slice(0, 10) }),
    }),
  ]);
}
