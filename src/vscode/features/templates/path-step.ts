import { l10n, Uri } from 'vscode';
import { newDocument, suggestPath, type DocumentKind, type Template, type Variables } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { kindIds } from '../../ids.ts';
import { report } from '../../services/commands.ts';
import { freePath, targetProblem } from '../../services/new-file.ts';
import { readSetting } from '../../services/settings.ts';
import { askText, runWizard, type Step } from '../../services/wizard.ts';
import { createDocument } from './create-file.ts';
import type { Draft } from './steps.ts';

/** Input for a new document besides the draft. */
export interface CreateRequest {
  readonly kind: DocumentKind;
  readonly template: () => Template;
  readonly date: () => string;
  /** Empty if there is none. */
  readonly service: () => string;
  readonly variables: () => Promise<Variables>;
}

/**
 * The last step: asks for the path and creates the file. If that fails, shows the reason and asks again, so that no
 * answer is lost.
 */
export function pathStep(deps: Deps, draft: Draft, request: CreateRequest): Step {
  return async (place) => {
    for (;;) {
      const suggested = suggestOrReport(deps, draft, request);
      if (draft.path === '' || draft.path === draft.suggested) {
        draft.path = suggested;
      }
      draft.suggested = suggested;
      const answer = await askText(place, {
        prompt: l10n.t('Path of the new file, relative to {0}. Press Enter to create it.', draft.folder.name),
        value: draft.path,
        problem: (value) => targetProblem(draft.folder, value.trim()),
      });
      if (typeof answer === 'string') {
        return answer;
      }
      draft.path = answer.value.trim();
      try {
        await create(deps, draft, request);
        return 'next';
      } catch (error) {
        report(error, deps.log);
      }
    }
  };
}

/** Creates the file at the suggested path. If that fails, shows the reason and asks for another path. */
export async function createFrom(deps: Deps, draft: Draft, request: CreateRequest, title: string): Promise<void> {
  draft.suggested = suggestOrReport(deps, draft, request);
  draft.path = await freePath(draft.folder, draft.suggested);
  try {
    await create(deps, draft, request);
  } catch (error) {
    report(error, deps.log);
    await runWizard(title, [pathStep(deps, draft, request)]);
  }
}

async function create({ files }: Deps, { folder, path }: Draft, request: CreateRequest): Promise<void> {
  const place = { uri: Uri.joinPath(folder.uri, path).toString(), root: folder.uri.toString(), path };
  await createDocument(files, folder, path, newDocument(place, request.template(), await request.variables()));
}

/** Returns the suggested path. If the file name setting cannot be used, reports that and uses the default. */
function suggestOrReport(deps: Deps, draft: Draft, request: CreateRequest): string {
  try {
    return suggest(deps, draft, request);
  } catch (error) {
    report(error, deps.log);
    return suggest(deps, draft, request, '');
  }
}

function suggest({ index }: Deps, { folder, title }: Draft, request: CreateRequest, rule?: string): string {
  const { settings } = kindIds(request.kind);
  return suggestPath(index.catalog, {
    root: folder.uri.toString(),
    template: request.template(),
    title,
    service: request.service(),
    date: request.date(),
    folder: readSetting(`${settings}.folder`, folder),
    fileName: rule ?? readSetting(`${settings}.fileName`, folder),
  });
}
