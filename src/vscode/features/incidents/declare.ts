import { l10n, QuickPickItemKind, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import {
  dayIn,
  declareRecord,
  knownServices,
  knownSeverities,
  linkIncident,
  recordTemplate,
  serviceNamedIn,
  suggestPath,
  UserError,
  type Declaration,
  type TeamWords,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { freePath } from '../../services/new-file.ts';
import { readSetting } from '../../services/settings.ts';
import type { Item } from '../../services/shown.ts';
import { askChoice, askText, runWizard, type Step } from '../../services/wizard.ts';
import { openCockpit } from './cockpit.ts';
import { sourceOf, type Source } from './source.ts';

interface Draft {
  title: string;
  severity: string;
  /** Empty if not known. */
  service: string;
}

/**
 * Declares an incident: asks two questions, creates the record and opens it. From a runbook or an alert, the record
 * takes the service and links to it.
 */
export async function declareIncident(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const source = await sourceOf(deps, answers);
  const folder = folderFor(source?.uri ?? answers.target);
  const at = deps.clock.now();
  // Git runs while the user answers.
  const me = deps.people.me(folder.uri);
  const draft: Draft = {
    title: answers.text('title') ?? '',
    severity: answers.text('severity') ?? '',
    service: answers.text('service') ?? source?.service ?? '',
  };
  const usual = source?.title ?? l10n.t('Incident at {0} UTC', at.toISOString().slice(11, 16));
  const steps = [
    ...(draft.title === '' ? [titleStep(draft, usual)] : []),
    ...(draft.severity === '' ? [severityStep(deps, folder, draft)] : []),
  ];
  if (await runWizard(l10n.t('Declare Incident'), steps)) {
    await create(deps, folder, { ...draft, at, commander: await me }, source);
  }
}

function folderFor(uri: Uri | undefined): WorkspaceFolder {
  const active = uri ?? window.activeTextEditor?.document.uri;
  const folder = (active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new UserError(l10n.t('Open a folder first. The incident record is a file in that folder.'));
  }
  return folder;
}

function titleStep(draft: Draft, usual: string): Step {
  return async (place) => {
    const answer = await askText(place, {
      prompt: l10n.t('What is broken, and for whom? Press Enter to use this title. You can change it later.'),
      placeholder: l10n.t('Checkout fails for cards from one bank'),
      value: draft.title || usual,
      problem: (value) => (/[\p{L}\p{N}]/u.test(value) ? undefined : l10n.t('Enter a title.')),
    });
    if (typeof answer === 'string') {
      return answer;
    }
    draft.title = answer.value.trim();
    return 'next';
  };
}

type SeverityItem = Item & { readonly severity?: string };

/** Asks for the severity. The user can change the suggested service here. */
function severityStep(deps: Deps, folder: WorkspaceFolder, draft: Draft): Step {
  const { catalog } = deps.index;
  return async (place) => {
    // The team's words are known after indexing, which continues while the user types the title.
    await deps.index.whenReady();
    const words = wordsIn(deps, folder);
    const services = knownServices(catalog.documents(), words);
    draft.service ||= serviceNamedIn(draft.title, services) ?? '';
    for (;;) {
      const severities = knownSeverities(catalog.documents(), words);
      const items: SeverityItem[] = [
        ...severities.map((severity) => ({ label: severity, severity })),
        { label: l10n.t('service'), kind: QuickPickItemKind.Separator },
        {
          icon: 'server',
          label: l10n.t('Service: {0}', draft.service || l10n.t('unknown')),
          description: l10n.t('change'),
        },
      ];
      const placeholder =
        draft.service === ''
          ? l10n.t('Choose a severity. You can change it at any time.')
          : l10n.t('Choose a severity. Service: {0}.', draft.service);
      const answer = await askChoice<SeverityItem>(place, {
        placeholder,
        items,
        // Two keys are enough to declare an incident, and the worst severity calls for help.
        active: items[0],
        typed: (text) => ({ label: text, severity: text }),
      });
      if (typeof answer === 'string') {
        return answer;
      }
      if (answer.value.severity !== undefined) {
        draft.severity = answer.value.severity;
        return 'next';
      }
      const chosen = await askChoice<Item>(place, {
        placeholder: l10n.t('Choose a service, or type a new name.'),
        items: services.map((label) => ({ label })),
        typed: (label) => ({ label, description: l10n.t('new service') }),
      });
      draft.service = typeof chosen === 'string' ? draft.service : chosen.value.label;
    }
  };
}

function wordsIn({ index }: Deps, folder: WorkspaceFolder): TeamWords {
  return index.catalog.team(folder.uri.toString()).settingsFor('').words;
}

async function create(
  deps: Deps,
  folder: WorkspaceFolder,
  known: Declaration,
  source: Source | undefined,
): Promise<void> {
  const { index } = deps;
  const { title, service, at } = known;
  await index.whenReady();
  const root = folder.uri.toString();
  const date = dayIn(at, 'UTC');
  const template = recordTemplate(index.catalog, root, date);
  const suggested = suggestPath(index.catalog, {
    root,
    template,
    title,
    service,
    date,
    folder: readSetting('postmortems.folder', folder),
    fileName: readSetting('postmortems.fileName', folder),
  });
  const path = await freePath(folder, suggested);
  const uri = Uri.joinPath(folder.uri, path);
  const text = declareRecord({ uri: uri.toString(), root, path }, template, {
    ...known,
    source: source?.linkFrom(path),
    statuses: wordsIn(deps, folder).statuses,
  });
  await deps.files.create(uri, text);
  const { document } = await openCockpit(deps, uri, source?.runbook);
  if (source?.runbook !== undefined && source.isNear) {
    const record = index.read(document);
    await deps.editor.change(Uri.parse(source.runbook.uri), (runbook) => linkIncident(runbook, record));
  }
}
