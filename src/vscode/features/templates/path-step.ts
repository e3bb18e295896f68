import { l10n } from 'vscode';
import { render, suggestPath, type DocumentKind, type Template, type Variables } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { kindIds } from '../../ids.ts';
import { report } from '../../services/commands.ts';
import { targetProblem } from '../../services/new-file.ts';
import { readSetting } from '../../services/settings.ts';
import { askText, type Step } from '../../services/wizard.ts';
import { createDocument } from './create-file.ts';
import type { Draft } from './steps.ts';

/** What the last step needs besides the draft. */
export interface CreateRequest {
  readonly kind: DocumentKind;
  readonly date: () => string;
  readonly variables: () => Promise<Variables>;
}

/**
 * The last step: asks for the path and creates the file. If that fails, shows the reason and asks again, so that no
 * answer is lost.
 */
export function createStep({ files, index, log }: Deps, draft: Draft, request: CreateRequest): Step {
  return async (place) => {
    for (;;) {
      const { template } = draft;
      if (template === undefined) {
        return 'back';
      }
      const suggested = suggestOrReport(draft, template);
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
        await createDocument(files, draft.folder, draft.path, render(template, await request.variables()));
        return 'next';
      } catch (error) {
        report(error, log);
      }
    }
  };

  /** Returns the suggested path. If the file name setting cannot be used, reports that and uses the default. */
  function suggestOrReport(current: Draft, template: Template): string {
    try {
      return suggest(current, template);
    } catch (error) {
      report(error, log);
      return suggest(current, template, '');
    }
  }

  function suggest({ folder, title, service }: Draft, template: Template, rule?: string): string {
    const { settings } = kindIds(request.kind);
    return suggestPath(index.catalog, {
      root: folder.uri.toString(),
      template,
      title,
      service,
      date: request.date(),
      folder: readSetting(`${settings}.folder`, folder),
      fileName: rule ?? readSetting(`${settings}.fileName`, folder),
    });
  }
}
