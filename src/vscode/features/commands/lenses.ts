import { CodeLens, EventEmitter, l10n, type CodeLensProvider, type TextDocument } from 'vscode';
import { tellsProcedure, type RunbookCommand } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { CommandId } from '../../ids.ts';
import { toRange } from '../../services/convert.ts';
import { Debouncer } from '../../services/debounce.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { onDidChangeSetting, readSetting } from '../../services/settings.ts';
import { openIncident } from './current.ts';

/** Changes within this time are one update. In milliseconds. */
const refreshDelay = 150;

/** Shows what can be done with each command of a runbook, above it. */
export class CommandLenses implements CodeLensProvider {
  readonly #deps: Deps;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;
  #inIncident = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    const refresh = this.#store.add(new Debouncer(refreshDelay, () => this.#changed.fire()));
    this.#store.add(
      deps.index.catalog.onDidChange(() => refresh.schedule()),
      onDidChangeSetting(['codeLens'], () => this.#changed.fire()),
    );
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    if (!readSetting('codeLens', document)) {
      return [];
    }
    const { index } = this.#deps;
    index.sync(document);
    const found = index.catalog.get(document.uri.toString());
    if (found === undefined || !tellsProcedure(found)) {
      return [];
    }
    const { runbookCommands } = await import('../../services/runbook-use.ts');
    this.#inIncident = openIncident(this.#deps) !== undefined;
    return runbookCommands(found).flatMap((command) => this.#lensesOf(document, command));
  }

  dispose(): void {
    this.#store.dispose();
  }

  #lensesOf({ uri }: TextDocument, { range, placeholders, unsendable, destruction }: RunbookCommand): CodeLens[] {
    const lens = (command: CommandId, title: string, tooltip?: string): CodeLens =>
      new CodeLens(toRange(range), {
        command,
        title,
        arguments: [{ uri, line: range.start.line }],
        ...(tooltip !== undefined && { tooltip }),
      });
    const danger = destruction && l10n.t('This command {0}. You are asked first.', destruction.effect);
    return [
      lens('runbookLens.copyCommand', l10n.t('$(copy) Copy')),
      ...(placeholders.length > 0 ? [lens('runbookLens.fillInCommand', l10n.t('$(edit) Fill In'))] : []),
      ...(unsendable === undefined
        ? [
            lens(
              'runbookLens.sendToTerminal',
              danger === undefined ? l10n.t('$(terminal) Send to Terminal') : l10n.t('$(warning) Send to Terminal'),
              danger ?? l10n.t('Places the command in the terminal. Press Enter there to run it.'),
            ),
          ]
        : []),
      ...(this.#inIncident ? [lens('runbookLens.logCommand', l10n.t('$(add) Log to Incident'))] : []),
    ];
  }
}
