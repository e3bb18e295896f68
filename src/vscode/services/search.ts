import type { Disposable } from 'vscode';
import { newDocumentIndex, type CatalogDocument, type DocumentIndex, type LeadingAlert } from '../../core/index.ts';
import { DisposableStore } from './disposables.ts';
import type { IndexService } from './index-service.ts';
import type { Log } from './log.ts';

/** The time that reading for the search takes at once, and the pause after it, while the editor does other things. In milliseconds. */
const slice = 8;
const pause = 8;
/** The pause after indexing before texts are read for the search. In milliseconds. */
const calm = 1500;

/**
 * The texts of documents for the search. Those of runbooks and postmortems are read in the background when indexing has
 * ended, those of other pages when somebody searches: most repositories have many, and not every session searches.
 */
export class SearchService implements Disposable {
  readonly #index: IndexService;
  readonly #log: Log;
  readonly #store = new DisposableStore();
  /** Documents to be read, by URI. */
  readonly #waiting = new Set<string>();
  readonly #alerts = new Map<string, ReadonlyMap<string, readonly LeadingAlert[]>>();
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
          this.#timer = setTimeout(() => this.#readLikely(), calm);
        }
      }),
    );
  }

  /** Returns the texts that are read so far. */
  async texts(): Promise<DocumentIndex> {
    this.#texts ??= newDocumentIndex().then((texts) => {
      this.#alerts.forEach((alerts, root) => texts.setAlerts(root, alerts));
      return texts;
    });
    return this.#texts;
  }

  /** Sets the alerts that lead to the documents of a folder, by path from the top of the repository; see `leadingAlerts`. */
  setAlerts(root: string, alerts: ReadonlyMap<string, readonly LeadingAlert[]>): void {
    this.#alerts.set(root, alerts);
    void this.#texts?.then((texts) => texts.setAlerts(root, alerts));
  }

  /** Returns the texts when all runbooks and postmortems are read that the catalog has now. */
  async likelyTexts(): Promise<DocumentIndex> {
    await this.#index.whenReady();
    await this.#reading;
    await this.#read((uri) => isLikely(this.#index.catalog.get(uri)));
    return this.texts();
  }

  /** Resolves when all documents are read that the catalog has now. */
  async prepare(): Promise<void> {
    await this.#reading;
    await this.#read(() => true);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  #readLikely(): void {
    const { catalog } = this.#index;
    this.#reading = this.#read((uri) => isLikely(catalog.get(uri))).catch((error: unknown) =>
      this.#log.error('Reading texts for the search failed', error),
    );
  }

  /** Reads the waiting documents that are wanted, with pauses. */
  async #read(wanted: (uri: string) => boolean): Promise<void> {
    const texts = await this.texts();
    const { catalog } = this.#index;
    const uris = [...this.#waiting].filter(wanted).toReversed();
    while (uris.length > 0 && !this.#disposed) {
      const end = performance.now() + slice;
      while (uris.length > 0 && performance.now() < end) {
        const uri = uris.pop() ?? '';
        const document = catalog.get(uri);
        this.#waiting.delete(uri);
        if (document === undefined || document.isTemplate) {
          texts.remove([uri]);
        } else {
          texts.put([document]);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Whether a document is, or may be, what people search for. */
function isLikely(document: CatalogDocument | undefined): boolean {
  return document !== undefined && (document.kind !== 'other' || document.possible !== undefined);
}
