import {
  l10n,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  window,
  type Disposable,
  type StatusBarItem,
} from 'vscode';
import { labelText, type Incident } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { plainText } from '../../services/plain-text.ts';
import { elapsed, recordUri } from './current.ts';
import { updateText } from './next-update-text.ts';

/** The largest number of incidents with their own status bar item. Further incidents share one. */
const mostItems = 3;
const longestTitle = 28;

/** The status bar items of the open incidents. */
export class IncidentStatusBar implements Disposable {
  readonly #deps: Deps;
  readonly #store = new DisposableStore();
  readonly #items: StatusBarItem[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
    for (let index = 0; index <= mostItems; index += 1) {
      const item = window.createStatusBarItem(`runbookLens.incident.${index}`, StatusBarAlignment.Left, 1000 - index);
      this.#items.push(this.#store.add(item));
    }
  }

  /** Shows incidents, the most urgent first. */
  show(incidents: readonly Incident[]): void {
    for (const [index, item] of this.#items.entries()) {
      const incident = incidents[index];
      const rest = incidents.slice(mostItems);
      if (index < mostItems && incident !== undefined) {
        this.#describe(item, incident);
        item.show();
      } else if (index === mostItems && rest.length > 0) {
        item.name = l10n.t('More incidents');
        item.text = l10n.t('$(flame) {0} more', rest.length);
        item.tooltip = rest.map(({ document }) => labelText(document.title)).join('\n');
        item.command = 'runbookLens.incidentCommands';
        item.show();
      } else {
        item.hide();
      }
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  #describe(item: StatusBarItem, incident: Incident): void {
    const { document, phase } = incident;
    const { severity, status } = document.metadata;
    const lasted = elapsed(incident, this.#deps.clock.now());
    const title =
      document.title.length > longestTitle
        ? `${document.title.slice(0, longestTitle - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
        : document.title;
    const facts = [severity, lasted, status ?? phase].flatMap((fact) =>
      fact === undefined || fact === '' ? [] : labelText(fact),
    );
    const update = incident.conflicted ? undefined : updateText(document, this.#deps.clock.now());
    const whole = labelText(document.title);
    item.name = l10n.t('Incident');
    const shown = labelText(title);
    if (incident.conflicted) {
      item.text = l10n.t('$(git-merge) merge conflict  {0}', shown);
      item.accessibilityInformation = {
        label: l10n.t('{0}, incident: merge conflict. Opens the record.', whole),
      };
      item.tooltip = l10n.t('The record of "{0}" has a merge conflict. Click to resolve it.', whole);
      item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
      item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [recordUri(incident)] };
      return;
    }
    const warning = update?.overdue === true ? ` $(warning) ${l10n.t('update overdue')}` : '';
    item.text = `$(flame) ${facts.join(' · ')}${warning}  ${shown}`;
    item.accessibilityInformation = {
      label: l10n.t(
        '{0}, incident: {1}. Shows the incident commands.',
        whole,
        [...facts, ...(update?.overdue === true ? [update.text] : [])].join(', '),
      ),
    };
    const tooltip = new MarkdownString(`**${plainText(document.title)}**\n\n`);
    const lines = [...facts, ...(update === undefined ? [] : [update.text])];
    tooltip.appendMarkdown(lines.map((fact) => `- ${plainText(fact)}\n`).join(''));
    tooltip.appendMarkdown(`\n${plainText(document.path)}\n\n${l10n.t('Click to show the incident commands.')}`);
    item.tooltip = tooltip;
    item.backgroundColor = new ThemeColor(
      phase === 'mitigated' ? 'statusBarItem.warningBackground' : 'statusBarItem.errorBackground',
    );
    item.command = {
      command: 'runbookLens.incidentCommands',
      title: l10n.t('Incident Commands'),
      arguments: [recordUri(incident)],
    };
  }
}
