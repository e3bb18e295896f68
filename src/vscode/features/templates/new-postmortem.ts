import { l10n } from 'vscode';
import { knownServices, knownSeverities, wallClock, zonedIso, type CatalogDocument } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { askText, runWizard, type Step } from '../../services/wizard.ts';
import { askZone } from '../../services/zones.ts';
import { createStep } from './path-step.ts';
import {
  chooseText,
  folderSteps,
  keep,
  serviceStep,
  startFolder,
  templateStep,
  titleStep,
  wordsFor,
  type Draft,
} from './steps.ts';

const zoneMemory = 'postmortem.zone';

/**
 * Asks for the facts of a postmortem, with a way back, and creates it.
 * @param service known already, so it is not asked for.
 */
export async function newPostmortem(deps: Deps, service?: string): Promise<void> {
  const { context, index } = deps;
  const zone = context.globalState.get<string>(zoneMemory) ?? 'UTC';
  const draft: Draft = {
    folder: startFolder(),
    template: undefined,
    title: '',
    service: service ?? '',
    severity: '',
    start: wallClock(new Date(), zone),
    zone,
    path: '',
    suggested: '',
  };
  const documents = (): CatalogDocument[] => index.catalog.documents();
  const steps: Step[] = [
    ...folderSteps(draft),
    templateStep(index.catalog, 'postmortem', draft, () => usualTemplate(deps, draft)),
    titleStep(
      l10n.t('What happened, in a few words? Name the impact, not the cause.'),
      l10n.t('Checkout fails for cards from one bank'),
      draft,
    ),
    async (place) => {
      const items = knownSeverities(documents(), wordsFor(deps, draft)).map((label) => ({ label }));
      return keep(
        await chooseText(place, l10n.t('Choose a severity, or type your own.'), items, draft.severity),
        (value) => {
          draft.severity = value;
        },
      );
    },
    ...(service === undefined ? [serviceStep(draft, () => knownServices(documents(), wordsFor(deps, draft)))] : []),
    startStep(draft),
    zoneStep(draft),
    createStep(deps, draft, {
      kind: 'postmortem',
      date: () => draft.start.trim().slice(0, 10),
      variables: async () => ({
        title: draft.title,
        date: draft.start.trim().slice(0, 10),
        start: zonedIso(draft.start, draft.zone),
        zone: draft.zone,
        severity: draft.severity,
        service: draft.service,
        author: (await index.history?.author(draft.folder.uri.fsPath))?.name,
      }),
    }),
  ];
  if (await runWizard(l10n.t('New Postmortem'), steps)) {
    await context.globalState.update(zoneMemory, draft.zone);
  }
}

function startStep(draft: Draft): Step {
  return async (place) => {
    const now = wallClock(new Date(), draft.zone);
    return keep(
      await askText(place, {
        prompt: l10n.t(
          'When did it start? YYYY-MM-DD hh:mm (now: {0} in {1}). You can change the time zone in the next step.',
          now,
          draft.zone,
        ),
        value: draft.start,
        problem: (value) =>
          zonedIso(value, 'UTC') === undefined ? l10n.t('Not a valid time. Example: {0}.', now) : undefined,
      }),
      (value) => {
        draft.start = value.trim();
      },
    );
  };
}

function zoneStep(draft: Draft): Step {
  return async (place) =>
    keep(await askZone(place, l10n.t('Time zone of {0}', draft.start), draft.zone), (zone) => {
      draft.zone = zone;
    });
}

/** Returns the template that the postmortems of the folder follow, or undefined. */
function usualTemplate({ index }: Deps, { folder }: Draft): string | undefined {
  const root = folder.uri.toString();
  const first = index.catalog.documents('postmortem').find((document) => document.root === root);
  const expectation = first && index.catalog.context(first.uri)?.expectation;
  return expectation?.strong === true ? expectation.convention.template.id : undefined;
}
