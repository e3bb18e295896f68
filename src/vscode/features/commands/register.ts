import { commands, env, l10n, languages, window, type Disposable, type DocumentFilter } from 'vscode';
import { openIncidents, shortened } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem } from '../../services/ask.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { requireTrust } from '../../services/terminal.ts';
import type { Item } from '../../services/shown.ts';
import { argumentsFor, chosenCommand, openIncident, type Chosen } from './current.ts';
import { CommandLenses } from './lenses.ts';
import { logCommand } from './log.ts';
import { RememberedValues } from './remembered-values.ts';
import { Runs } from './runs.ts';
import { sendCommand } from './send.ts';
import { Values } from './values.ts';

const documents: DocumentFilter[] = [{ pattern: '**/*.{md,markdown,mdx,erb}' }];

/** Registers what can be done with the commands of a runbook: copy, fill in, send to a terminal, log. */
export function registerCommands(deps: Deps): Disposable {
  const { context, index, log } = deps;
  const store = new DisposableStore();
  const remembered = new RememberedValues(context.workspaceState);
  const values = new Values(remembered, () => openIncident(deps)?.document.uri);
  const runs = store.add(new Runs());
  const lenses = store.add(new CommandLenses(deps));
  store.add(
    languages.registerCodeLensProvider(documents, lenses),
    // Values belong to an incident, and go with it.
    index.catalog.onDidChange(() => {
      if (index.state === 'ready') {
        const open = (): string[] =>
          openIncidents(index.catalog.telling('incident')).map(({ document }) => document.uri);
        void remembered.keepOnly(open);
      }
    }),
    registerCommand('runbookLens.copyCommand', log, async (target) => {
      const answers = new Answers(target);
      await copy(await chosenCommand(deps, answers), values, answers);
    }),
    registerCommand('runbookLens.fillInCommand', log, async (target) => {
      const answers = new Answers(target);
      await fillIn(await chosenCommand(deps, answers), values, answers);
    }),
    registerCommand('runbookLens.sendToTerminal', log, async (target) => {
      requireTrust();
      const answers = new Answers(target);
      await sendCommand(await chosenCommand(deps, answers), values, runs, answers);
    }),
    registerCommand('runbookLens.logCommand', log, async (target) => {
      const answers = new Answers(target);
      await logCommand(await chosenCommand(deps, answers), values, runs, answers);
    }),
  );
  return store;
}

/** Copies a command, with the values that are known. */
async function copy(chosen: Chosen, values: Values, answers: Answers): Promise<void> {
  const { command } = chosen;
  const filled = await values.fill(chosen, command.placeholders, command.family, 'none', answers);
  await env.clipboard.writeText(filled?.text ?? command.text);
  window.setStatusBarMessage(l10n.t('$(check) Command copied'), 3000);
}

/** Asks for the values of a command, then what to do with it. */
async function fillIn(chosen: Chosen, values: Values, answers: Answers): Promise<void> {
  const { command } = chosen;
  const filled = await values.fill(chosen, command.placeholders, command.family, 'all', answers);
  if (filled === undefined) {
    return;
  }
  const copyIt = { label: l10n.t('Copy'), icon: 'copy', does: 'copy' } as const;
  const send = { label: l10n.t('Send to Terminal'), icon: 'terminal', does: 'send' } as const;
  const items: Array<Item & { readonly does: string }> = command.unsendable === undefined ? [copyIt, send] : [copyIt];
  const does =
    answers.text('next') ??
    (await chooseItem(items, { title: shortened(filled.shown, 120), placeHolder: l10n.t('What do you want to do?') }))
      ?.does;
  if (does === 'copy') {
    await env.clipboard.writeText(filled.text);
    window.setStatusBarMessage(l10n.t('$(check) Command copied'), 3000);
  } else if (does === 'send') {
    await commands.executeCommand('runbookLens.sendToTerminal', {
      ...argumentsFor(chosen),
      values: Object.fromEntries(filled.values),
    });
  }
}
