import { l10n, ProgressLocation, Range, Uri, window } from 'vscode';
import {
  dayIn,
  importEntries,
  importSteps,
  isDate,
  knownMessages,
  labelText,
  readTimelines,
  UserError,
  type CatalogDocument,
  type ImportedMessage,
  type Reading,
  type ReadingContext,
  type TextEdit,
  zoneOfEntries,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { askDay } from '../../services/ask-time.ts';
import { openDocument } from '../../services/open-document.ts';
import { askAboutSecrets } from '../../services/secrets.ts';
import { tell, warn } from '../../services/tell.ts';
import { askChoice, askSeveral, runWizard, type Step, type StepPlace } from '../../services/wizard.ts';
import { askZone, localZone } from '../../services/zones.ts';
import { knownOf } from './known.ts';
import { activeDraft, askOrigin, clipboard, type Origin } from './origin.ts';
import { previewItems, summaryOf } from './preview.ts';
import { recordToExtend } from './record.ts';

/** Longest time for which messages are added without a pause, in milliseconds. */
const longestPiece = 50;

/** The results of the steps. */
interface Plan {
  origin: Origin | undefined;
  reading: Reading | undefined;
  zone: string;
  day: string | undefined;
  order: ReadingContext['order'];
  chosen: readonly ImportedMessage[];
}

type Read = (text: string, given: Pick<ReadingContext, 'day' | 'order'>) => Reading;

/** Adds messages from elsewhere to the timeline of a record, after a preview. Asks before it writes a secret. */
export async function importIntoTimeline(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const draft = activeDraft();
  const record = await recordToExtend(deps, answers.target);
  if (record === undefined) {
    return;
  }
  const { readThread } = await import('./reader.ts');
  const today = dayIn(deps.clock.now(), localZone());
  const incident = dayOfIncident(record);
  const read: Read = (text, given) =>
    readThread(text, { today, ...(incident !== undefined && { incident }), ...given });
  const given = answers.text('text');
  const plan: Plan = {
    origin: given === undefined ? undefined : { text: given, from: l10n.t('from the command') },
    reading: undefined,
    zone: answers.text('zone') ?? zoneOfEntries(record),
    day: answers.text('day'),
    order: undefined,
    chosen: [],
  };
  for (const origin of given === undefined ? [draft, await clipboard()] : [plan.origin]) {
    if (plan.reading === undefined && origin !== undefined) {
      take(plan, origin, read);
    }
  }
  if (given !== undefined && plan.reading === undefined) {
    throw nothingRead();
  }
  const steps = stepsFor(record, plan, read, answers, { day: incident ?? today, now: deps.clock.now() });
  if (await runWizard(l10n.t('Import into the Timeline'), steps)) {
    const texts = plan.chosen.map(({ text }) => text);
    const written = await askAboutSecrets(deps, Uri.parse(record.uri), texts, answers);
    if (written !== undefined) {
      await write(deps, record, {
        ...plan,
        chosen: plan.chosen.map((message) => ({ ...message, text: written(message.text) })),
      });
    }
  }
}

/** Takes a text, if messages are found in it. */
function take(plan: Plan, origin: Origin, read: Read): boolean {
  const { day, order } = plan;
  const reading = read(origin.text, { day, order });
  if (reading.messages.length === 0) {
    return false;
  }
  plan.origin = origin;
  plan.reading = reading;
  return true;
}

function nothingRead(): UserError {
  return new UserError(
    l10n.t('No messages with times found. Copy the thread with its times, or choose a JSON or CSV export.'),
  );
}

/** The day of an incident, as far as the record tells. YYYY-MM-DD. */
function dayOfIncident(record: CatalogDocument): string | undefined {
  const { date = '' } = record.metadata;
  return isDate(date)
    ? date
    : readTimelines(record)
        .flatMap(({ entries }) => entries)
        .find((entry) => entry.date !== undefined)?.date;
}

/** The questions that are open, each asked once; with a way back to where the messages come from. */
function stepsFor(
  record: CatalogDocument,
  plan: Plan,
  read: Read,
  answers: Answers,
  { day, now }: { readonly day: string; readonly now: Date },
): readonly Step[] {
  let direction: 'next' | 'back' = 'next';
  const taken = new Set<unknown>();
  const step =
    (isOpen: () => boolean, ask: (place: StepPlace) => Promise<'next' | 'back' | 'cancel'>): Step =>
    async (place) => {
      // Which steps come is not known before, so they are not counted.
      const result = isOpen() ? await ask({ ...place, totalSteps: 1 }) : direction;
      direction = result === 'back' ? 'back' : 'next';
      return result;
    };
  const again = (): void => {
    if (plan.origin !== undefined) {
      take(plan, plan.origin, read);
    }
  };
  return [
    step(
      () => plan.reading === undefined || direction === 'back',
      async (place) => {
        const origin = await askOrigin(place);
        if (typeof origin === 'string') {
          return origin;
        }
        plan.day = undefined;
        plan.order = undefined;
        taken.clear();
        if (!take(plan, origin, read)) {
          throw nothingRead();
        }
        return 'next';
      },
    ),
    step(
      () => plan.reading?.meanings !== undefined || taken.has('order'),
      async (place) => {
        const [byDay, byMonth] = plan.reading?.meanings ?? ['', ''];
        const items = [
          { label: byDay, description: l10n.t('day first'), order: 'day' as const },
          { label: byMonth, description: l10n.t('month first'), order: 'month' as const },
        ].filter(({ label }) => label !== '');
        const answer = await askChoice(place, { placeholder: l10n.t('Day of the first message'), items });
        if (typeof answer === 'string') {
          return answer;
        }
        plan.order = answer.value.order;
        again();
        return 'next';
      },
    ),
    step(
      () => answers.text('day') === undefined && (plan.reading?.dayOpen === true || taken.has('day')),
      async (place) => {
        const answer = await askDay(place, {
          prompt: l10n.t('Day of the first message'),
          value: plan.day ?? day,
          now,
          zone: plan.zone,
          toward: 'past',
        });
        if (typeof answer === 'string') {
          return answer;
        }
        taken.add('day');
        plan.day = answer.value;
        again();
        return 'next';
      },
    ),
    step(
      () => answers.text('zone') === undefined && plan.reading?.zoneOpen === true,
      async (place) => {
        const answer = await askZone(place, l10n.t('Time zone of the messages'), plan.zone);
        if (typeof answer === 'string') {
          return answer;
        }
        plan.zone = answer.value;
        return 'next';
      },
    ),
    step(
      () => true,
      async (place) => {
        const { messages } = plan.reading ?? { messages: [] };
        const known = knownOf(record, messages, plan.zone, dayIn(now, 'UTC'));
        const items = previewItems(record, messages, known, plan.zone);
        if (answers.value('preview') === false) {
          plan.chosen = items.flatMap(({ message, picked }) =>
            message !== undefined && picked === true ? [message] : [],
          );
          return 'next';
        }
        const placeholder = summaryOf(record, messages, plan.zone, plan.origin?.from ?? '');
        const answer = await askSeveral(place, { placeholder, items });
        if (typeof answer === 'string') {
          return answer;
        }
        plan.chosen = answer.value.flatMap(({ message }) => message ?? []);
        return 'next';
      },
    ),
  ];
}

/** Writes the chosen messages, and offers to take them back. */
async function write(deps: Deps, record: CatalogDocument, { chosen, zone }: Plan): Promise<void> {
  const uri = Uri.parse(record.uri);
  const known = knownMessages(record, chosen, zone);
  const expected = deps.index.catalog.context(record.uri)?.expectation.sections ?? [];
  const options = { expected, again: known };
  const current = deps.index.read(await openDocument(uri));
  let done = await window.withProgress(
    { location: ProgressLocation.Window, title: labelText(l10n.t('Adding messages to the timeline')) },
    () => inPieces(importSteps(current, chosen, zone, options)),
  );
  let before = current.text;
  await deps.editor.change(uri, (document) => {
    if (document.text !== before) {
      before = document.text;
      done = importEntries(document, chosen, zone, options);
    }
    return done.edits;
  });
  const { edits, added, failed } = done;
  if (failed.length > 0) {
    void warn(
      l10n.t('{0} of the messages could not be added without changing other entries. Add them by hand.', failed.length),
    );
  }
  void offer(deps, uri, before, edits, added.length);
}

/** Runs steps to their end, and lets others work in between. */
async function inPieces<T>(steps: Generator<undefined, T>): Promise<T> {
  let since = Date.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      return value;
    }
    if (Date.now() - since > longestPiece) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = Date.now();
    }
  }
}

