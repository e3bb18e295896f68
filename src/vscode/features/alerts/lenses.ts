import { CodeLens, EventEmitter, l10n, Location, Range, Uri, type CodeLensProvider, type TextDocument } from 'vscode';
import type { Deps } from '../../deps.ts';
import type { CommandId } from '../../ids.ts';
import { ageOf } from '../../services/age.ts';
import { toRange } from '../../services/convert.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { onDidChangeSetting, readSetting } from '../../services/settings.ts';
import type { AlertIndex } from './alert-index.ts';
import type { FoundAlert } from './folder-alerts.ts';
import { shownTitle, stateText } from './state-text.ts';
import { placeOf } from './target.ts';
import { usesOf } from './uses.ts';

/** Shows above an alert where it leads, and above a runbook's title how many alerts lead there. */
export class AlertLenses implements CodeLensProvider {
  readonly #deps: Deps;
  readonly #alerts: AlertIndex;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(deps: Deps, alerts: AlertIndex) {
    this.#deps = deps;
    this.#alerts = alerts;
    this.#store.add(
      alerts.onDidChange(() => this.#changed.fire()),
      onDidChangeSetting(['codeLens'], () => this.#changed.fire()),
    );
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    if (!readSetting('codeLens', document)) {
      return [];
    }
    return [
      ...this.#alerts.alertsIn(document).flatMap((found) => (found.alert.test ? [] : this.#lensesOf(found))),
      ...this.#lensesOfPage(document),
    ];
  }

  dispose(): void {
    this.#store.dispose();
  }

  #lensesOf(found: FoundAlert): CodeLens[] {
    const range = toRange(found.alert.range);
    const lens = (command: CommandId, title: string): CodeLens =>
      new CodeLens(range, { command, title, arguments: [placeOf(found)] });
    switch (found.resolution.state) {
      case 'resolved':
      case 'anchor-missing':
        return [lens('runbookLens.openAlertRunbook', this.#runbookTitle(found))];
      case 'outside':
        return [lens('runbookLens.openAlertRunbook', l10n.t('$(link-external) Runbook elsewhere'))];
      case 'pattern':
        return [lens('runbookLens.openAlertRunbook', l10n.t('$(book) The runbook depends on labels'))];
      default:
        return [
          lens('runbookLens.createRunbookForAlert', l10n.t('$(add) Create Runbook')),
          lens('runbookLens.linkAlert', l10n.t('$(link) {0}: Link to…', stateText(found.resolution))),
        ];
    }
  }

  /** "Disk is full · 3 incidents · changed 8mo ago". */
  #runbookTitle(found: FoundAlert): string {
    const { catalog } = this.#deps.index;
    const target = this.#alerts.folderOf(found.uri)?.targetOf(found);
    const { document, heading } = target ?? {};
    const { length } = document === undefined ? [] : catalog.pastIncidents(document);
    const changed = document && ageOf(catalog.lastChange(document)?.date ?? '', this.#deps.clock.now());
    const parts = [
      shownTitle(heading?.title ?? document?.title ?? found.resolution.path ?? ''),
      found.resolution.state === 'anchor-missing' ? l10n.t('no such heading') : '',
      length === 0 ? '' : length === 1 ? l10n.t('1 incident') : l10n.t('{0} incidents', length),
      changed === undefined || changed === '' ? '' : l10n.t('changed {0}', changed),
    ];
    return `$(book) ${parts.filter((part) => part !== '').join(' · ')}`;
  }

  #lensesOfPage({ uri }: TextDocument): CodeLens[] {
    const uses = usesOf(this.#alerts, uri);
    const title = this.#deps.index.catalog.get(uri.toString())?.titleRange ?? { start: { line: 0, character: 0 } };
    const { line, character } = title.start;
    const range = new Range(line, character, line, character);
    const label =
      uses.length === 1 ? l10n.t('$(bell) 1 alert leads here') : l10n.t('$(bell) {0} alerts lead here', uses.length);
    const places = uses.map(({ uri: file, alert }) => new Location(file, toRange(alert.nameRange)));
    return uses.length === 0
      ? []
      : [
          new CodeLens(range, {
            command: 'editor.action.showReferences',
            title: label,
            arguments: [Uri.parse(uri.toString()), range.start, places],
          }),
        ];
  }
}
