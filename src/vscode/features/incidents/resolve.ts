import { l10n, window } from 'vscode';
import {
  durationText,
  questionsFor,
  readSpoken,
  resolveRecord,
  rolesOf,
  timesOf,
  timesProblem,
  UserError,
  wallClock,
  zonedIso,
  zoneOfEntries,
  type KeyTime,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { askTime, invalidTime, type TimeQuestion } from '../../services/ask-time.ts';
import { report } from '../../services/commands.ts';
import { showRecordCard } from '../../services/record-card.ts';
import { runWizard, type Step } from '../../services/wizard.ts';
import { changeRecord, wordsOf } from './change.ts';
import { currentIncident, recordUri } from './current.ts';

/** Asks for the times that the record does not state, and makes it a postmortem draft. */
export async function resolveIncident(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const incident = await currentIncident(deps, answers.target, 'unfinished');
  if (incident === undefined) {
    return;
  }
  const { document } = incident;
  const zone = zoneForTyping(zoneOfEntries(document));
  const known = timesOf(document);
  const times: Partial<Record<KeyTime, Date>> = Object.fromEntries(
    known.flatMap(({ step, stated }) => (stated === undefined ? [] : [[step, stated]])),
  );
  const now = deps.clock.now();
  const steps = known
    .filter(({ stated }) => stated === undefined)
    .flatMap(({ step, likely }): Step[] => {
      const given = answers.text(step);
      if (given !== undefined) {
        const at = readSpoken(given, { now, zone, toward: 'past' })?.at;
        if (at === undefined && given.trim() !== '') {
          throw new UserError(invalidTime());
        }
        Object.assign(times, at === undefined ? {} : { [step]: at });
        return [];
      }
      const suggested = likely ?? (step === 'resolved' ? now : undefined);
      const text = suggested === undefined ? '' : wallClock(suggested, zone);
      return [timeStep(step, { value: text, now, zone, toward: 'past' }, times)];
    });
  if (!(await runWizard(l10n.t('Resolve: {0}', document.title), steps))) {
    return;
  }
  const { start = incident.started ?? now, detected, mitigated, resolved = now } = times;
  await changeRecord(deps, recordUri(incident), (context) =>
    resolveRecord({
      ...context,
      times: { start, detected, mitigated, resolved },
      roles: rolesOf(wordsOf(deps, context.document).roles),
      questions: questionsFor,
    }),
  );
  const uri = recordUri(incident);
  await window.showTextDocument(uri);
  void showRecordCard(deps.index, {
    uri,
    title: l10n.t('Resolved: {0}', document.title),
    facts: durations({ start, detected, mitigated, resolved }),
    next: ['review', 'schedule', 'commit', 'open'],
  }).catch((error: unknown) => report(error, deps.log));
}

/** Returns the times to detect, mitigate and resolve the incident in words, without those that are not known. */
function durations({
  start,
  detected,
  mitigated,
  resolved,
}: Readonly<Partial<Record<KeyTime, Date | undefined>>>): string[] {
  const since = (at: Date | undefined, text: (duration: string) => string): string[] =>
    start === undefined || at === undefined ? [] : [text(durationText((at.getTime() - start.getTime()) / 60_000))];
  return [
    ...since(detected, (duration) => l10n.t('Time to detect: {0}', duration)),
    ...since(mitigated, (duration) => l10n.t('Time to mitigate: {0}', duration)),
    ...since(resolved, (duration) => l10n.t('Time to resolve: {0}', duration)),
  ];
}

const questions: Readonly<Record<KeyTime, (zone: string) => string>> = {
  start: (zone) => l10n.t('When did it start? In {0}, unless you name another zone.', zone),
  detected: (zone) => l10n.t('When was it detected? In {0}. Leave it empty if unknown.', zone),
  mitigated: (zone) => l10n.t('When was it mitigated? In {0}. Leave it empty if unknown.', zone),
  resolved: (zone) => l10n.t('When was it resolved? In {0}, unless you name another zone.', zone),
};

/** Asks for one time. Detection and mitigation may be empty. */
function timeStep(step: KeyTime, context: Omit<TimeQuestion, 'prompt'>, times: Partial<Record<KeyTime, Date>>): Step {
  return async (place) => {
    const answer = await askTime(place, {
      ...context,
      prompt: questions[step](context.zone),
      value: times[step] === undefined ? context.value : wallClock(times[step], context.zone),
      optional: step === 'detected' || step === 'mitigated',
      problem: ({ at }) => {
        const problem = timesProblem({ ...times, [step]: at });
        return problem && l10n.t('Not possible: {0}.', problem);
      },
    });
    if (typeof answer === 'string') {
      return answer;
    }
    if (answer.value === undefined) {
      delete times[step];
    } else {
      times[step] = answer.value.at;
    }
    return 'next';
  };
}

/** Returns the time zone for typed times: the zone of the timeline if it has an IANA name, otherwise UTC. */
function zoneForTyping(zone: string): string {
  return zone.includes('/') && zonedIso('2000-01-01 00:00', zone) !== undefined ? zone : 'UTC';
}