/** Tells what was added. */
async function offer(deps: Deps, uri: Uri, before: string, edits: readonly TextEdit[], count: number): Promise<void> {
  const [undo, show] = [l10n.t('Undo'), l10n.t('Show')];
  if (count === 0) {
    await tell(l10n.t('Nothing was added to the timeline.'));
    return;
  }
  const after = deps.index.catalog.get(uri.toString())?.text;
  const message =
    count === 1 ? l10n.t('1 entry added to the timeline') : l10n.t('{0} entries added to the timeline', count);
  const answer = await tell(message, undo, show);
  if (answer === show) {
    const { line = 0, character = 0 } = edits[0]?.range.start ?? {};
    // An entry that comes after a line begins on the next one.
    const first = line + (character > 0 ? 1 : 0);
    await window.showTextDocument(uri, { selection: new Range(first, 0, first, 0) });
  } else if (answer === undo) {
    await takeBack(deps, uri, before, after);
  }
}

/** Restores the text from before an import, if nothing was changed since. */
async function takeBack({ editor }: Deps, uri: Uri, before: string, after: string | undefined): Promise<void> {
  await editor.change(uri, (document) => {
    if (document.text !== after) {
      throw new UserError(l10n.t('The record was changed since the import. Remove the entries by hand.'));
    }
    return [{ range: { start: { line: 0, character: 0 }, end: document.end }, newText: before }];
  });
}
