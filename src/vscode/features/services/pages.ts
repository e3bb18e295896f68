import { EventEmitter, l10n, workspace, type Disposable, type TextDocumentContentProvider, type Uri } from 'vscode';
import { serviceMarkdown, type Service } from '../../../core/index.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { servicePageOf, servicePageScheme, servicePageUri } from '../../services/service-page.ts';
import type { FolderServices, ServiceIndex } from './service-index.ts';

/** Provides the pages of services as Markdown, and updates those that are open. */
export class ServicePages implements TextDocumentContentProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #index: ServiceIndex;
  readonly #topOf: (root: string) => Uri;

  /** @param topOf returns the top of the repository of a workspace folder. */
  constructor(index: ServiceIndex, topOf: (root: string) => Uri) {
    this.#index = index;
    this.#topOf = topOf;
    this.#store.add(
      workspace.registerTextDocumentContentProvider(servicePageScheme, this),
      index.onDidChange(() => {
        workspace.textDocuments
          .filter(({ uri }) => uri.scheme === servicePageScheme)
          .forEach(({ uri }) => this.#changed.fire(uri));
      }),
    );
  }

  /** Returns the URI of the page of a service. */
  uriOf({ folder }: FolderServices, { key, name }: Service): Uri {
    const root = folder.uri.toString();
    return servicePageUri({ root, top: this.#topOf(root).toString(), key }, name);
  }

  provideTextDocumentContent(uri: Uri): string {
    const about = servicePageOf(uri);
    const found = this.#index.folders.find(({ folder }) => folder.uri.toString() === about?.root);
    const service = found?.services.all.find(({ key }) => key === about?.key);
    return found === undefined || service === undefined
      ? `# ${l10n.t('No such service')}\n\n${l10n.t('No document, alert or configuration names it any more.')}\n`
      : serviceMarkdown(found.pageOf(service));
  }

  dispose(): void {
    this.#store.dispose();
  }
}
