import { l10n, window, workspace, type WorkspaceFolder } from 'vscode';
import { builtInTemplates, UserError, type DocumentKind, type TeamWords, type Template } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { Item } from '../../services/shown.ts';
import { askChoice, askText, type Answer, type Step } from '../../services/wizard.ts';

/** The answers of a wizard. They are kept when the user goes back. */
export interface Draft {
  folder: WorkspaceFolder;
  template: Template | undefined;
  title: string;
  /** Empty if there is none; undefined if it is not known yet. */
  service: string | undefined;
  path: string;
  /** Whether the other questions are asked too. */
  more: boolean;
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

/** Asks for a template of a kind, the repository's own first. */
export function templateStep(
  kind: DocumentKind,
  draft: Draft,
  own: () => readonly Template[],
  usual: () => Template | undefined,
): Step {
  return async (place) => {
    const current = (draft.template ?? usual())?.id;
    const items = [...own(), ...builtInTemplates.filter((template) => template.kind === kind)]
      .toSorted((a, b) => Number(b.id === current) - Number(a.id === current))
      .map((template) => ({
        label: template.name,
        detail: template.description,
        ...(!builtInTemplates.includes(template) && { description: l10n.t('template of this repository') }),
        template,
      }));
    return keep(await askChoice(place, { placeholder: l10n.t('Choose a template.'), items }), (item) => {
      draft.template = item.template;
    });
  };
}

/**
 * Asks for the title. It must have a letter or digit.
 * @param ready what the steps after it need; it goes on while the user types.
 */
export function titleStep(prompt: string, placeholder: string, draft: Draft, ready: () => Promise<unknown>): Step {
  return async (place) => {
    const answer = await askText(place, {
      prompt,
      placeholder,
      value: draft.title,
      problem: (value) => (/[\p{L}\p{N}]/u.test(value) ? undefined : l10n.t('Enter a title.')),
    });
    await ready();
    return keep(answer, (value) => {
      draft.title = value.trim();
    });
  };
}

/**
 * Asks for a service: a known one, a new one, or none.
 * @param further what the last item leads to.
 * @param named the service that is certain, so it is selected.
 */
export function serviceStep(
  draft: Draft,
  services: () => readonly string[],
  further?: string,
  named: () => string | undefined = () => undefined,
): Step {
  return async (place) => {
    const items: ServiceItem[] = [
      ...services().map((service) => ({ label: service, service })),
      { label: l10n.t('No service'), service: '' },
      ...(further === undefined || draft.more ? [] : [moreItem(further)]),
    ];
    const answer = await askChoice<ServiceItem>(place, {
      placeholder: l10n.t('Choose a service, or type a new name.'),
      items,
      active: items.find(({ service }) => service !== undefined && service === (draft.service ?? named())) ?? 'none',
      typed: (text) => ({ label: text, description: l10n.t('new service'), service: text }),
    });
    if (typeof answer !== 'string' && answer.value.service === undefined) {
      draft.more = true;
      return 'again';
    }
    return keep(answer, ({ service }) => {
      draft.service = service;
    });
  };
}

interface ServiceItem extends Item {
  /** Undefined for the item that leads to further questions. */
  readonly service?: string;
}

/** The item that leads to further questions. */
export function moreItem(what: string): Item {
  return { icon: 'ellipsis', label: l10n.t('More…'), description: what };
}

/** Stores an answer and returns how the step ended. */
export function keep<T>(answer: Answer<T>, store: (value: T) => void): 'next' | 'back' | 'cancel' {
  if (typeof answer === 'string') {
    return answer;
  }
  store(answer.value);
  return 'next';
}
