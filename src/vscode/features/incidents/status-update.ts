import { env, l10n, window } from 'vscode';
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
import { askText, runWizard, type Step } from '../../services/wizard.ts';
import { changeRecord } from './change.ts';
import { currentIncident, recordUri } from './current.ts';

/** The suggested time until the next update. In milliseconds. */
const interval = 30 * 60_000;

/**
 * Asks for the parts of a status update, with suggestions from the record. Copies the message and adds a timeline
 * entry.
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
  if (!(await runWizard(l10n.t('Status Update: {0}', incident.document.title), steps))) {
    return;
  }
  await changeRecord(deps, recordUri(incident), ({ document, expected, at, author }) =>
    logEntry(document, { at, author, text: updateEntry(draft) }, expected),
  );
  const current = deps.index.catalog.get(incident.document.uri);
  const message = updateMessage((current && incidentOf(current)) ?? incident, draft, deps.clock.now());
  await env.clipboard.writeText(message);
  window.setStatusBarMessage(
    l10n.t('$(clippy) Status update copied to the clipboard and added to the timeline.'),
    5000,
  );
}
