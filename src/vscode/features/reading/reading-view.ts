import {
  commands,
  env,
  Range,
  Uri,
  window,
  workspace,
  type Disposable,
  type ViewColumn,
  type WebviewPanel,
} from 'vscode';
import { labelText, targetsOf, tellsProcedure, type CatalogDocument } from '../../../core/index.ts';
import { fromPage, type CommandAction, type FromPage, type Shown } from '../../../webview/reading/protocol.ts';
import type { Deps } from '../../deps.ts';
import type { CommandId } from '../../ids.ts';
import { report } from '../../services/commands.ts';
import { Debouncer } from '../../services/debounce.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { openDocument } from '../../services/open-document.ts';
import { openIncidentsOf } from '../../services/open-incidents.ts';
import { servicePageOf } from '../../services/service-page.ts';
import type { CheckedSteps } from './checked-steps.ts';
import { offerReview } from './reviewed.ts';
import { pageFolder, pageHtml, pageTexts, unguessable } from './page.ts';

/** The type of the panel, by which VS Code restores it. */
export const panelType = 'runbookLens.reading';
/** Changes within this time are one update. In milliseconds. */
const refreshDelay = 200;

const does: Readonly<Record<CommandAction, CommandId>> = {
  copy: 'runbookLens.copyCommand',
  fill: 'runbookLens.fillInCommand',
  send: 'runbookLens.sendToTerminal',
  log: 'runbookLens.logCommand',
};

/** One panel that shows a document as a page to read. */
export class ReadingView implements Disposable {
  readonly #store = new DisposableStore();
  readonly #deps: Deps;
  readonly #steps: CheckedSteps;
  readonly #uri: Uri;
  readonly #panel: WebviewPanel;
  /** In elements of the page that we made. */
  readonly #mark = unguessable();
  readonly #open: (uri: Uri) => void;
  #shown: string | undefined;

  /** @param open opens another document as a page. */
  constructor(deps: Deps, steps: CheckedSteps, uri: Uri, panel: WebviewPanel, open: (uri: Uri) => void) {
    this.#deps = deps;
    this.#steps = steps;
    this.#uri = uri;
    this.#panel = panel;
    this.#open = open;
    const { extensionUri } = deps.context;
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    const refresh = this.#store.add(
      new Debouncer(refreshDelay, () => {
        this.#show().catch((error: unknown) => report(error, deps.log));
      }),
    );
    this.#store.add(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const known = fromPage(message);
        if (known !== undefined) {
          this.#answer(known).catch((error: unknown) => report(error, deps.log));
        }
      }),
      deps.index.catalog.onDidChange(() => refresh.schedule()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === uri.toString()) {
          refresh.schedule();
        }
      }),
      // The page of a service follows more than documents.
      ...(servicePageOf(uri) === undefined
        ? []
        : [deps.alerts.onDidChange(() => refresh.schedule()), deps.findings.onDidChange(() => refresh.schedule())]),
      panel.onDidDispose(() => this.dispose()),
    );
    panel.webview.html = pageHtml(panel.webview, extensionUri, unguessable());
  }

  /** Creates the panel of a document. */
  static panel(place: { viewColumn: ViewColumn; preserveFocus: boolean }, extension: Uri): WebviewPanel {
    return window.createWebviewPanel(panelType, '', place, {
      enableFindWidget: true,
      localResourceRoots: [pageFolder(extension)],
    });
  }

  /** Brings the panel to the front. */
  reveal(column?: ViewColumn, preserveFocus?: boolean): void {
    this.#panel.reveal(column, preserveFocus);
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Calls `listener` when the panel is closed. */
  onDidDispose(listener: () => void): void {
    this.#store.add(this.#panel.onDidDispose(listener));
  }

  get #incident(): string {
    return openIncidentsOf(this.#deps)[0]?.document.uri ?? '';
  }

  async #document(): Promise<CatalogDocument> {
    return this.#deps.index.read(await openDocument(this.#uri));
  }

  /** Sends the document to the page, if it is not there yet. */
  async #show(anew = false): Promise<void> {
    const { renderReading } = await import('../../services/runbook-use.ts');
    const document = await this.#document().catch(() => undefined);
    if (document === undefined) {
      return;
    }
    const incident = this.#incident;
    const shown: Shown = {
      type: 'show',
      uri: this.#uri.toString(),
      html: renderReading(document, this.#mark).html,
      mark: this.#mark,
      done: this.#steps.of(incident, this.#uri.toString()),
      incident: incident !== '',
      texts: pageTexts(),
    };
    const all = JSON.stringify(shown);
    if (anew || all !== this.#shown) {
      this.#shown = all;
      this.#panel.title = labelText(document.title);
      await this.#panel.webview.postMessage(shown);
    }
  }

  async #answer(message: FromPage): Promise<void> {
    const uri = this.#uri.toString();
    switch (message.type) {
      case 'ready':
        return this.#show(true);
      case 'command':
        await commands.executeCommand(does[message.action], { uri, line: message.line });
        return undefined;
      case 'step': {
        const others = this.#steps.of(this.#incident, uri).filter((key) => key !== message.key);
        await this.#steps.set(this.#incident, uri, message.done ? [...others, message.key] : others);
        return message.done && message.left === 0 ? offerReview(this.#deps, this.#uri) : undefined;
      }
      case 'reset':
        await this.#steps.set(this.#incident, uri, []);
        return this.#show(true);
      case 'link':
        return this.#follow(message.href);
    }
  }

  /** Opens a file of the repository, or after VS Code has asked an address of the web. Other links lead nowhere. */
  async #follow(href: string): Promise<void> {
    if (/^https?:\/\//i.test(href)) {
      await env.openExternal(Uri.parse(href, true));
      return;
    }
    const document = await this.#document();
    const page = servicePageOf(this.#uri);
    const base = page?.top ?? document.root;
    const [target] = targetsOf(page === undefined ? document : { ...document, path: '', prefix: '' }, href);
    if (target === undefined || base === '') {
      return;
    }
    const line = page === undefined ? undefined : /#L(\d{1,7})$/.exec(href)?.[1];
    const uri = Uri.joinPath(Uri.parse(base), target);
    const known = this.#deps.index.catalog.get(uri.toString());
    await (known !== undefined && tellsProcedure(known) && line === undefined
      ? this.#open(uri)
      : commands.executeCommand(
          'vscode.open',
          uri,
          line === undefined ? {} : { selection: lineRange(Number(line) - 1) },
        ));
  }
}

/** The start of a line. @param line 0-based. */
function lineRange(line: number): Range {
  return new Range(line, 0, line, 0);
}
