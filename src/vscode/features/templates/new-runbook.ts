import { l10n } from 'vscode';
import {
  genericTemplates,
  knownServices,
  ownTemplates,
  serviceNamedIn,
  wallClock,
  type Template,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { runWizard, type Step } from '../../services/wizard.ts';
import { pathStep, type CreateRequest } from './path-step.ts';
import { folderSteps, serviceStep, startFolder, templateStep, titleStep, wordsFor, type Draft } from './steps.ts';

/**
 * Asks for the facts of a runbook, with a way back, and creates it. The repository's own template is used without a
 * question, if there is one.
 * @param target answers: `title` is suggested.
 */
export async function newRunbook(deps: Deps, target?: unknown): Promise<void> {
  const { index, clock } = deps;
  const today = wallClock(clock.now(), 'UTC').slice(0, 10);
  const draft: Draft = {
    folder: startFolder(),
    template: undefined,
    title: new Answers(target).text('title') ?? '',
    service: undefined,
    path: '',
    suggested: '',
    more: false,
  };
  const own = (): readonly Template[] => ownTemplates(index.catalog, draft.folder.uri.toString(), 'runbook', today);
  const only = (): Template | undefined => (own().length === 1 ? own()[0] : undefined);
  const services = (): string[] => knownServices(index.catalog.documents(), wordsFor(deps, draft));
  const request: CreateRequest = {
    kind: 'runbook',
    template: () => draft.template ?? only() ?? genericTemplates.runbook,
    date: () => today,
    service: () => draft.service ?? '',
    variables: async () => ({ title: draft.title, service: draft.service, date: today }),
  };
  const askTemplate = templateStep('runbook', draft, own, only);
  const steps = (): Step[] => [
    ...folderSteps(draft),
    titleStep(
      l10n.t('Alert, symptom or task that the runbook is for'),
      l10n.t('DiskAlmostFull, or Rotate the database password'),
      draft,
      () => index.whenReady(),
    ),
    ...(only() === undefined ? [askTemplate] : []),
    serviceStep(draft, services, only() === undefined ? undefined : l10n.t('another template'), () =>
      serviceNamedIn(draft.title, services()),
    ),
    ...(only() !== undefined && draft.more ? [askTemplate] : []),
    pathStep(deps, draft, request),
  ];
  await runWizard(l10n.t('New Runbook'), steps);
}
