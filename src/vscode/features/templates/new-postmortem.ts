import { l10n } from 'vscode';
import {
  dayIn,
  isoIn,
  knownServices,
  knownSeverities,
  ownTemplates,
  recordTemplate,
  serviceNamedIn,
  wallClock,
  type CatalogDocument,
  type SpokenTime,
  type Template,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { askTime } from '../../services/ask-time.ts';
import type { Item } from '../../services/shown.ts';
import { askChoice, runWizard, type Step } from '../../services/wizard.ts';
import { askZone } from '../../services/zones.ts';
import { createFrom, pathStep, type CreateRequest } from './path-step.ts';
import {
  folderSteps,
  keep,
  moreItem,
  serviceStep,
  startFolder,
  templateStep,
  titleStep,
  wordsFor,
  type Draft,
} from './steps.ts';

const zoneMemory = 'postmortem.zone';

interface PostmortemDraft extends Draft {
  severity: string;
  /** Whether the user wants another service than the one in the title. */
  changesService: boolean;
  start: SpokenTime | undefined;
  zone: string;
  author: string | undefined;
}

/**
 * Asks for title, severity and service, and on request for the rest, with a way back. Creates the postmortem.
 * @param service known already, so it is not asked for.
 */
export async function newPostmortem(deps: Deps, service?: string): Promise<void> {
  const { clock, context, index, people } = deps;
  const draft: PostmortemDraft = {
    folder: startFolder(),
    template: undefined,
    title: '',
    service: undefined,
    severity: '',
    changesService: false,
    start: undefined,
    zone: context.globalState.get<string>(zoneMemory) ?? 'UTC',
    author: undefined,
    path: '',
    suggested: '',
    more: false,
  };
  const documents = (): CatalogDocument[] => index.catalog.documents();
  const services = (): string[] => knownServices(documents(), wordsFor(deps, draft));
  const day = (): string => draft.start?.date ?? dayIn(clock.now(), draft.zone);
  const root = (): string => draft.folder.uri.toString();
  /** The service that is certain. */
  const named = (): string | undefined => service ?? serviceNamedIn(draft.title, services());
  const asksService = (): boolean => draft.changesService || named() === undefined;
  const chosen = (): string => (asksService() ? draft.service : named()) ?? '';
  const request: CreateRequest = {
    kind: 'postmortem',
    template: () => draft.template ?? recordTemplate(index.catalog, root(), day()),
    date: day,
    service: chosen,
    variables: async () => ({
      title: draft.title,
      date: day(),
      ...(draft.start?.timed === true && { start: isoIn(draft.start.at, draft.zone) }),
      zone: draft.zone,
      severity: draft.severity,
      service: chosen(),
      author: draft.author ?? (await people.me(draft.folder.uri)),
    }),
  };
  const own = (): readonly Template[] => ownTemplates(index.catalog, root(), 'postmortem', day());
  const steps = (): Step[] => [
    ...folderSteps(draft),
    titleStep(
      l10n.t('What happened, in a few words? Name the impact, not the cause.'),
      l10n.t('Checkout fails for cards from one bank'),
      draft,
      () => index.whenReady(),
    ),
    severityStep(deps, draft, asksService() ? undefined : named()),
    ...(asksService() ? [serviceStep(draft, services, further())] : []),
    ...(draft.more
      ? [
          templateStep('postmortem', draft, own, () => recordTemplate(index.catalog, root(), day())),
          startStep(deps, draft),
          zoneStep(draft),
          authorStep(deps, draft),
          pathStep(deps, draft, request),
        ]
      : []),
  ];
  if (!(await runWizard(l10n.t('New Postmortem'), steps))) {
    return;
  }
  if (draft.more) {
    await context.globalState.update(zoneMemory, draft.zone);
  } else {
    await createFrom(deps, draft, request, l10n.t('New Postmortem'));
  }
}

function further(): string {
  return l10n.t('template, start, time zone, author, path');
}

interface SeverityItem extends Item {
  readonly severity?: string;
  readonly leads?: 'service' | 'more';
}

/** Asks for the severity. @param service the one in the title, which can be changed here. */
function severityStep(deps: Deps, draft: PostmortemDraft, service: string | undefined): Step {
  return async (place) => {
    const severities = knownSeverities(deps.index.catalog.documents(), wordsFor(deps, draft));
    const items: SeverityItem[] = [
      ...severities.map((label) => ({ label, severity: label })),
      ...(service === undefined
        ? []
        : [
            {
              icon: 'server',
              label: l10n.t('Service: {0}', service),
              description: l10n.t('change'),
              leads: 'service' as const,
            },
            ...(draft.more ? [] : [{ ...moreItem(further()), leads: 'more' as const }]),
          ]),
    ];
    const answer = await askChoice<SeverityItem>(place, {
      placeholder: l10n.t('Choose a severity, or type your own.'),
      items,
      active: items.find(({ severity }) => severity === draft.severity) ?? 'none',
      typed: (text) => ({ label: text, severity: text }),
    });
    if (typeof answer !== 'string' && answer.value.leads !== undefined) {
      draft.more ||= answer.value.leads === 'more';
      draft.changesService ||= answer.value.leads === 'service';
      return 'again';
    }
    return keep(answer, ({ severity = '' }) => {
      draft.severity = severity;
    });
  };
}

function startStep({ clock }: Deps, draft: PostmortemDraft): Step {
  return async (place) =>
    keep(
      await askTime(place, {
        prompt: l10n.t(
          'When did it start? In {0}, unless you name another zone. Leave it empty if unknown.',
          draft.zone,
        ),
        value: draft.start === undefined ? '' : wallClock(draft.start.at, draft.zone),
        now: clock.now(),
        zone: draft.zone,
        toward: 'past',
        optional: true,
      }),
      (start) => {
        draft.start = start;
      },
    );
}

function zoneStep(draft: PostmortemDraft): Step {
  return async (place) =>
    keep(await askZone(place, l10n.t('Time zone of the record'), draft.zone), (zone) => {
      draft.zone = zone;
    });
}

/** Asks for the author: the user, or another person of the repository. */
function authorStep({ people }: Deps, draft: PostmortemDraft): Step {
  return async (place) => {
    const { uri } = draft.folder;
    const me = await people.me(uri);
    const others = (await people.of(uri)).map(({ name }) => name).filter((name) => name !== me);
    const items = [
      ...(me === undefined ? [] : [{ label: me, description: l10n.t('you') }]),
      ...others.map((label) => ({ label })),
    ];
    return keep(
      await askChoice<Item>(place, {
        placeholder: l10n.t('Author of the postmortem. Choose a person, or type a name.'),
        items,
        active: items.find(({ label }) => label === (draft.author ?? me)) ?? 'none',
        typed: (label) => ({ label, description: l10n.t('new name') }),
      }),
      ({ label }) => {
        draft.author = label;
      },
    );
  };
}
