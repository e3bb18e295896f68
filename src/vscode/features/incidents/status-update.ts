import { env, l10n, QuickPickItemKind, window } from 'vscode';
import {
  documentZone,
  incidentOf,
  logEntry,
  styleOf,
  suggestUpdate,
  timeText,
  updateEntry,
  updateMessage,
  type StatusUpdate,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import type { Item } from '../../services/shown.ts';
import { askChoice, askText, runWizard, type Step } from '../../services/wizard.ts';
import { changeRecord } from './change.ts';
import { currentIncident, recordUri } from './current.ts';

/** The suggested time until the next update. In milliseconds. */
const interval = 30 * 60_000;

/**
 * Asks for the parts of a status update, with suggestions from the record, and shows the message. Copies it and adds a
 * timeline entry.
 */
export async function draftStatusUpdate(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const incident = await currentIncident(deps, answers.target);
  if (incident === undefined) {
    return;
  }
  const style = styleOf(undefined, documentZone(incident.document) ?? 'UTC', true);
  const next = timeText(new Date(deps.clock.now().getTime() + interval), style, false);
  const draft: { -readonly [Part in keyof StatusUpdate]: string } = { ...suggestUpdate(incident), next };
  const questions: Readonly<Record<keyof StatusUpdate, string>> = {
    know: l10n.t('What do we know? Name the impact, who is affected, and since when. Do not guess the cause.'),
    doing: l10n.t('What are we doing about it?'),
    need: l10n.t('What do we need, and from whom? Leave it empty if nothing.'),
    next: l10n.t('When is the next update?'),
  };
  const steps = (['know', 'doing', 'need', 'next'] as const).flatMap((part): Step[] => {
    const given = answers.text(part);
    draft[part] = given ?? draft[part];
    return given === undefined
      ? [
          async (place) => {
            const answer = await askText(place, {
              prompt: questions[part],
              value: draft[part],
              problem: () => undefined,
            });
            if (typeof answer === 'string') {
              return answer;
            }
            draft[part] = answer.value.trim();
            return 'next';
          },
        ]
      : [];
  });
  const title = l10n.t('Status Update: {0}', incident.document.title);
  const message = (): string => {
    const current = deps.index.catalog.get(incident.document.uri);
    return updateMessage((current && incidentOf(current)) ?? incident, draft, deps.clock.now());
  };
  for (let decision: Decision = 'edit'; decision === 'edit';) {
    if (!(await runWizard(title, steps))) {
      return;
    }
    // A caller that gives all parts has the text already.
    decision = steps.length === 0 ? 'send' : await preview(title, message());
    if (decision === 'cancel') {
      return;
    }
  }
  await changeRecord(deps, recordUri(incident), ({ document, expected, at, author }) =>
    logEntry(document, { at, author, text: updateEntry(draft) }, expected),
  );
  await env.clipboard.writeText(message());
  window.setStatusBarMessage(
    l10n.t('$(clippy) Status update copied to the clipboard and added to the timeline.'),
    5000,
  );
}

type Decision = 'send' | 'edit' | 'cancel';

/** The longest line of the preview, in characters. A list cuts off longer ones. */
const longestLine = 80;

/** Shows a message and asks what to do with it. Nothing is selected, so that Enter alone does nothing. */
async function preview(title: string, message: string): Promise<Decision> {
  const items: Array<Item & { readonly decision: Decision }> = [
    ...message
      .split('\n')
      .flatMap(wrapped)
      .map((label) => ({ label, decision: 'edit' as const })),
    { label: l10n.t('what to do with it'), kind: QuickPickItemKind.Separator, decision: 'edit' },
    {
      icon: 'clippy',
      label: l10n.t('Copy and Log'),
      description: l10n.t('to the clipboard and the timeline'),
      decision: 'send',
    },
    { icon: 'edit', label: l10n.t('Edit'), decision: 'edit' },
    { icon: 'close', label: l10n.t('Cancel'), decision: 'cancel' },
  ];
  const answer = await askChoice(
    { title, step: 1, totalSteps: 1 },
    { placeholder: l10n.t('Preview. Choose "Copy and Log", or a line to edit.'), items, active: 'none' },
  );
  return typeof answer === 'string' ? 'cancel' : answer.value.decision;
}

/** Returns a text in lines of whole words. */
function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= longestLine) {
      lines.push(`  ${word}`);
    } else {
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
  }
  return lines;
}
