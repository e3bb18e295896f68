import { commands, l10n, ViewColumn, window, type QuickPick } from 'vscode';
import { compareDocuments, type DocumentIndex } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { report } from '../../services/commands.ts';
import { Debouncer } from '../../services/debounce.ts';
import { kindIds } from '../../ids.ts';
import type { SearchService } from '../../services/search.ts';
import { shownItem, type ShownItem } from '../../services/shown.ts';
import { documentItem, itemsFor, type Action, type FindItem } from './items.ts';
import { asPasted } from './pasted.ts';
import { Preview, show } from './preview.ts';

type Shown = ShownItem<FindItem>;

const most = 30;
const mostNearest = 5;
/** The pause after which the item that somebody has moved to is previewed. In milliseconds. */
const previewDelay = 120;

/** The box that finds a document by whatever is typed or pasted into it. */
export class FindBox {
  readonly #deps: Deps;
  readonly #search: SearchService;
  readonly #pick: QuickPick<Shown> = window.createQuickPick<Shown>();
  readonly #preview = new Preview();
  readonly #previewer = new Debouncer(previewDelay, () => this.#showActive());
  /** The first items of all lists: each becomes active although nobody moves to it. */
  readonly #firsts = new WeakSet<Shown>();
  #isAccepted = false;
  #version = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#search = deps.search;
  }

  /** Opens the box. Resolves when all documents can be found. */
  async open(question: string): Promise<void> {
    const pick = this.#pick;
    pick.title = l10n.t('Find Runbook');
    pick.placeholder = l10n.t('Name, symptom, error message, or a pasted alert');
    pick.value = question;
    // VS Code would put items first whose label has the typed letters. Not in its types, but kept for extensions that sort by themselves.
    Object.assign(pick, { sortByLabel: false });
    pick.onDidChangeValue(() => this.#update());
    pick.onDidChangeActive(([active]) => {
      if (active !== undefined && !this.#firsts.has(active)) {
        this.#previewer.schedule();
      }
    });
    pick.onDidTriggerItemButton(({ item }) => this.#accept(item, ViewColumn.Beside));
    pick.onDidAccept(() => this.#accept(pick.activeItems[0]));
    pick.onDidHide(() => this.#closed());
    pick.show();
    pick.busy = true;
    await this.#updateNow();
    await this.#deps.index.whenReady();
    await this.#search.prepare();
    pick.busy = false;
    await this.#updateNow();
  }

  #update(): void {
    this.#updateNow().catch((error: unknown) => report(error, this.#deps.log));
  }

  async #updateNow(): Promise<void> {
    this.#version += 1;
    const version = this.#version;
    const [texts, question] = await Promise.all([this.#search.texts(), asPasted(this.#pick.value)]);
    if (version === this.#version) {
      const items = question.trim() === '' ? this.#all() : answers(texts, question);
      const shown = items.map((item) => shownItem(item));
      shown.slice(0, 1).forEach((first) => this.#firsts.add(first));
      this.#pick.items = shown;
    }
  }

  #all(): FindItem[] {
    const documents = this.#deps.index.catalog.documents().filter(({ kind }) => kind !== 'other');
    return documents.toSorted(compareDocuments).map(documentItem);
  }

  #showActive(): void {
    const action = this.#pick.activeItems[0]?.item.action;
    if (action !== undefined && 'open' in action && !this.#isAccepted) {
      this.#preview.show(action).catch((error: unknown) => report(error, this.#deps.log));
    }
  }

  #accept(item: Shown | undefined, viewColumn?: ViewColumn): void {
    const action = item?.item.action;
    if (action === undefined) {
      return;
    }
    this.#isAccepted = true;
    this.#pick.hide();
    run(action, viewColumn).catch((error: unknown) => report(error, this.#deps.log));
  }

  #closed(): void {
    this.#version += 1;
    this.#previewer.dispose();
    this.#pick.dispose();
    if (!this.#isAccepted) {
      this.#isAccepted = true;
      this.#preview.putBack().catch((error: unknown) => report(error, this.#deps.log));
    }
  }
}

function answers(texts: DocumentIndex, question: string): readonly FindItem[] {
  const found = texts.find(question, most);
  return itemsFor(question, found, found.length > 0 ? [] : texts.nearest(question, mostNearest));
}

async function run(action: Action, viewColumn?: ViewColumn): Promise<void> {
  if ('open' in action) {
    await show(action, { preview: false, ...(viewColumn !== undefined && { viewColumn }) });
  } else if ('searchInFiles' in action) {
    await commands.executeCommand('workbench.action.findInFiles', {
      query: action.searchInFiles,
      triggerSearch: true,
      isRegex: false,
    });
  } else {
    await commands.executeCommand(kindIds('runbook').create, { title: action.newRunbook });
  }
}
