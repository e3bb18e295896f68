import { expectationOf } from '../conventions/expectation.ts';
import { Neighbourhoods } from '../conventions/neighbourhood.ts';
import { Emitter, type Disposable } from '../event.ts';
import type { Finding } from '../model/finding.ts';
import type { Kind } from '../model/document.ts';
import type { Logger } from '../ports.ts';
import { check } from '../rules/check.ts';
import type { RuleContext, RuleLevels } from '../rules/rule.ts';
import { readDocument, type CatalogDocument, type DocumentPlace, type LastChange } from './document.ts';

/** What changed in the catalog. */
export interface CatalogChange {
  /** Documents that are new or say something else now. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Whether section names, kinds or members changed, so that neighbours may be expected to have other sections. */
  readonly structure: boolean;
}

/** A text to index. */
export interface Source extends DocumentPlace {
  readonly text: string;
}

/**
 * The index: every document with what is known of it. The newest text wins, whoever brings it; callers see to it that an
 * unsaved editor's text is not replaced by the older one from disk.
 */
export class Catalog {
  readonly #documents = new Map<string, CatalogDocument>();
  readonly #lastChanges = new Map<string, ReadonlyMap<string, LastChange>>();
  readonly #changes: Emitter<CatalogChange>;
  #neighbourhoods: Neighbourhoods | undefined;

  constructor(logger: Logger) {
    this.#changes = new Emitter((error) => logger.error('A listener of the catalog failed', error));
  }

  /** Calls `listener` after each change, once per batch. */
  onDidChange(listener: (change: CatalogChange) => void): Disposable {
    return this.#changes.on(listener);
  }

  /** Adds or replaces documents. Texts that are the same as before change nothing. */
  upsert(sources: readonly Source[]): void {
    const changed: string[] = [];
    let structure = false;
    for (const { text, ...place } of sources) {
      const before = this.#documents.get(place.uri);
      if (before?.text === text && samePlace(before, place)) {
        continue;
      }
      const after = readDocument(place, text);
      this.#documents.set(place.uri, after);
      structure ||= before === undefined || !sameStructure(before, after);
      changed.push(place.uri);
    }
    if (changed.length > 0) {
      this.#neighbourhoods = undefined;
      this.#changes.fire({ changed, removed: [], structure });
    }
  }

  /** Takes documents out; unknown ones are ignored. */
  remove(uris: readonly string[]): void {
    const removed = uris.filter((uri) => this.#documents.delete(uri));
    if (removed.length > 0) {
      this.#neighbourhoods = undefined;
      this.#changes.fire({ changed: [], removed, structure: true });
    }
  }

  /** Takes out a root with all that belongs to it. */
  removeRoot(root: string): void {
    this.#lastChanges.delete(root);
    this.remove([...this.#documents.values()].filter((document) => document.root === root).map(({ uri }) => uri));
  }

  /** Replaces what git says about a root's files, by path relative to the root. */
  setLastChanges(root: string, changes: ReadonlyMap<string, LastChange>): void {
    this.#lastChanges.set(root, changes);
    const changed = [...this.#documents.values()].filter((document) => document.root === root).map(({ uri }) => uri);
    this.#changes.fire({ changed, removed: [], structure: false });
  }

  get(uri: string): CatalogDocument | undefined {
    return this.#documents.get(uri);
  }

  /** All documents, `other` ones included; with a kind only those. In no order. */
  documents(kind?: Kind): CatalogDocument[] {
    const all = [...this.#documents.values()];
    return kind === undefined ? all : all.filter((document) => document.kind === kind);
  }

  /** Who changed a document last, by git; undefined where git does not know. */
  lastChange({ root, path }: DocumentPlace): LastChange | undefined {
    return this.#lastChanges.get(root)?.get(path);
  }

  /** What rules are given about a document; undefined for unknown ones and those of kind `other`. */
  context(uri: string): RuleContext | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined || document.kind === 'other') {
      return undefined;
    }
    this.#neighbourhoods ??= new Neighbourhoods(this.#documents.values());
    return { document, expectation: expectationOf(document, this.#neighbourhoods.of(document)) };
  }

  /** A document's findings; none for documents of kind `other`. */
  findings(uri: string, levels: RuleLevels): Finding[] {
    const context = this.context(uri);
    return context === undefined ? [] : check(context, levels);
  }
}

/** Whether a document still stands where it stood; another place may make it another kind. */
function samePlace(before: DocumentPlace, after: DocumentPlace): boolean {
  return before.path === after.path && before.root === after.root && before.prefix === after.prefix;
}

function sameStructure(before: CatalogDocument, after: CatalogDocument): boolean {
  return (
    before.kind === after.kind &&
    before.path === after.path &&
    [...before.keys.keys()].join('|') === [...after.keys.keys()].join('|')
  );
}
