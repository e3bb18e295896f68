import { commands, l10n, Uri, window, workspace } from 'vscode';
import {
  applyEdits,
  builtInTemplates,
  dayIn,
  draftRunbook,
  gather,
  linkRunbook,
  readDocument,
  suggestPath,
  titleWithoutDate,
  UserError,
  type Template,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { report } from '../../services/commands.ts';
import { targetProblem } from '../../services/new-file.ts';
import { readSetting } from '../../services/settings.ts';
import { askChoice, askText, runWizard, type Step } from '../../services/wizard.ts';
import { recordOf, tellUnlessLinked, type OpenRecord } from './record.ts';

interface Draft {
  title: string;
  template: Template | undefined;
  path: string;
}

/**
 * Creates a runbook from a postmortem and links both documents. Asks for title, template and path, unless the argument
 * has `title`, `template` (an id) or `path`.
 */
export async function draftFromPostmortem(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const record = await recordOf(deps, answers);
  if (gather(record.document).length === 0) {
    throw new UserError(
      l10n.t(
        '{0} has nothing to add to a runbook yet. Write its summary, resolution or timeline first.',
        record.document.path,
      ),
    );
  }
  const templates = templatesFor(deps, record);
  const wanted = answers.text('template');
  const draft: Draft = {
    title: answers.text('title')?.trim() ?? '',
    template: templates.find(({ id }) => id === wanted) ?? (templates.length === 1 ? templates[0] : undefined),
    path: '',
  };
  const path = answers.text('path')?.trim() || undefined;
  const asked = [
    ...(draft.title === '' ? [titleStep(record, draft)] : []),
    ...(draft.template === undefined ? [templateStep(templates, draft)] : []),
  ];
  if (path === undefined) {
    await runWizard(l10n.t('Draft Runbook'), [...asked, pathStep(deps, record, draft)]);
  } else if (await runWizard(l10n.t('Draft Runbook'), asked)) {
    const problem = await targetProblem(record.folder, path);
    if (problem !== undefined) {
      throw new UserError(problem);
    }
    await create(deps, record, { ...draft, path });
  }
}

/** Team templates come first. */
function templatesFor({ index }: Deps, { document: { root } }: OpenRecord): Template[] {
  return [...index.catalog.team(root).templates, ...builtInTemplates].filter(({ kind }) => kind === 'runbook');
}

function titleStep({ document }: OpenRecord, draft: Draft): Step {
  return async (place) => {
    const answer = await askText(place, {
      prompt: l10n.t('Alert or symptom that the runbook is for'),
      value: draft.title === '' ? titleWithoutDate(document) : draft.title,
      problem: (value) => (/[\p{L}\p{N}]/u.test(value) ? undefined : l10n.t('Enter a title.')),
    });
    if (typeof answer === 'string') {
      return answer;
    }
    draft.title = answer.value.trim();
    return 'next';
  };
}

function templateStep(templates: readonly Template[], draft: Draft): Step {
  return async (place) => {
    const items = templates.map((template) => ({
      label: template.name,
      detail: template.description,
      ...('file' in template && { description: l10n.t('team template') }),
      template,
    }));
    const active = items.find(({ template }) => template === draft.template);
    const answer = await askChoice(place, { placeholder: l10n.t('Choose a template.'), items, active });
    if (typeof answer === 'string') {
      return answer;
    }
    draft.template = answer.value.template;
    return 'next';
  };
}

/** Asks for the path and creates the file. If that fails, shows the reason and asks again. */
function pathStep(deps: Deps, record: OpenRecord, draft: Draft): Step {
  return async (place) => {
    draft.path = suggestion(deps, record, draft);
    for (;;) {
      const answer = await askText(place, {
        prompt: l10n.t('Path of the new file, relative to {0}. Press Enter to create it.', record.folder.name),
        value: draft.path,
        problem: (value) => targetProblem(record.folder, value.trim()),
      });
      if (typeof answer === 'string') {
        return answer;
      }
      draft.path = answer.value.trim();
      try {
        await create(deps, record, draft);
        return 'next';
      } catch (error) {
        report(error, deps.log);
      }
    }
  };
}

function suggestion({ index, clock, log }: Deps, { folder, document }: OpenRecord, { title, template }: Draft): string {
  if (template === undefined) {
    return '';
  }
  const request = {
    root: document.root,
    template,
    title,
    service: document.metadata.services?.[0] ?? '',
    date: dayIn(clock.now(), 'UTC'),
    folder: readSetting('runbooks.folder', folder),
  };
  try {
    return suggestPath(index.catalog, { ...request, fileName: readSetting('runbooks.fileName', folder) });
  } catch (error) {
    report(error, log);
    return suggestPath(index.catalog, { ...request, fileName: '' });
  }
}

async function create(deps: Deps, { uri, folder, document }: OpenRecord, draft: Draft): Promise<void> {
  const { title, template, path } = draft;
  if (template === undefined) {
    throw new Error('No template was chosen');
  }
  const { root, prefix } = document;
  const runbook = Uri.joinPath(folder.uri, path);
  const place = { uri: runbook.toString(), root, path, ...(prefix !== undefined && { prefix }) };
  // Quote the record with its future link to the runbook, so that the line numbers are right.
  const linked = readDocument(document, applyEdits(document.text, linkRunbook(document, { path, title })), document);
  const text = draftRunbook(linked, {
    template,
    place,
    variables: {
      title,
      service: document.metadata.services?.[0],
      date: dayIn(deps.clock.now(), 'UTC'),
    },
  });
  await deps.files.create(runbook, text);
  const created = await workspace.openTextDocument(runbook);
  deps.index.adopt(created);
  await deps.editor.change(uri, (record) => linkRunbook(record, { path, title }));
  await tellUnlessLinked(deps, uri, path);
  await window.showTextDocument(created);
  await commands.executeCommand('markdown.showPreviewToSide', runbook);
}
