import { add, formatISO } from 'date-fns';
import { env, l10n, Uri, window, type Disposable } from 'vscode';
import {
  findAgain,
  isDate,
  setActionItemDue,
  setActionItemOwner,
  tickActionItem,
  untickActionItem,
  UserError,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem } from '../../services/ask.ts';
import { registerCommand } from '../../services/commands.ts';
import { toRange } from '../../services/convert.ts';
import { DisposableStore } from '../../services/disposables.ts';
import type { IndexService } from '../../services/index-service.ts';
import { openDocument } from '../../services/open-document.ts';
import { askChoice, askText, runWizard } from '../../services/wizard.ts';
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
      const due = new Answers(argument).text('due')?.trim() ?? (await askDue(targets, clock.now()));
      const problem = due === undefined ? undefined : dueProblem(due);
      if (problem !== undefined) {
        throw new UserError(problem);
      }
      if (due !== undefined) {
        await editItems(editor, targets, (document, item) => setActionItemDue(document, item, due));
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

/** What all action items have in common; undefined if they differ. */
function common(values: ReadonlyArray<string | undefined>): string | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

async function askOwner(targets: readonly ItemTarget[], index: IndexService): Promise<string | undefined> {
  let owner: string | undefined;
  const current = common(targets.map(({ item }) => item.owner?.text));
  const known = await Promise.all(targets.slice(0, 1).map(({ uri }) => knownOwners(uri, index)));
  const items = known.flat().map((label) => ({
    label,
    ...(label === current && { description: l10n.t('current') }),
  }));
  await runWizard(l10n.t('Set Owner'), [
    async (place) => {
      const answer = await askChoice(place, {
        placeholder:
          targets.length === 1
            ? l10n.t('Owner of this action item. Choose a person, or type a name.')
            : l10n.t('Owner of {0} action items. Choose a person, or type a name.', targets.length),
        items,
        active: items.find(({ description }) => description !== undefined),
        typed: (label) => ({ label }),
      });
      if (typeof answer === 'string') {
        return answer;
      }
      owner = answer.value.label;
      return 'next';
    },
  ]);
  return owner;
}

/** The suggested time until a new due date. */
const usualTime = { weeks: 2 };

async function askDue(targets: readonly ItemTarget[], now: Date): Promise<string | undefined> {
  let due: string | undefined;
  const current = common(targets.map(({ item }) => item.due?.date));
  await runWizard(l10n.t('Set Due Date'), [
    async (place) => {
      const answer = await askText(place, {
        prompt:
          targets.length === 1
            ? l10n.t('Due date of this action item (YYYY-MM-DD)')
            : l10n.t('Due date of {0} action items (YYYY-MM-DD)', targets.length),
        value: current ?? formatISO(add(now, usualTime), { representation: 'date' }),
        placeholder: l10n.t('YYYY-MM-DD'),
        problem: (value) => dueProblem(value.trim()),
      });
      if (typeof answer === 'string') {
        return answer;
      }
      due = answer.value.trim();
      return 'next';
    },
  ]);
  return due;
}

function dueProblem(text: string): string | undefined {
  return isDate(text) ? undefined : l10n.t('Not a valid date: "{0}". Use the form YYYY-MM-DD.', text);
}

async function askUrl(urls: readonly string[]): Promise<string | undefined> {
  const placeHolder = l10n.t('Choose a ticket to open.');
  const items = urls.map((label) => ({ label }));
  return (await chooseItem(items, { placeHolder }))?.label;
}
