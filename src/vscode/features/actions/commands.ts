import { add, formatISO } from 'date-fns';
import { env, l10n, Uri, window, type Disposable } from 'vscode';
import {
  findAgain,
  isDate,
  lacksDueColumn,
  readSpoken,
  setActionItemDue,
  setActionItemOwner,
  tickActionItem,
  untickActionItem,
  UserError,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { askDay, invalidDay } from '../../services/ask-time.ts';
import { chooseItem } from '../../services/ask.ts';
import { registerCommand } from '../../services/commands.ts';
import { toRange } from '../../services/convert.ts';
import { DisposableStore } from '../../services/disposables.ts';
import type { IndexService } from '../../services/index-service.ts';
import type { Item } from '../../services/shown.ts';
import { openDocument } from '../../services/open-document.ts';
import { askChoice, type StepPlace } from '../../services/wizard.ts';
import { localZone } from '../../services/zones.ts';
import { editItems } from './edit.ts';
import { knownOwners } from './owners.ts';
import type { ActionTree } from './provider.ts';
import { targetItem, targetItems, type ItemTarget } from './target.ts';

/**
 * Registers the commands on one action item. Each takes what `targetItem` takes. Answers are further properties:
 * `done`, `owner`, `due`, `url`.
 */
export function registerItemCommands({ index, editor, clock, log }: Deps, tree: ActionTree): Disposable {
  const store = new DisposableStore();
  store.add(
    registerCommand('runbookLens.openActionItem', log, (argument) => open(targetItem(argument, index), index)),
    registerCommand('runbookLens.toggleActionItem', log, async (argument, selected) => {
      const targets = targetItems(argument, selected, index);
      const done = new Answers(argument).value('done');
      await setDone({ editor }, targets, typeof done === 'boolean' ? done : targets.some(({ item }) => !item.done));
    }),
    registerCommand('runbookLens.setActionItemOwner', log, async (argument, selected) => {
      const targets = targetItems(argument, selected, index);
      const owner = new Answers(argument).text('owner')?.trim() ?? (await askOwner(targets, index));
      if (owner === '') {
        throw new UserError(l10n.t('Enter the name of the owner. To remove the owner, edit the record.'));
      }
      if (owner !== undefined) {
        await editItems(editor, targets, (document, item) => setActionItemOwner(document, item, owner));
      }
    }),
    registerCommand('runbookLens.setActionItemDue', log, async (argument, selected) => {
      const targets = targetItems(argument, selected, index);
      const given = new Answers(argument).text('due')?.trim();
      const now = clock.now();
      const due = given === undefined ? await askDue(targets, now) : dueFrom(given, now);
      if (due !== undefined) {
        let said: string | undefined;
        await editItems(editor, targets, (document, item) => {
          const edits = setActionItemDue(document, item, due);
          if (item.due === undefined && lacksDueColumn(document, item)) {
            // A new column changes each line of its table.
            said =
              (edits?.length ?? 0) > 1
                ? l10n.t('The table has a new column for due dates.')
                : l10n.t('The table has no column for due dates, so the date is in the text.');
          }
          return edits;
        });
        if (said !== undefined) {
          window.setStatusBarMessage(said, 5000);
        }
      }
    }),
    registerCommand('runbookLens.openActionItemTracker', log, async (argument) => {
      const target = targetItem(argument, index);
      const urls = tree.urlsOf(target);
      const given = new Answers(argument).text('url');
      const url = urls.find((one) => one === given) ?? (urls.length > 1 ? await askUrl(urls) : urls[0]);
      if (urls.length === 0) {
        throw new UserError(
          l10n.t(
            'This action item has no ticket to open. If it has a ticket number, set the address of your tracker in .runbook-lens.json under "tracker".',
          ),
        );
      }
      return url === undefined ? false : env.openExternal(Uri.parse(url, true));
    }),
  );
  return store;
}

/** Marks action items in their records as done, or as open again. Does nothing where the record says so already. */
export function setDone(
  { editor }: Pick<Deps, 'editor'>,
  targets: readonly ItemTarget[],
  done: boolean,
): Promise<void> {
  return editItems(editor, targets, (document, item) =>
    done ? tickActionItem(document, item) : untickActionItem(document, item),
  );
}

/** Shows an action item in its record, or its last known place if it is gone. */
async function open({ uri, document: before, item }: ItemTarget, index: IndexService): Promise<void> {
  const document = await openDocument(uri);
  const now = findAgain(index.read(document), before, item) ?? item;
  const selection = document.validateRange(toRange(now.textRange));
  await window.showTextDocument(document, { selection });
}

/** Returns the value that all action items have in common; undefined if they differ. */
function common(values: ReadonlyArray<string | undefined>): string | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** Asks for an owner. The current one comes last, and no one is selected. */
async function askOwner(targets: readonly ItemTarget[], index: IndexService): Promise<string | undefined> {
  const current = common(targets.map(({ item }) => item.owner?.text));
  const known = await Promise.all(targets.slice(0, 1).map(({ uri }) => knownOwners(uri, index)));
  const others = known
    .flat()
    .filter((label) => label !== current)
    .map((label) => ({ label }));
  const items = current === undefined ? others : [...others, { label: current, description: l10n.t('current') }];
  const answer = await askChoice<Item>(alone(l10n.t('Set Owner')), {
    placeholder:
      targets.length === 1
        ? l10n.t('Owner of this action item. Choose a person, or type a name.')
        : l10n.t('Owner of {0} action items. Choose a person, or type a name.', targets.length),
    items,
    typed: (label) => ({ label, description: l10n.t('new name') }),
  });
  return typeof answer === 'string' ? undefined : answer.value.label;
}

function alone(title: string): StepPlace {
  return { title, step: 1, totalSteps: 1 };
}

/** The suggested time until a new due date. */
const usualTime = { weeks: 2 };

async function askDue(targets: readonly ItemTarget[], now: Date): Promise<string | undefined> {
  const current = common(targets.map(({ item }) => item.due?.date));
  const answer = await askDay(alone(l10n.t('Set Due Date')), {
    prompt:
      targets.length === 1
        ? l10n.t('Due date of this action item')
        : l10n.t('Due date of {0} action items', targets.length),
    value: current ?? formatISO(add(now, usualTime), { representation: 'date' }),
    now,
    zone: localZone(),
    toward: 'future',
  });
  return typeof answer === 'string' ? undefined : answer.value;
}

/** Returns a given due date as YYYY-MM-DD. Throws a UserError if it is not a date. */
function dueFrom(text: string, now: Date): string {
  const day = isDate(text) ? text : readSpoken(text, { now, zone: localZone(), toward: 'future' })?.date;
  if (day === undefined) {
    throw new UserError(invalidDay());
  }
  return day;
}

async function askUrl(urls: readonly string[]): Promise<string | undefined> {
  const placeHolder = l10n.t('Choose a ticket to open.');
  const items = urls.map((label) => ({ label }));
  return (await chooseItem(items, { placeHolder }))?.label;
}
