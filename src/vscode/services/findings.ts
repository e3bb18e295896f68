import { EventEmitter, Uri, window, workspace, type Disposable, type Event } from 'vscode';
import type { Checked, Finding } from '../../core/index.ts';
import { DisposableStore } from './disposables.ts';
import type { Files } from './files.ts';
import { FreshFiles } from './fresh-files.ts';
import type { IndexService } from './index-service.ts';
import type { Log } from './log.ts';
import { onDidChangeSetting, readSetting } from './settings.ts';

/** The longest time of one batch of checks before yielding to the editor. In milliseconds. */
const slice = 25;

/** The findings of a document or a team file. */
interface Known {
  /** Its fixes; undefined for files that no rule checks. */
  readonly checked: Checked | undefined;
  readonly findings: readonly Finding[];
  /** The findings as text, for comparison. */
  readonly state: string;
}

/** Keeps the findings of all documents and team files up to date with the catalog. */
export class Findings implements Disposable {
  /** Fires with the URIs of documents whose findings have changed. */
  readonly onDidChange: Event<readonly string[]>;
  readonly #index: IndexService;
  readonly #log: Log;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<readonly string[]>());
  readonly #known = new Map<string, Known>();
  readonly #fresh = new FreshFiles();
  #run = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(index: IndexService, files: Files, log: Log) {
    this.#index = index;
    this.#log = log;
    this.onDidChange = this.#changed.event;
    this.#store.add(
      index.catalog.onDidChange(({ changed, removed, structure }) => {
        this.#forget(removed);
        // During indexing, each batch changes what is expected of all documents. They are checked afterwards.
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
      files.onWillCreate(({ uri, text }) => this.#fresh.add(uri.toString(), text)),
      workspace.onDidSaveTextDocument((document) => {
        const uri = document.uri.toString();
        if (this.#fresh.saved(uri, document.getText())) {
          this.#check([uri]);
        }
      }),
      onDidChangeSetting(['rules', 'checks.enabled'], () => this.#start()),
    );
  }

  /** Returns the findings of a document, as far as it is checked. */
  of(uri: string): readonly Finding[] {
    return this.#known.get(uri)?.findings ?? [];
  }

  /**
   * Returns the findings of the current document with their fixes, or undefined if no rule checks it, or not yet. Checks
   * it only if needed.
   */
  checked(uri: string): Checked | undefined {
    if (this.#known.get(uri)?.checked?.context.document !== this.#index.catalog.get(uri)) {
      this.#check([uri]);
    }
    return this.#known.get(uri)?.checked;
  }

  /** Checks all documents. Resolves when this check, or a later one, is done. */
  async checkAll(): Promise<void> {
    this.#start();
    await this.whenSettled();
  }

  /** Resolves when no check of all documents is running. */
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

  /** Checks visible documents first. */
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

  /** Checks one document. Returns its URI if its findings have changed. */
  #update(uri: string): string[] {
    const scope = Uri.parse(uri);
    const levels = readSetting('rules', scope);
    const { catalog } = this.#index;
    // Nobody wants to be told of problems in what was created a moment ago.
    const isQuiet = this.#fresh.has(uri) || !readSetting('checks.enabled', scope);
    const checked = isQuiet ? undefined : catalog.check(uri, levels);
    const findings = isQuiet ? [] : [...catalog.teamFindings(uri, levels), ...(checked?.findings ?? [])];
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
