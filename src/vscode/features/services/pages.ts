import { EventEmitter, Uri, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { serviceMarkdown, type Service } from '../../../core/index.ts';
import { DisposableStore } from '../../services/disposables.ts';
import type { FolderServices, ServiceIndex } from './service-index.ts';

/** The URI scheme of the pages of services, which have no file. */
const scheme = 'runbook-lens-service';

/** Provides the pages of services as Markdown, and updates those that are open. */
export class ServicePages implements TextDocumentContentProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #index: ServiceIndex;
  readonly #fileOf: (root: string, path: string) => Uri;

  /** @param fileOf returns a file by its path from the top of the repository. */
  constructor(index: ServiceIndex, fileOf: (root: string, path: string) => Uri) {
    this.#index = index;
    this.#fileOf = fileOf;
    this.#store.add(
      workspace.registerTextDocumentContentProvider(scheme, this),
      index.onDidChange(() => {
        workspace.textDocuments
          .filter(({ uri }) => uri.scheme === scheme)
          .forEach(({ uri }) => this.#changed.fire(uri));
      }),
    );
  }

  /** Returns the URI of the page of a service. */
  uriOf({ folder }: FolderServices, { key, name }: Service): Uri {
    const query = JSON.stringify([folder.uri.toString(), key]);
    return Uri.from({ scheme, path: `/${name.replaceAll(/[/\\]/g, ' ')}.md`, query });
  }

  provideTextDocumentContent({ query }: Uri): string {
    const [root, key] = JSON.parse(query) as readonly [string, string];
    const found = this.#index.folders.find(({ folder }) => folder.uri.toString() === root);
    const service = found?.services.all.find((each) => each.key === key);
    return found === undefined || service === undefined
      ? ''
      : serviceMarkdown(found.pageOf(service), (target, line) => {
          const [path = '', anchor] = target.split('#');
          const fragment = anchor ?? (line === undefined ? '' : `L${line + 1}`);
          return this.#fileOf(root, path).with({ fragment }).toString();
        });
  }

  dispose(): void {
    this.#store.dispose();
  }
}
