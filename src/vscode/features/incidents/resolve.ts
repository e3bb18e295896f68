import { l10n, Uri, window } from 'vscode';
import {
  questionsFor,
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
import { askText, runWizard, type Step } from '../../services/wizard.ts';
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
        const at = timeFrom(given, zone);
        if (at === undefined && given.trim() !== '') {
          throw new UserError(l10n.t('Not a valid time: "{0}". Example: {1}.', given, wallClock(now, zone)));
        }
        Object.assign(times, at === undefined ? {} : { [step]: at });
        return [];
      }
      const suggested = likely ?? (step === 'resolved' ? now : undefined);
      return [timeStep(step, suggested === undefined ? '' : wallClock(suggested, zone), zone, times)];
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
  await window.showTextDocument(Uri.parse(document.uri));
}

const questions: Readonly<Record<KeyTime, (zone: string) => string>> = {
  start: (zone) => l10n.t('When did it start? YYYY-MM-DD hh:mm in {0}.', zone),
  detected: (zone) => l10n.t('When was it detected? YYYY-MM-DD hh:mm in {0}. Leave it empty if unknown.', zone),
  mitigated: (zone) => l10n.t('When was it mitigated? YYYY-MM-DD hh:mm in {0}. Leave it empty if unknown.', zone),
  resolved: (zone) => l10n.t('When was it resolved? YYYY-MM-DD hh:mm in {0}.', zone),
};

/** Asks for one time. Detection and mitigation may be empty. */
function timeStep(step: KeyTime, suggested: string, zone: string, times: Partial<Record<KeyTime, Date>>): Step {
  const optional = step === 'detected' || step === 'mitigated';
  return async (place) => {
    const answer = await askText(place, {
      prompt: questions[step](zone),
      value: times[step] === undefined ? suggested : wallClock(times[step], zone),
      problem: (value) => {
        if (value.trim() === '' && optional) {
          return undefined;
        }
        const at = timeFrom(value, zone);
        const problem = at === undefined ? undefined : timesProblem({ ...times, [step]: at });
        return at === undefined
          ? l10n.t('Not a valid time. Example: {0}.', suggested || wallClock(new Date(0), zone))
          : problem && l10n.t('Not possible: {0}.', problem);
      },
    });
    if (typeof answer === 'string') {
      return answer;
    }
    const at = timeFrom(answer.value, zone);
    if (at === undefined) {
      delete times[step];
    } else {
      times[step] = at;
    }
    return 'next';
  };
}

/** Returns a typed time or an ISO 8601 time as a date, or undefined. */
function timeFrom(text: string, zone: string): Date | undefined {
  // oxlint-disable-next-line regexp/no-super-linear-move -- A time that was typed.
  const iso = zonedIso(text, zone) ?? (/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text.trim()) ? text.trim() : undefined);
  const at = iso === undefined ? undefined : new Date(iso);
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
}

/** Returns the time zone for typed times: the zone of the timeline if it has an IANA name, otherwise UTC. */
function zoneForTyping(zone: string): string {
  return zone.includes('/') && zonedIso('2000-01-01 00:00', zone) !== undefined ? zone : 'UTC';
}
