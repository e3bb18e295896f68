import type { Disposable } from 'vscode';
import { newDocumentIndex, type CatalogDocument, type DocumentIndex } from '../../core/index.ts';
import { DisposableStore } from './disposables.ts';
import type { IndexService } from './index-service.ts';
import type { Log } from './log.ts';

/** The time that reading for the search takes at once, and the pause after it, while the editor does other things. In milliseconds. */
const slice = 8;
const pause = 8;
/** The pause after indexing before texts are read for the search. In milliseconds. */
const calm = 1500;
/** So many documents are read for the search without a pause. */
const batch = 4;

/**
 * The texts of all documents for the search. They are read in the background when indexing has ended, or when somebody
 * searches before that, and follow the catalog.
 */
export class SearchService implements Disposable {
  readonly #index: IndexService;
  readonly #log: Log;
  readonly #store = new DisposableStore();
  /** Documents to be read, by URI. */
  readonly #waiting = new Set<string>();
  #texts: Promise<DocumentIndex> | undefined;
  #reading: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  constructor(index: IndexService, log: Log) {
    this.#index = index;
    this.#log = log;
    this.#store.add(
      index.catalog.onDidChange(({ changed, removed }) => {
        [...changed, ...removed].forEach((uri) => this.#waiting.add(uri));
      }),
      index.onDidChangeState((state) => {
        if (state !== 'indexing') {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => this.prepare().catch((error: unknown) => this.#failed(error)), calm);
        }
      }),
    );
  }

  /** Returns the texts that are read so far, and starts to read the others. */
  async texts(): Promise<DocumentIndex> {
    this.#texts ??= newDocumentIndex();
    return this.#texts;
  }

  /** Whether all documents are read. */
  get isComplete(): boolean {
    return this.#texts !== undefined && this.#waiting.size === 0;
  }

  /** Resolves when all documents are read that the catalog has now. */
  prepare(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  async #read(): Promise<void> {
    const texts = await this.texts();
    const { catalog } = this.#index;
    while (this.#waiting.size > 0 && !this.#disposed) {
      const end = performance.now() + slice;
      do {
        const uris = [...this.#waiting].slice(0, batch);
        uris.forEach((uri) => this.#waiting.delete(uri));
        const known = uris.map((uri) => catalog.get(uri)).filter((document) => document !== undefined);
        texts.put(known.filter(isSearched));
        texts.remove(uris.filter((uri) => !isSearched(catalog.get(uri))));
      } while (this.#waiting.size > 0 && performance.now() < end);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  #failed(error: unknown): void {
    this.#log.error('Reading texts for the search failed', error);
  }
}

/** Templates are no answer to anything. */
function isSearched(document: CatalogDocument | undefined): boolean {
  return document !== undefined && !document.isTemplate;
}
