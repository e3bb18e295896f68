import { commands, l10n, Uri, workspace } from 'vscode';
import {
  dayOfMoment,
  incidentFacts,
  isHighestSeverity,
  knownSeverities,
  pathFromTop,
  readEvent,
  retrospectiveDate,
  retrospectiveEvent,
  stemOf,
  UserError,
  wallClock,
  zonedIso,
  type Author,
  type KnownEvent,
  type RetrospectiveEvent,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { askTime } from '../../services/ask-time.ts';
import type { Files } from '../../services/files.ts';
import { fileExists } from '../../services/new-file.ts';
import { tell, tellAtOnce } from '../../services/tell.ts';
import { runWizard, type Step } from '../../services/wizard.ts';
import { askZone, localZone } from '../../services/zones.ts';
import { recordOf, type OpenRecord } from './record.ts';

const zoneMemory = 'retrospective.zone';
/** In minutes. */
const usualLength = 60;
const longestLength = 8 * 60;

interface Plan {
  /** YYYY-MM-DD hh:mm in `zone`. */
  start: string;
  zone: string;
  minutes: number;
}

/**
 * Writes a calendar file for the retrospective beside the record. If the file exists, asks, then gives its event the
 * new date, so that calendars show an update. Resolves to the file, or to undefined if the user cancels.
 * @param target a document, or answers: `start` (YYYY-MM-DD hh:mm), `zone`, `minutes`, `reschedule` (true to change an
 *   existing file) and `uri`.
 */
export async function scheduleRetrospective(deps: Deps, target: unknown): Promise<Uri | undefined> {
  const answers = new Answers(target);
  const record = await recordOf(deps, answers);
  const file = Uri.joinPath(record.uri, '..', `${stemOf({ path: record.uri.path })}-retrospective.ics`);
  const existing = await existingAt(deps.files, file);
  if (existing !== undefined && answers.value('reschedule') !== true && !(await confirmed(file, existing))) {
    return undefined;
  }
  const plan = await planned(deps, record, existing, answers);
  if (plan === undefined) {
    return undefined;
  }
  const iso = zonedIso(plan.start, plan.zone);
  if (iso === undefined) {
    throw new UserError(l10n.t('Not a valid time: "{0}". Use the form YYYY-MM-DD hh:mm.', plan.start));
  }
  const { known, organizer } = await peopleFor(deps, record.uri);
  const { document, words } = record.context;
  const address = pathFromTop(document);
  const request = { start: new Date(iso), minutes: plan.minutes, address, words, known, organizer };
  const made = (previous: KnownEvent | undefined): RetrospectiveEvent =>
    retrospectiveEvent(document, { ...request, previous });
  const now = deps.clock.now();
  // A separate bundle, because it is used rarely.
  const { calendarFile } = await import('./calendar-file.ts');
  await (existing === undefined
    ? deps.files.create(file, calendarFile(made(undefined), now))
    : deps.editor.change(file, ({ text, end }) => [
        { range: { start: { line: 0, character: 0 }, end }, newText: calendarFile(made(eventIn(file, text)), now) },
      ]));
  void offer(file, made(existing).attendees.length, existing !== undefined);
  return file;
}

/**
 * Returns the event in the file, or undefined without a file. Throws a UserError if the file cannot be read or has no
 * event.
 */
async function existingAt(files: Files, file: Uri): Promise<KnownEvent | undefined> {
  if (!(await fileExists(file))) {
    return undefined;
  }
  const result = await files.read(file, async () => ({ root: Uri.joinPath(file, '..'), prefix: '' }));
  if ('skipped' in result) {
    throw new UserError(
      l10n.t(
        '{0} cannot be read: {1}. Move or rename it, then try again.',
        workspace.asRelativePath(file),
        result.skipped,
      ),
    );
  }
  return eventIn(file, result.text);
}

function eventIn(file: Uri, text: string): KnownEvent {
  const event = readEvent(text);
  if (event === undefined) {
    throw new UserError(
      l10n.t(
        '{0} exists but has no calendar event in it. Move or rename it, then try again.',
        workspace.asRelativePath(file),
      ),
    );
  }
  return event;
}

async function confirmed(file: Uri, event: KnownEvent): Promise<boolean> {
  const reschedule = l10n.t('Reschedule');
  const name = workspace.asRelativePath(file);
  const when = event.start === undefined ? undefined : `${wallClock(event.start, localZone())} (${localZone()})`;
  const answer = await tellAtOnce(
    when === undefined
      ? l10n.t('A retrospective is already scheduled, in {0}.', name)
      : l10n.t('A retrospective is already scheduled for {0}, in {1}.', when, name),
    l10n.t('The event gets the new date. Calendars show it as an update.'),
    reschedule,
  );
  return answer === reschedule;
}

/** Returns the given answers and the user's answers to the other questions. */
async function planned(
  deps: Deps,
  record: OpenRecord,
  existing: KnownEvent | undefined,
  answers: Answers,
): Promise<Plan | undefined> {
  const { globalState } = deps.context;
  const remembered = globalState.get<string>(zoneMemory);
  const answered = zoneIn(answers.value('zone'));
  const zone = answered ?? remembered ?? localZone();
  const start = timeIn(answers.value('start'));
  const plan: Plan = {
    start: start ?? usualStart(deps, record, existing, zone),
    zone,
    minutes: minutesIn(answers.value('minutes')) ?? usualLength,
  };
  const steps = [
    ...(start === undefined ? [startStep(deps, plan)] : []),
    ...(answered === undefined ? [zoneStep(plan)] : []),
  ];
  if (!(await runWizard(l10n.t('Schedule Retrospective'), steps))) {
    return undefined;
  }
  if (answered === undefined) {
    await globalState.update(zoneMemory, plan.zone);
  }
  return plan;
}

/** Returns the date in the file if it is in the future, otherwise a date by the severity of the incident. */
function usualStart(
  { clock, index }: Deps,
  { context }: OpenRecord,
  existing: KnownEvent | undefined,
  zone: string,
): string {
  const now = clock.now();
  const scheduled = existing?.start;
  if (scheduled !== undefined && scheduled > now) {
    return wallClock(scheduled, zone);
  }
  const { document, words } = context;
  const inUse = knownSeverities(
    index.catalog.telling('incident').filter(({ root }) => root === document.root),
    words,
  );
  const { resolved } = incidentFacts(document);
  return retrospectiveDate({
    now,
    resolved: resolved && dayOfMoment(resolved.moment, zone),
    highest: isHighestSeverity(document.metadata.severity, inUse, words.severities),
    zone,
  });
}

function timeIn(answer: unknown): string | undefined {
  if (answer === undefined) {
    return undefined;
  }
  if (typeof answer !== 'string' || zonedIso(answer, 'UTC') === undefined) {
    throw new UserError(l10n.t('"start" must be a time such as 2026-03-31 10:00.'));
  }
  return answer;
}

function zoneIn(answer: unknown): string | undefined {
  if (answer === undefined) {
    return undefined;
  }
  if (typeof answer !== 'string' || !isZone(answer)) {
    throw new UserError(l10n.t('"zone" must be a time zone such as UTC or Europe/Berlin.'));
  }
  return answer;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function minutesIn(answer: unknown): number | undefined {
  if (answer === undefined) {
    return undefined;
  }
  if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < 1 || answer > longestLength) {
    throw new UserError(l10n.t('"minutes" must be a whole number from 1 to {0}.', longestLength));
  }
  return answer;
}

function startStep({ clock }: Deps, plan: Plan): Step {
  return async (place) => {
    const { zone } = plan;
    const now = clock.now();
    const answer = await askTime(place, {
      prompt: l10n.t('When? In {0}. You can change the time zone in the next step.', zone),
      value: plan.start,
      now,
      zone,
      toward: 'future',
      problem: ({ at, timed }) =>
        !timed
          ? l10n.t('Name a time of day too, for example tomorrow 10:00.')
          : at < now
            ? l10n.t('This time is in the past.')
            : undefined,
    });
    if (typeof answer === 'string') {
      return answer;
    }
    plan.start = answer.value === undefined ? plan.start : wallClock(answer.value.at, zone);
    return 'next';
  };
}

function zoneStep(plan: Plan): Step {
  return async (place) => {
    const answer = await askZone(place, l10n.t('Time zone of {0}', plan.start), plan.zone);
    if (typeof answer === 'string') {
      return answer;
    }
    plan.zone = answer.value;
    return 'next';
  };
}

/** Returns the authors with addresses in git; none if git cannot be used. */
async function peopleFor(
  { index }: Deps,
  uri: Uri,
): Promise<{ readonly known: readonly Author[]; readonly organizer: Author | undefined }> {
  const folder = workspace.getWorkspaceFolder(uri);
  const { history } = index;
  if (history === undefined || folder?.uri.scheme !== 'file') {
    return { known: [], organizer: undefined };
  }
  const root = folder.uri.fsPath;
  const [known, organizer] = await Promise.all([history.people(root), history.author(root)]);
  return { known, organizer };
}

/** Tells the user what was written, and offers to open it. */
async function offer(file: Uri, invited: number, changed: boolean): Promise<void> {
  const [open, reveal] = [l10n.t('Open'), l10n.t('Reveal')];
  const name = workspace.asRelativePath(file);
  const guests =
    invited === 0
      ? l10n.t('without guests')
      : invited === 1
        ? l10n.t('with 1 guest')
        : l10n.t('with {0} guests', invited);
  const message = changed
    ? l10n.t('{0} has the new date, {1}. Open it in your calendar and send the update from there.', name, guests)
    : l10n.t('{0} was created, {1}. Open it in your calendar and send the invitations from there.', name, guests);
  const answer = await tell(message, open, reveal);
  if (answer === open) {
    await commands.executeCommand('vscode.open', file);
  } else if (answer === reveal) {
    await commands.executeCommand(file.scheme === 'file' ? 'revealFileInOS' : 'revealInExplorer', file);
  }
}
