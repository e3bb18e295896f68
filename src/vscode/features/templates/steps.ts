import { l10n, window, workspace, type QuickPickItem, type WorkspaceFolder } from 'vscode';
import {
  builtInTemplates,
  UserError,
  type Catalog,
  type DocumentKind,
  type TeamWords,
  type Template,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { askChoice, askText, type Answer, type Step, type StepPlace } from '../../services/wizard.ts';

/** The answers of a wizard. They are kept when the user goes back. */
export interface Draft {
  folder: WorkspaceFolder;
  template: Template | undefined;
  title: string;
  service: string;
  severity: string;
  /** YYYY-MM-DD hh:mm in `zone`. */
  start: string;
  zone: string;
  path: string;
  /** The last suggested path. A path that the user edited is kept when another answer changes. */
  suggested: string;
}

/** Returns the workspace folder of the active editor, or the first one. Throws a UserError if none is open. */
export function startFolder(): WorkspaceFolder {
  const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  const folder = active ?? workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new UserError(l10n.t('Open a folder first. Runbooks and postmortems are files in that folder.'));
  }
  return folder;
}

/** Asks for the workspace folder, if there are several. */
export function folderSteps(draft: Draft): Step[] {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) {
    return [];
  }
  return [
    async (place) => {
      const items = folders.map((folder) => ({ label: folder.name, description: folder.uri.fsPath, folder }));
      const active = items.find(({ folder }) => folder.index === draft.folder.index);
      return keep(await askChoice(place, { placeholder: l10n.t('Choose a folder.'), items, active }), (item) => {
        draft.folder = item.folder;
      });
    },
  ];
}

/** Returns the team's words in the draft's folder. */
export function wordsFor({ index }: Deps, { folder }: Draft): TeamWords {
  return index.catalog.team(folder.uri.toString()).settingsFor('').words;
}

/** Asks for a template of a kind, team templates first. */
export function templateStep(
  catalog: Catalog,
  kind: DocumentKind,
  draft: Draft,
  preferred: () => string | undefined,
): Step {
  return async (place) => {
    const own = catalog.team(draft.folder.uri.toString()).templates;
    const wanted = draft.template?.id ?? preferred();
    const items = [...own, ...builtInTemplates]
      .filter((template) => template.kind === kind)
      .toSorted((a, b) => Number(b.id === wanted) - Number(a.id === wanted))
      .map((template) => ({
        label: template.name,
        detail: template.description,
        ...('file' in template && { description: l10n.t('team template') }),
        template,
      }));
    return keep(await askChoice(place, { placeholder: l10n.t('Choose a template.'), items }), (item) => {
      draft.template = item.template;
    });
  };
}

/** Asks for the title. It must have a letter or digit. */
export function titleStep(prompt: string, placeholder: string, draft: Draft): Step {
  return async (place) =>
    keep(
      await askText(place, {
        prompt,
        placeholder,
        value: draft.title,
        problem: (value) => (/[\p{L}\p{N}]/u.test(value) ? undefined : l10n.t('Enter a title.')),
      }),
      (value) => {
        draft.title = value.trim();
      },
    );
}

/** Asks for a service: a known one, a new one, or none. */
export function serviceStep(draft: Draft, services: () => readonly string[]): Step {
  return async (place) => {
    const none = { label: l10n.t('No service'), service: '' };
    const items = [...services().map((service) => ({ label: service, service })), none];
    const active = items.find(({ service }) => service === draft.service && service !== '');
    const typed = (text: string): { label: string; description: string; service: string } => ({
      label: text,
      description: l10n.t('new service'),
      service: text,
    });
    return keep(
      await askChoice(place, {
        placeholder: l10n.t('Choose a service, or type a new name.'),
        items,
        active,
        typed,
      }),
      (item) => {
        draft.service = item.service;
      },
    );
  };
}

/** Asks for one of some texts, or a new one. */
export async function chooseText(
  place: StepPlace,
  placeholder: string,
  options: readonly QuickPickItem[],
  current: string,
): Promise<Answer<string>> {
  const active = options.find(({ label }) => label === current);
  const answer = await askChoice(place, { placeholder, items: options, active, typed: (text) => ({ label: text }) });
  return typeof answer === 'string' ? answer : { value: answer.value.label };
}

/** Stores an answer and returns how the step ended. */
export function keep<T>(answer: Answer<T>, store: (value: T) => void): 'next' | 'back' | 'cancel' {
  if (typeof answer === 'string') {
    return answer;
  }
  store(answer.value);
  return 'next';
}
