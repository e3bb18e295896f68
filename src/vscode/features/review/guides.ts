import {
  EventEmitter,
  TabInputWebview,
  Uri,
  window,
  workspace,
  type Event,
  type TextDocumentContentProvider,
} from 'vscode';
import { stemOf, type CatalogDocument } from '../../../core/index.ts';
import type { IndexService } from '../../services/index-service.ts';
import { DisposableStore } from '../../services/disposables.ts';

/** The URI scheme of facilitator's guides, which have no file. */
const guideScheme = 'runbook-lens-guide';

/** Provides facilitator's guides for records, and updates them when the records change. */
export class Guides implements TextDocumentContentProvider {
  readonly onDidChange: Event<Uri>;
  readonly #index: IndexService;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  /** The requested guides, by the URI of the record. */
  readonly #guides = new Map<string, Uri>();

  constructor(index: IndexService) {
    this.#index = index;
    this.onDidChange = this.#changed.event;
    this.#store.add(
      workspace.registerTextDocumentContentProvider(guideScheme, this),
      index.catalog.onDidChange(({ changed, removed }) => {
        for (const uri of [...changed, ...removed]) {
          const found = this.#guides.get(uri);
          if (found !== undefined) {
            this.#update(uri, found);
          }
        }
      }),
    );
  }

  /** Returns the URI of the guide for a record. */
  uriOf({ uri, path }: Pick<CatalogDocument, 'uri' | 'path'>): Uri {
    return Uri.from({ scheme: guideScheme, path: `/${stemOf({ path })} (guide).md`, query: uri });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    this.#guides.set(uri.query, uri);
    const { guide } = await import('./review.ts');
    const document = this.#index.catalog.get(uri.query);
    return document === undefined ? '' : guide(document, this.#index.catalog.context(document.uri)?.words);
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Updates an open guide, forgets one that is not shown, and opens one again that only a preview shows. */
  #update(record: string, uri: Uri): void {
    const open = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (open) {
      this.#changed.fire(uri);
    } else if (isPreviewed(uri)) {
      void workspace.openTextDocument(uri);
    } else {
      this.#guides.delete(record);
    }
  }
}

function isPreviewed({ path }: Uri): boolean {
  const name = path.slice(1);
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input, label }) => input instanceof TabInputWebview && label.includes(name)),
  );
}
