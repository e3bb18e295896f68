import { EventEmitter, Uri, window, type Disposable, type Event } from 'vscode';
import type { Checked, Finding } from '../../core/index.ts';
import { DisposableStore } from './disposables.ts';
import type { IndexService } from './index-service.ts';
import type { Log } from './log.ts';
import { onDidChangeSetting, readSetting } from './settings.ts';

/** So long is checked at a time before the editor gets to do other things. In milliseconds. */
const slice = 25;

/** What was found in a document or a file of a team. */
interface Known {
  /** How to answer it; undefined for files that no rule checks. */
  readonly checked: Checked | undefined;
  readonly findings: readonly Finding[];
  /** The findings as text, to tell whether they are others. */
  readonly state: string;
}

/** What the rules find in every document and every file of a team, kept true while the catalog changes. */
export class Findings implements Disposable {
  /** Tells the URIs of documents whose findings are others now. */
  readonly onDidChange: Event<readonly string[]>;
  readonly #index: IndexService;
  readonly #log: Log;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<readonly string[]>());
  readonly #known = new Map<string, Known>();
  #run = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(index: IndexService, log: Log) {
    this.#index = index;
    this.#log = log;
    this.onDidChange = this.#changed.event;
    this.#store.add(
      index.catalog.onDidChange(({ changed, removed, structure }) => {
        this.#forget(removed);
        // While a pass runs, each batch changes what is expected of all; they are checked when it has ended.
        if (index.state === 'indexing') {
          return;
        }
        if (structure) {
          this.#start();
        } else {
          this.#check(changed);
        }
      }),
      index.onDidChangeState((state) => {
        if (state !== 'indexing') {
          this.#start();
        }
      }),
      onDidChangeSetting(['rules'], () => this.#start()),
    );
  }

  /** A document's findings, as far as it has been checked. */
  of(uri: string): readonly Finding[] {
    return this.#known.get(uri)?.findings ?? [];
  }

  /** What was found in a document as it is now, with its fixes; undefined where no rule looks. It is checked only if it was not yet. */
  checked(uri: string): Checked | undefined {
    if (this.#known.get(uri)?.checked?.context.document !== this.#index.catalog.get(uri)) {
      this.#check([uri]);
    }
    return this.#known.get(uri)?.checked;
  }

  /** Checks all documents and resolves when that is done, or when a later check has taken over and is done. */
  async checkAll(): Promise<void> {
    this.#start();
    await this.whenSettled();
  }

  /** Resolves when no check of all documents is going on. */
  async whenSettled(): Promise<void> {
    let waited: Promise<void>;
    do {
      waited = this.#running;
      await waited;
    } while (waited !== this.#running);
  }

  dispose(): void {
    this.#run += 1;
    this.#store.dispose();
  }

  #start(): void {
    this.#run += 1;
    this.#running = this.#all(this.#run).catch((error: unknown) => {
      this.#log.error('Checking all documents failed', error);
    });
  }

  /** Those that are seen come first. */
  async #all(run: number): Promise<void> {
    const { catalog } = this.#index;
    const all = new Set([...catalog.documents(), ...catalog.teamFiles()].map(({ uri }) => uri));
    this.#forget([...this.#known.keys()].filter((uri) => !all.has(uri)));
    const shown = new Set(window.visibleTextEditors.map(({ document }) => document.uri.toString()));
    const ordered = [...all].toSorted((a, b) => Number(shown.has(b)) - Number(shown.has(a)));
    for (let at = 0; at < ordered.length && run === this.#run;) {
      const end = Date.now() + slice;
      const batch: string[] = [];
      for (; at < ordered.length && Date.now() < end; at += 1) {
        batch.push(...this.#update(ordered[at] ?? ''));
      }
      this.#tell(batch);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  #check(uris: readonly string[]): void {
    this.#tell(uris.flatMap((uri) => this.#update(uri)));
  }

  /** Checks one document; gives its URI when it has other findings now. */
  #update(uri: string): string[] {
    const levels = readSetting('rules', Uri.parse(uri));
    const { catalog } = this.#index;
    const checked = catalog.check(uri, levels);
    const findings = [...catalog.teamFindings(uri, levels), ...(checked?.findings ?? [])];
    const state = JSON.stringify(findings);
    const before = this.#known.get(uri)?.state ?? '[]';
    this.#known.set(uri, { checked, findings, state });
    return state === before ? [] : [uri];
  }

  #forget(uris: readonly string[]): void {
    const known = uris.filter((uri) => this.#known.delete(uri));
    this.#tell(known);
  }

  #tell(uris: readonly string[]): void {
    if (uris.length > 0) {
      this.#changed.fire(uris);
    }
  }
}
